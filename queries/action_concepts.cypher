// question.zh: 各规划共有哪些专项行动？
// question.en: Which action concepts do the plans share?
// param: minPlans Int 至少涉及多少份规划 | at least how many plans have it
// param: contains String 名称中含有的文字 | text that the name contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 共同行动的 id | id of the action concept
// column: name String! 名称 | name
// column: actionCount Int! 对应的专项行动数 | number of special actions that answer to it
// column: planIds [String!]! 涉及的规划 | ids of the plans that have it
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: ActionConcept
MATCH (m:ActionConcept)
WHERE ($contains IS NULL OR m.name CONTAINS $contains)
CALL (m) {
  MATCH (f:SpecialAction)-[:HAS_COUNTERPART_CONCEPT]->(m)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
WITH m.id AS key, size(planKeys) AS spread
WHERE $minPlans IS NULL OR spread >= $minPlans
WITH key ORDER BY key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (m:ActionConcept {id: key})
CALL (m) {
  MATCH (f:SpecialAction)-[:HAS_COUNTERPART_CONCEPT]->(m)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
RETURN
  m.id AS id,
  m.name AS name,
  COUNT { MATCH (m)<-[:HAS_COUNTERPART_CONCEPT]-(:SpecialAction) } AS actionCount,
  planKeys AS planIds,
  hits AS total
ORDER BY id
