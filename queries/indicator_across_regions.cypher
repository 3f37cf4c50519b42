// question.zh: 同一指标在各地区的目标值和基期值是多少？
// question.en: What are the base and target of one indicator across regions?
// param: concept String! 指标概念的 id | id of the indicator concept
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: conceptId String! 指标概念的 id | id of the indicator concept
// column: concept String! 指标概念的名称 | name of the indicator concept
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: stated Boolean! 该规划是否写明 | whether the plan states it
// column: factId String 指标或量化目标的 id | id of the indicator or target
// column: factKind String indicator 指标表，target 正文 | indicator (table row) or target (running text)
// column: name String 规划中的名称 | what the plan calls it
// column: baseYear Int 基期年 | base year
// column: baseValue String 基期值，同原文 | base value as printed
// column: targetYear Int 目标年 | target year
// column: targetValue String 目标值，同原文（仅指标表） | target value as printed (table rows only)
// column: attribute String 属性：约束性或预期性 | attribute: 约束性 or 预期性
// column: comparator String 比较符号 | comparator
// column: value Float 目标值（数） | target as a number
// column: unit String 单位 | unit
// column: method String 怎样对到这个概念：exact、vocabulary、similarity、inferred、curated | how it was brought to the concept: exact, vocabulary, similarity, inferred or curated
// column: evidence String 凭什么；inferred 时为旁证的原文 | on what ground; for inferred the words elsewhere in the plan that show it
// column: citation Citation 出处，未写明则空 | where it says so, null where nothing is stated
// row: IndicatorCell
MATCH (m:IndicatorConcept {id: $concept})
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
OPTIONAL MATCH (i:Indicator|Target)-[:MEASURES]->(m) WHERE i.planId = p.id
// Where nothing is stated the plan stands in, and leads nowhere: a path from null would be sought everywhere.
WITH m, p, r, i, coalesce(i, p) AS stand
OPTIONAL MATCH (stand)-[:STATED_IN|IN_SECTION*1..2]->(s:Section)
OPTIONAL MATCH (stand)<-[:ALIGNS_FACT]-(l) WHERE l.conceptId = m.id
RETURN
  m.id AS conceptId,
  m.name AS concept,
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  i IS NOT NULL AS stated,
  i.id AS factId,
  CASE labels(i)[0] WHEN 'Indicator' THEN 'indicator' WHEN 'Target' THEN 'target' END AS factKind,
  CASE WHEN i:Indicator THEN i.name ELSE i.subject END AS name,
  i.baseYear AS baseYear,
  i.baseValue AS baseValue,
  coalesce(i.targetYear, i.byYear) AS targetYear,
  i.targetValue AS targetValue,
  i.attribute AS attribute,
  i.comparator AS comparator,
  i.value AS value,
  coalesce(i.unit, i.unitOfMeasure) AS unit,
  l.method AS method,
  l.evidence AS evidence,
  CASE WHEN i IS NULL THEN null ELSE {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: i.quote, start: i.start, end: i.`end`} END AS citation
ORDER BY conceptId, r.code, planId, factKind, i.start, size(factId), factId
