// question.zh: 哪些承诺为所有规划、多数规划、部分规划共有，哪些只有一份规划提出？
// question.en: Which commitments do all plans share, which most, which some, and which does one alone make?
// param: reach [String!] 只看这样的：all 全部、most 过半、some 两份以上而不过半、one 仅一份，空为不限 | only these: all, most (more than half), some (two or more, up to half), one; null for any
// param: statedAs [String!] 只看这几种写法：indicator 指标表、target 正文目标、special_action 专项行动，空为不限 | only what is stated as one of these: indicator, target, special_action; null for any
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: conceptId String! 指标概念或共同行动的 id | id of the indicator concept or the action concept
// column: concept String! 概念的名称 | name of the concept
// column: reach String! 为多少规划共有 | how widely it is shared
// column: planCount Int! 所选规划中有几份提出 | how many of these plans state it
// column: planTotal Int! 所选规划共几份 | how many plans there are in all
// column: planIds [String!]! 提出的规划 | ids of the plans that state it
// column: total Int! 全部行数 | number of all rows
// row: CommonCommitment
MATCH (x:Indicator|Target|SpecialAction)-[:MEASURES|HAS_COUNTERPART_CONCEPT]->(m:IndicatorConcept|ActionConcept)
WHERE $statedAs IS NULL OR (x:Indicator AND 'indicator' IN $statedAs) OR (x:Target AND 'target' IN $statedAs)
  OR (x:SpecialAction AND 'special_action' IN $statedAs)
WITH DISTINCT m.id AS key, x.planId AS planKey
ORDER BY key, planKey
WITH key, collect(planKey) AS planKeys
WITH collect({conceptKey: key, planKeys: planKeys}) AS stated
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
WITH stated, collect(p.id) AS chosen
UNWIND stated AS each
WITH size(chosen) AS plansInAll, each.conceptKey AS key, [y IN each.planKeys WHERE y IN chosen] AS planKeys
WITH plansInAll, key, planKeys, size(planKeys) AS spread
WHERE spread > 0
WITH plansInAll, key, planKeys, spread, CASE
  WHEN spread = plansInAll THEN 'all'
  WHEN spread = 1 THEN 'one'
  WHEN spread + spread > plansInAll THEN 'most'
  ELSE 'some' END AS extent
WHERE $reach IS NULL OR extent IN $reach
WITH plansInAll, key, planKeys, spread, extent
ORDER BY spread DESC, key
WITH plansInAll, collect({conceptKey: key, extent: extent, spread: spread, planKeys: planKeys}) AS found
WITH plansInAll, size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS each
WITH plansInAll, hits, each.conceptKey AS key, each.extent AS extent, each.spread AS spread, each.planKeys AS planKeys
MATCH (m:IndicatorConcept|ActionConcept {id: key})
RETURN
  m.id AS conceptId,
  m.name AS concept,
  extent AS reach,
  spread AS planCount,
  plansInAll AS planTotal,
  planKeys AS planIds,
  hits AS total
ORDER BY planCount DESC, conceptId
