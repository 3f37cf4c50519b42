// question.zh: 各服务对象在各地区各有多少任务、行动和条款（服务对象 × 地区）？
// question.en: How many tasks, actions and clauses has each region for each beneficiary (beneficiary by region)?
// param: beneficiaries [String!] 只看这些服务对象（id），空为全部 | only these (ids); null for all
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: beneficiaryId String! 服务对象的 id | id of the beneficiary
// column: beneficiary String! 服务对象的名称 | name of the beneficiary
// column: broaderIds [String!]! 上位概念的 id | ids of the broader ones
// column: planIds [String!]! 涉及的规划；未列出的各项都为 0 | plans that speak to it; those not listed have 0 of everything
// column: tasks [Int!]! 任务数，次序同 planIds | number of tasks, in the order of planIds
// column: actions [Int!]! 专项行动数，次序同 planIds | number of special actions, in the order of planIds
// column: clauses [Int!]! 条款数，次序同 planIds | number of clauses, in the order of planIds
// row: BeneficiaryCounts
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
WITH collect(p.id) AS named
// Where all plans are wanted, nothing is held against a list of them.
WITH CASE WHEN $plans IS NULL AND $period IS NULL AND $regions IS NULL THEN null ELSE named END AS chosen
MATCH (b:Beneficiary)
WHERE $beneficiaries IS NULL OR b.id IN $beneficiaries
OPTIONAL MATCH (b)<-[:BROADER*0..3]-(:Beneficiary)<-[:SERVES]-(f:Task|SpecialAction|Clause)
WHERE chosen IS NULL OR f.planId IN chosen
WITH b.id AS key, f.planId AS planKey,
  count(DISTINCT CASE WHEN f:Task THEN f.id END) AS taskCount,
  count(DISTINCT CASE WHEN f:SpecialAction THEN f.id END) AS actionCount,
  count(DISTINCT CASE WHEN f:Clause THEN f.id END) AS clauseCount
ORDER BY key, planKey
// A beneficiary of which no plan speaks has one line without a plan, which adds nothing to the lists.
WITH key, collect(planKey) AS planKeys,
  collect(CASE WHEN planKey IS NOT NULL THEN taskCount END) AS taskCounts,
  collect(CASE WHEN planKey IS NOT NULL THEN actionCount END) AS actionCounts,
  collect(CASE WHEN planKey IS NOT NULL THEN clauseCount END) AS clauseCounts
MATCH (b:Beneficiary {id: key})
CALL (b) {
  MATCH (b)-[:BROADER]->(o:Beneficiary)
  WITH o ORDER BY o.id
  RETURN collect(o.id) AS broaderKeys
}
RETURN
  b.id AS beneficiaryId,
  b.name AS beneficiary,
  broaderKeys AS broaderIds,
  planKeys AS planIds,
  taskCounts AS tasks,
  actionCounts AS actions,
  clauseCounts AS clauses
ORDER BY beneficiaryId
