// question.zh: 各指标在各地区的目标值和基期值是多少（指标 × 地区）？
// question.en: What are base and target of every indicator in every region (indicator by region)?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: minPlans Int! 所选规划中至少多少份写明，0 为全部 | stated by at least how many of these plans; 0 for all
// param: offset Int! 跳过多少个指标 | how many indicators to skip
// param: size Int! 最多多少个指标 | how many indicators at most
// column: conceptId String! 指标概念的 id | id of the indicator concept
// column: concept String! 指标概念的名称 | name of the indicator concept
// column: planCount Int! 所选规划中写明的份数 | how many of these plans state it
// column: statements [Statement!]! 各规划的每次写明，按规划、表先于正文、位置排列 | every statement of it, by plan, tables before running text, then by place
// column: conceptCount Int! 跳过之前的指标数 | how many indicators there are before skipping
// row: IndicatorStatements
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
WITH collect(p.id) AS named
// Where all plans are wanted, no statement is held against a list of them.
WITH CASE WHEN $plans IS NULL AND $period IS NULL AND $regions IS NULL THEN null ELSE named END AS chosen
MATCH (m:IndicatorConcept)
WHERE EXISTS { MATCH (m)<-[:MEASURES]-(:Indicator) }
OPTIONAL MATCH (m)<-[:MEASURES]-(x:Indicator|Target) WHERE chosen IS NULL OR x.planId IN chosen
WITH chosen, m.id AS key, count(DISTINCT x.planId) AS spread
WHERE spread >= $minPlans
WITH chosen, key, spread ORDER BY spread DESC, key
WITH chosen, collect({id: key, number: spread}) AS found
WITH chosen, size(found) AS hits, found[$offset..$offset + $size] AS shown
UNWIND shown AS one
MATCH (m:IndicatorConcept {id: one.id})
CALL (m, chosen) {
  MATCH (m)<-[:MEASURES]-(i:Indicator|Target)
  WHERE chosen IS NULL OR i.planId IN chosen
  OPTIONAL MATCH (i)<-[:ALIGNS_FACT]-(l) WHERE l.conceptId = m.id
  WITH i.planId AS planKey, labels(i)[0] AS label, i.start AS place, i.id AS key, {
    planId: i.planId, factId: i.id, factKind: toLower(labels(i)[0]), baseYear: i.baseYear, baseValue: i.baseValue,
    targetYear: coalesce(i.targetYear, i.byYear), targetValue: i.targetValue, comparator: i.comparator,
    value: i.value, unit: coalesce(i.unit, i.unitOfMeasure), method: l.method, evidence: l.evidence
  } AS statement
  ORDER BY planKey, label, place, size(key), key
  RETURN collect(statement) AS stated
}
RETURN
  m.id AS conceptId,
  m.name AS concept,
  one.number AS planCount,
  stated AS statements,
  hits AS conceptCount
ORDER BY planCount DESC, conceptId
