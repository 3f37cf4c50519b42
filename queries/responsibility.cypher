// question.zh: 按 id 取责任
// question.en: Responsibilities by id
// param: ids [String!]! 责任的 id，不存在的略去 | ids of the responsibilities; unknown ones are left out
// column: id String! 责任的 id | id of the responsibility
// column: planId String! 规划的 id | id of the plan
// column: unitId String 所属单元的 id | id of the unit
// column: unitTitle String 所属单元的标题 | title of the unit
// column: unitKind String! task、safeguard、special_action 或 section | task, safeguard, special_action or section
// column: departmentId String 部门的 id | id of the department
// column: departmentName String! 部门名称，同原文 | name of the department as the plan has it
// column: role String! lead 牵头、joint 配合或按职责分工、named 点名 | lead, joint or named
// column: functionIds [String!]! 部门职能的 id | ids of the department's functions
// column: functions [String!]! 部门职能名称，次序同 functionIds | names of the department's functions, in the order of functionIds
// column: clauseId String 所在条款的 id | id of the clause that states it
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: Responsibility
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (a:Responsibility {id: wanted})
MATCH (a)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (a)-[:STATED_IN]->(c:Clause)
OPTIONAL MATCH (a)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (a)-[:OF_UNIT]->(u:Task|Safeguard|SpecialAction|Section)
OPTIONAL MATCH (a)-[:HELD_BY]->(d:Department)
CALL (a) {
  MATCH (a)-[:HELD_BY]->(:Department)-[:HAS_FUNCTION]->(m:DepartmentConcept)
  WITH m ORDER BY m.id
  RETURN collect(m.id) AS functionKeys, collect(m.name) AS functionNames
}
RETURN
  a.id AS id,
  p.id AS planId,
  u.id AS unitId,
  a.unitTitle AS unitTitle,
  a.unitKind AS unitKind,
  d.id AS departmentId,
  a.departmentName AS departmentName,
  a.role AS role,
  functionKeys AS functionIds,
  functionNames AS functions,
  c.id AS clauseId,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: a.quote, start: a.start, end: a.`end`} AS citation
ORDER BY a.planId, a.start, size(id), id
