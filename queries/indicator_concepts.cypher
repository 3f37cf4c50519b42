// question.zh: 各规划共有哪些指标概念？
// question.en: Which indicator concepts do the plans share?
// param: tabled Boolean true 只看进入指标表的，false 只看仅见于正文的 | true for those in an indicator table, false for those in running text only
// param: minPlans Int 至少涉及多少份规划 | at least how many plans have it
// param: contains String 名称中含有的文字 | text that the name contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 指标概念的 id | id of the indicator concept
// column: name String! 名称 | name
// column: indicatorCount Int! 指标表中的行数 | number of table rows that measure it
// column: targetCount Int! 正文量化目标数 | number of targets in running text that measure it
// column: planIds [String!]! 涉及的规划 | ids of the plans that have it
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: IndicatorConcept
MATCH (m:IndicatorConcept)
WHERE ($tabled IS NULL OR $tabled = EXISTS { MATCH (x:Indicator)-[:MEASURES]->(m) })
  AND ($contains IS NULL OR m.name CONTAINS $contains)
CALL (m) {
  MATCH (f:Indicator|Target)-[:MEASURES]->(m)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
WITH m.id AS key, size(planKeys) AS spread
WHERE $minPlans IS NULL OR spread >= $minPlans
WITH key ORDER BY key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (m:IndicatorConcept {id: key})
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
  planKeys AS planIds,
  hits AS total
ORDER BY id
