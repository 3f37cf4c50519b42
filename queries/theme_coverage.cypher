// question.zh: 各主题在各地区各有多少任务、措施、行动和条款（主题 × 地区）？
// question.en: How many tasks, safeguards, actions and clauses has each region on each theme (theme by region)?
// param: themes [String!] 只看这些主题（id），空为全部 | only these (ids); null for all
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: themeId String! 主题的 id | id of the theme
// column: theme String! 主题的名称 | name of the theme
// column: broaderIds [String!]! 上位概念的 id | ids of the broader ones
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: covered Boolean! 该规划是否涉及 | whether the plan speaks to it
// column: tasks Int! 任务数，没有为 0 | number of tasks; 0 for none
// column: safeguards Int! 保障措施数，没有为 0 | number of safeguards; 0 for none
// column: actions Int! 专项行动数，没有为 0 | number of special actions; 0 for none
// column: clauses Int! 条款数，没有为 0 | number of clauses; 0 for none
// row: ThemeCoverage
MATCH (h:Theme)
WHERE $themes IS NULL OR h.id IN $themes
OPTIONAL MATCH (h)<-[:HAS_THEME|HAS_BROADER_THEME]-(f:Task|Safeguard|SpecialAction|Clause)
WITH h.id AS key, f.planId AS planKey, labels(f)[0] AS label, count(DISTINCT f.id) AS members
WITH key, planKey, collect({label: label, members: members}) AS kinds
WITH key, collect({planKey: planKey, kinds: kinds}) AS cells
MATCH (h:Theme {id: key})
CALL (h) {
  MATCH (h)-[:BROADER]->(o:Theme)
  WITH o ORDER BY o.id
  RETURN collect(o.id) AS broaderKeys
}
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
WITH h, broaderKeys, p, r, coalesce(head([c IN cells WHERE c.planKey = p.id | c.kinds]), []) AS kinds
RETURN
  h.id AS themeId,
  h.name AS theme,
  broaderKeys AS broaderIds,
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  size(kinds) > 0 AS covered,
  coalesce(head([k IN kinds WHERE k.label = 'Task' | k.members]), 0) AS tasks,
  coalesce(head([k IN kinds WHERE k.label = 'Safeguard' | k.members]), 0) AS safeguards,
  coalesce(head([k IN kinds WHERE k.label = 'SpecialAction' | k.members]), 0) AS actions,
  coalesce(head([k IN kinds WHERE k.label = 'Clause' | k.members]), 0) AS clauses
ORDER BY themeId, r.code, planId
