// question.zh: 按 id 取基期成效
// question.en: Baselines by id
// param: ids [String!]! 基期成效的 id，不存在的略去 | ids of the baselines; unknown ones are left out
// column: id String! 基期成效的 id | id of the baseline
// column: planId String! 规划的 id | id of the plan
// column: unitId String 所属单元的 id | id of what it belongs to
// column: subject String! 成效所指的事项 | what the achievement is about
// column: value Float! 数值 | the number
// column: unitOfMeasure String! 计量单位 | unit of measure
// column: asOf String 截止时间，原文未写则空 | as of when, null where the text does not say
// column: clauseId String 所在条款的 id | id of the clause that states it
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: Baseline
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (b:Baseline {id: wanted})
MATCH (b)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (b)-[:STATED_IN]->(c:Clause)
OPTIONAL MATCH (b)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (b)-[:OF_UNIT]->(u:Task|Safeguard|SpecialAction|Section)
RETURN
  b.id AS id,
  p.id AS planId,
  u.id AS unitId,
  b.subject AS subject,
  b.value AS value,
  b.unitOfMeasure AS unitOfMeasure,
  b.asOf AS asOf,
  c.id AS clauseId,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: b.quote, start: b.start, end: b.`end`} AS citation
ORDER BY b.planId, b.start, size(id), id
