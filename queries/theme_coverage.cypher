// question.zh: 各主题在各地区各有多少任务、措施、行动和条款（主题 × 地区）？
// question.en: How many tasks, safeguards, actions and clauses has each region on each theme (theme by region)?
// param: themes [String!] 只看这些主题（id），空为全部 | only these (ids); null for all
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: themeId String! 主题的 id | id of the theme
// column: theme String! 主题的名称 | name of the theme
// column: broaderIds [String!]! 上位概念的 id | ids of the broader ones
// column: planIds [String!]! 涉及的规划；未列出的各项都为 0 | plans that speak to it; those not listed have 0 of everything
// column: tasks [Int!]! 任务数，次序同 planIds | number of tasks, in the order of planIds
// column: safeguards [Int!]! 保障措施数，次序同 planIds | number of safeguards, in the order of planIds
// column: actions [Int!]! 专项行动数，次序同 planIds | number of special actions, in the order of planIds
// column: clauses [Int!]! 条款数，次序同 planIds | number of clauses, in the order of planIds
// row: ThemeCounts
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
WITH collect(p.id) AS named
// Where all plans are wanted, nothing is held against a list of them.
WITH CASE WHEN $plans IS NULL AND $period IS NULL AND $regions IS NULL THEN null ELSE named END AS chosen
MATCH (h:Theme)
WHERE $themes IS NULL OR h.id IN $themes
OPTIONAL MATCH (h)<-[:HAS_THEME|HAS_BROADER_THEME]-(f:Task|Safeguard|SpecialAction|Clause)
WHERE chosen IS NULL OR f.planId IN chosen
WITH h.id AS key, f.planId AS planKey,
  count(DISTINCT CASE WHEN f:Task THEN f.id END) AS taskCount,
  count(DISTINCT CASE WHEN f:Safeguard THEN f.id END) AS safeguardCount,
  count(DISTINCT CASE WHEN f:SpecialAction THEN f.id END) AS actionCount,
  count(DISTINCT CASE WHEN f:Clause THEN f.id END) AS clauseCount
ORDER BY key, planKey
// A theme of which no plan speaks has one line without a plan, which adds nothing to the lists.
WITH key, collect(planKey) AS planKeys,
  collect(CASE WHEN planKey IS NOT NULL THEN taskCount END) AS taskCounts,
  collect(CASE WHEN planKey IS NOT NULL THEN safeguardCount END) AS safeguardCounts,
  collect(CASE WHEN planKey IS NOT NULL THEN actionCount END) AS actionCounts,
  collect(CASE WHEN planKey IS NOT NULL THEN clauseCount END) AS clauseCounts
MATCH (h:Theme {id: key})
CALL (h) {
  MATCH (h)-[:BROADER]->(o:Theme)
  WITH o ORDER BY o.id
  RETURN collect(o.id) AS broaderKeys
}
RETURN
  h.id AS themeId,
  h.name AS theme,
  broaderKeys AS broaderIds,
  planKeys AS planIds,
  taskCounts AS tasks,
  safeguardCounts AS safeguards,
  actionCounts AS actions,
  clauseCounts AS clauses
ORDER BY themeId
