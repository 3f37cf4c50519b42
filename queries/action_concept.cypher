// question.zh: 按 id 取共同行动
// question.en: Action concepts by id
// param: ids [String!]! 共同行动的 id，不存在的略去 | ids of the action concepts; unknown ones are left out
// column: id String! 共同行动的 id | id of the action concept
// column: name String! 名称 | name
// column: actionCount Int! 对应的专项行动数 | number of special actions that answer to it
// column: planIds [String!]! 涉及的规划 | ids of the plans that have it
// row: ActionConcept
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (m:ActionConcept {id: wanted})
CALL (m) {
  MATCH (f:SpecialAction)-[:HAS_COUNTERPART_CONCEPT]->(m)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
RETURN
  m.id AS id,
  m.name AS name,
  COUNT { MATCH (m)<-[:HAS_COUNTERPART_CONCEPT]-(:SpecialAction) } AS actionCount,
  planKeys AS planIds
ORDER BY id
