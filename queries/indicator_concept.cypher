// question.zh: 按 id 取指标概念
// question.en: Indicator concepts by id
// param: ids [String!]! 指标概念的 id，不存在的略去 | ids of the indicator concepts; unknown ones are left out
// column: id String! 指标概念的 id | id of the indicator concept
// column: name String! 名称 | name
// column: indicatorCount Int! 指标表中的行数 | number of table rows that measure it
// column: targetCount Int! 正文量化目标数 | number of targets in running text that measure it
// column: planIds [String!]! 涉及的规划 | ids of the plans that have it
// row: IndicatorConcept
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (m:IndicatorConcept {id: wanted})
CALL (m) {
  MATCH (f:Indicator|Target)-[:MEASURES]->(m)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
RETURN
  m.id AS id,
  m.name AS name,
  COUNT { MATCH (m)<-[:MEASURES]-(:Indicator) } AS indicatorCount,
  COUNT { MATCH (m)<-[:MEASURES]-(:Target) } AS targetCount,
  planKeys AS planIds
ORDER BY id
