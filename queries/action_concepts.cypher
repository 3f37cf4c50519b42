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
WITH m, size(planKeys) AS spread
WHERE $minPlans IS NULL OR spread >= $minPlans
WITH m ORDER BY m.id
WITH collect(m) AS found
UNWIND found[$skip..$skip + $limit] AS m
CALL (m) {
  MATCH (f:SpecialAction)-[:HAS_COUNTERPART_CONCEPT]->(m)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
RETURN
  m.id AS id,
  m.name AS name,
  COUNT { MATCH (:SpecialAction)-[:HAS_COUNTERPART_CONCEPT]->(m) } AS actionCount,
  planKeys AS planIds,
  size(found) AS total
ORDER BY id
