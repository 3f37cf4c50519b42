// question.zh: 按 id 取部门
// question.en: Departments by id
// param: ids [String!]! 部门的 id，不存在的略去 | ids of the departments; unknown ones are left out
// column: id String! 部门的 id | id of the department
// column: planId String! 规划的 id | id of the plan
// column: name String! 部门名称，同原文 | name as the plan has it
// column: functionIds [String!]! 部门职能的 id | ids of the department's functions
// column: functions [String!]! 部门职能名称，次序同 functionIds | names of the department's functions, in the order of functionIds
// column: responsibilityCount Int! 承担的责任数 | number of responsibilities it holds
// column: citation Citation 首次出现的出处 | where it is first named
// row: Department
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (d:Department {id: wanted})
MATCH (d)-[:IN_PLAN]->(p:Plan)
CALL (d) {
  MATCH (d)-[:HAS_FUNCTION]->(m:DepartmentConcept)
  WITH m ORDER BY m.id
  RETURN collect(m.id) AS functionKeys, collect(m.name) AS functionNames
}
CALL (d, p) {
  MATCH (a:Responsibility)-[:HELD_BY]->(d)
  OPTIONAL MATCH (a)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
  WITH a, s, p ORDER BY a.start, a.id
  RETURN count(a) AS held, head(collect({planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: a.quote, start: a.start, end: a.`end`})) AS first
}
RETURN
  d.id AS id,
  p.id AS planId,
  d.name AS name,
  functionKeys AS functionIds,
  functionNames AS functions,
  held AS responsibilityCount,
  first AS citation
ORDER BY d.planId, d.name, id
