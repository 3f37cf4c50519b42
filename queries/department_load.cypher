// question.zh: 各部门职能在各地区牵头、配合、点名承担多少任务和行动，谁牵头最多（职能 × 地区）？
// question.en: How many tasks and actions does each department function lead, join or is named for in each region, and who leads most (function by region)?
// param: functions [String!] 只看这些部门职能（id），空为全部 | only these department functions (ids); null for all
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: functionId String! 部门职能的 id，含其下位职能 | id of the department function, narrower ones included
// column: function String! 部门职能的名称 | name of the department function
// column: leadsInAll Int! 在所选各规划中共牵头多少单元 | how many units it leads in all of these plans
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: units Int! 承担的单元数，没有为 0 | number of units it has a part in; 0 for none
// column: leads Int! 其中牵头的 | of these, led by it
// column: joins Int! 其中配合或按职责分工的 | of these, joined by it
// column: named Int! 其中点名承担的 | of these, it is named for
// column: tasks Int! 承担的单元中的任务数 | number of tasks among the units
// column: actions Int! 承担的单元中的专项行动数 | number of special actions among the units
// row: DepartmentLoad
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
WITH collect(p.id) AS wanted
// Where all plans are wanted, nothing is held against a list of them.
WITH CASE WHEN $plans IS NULL AND $period IS NULL AND $regions IS NULL THEN null ELSE wanted END AS chosen
MATCH (m:DepartmentConcept)
WHERE $functions IS NULL OR m.id IN $functions
MATCH (m)<-[:BROADER*0..3]-(:DepartmentConcept)<-[:HAS_FUNCTION]-(d:Department)<-[:HELD_BY]-(a:Responsibility)-[:OF_UNIT]->(u:Task|Safeguard|SpecialAction|Section)
WHERE chosen IS NULL OR d.planId IN chosen
WITH m.id AS key, d.planId AS planKey, u.id AS unitKey, labels(u)[0] AS kind, collect(DISTINCT a.role) AS roles
WITH key, planKey, count(unitKey) AS unitCount,
  count(CASE WHEN 'lead' IN roles THEN 1 END) AS leadCount,
  count(CASE WHEN 'joint' IN roles THEN 1 END) AS joinCount,
  count(CASE WHEN 'named' IN roles THEN 1 END) AS namedCount,
  count(CASE WHEN kind = 'Task' THEN 1 END) AS taskCount,
  count(CASE WHEN kind = 'SpecialAction' THEN 1 END) AS actionCount
WITH key, sum(leadCount) AS led, collect({planKey: planKey, unitCount: unitCount, leadCount: leadCount,
  joinCount: joinCount, namedCount: namedCount, taskCount: taskCount, actionCount: actionCount}) AS cells
MATCH (m:DepartmentConcept {id: key})
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
WITH m, p, r, led, head([c IN cells WHERE c.planKey = p.id]) AS cell
RETURN
  m.id AS functionId,
  m.name AS function,
  led AS leadsInAll,
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  coalesce(cell.unitCount, 0) AS units,
  coalesce(cell.leadCount, 0) AS leads,
  coalesce(cell.joinCount, 0) AS joins,
  coalesce(cell.namedCount, 0) AS named,
  coalesce(cell.taskCount, 0) AS tasks,
  coalesce(cell.actionCount, 0) AS actions
ORDER BY leadsInAll DESC, functionId, r.code, planId
