// question.zh: 规划的指标表有哪些指标？
// question.en: Which indicators does the table of a plan list?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: sections [String!] 所在章节的 id | ids of the sections it stands in
// param: concept String 指标概念的 id | id of an indicator concept
// param: binding Boolean true 只看约束性指标，false 只看其他 | true for binding indicators, false for the others
// param: contains String 指标名称中含有的文字 | text that the name contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 指标的 id | id of the indicator
// column: planId String! 规划的 id | id of the plan
// column: row Int! 表中行次 | row in the table
// column: name String 指标名称 | name of the indicator
// column: baseYear Int 基期年 | base year
// column: baseValue String 基期值，同原文 | base value as printed
// column: targetYear Int 目标年 | target year
// column: targetValue String 目标值，同原文 | target value as printed
// column: attribute String 属性：约束性或预期性 | attribute: 约束性 (binding) or 预期性 (expected)
// column: binding Boolean! 是否约束性（推定） | whether it is binding (inferred)
// column: comparator String! 比较符号：=、>=、>、<=、<、~ | comparator: =, >=, >, <=, <, ~
// column: value Float 目标值（数） | target as a number
// column: unit String 单位 | unit
// column: conceptIds [String!]! 所对应指标概念的 id | ids of the indicator concepts it measures
// column: concepts [String!]! 指标概念名称，次序同 conceptIds | names of the indicator concepts, in the order of conceptIds
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Indicator
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (i:Indicator)-[:IN_PLAN]->(p)
WHERE ($sections IS NULL OR EXISTS { MATCH (i)-[:IN_SECTION]->(x:Section) WHERE x.id IN $sections })
  AND ($concept IS NULL OR EXISTS { MATCH (i)-[:MEASURES]->(x:IndicatorConcept) WHERE x.id = $concept })
  AND ($binding IS NULL OR coalesce(i.binding, false) = $binding)
  AND ($contains IS NULL OR i.name CONTAINS $contains)
WITH i.planId AS planKey, i.start AS place, i.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (i:Indicator {id: key})
MATCH (i)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (i)-[:IN_SECTION]->(s:Section)
CALL (i) {
  MATCH (i)-[:MEASURES]->(m:IndicatorConcept)
  WITH m ORDER BY m.id
  RETURN collect(m.id) AS conceptKeys, collect(m.name) AS conceptNames
}
RETURN
  i.id AS id,
  p.id AS planId,
  i.row AS row,
  i.name AS name,
  i.baseYear AS baseYear,
  i.baseValue AS baseValue,
  i.targetYear AS targetYear,
  i.targetValue AS targetValue,
  i.attribute AS attribute,
  coalesce(i.binding, false) AS binding,
  i.comparator AS comparator,
  i.value AS value,
  i.unit AS unit,
  conceptKeys AS conceptIds,
  conceptNames AS concepts,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: i.quote, start: i.start, end: i.`end`} AS citation,
  hits AS total
ORDER BY i.planId, i.start, size(id), id
