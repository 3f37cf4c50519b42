// question.zh: 某一部门职能在各地区承担什么？
// question.en: What does a department function carry in each region?
// param: function String! 部门职能的 id，含其下位职能 | id of the department function, narrower ones included
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: functionId String! 部门职能的 id | id of the department function
// column: function String! 部门职能的名称 | name of the department function
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: stated Boolean! 该规划是否写明 | whether the plan states any
// column: responsibilityId String 责任的 id | id of the responsibility
// column: departmentId String 部门的 id | id of the department
// column: departmentName String 部门名称，同原文 | name of the department as the plan has it
// column: unitId String 单元的 id | id of the unit
// column: unitKind String task、safeguard、special_action 或 section | task, safeguard, special_action or section
// column: unitTitle String 单元标题 | title of the unit
// column: role String lead 牵头、joint 配合或按职责分工、named 点名 | lead, joint or named
// column: citation Citation 出处，未写明则空 | where it says so, null where nothing is stated
// row: FunctionInRegion
MATCH (m:DepartmentConcept {id: $function})
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
OPTIONAL MATCH (a:Responsibility)-[:HELD_BY]->(d:Department)-[:IN_PLAN]->(p)
WHERE EXISTS { MATCH (d)-[:HAS_FUNCTION]->(:DepartmentConcept)-[:BROADER*0..3]->(m) }
// Where nothing is stated the plan stands in, and leads nowhere: a path from null would be sought everywhere.
WITH m, p, r, d, a, coalesce(a, p) AS stand
OPTIONAL MATCH (stand)-[:OF_UNIT]->(u:Task|Safeguard|SpecialAction|Section)
OPTIONAL MATCH (stand)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
RETURN
  m.id AS functionId,
  m.name AS function,
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  a IS NOT NULL AS stated,
  a.id AS responsibilityId,
  d.id AS departmentId,
  a.departmentName AS departmentName,
  u.id AS unitId,
  a.unitKind AS unitKind,
  a.unitTitle AS unitTitle,
  a.role AS role,
  CASE WHEN a IS NULL THEN null ELSE {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: a.quote, start: a.start, end: a.`end`} END AS citation
ORDER BY r.code, planId, a.start, size(responsibilityId), responsibilityId
