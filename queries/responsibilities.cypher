// question.zh: 谁对什么负责？
// question.en: Who is responsible for what?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: units [String!] 所属任务、措施、行动或章节的 id | ids of the tasks, safeguards, actions or sections it belongs to
// param: clauses [String!] 所在条款的 id | ids of the clauses it is stated in
// param: role String 责任方式：lead 牵头、joint 配合或按职责分工、named 点名 | role: lead, joint or named
// param: department String 部门名称中含有的文字 | text that the department's name contains
// param: function String 部门职能的 id，含其下位职能 | id of a department function, narrower ones included
// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included
// param: contains String 单元标题中含有的文字 | text that the title of the unit contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
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
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Responsibility
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (a:Responsibility)-[:IN_PLAN]->(p)
WHERE ($units IS NULL OR EXISTS { MATCH (a)-[:OF_UNIT]->(x:Task|Safeguard|SpecialAction|Section) WHERE x.id IN $units })
  AND ($clauses IS NULL OR EXISTS { MATCH (a)-[:STATED_IN]->(x:Clause) WHERE x.id IN $clauses })
  AND ($role IS NULL OR a.role = $role)
  AND ($department IS NULL OR a.departmentName CONTAINS $department)
  AND ($function IS NULL OR EXISTS {
    MATCH (a)-[:HELD_BY]->(:Department)-[:HAS_FUNCTION]->(:DepartmentConcept)-[:BROADER*0..3]->(x:DepartmentConcept)
    WHERE x.id = $function
  })
  AND ($theme IS NULL OR EXISTS {
    MATCH (a)-[:OF_UNIT]->(y:Task|Safeguard|SpecialAction)-[:HAS_THEME|HAS_BROADER_THEME]->(h:Theme)
    WHERE h.id = $theme
  })
  AND ($contains IS NULL OR a.unitTitle CONTAINS $contains)
WITH a.planId AS planKey, a.start AS place, a.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (a:Responsibility {id: key})
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
    quote: a.quote, start: a.start, end: a.`end`} AS citation,
  hits AS total
ORDER BY a.planId, a.start, size(id), id
