// question.zh: 各地区由谁负责某类任务、措施或行动（含承自任务的责任）？
// question.en: Who is responsible for a kind of task, safeguard or action in each region, inherited responsibility included?
// param: contains String 单元标题中含有的文字 | text that the title of the unit contains
// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: unitId String 任务、措施、行动或章节的 id | id of the task, safeguard, action or section
// column: unitKind String task、safeguard、special_action 或 section | task, safeguard, special_action or section
// column: unitTitle String 单元标题 | title of the unit
// column: stated Boolean! 是否写明责任 | whether anybody is named responsible
// column: responsibilityId String 责任的 id | id of the responsibility
// column: departmentId String 部门的 id | id of the department
// column: departmentName String 部门名称，同原文 | name of the department as the plan has it
// column: role String lead 牵头、joint 配合或按职责分工、named 点名 | lead, joint or named
// column: inherited Boolean 是否承自所支撑的任务（推定） | whether it is inherited from the task it supports (inferred)
// column: inheritedFromId String 所承任务的 id | id of the task it is inherited from
// column: citation Citation 出处，未写明则空 | where it says so, null where nothing is stated
// row: UnitResponsibility
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
OPTIONAL MATCH (u:Task|Safeguard|SpecialAction|Section)-[:IN_PLAN]->(p)
WHERE ($contains IS NULL OR u.title CONTAINS $contains)
  AND ($theme IS NULL OR EXISTS { MATCH (u)-[:HAS_THEME|HAS_BROADER_THEME]->(h:Theme) WHERE h.id = $theme })
  AND (NOT u:Section OR EXISTS { MATCH (y:Responsibility)-[:OF_UNIT]->(u) })
// Where nothing is stated the plan stands in, and leads nowhere: a path from null would be sought everywhere.
WITH p, r, u, coalesce(u, p) AS unit
OPTIONAL MATCH (unit)-[x:OF_UNIT|INHERITS_RESPONSIBILITY]-(a:Responsibility)
WITH p, r, u, a, type(x) = 'INHERITS_RESPONSIBILITY' AS passed, coalesce(a, p) AS stand
OPTIONAL MATCH (stand)-[:HELD_BY]->(d:Department)
OPTIONAL MATCH (stand)-[:OF_UNIT]->(o:Task|Safeguard|SpecialAction|Section)
OPTIONAL MATCH (stand)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
RETURN
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  u.id AS unitId,
  CASE labels(u)[0]
    WHEN 'Task' THEN 'task' WHEN 'Safeguard' THEN 'safeguard'
    WHEN 'SpecialAction' THEN 'special_action' WHEN 'Section' THEN 'section' END AS unitKind,
  u.title AS unitTitle,
  a IS NOT NULL AS stated,
  a.id AS responsibilityId,
  d.id AS departmentId,
  a.departmentName AS departmentName,
  a.role AS role,
  passed AS inherited,
  CASE WHEN passed THEN o.id END AS inheritedFromId,
  CASE WHEN a IS NULL THEN null ELSE {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: a.quote, start: a.start, end: a.`end`} END AS citation
ORDER BY r.code, planId, u.start, unitId, inherited, a.start, size(responsibilityId), responsibilityId
