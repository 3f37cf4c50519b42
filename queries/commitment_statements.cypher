// question.zh: 这些共同承诺各规划是怎样写的？
// question.en: How do the plans put these common commitments?
// param: concepts [String!]! 指标概念或共同行动的 id，不存在的略去 | ids of indicator concepts or action concepts; unknown ones are left out
// param: statedAs [String!] 只看这几种写法：indicator 指标表、target 正文目标、special_action 专项行动，空为不限 | only what is stated as one of these: indicator, target, special_action; null for any
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: conceptId String! 指标概念或共同行动的 id | id of the indicator concept or the action concept
// column: factId String! 指标、量化目标或专项行动的 id | id of the indicator, target or special action
// column: factKind String! indicator 指标表，target 正文目标，special_action 专项行动 | indicator (table row), target (running text) or special_action
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: name String 规划中的名称 | what the plan calls it
// column: baseYear Int 基期年 | base year
// column: baseValue String 基期值，同原文 | base value as printed
// column: targetYear Int 目标年 | target year
// column: targetValue String 目标值，同原文（仅指标表） | target value as printed (table rows only)
// column: comparator String 比较符号 | comparator
// column: value Float 目标值（数） | target as a number
// column: unit String 单位 | unit
// column: citation Citation! 出处 | where it says so
// row: CommitmentStatement
MATCH (x:Indicator|Target|SpecialAction)-[:MEASURES|HAS_COUNTERPART_CONCEPT]->(m:IndicatorConcept|ActionConcept)
WHERE m.id IN $concepts
  AND ($statedAs IS NULL OR (x:Indicator AND 'indicator' IN $statedAs) OR (x:Target AND 'target' IN $statedAs)
    OR (x:SpecialAction AND 'special_action' IN $statedAs))
MATCH (x)-[:IN_PLAN]->(p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
OPTIONAL MATCH (x)-[:STATED_IN|IN_SECTION*1..2]->(s:Section)
RETURN
  m.id AS conceptId,
  x.id AS factId,
  CASE labels(x)[0] WHEN 'Indicator' THEN 'indicator' WHEN 'Target' THEN 'target' ELSE 'special_action' END AS factKind,
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  CASE labels(x)[0] WHEN 'Indicator' THEN x.name WHEN 'Target' THEN x.subject ELSE x.title END AS name,
  x.baseYear AS baseYear,
  x.baseValue AS baseValue,
  coalesce(x.targetYear, x.byYear) AS targetYear,
  x.targetValue AS targetValue,
  x.comparator AS comparator,
  x.value AS value,
  coalesce(x.unit, x.unitOfMeasure) AS unit,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title, quote: x.quote, start: x.start,
    end: x.`end`} AS citation
ORDER BY conceptId, r.code, planId, x.start, size(factId), factId
