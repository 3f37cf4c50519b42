// question.zh: 按 id 取指标
// question.en: Indicators by id
// param: ids [String!]! 指标的 id，不存在的略去 | ids of the indicators; unknown ones are left out
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
// row: Indicator
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (i:Indicator {id: wanted})
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
    quote: i.quote, start: i.start, end: i.`end`} AS citation
ORDER BY i.planId, i.start, size(id), id
