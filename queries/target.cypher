// question.zh: 按 id 取量化目标
// question.en: Targets by id
// param: ids [String!]! 量化目标的 id，不存在的略去 | ids of the targets; unknown ones are left out
// column: id String! 量化目标的 id | id of the target
// column: planId String! 规划的 id | id of the plan
// column: unitId String 所属单元的 id | id of what it belongs to
// column: unitTitle String 所属单元的标题 | title of what it belongs to
// column: unitKind String! task、safeguard、special_action 或 section | task, safeguard, special_action or section
// column: subject String! 目标所指的事项 | what the target is about
// column: comparator String! 比较符号：=、>=、>、<=、<、~ | comparator: =, >=, >, <=, <, ~
// column: value Float! 目标值（数） | the number
// column: unitOfMeasure String! 计量单位 | unit of measure
// column: byYear Int 完成年份，原文未写则空 | year by which it is due, null where the text does not say
// column: fullCoverage Boolean! 是否全覆盖（推定） | whether it means full coverage (inferred)
// column: conceptIds [String!]! 所对应指标概念的 id | ids of the indicator concepts it measures
// column: concepts [String!]! 指标概念名称，次序同 conceptIds | names of the indicator concepts, in the order of conceptIds
// column: clauseId String 所在条款的 id | id of the clause that states it
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: Target
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (t:Target {id: wanted})
MATCH (t)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (t)-[:STATED_IN]->(c:Clause)
OPTIONAL MATCH (t)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (t)-[:OF_UNIT]->(u:Task|Safeguard|SpecialAction|Section)
CALL (t) {
  MATCH (t)-[:MEASURES]->(m:IndicatorConcept)
  WITH m ORDER BY m.id
  RETURN collect(m.id) AS conceptKeys, collect(m.name) AS conceptNames
}
RETURN
  t.id AS id,
  p.id AS planId,
  u.id AS unitId,
  t.unitTitle AS unitTitle,
  t.unitKind AS unitKind,
  t.subject AS subject,
  t.comparator AS comparator,
  t.value AS value,
  t.unitOfMeasure AS unitOfMeasure,
  t.byYear AS byYear,
  coalesce(t.fullCoverage, false) AS fullCoverage,
  conceptKeys AS conceptIds,
  conceptNames AS concepts,
  c.id AS clauseId,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: t.quote, start: t.start, end: t.`end`} AS citation
ORDER BY t.planId, t.start, size(id), id
