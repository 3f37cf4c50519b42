// question.zh: 各服务对象在各地区各有多少任务、行动和条款（服务对象 × 地区）？
// question.en: How many tasks, actions and clauses has each region for each beneficiary (beneficiary by region)?
// param: beneficiaries [String!] 只看这些服务对象（id），空为全部 | only these (ids); null for all
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: beneficiaryId String! 服务对象的 id | id of the beneficiary
// column: beneficiary String! 服务对象的名称 | name of the beneficiary
// column: broaderIds [String!]! 上位概念的 id | ids of the broader ones
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: covered Boolean! 该规划是否涉及 | whether the plan speaks to it
// column: tasks Int! 任务数，没有为 0 | number of tasks; 0 for none
// column: actions Int! 专项行动数，没有为 0 | number of special actions; 0 for none
// column: clauses Int! 条款数，没有为 0 | number of clauses; 0 for none
// row: BeneficiaryCoverage
MATCH (b:Beneficiary)
WHERE $beneficiaries IS NULL OR b.id IN $beneficiaries
OPTIONAL MATCH (b)<-[:BROADER*0..3]-(:Beneficiary)<-[:SERVES]-(f:Task|SpecialAction|Clause)
WITH b.id AS key, f.planId AS planKey, labels(f)[0] AS label, count(DISTINCT f.id) AS members
WITH key, planKey, collect({label: label, members: members}) AS kinds
WITH key, collect({planKey: planKey, kinds: kinds}) AS cells
MATCH (b:Beneficiary {id: key})
CALL (b) {
  MATCH (b)-[:BROADER]->(o:Beneficiary)
  WITH o ORDER BY o.id
  RETURN collect(o.id) AS broaderKeys
}
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
WITH b, broaderKeys, p, r, coalesce(head([c IN cells WHERE c.planKey = p.id | c.kinds]), []) AS kinds
RETURN
  b.id AS beneficiaryId,
  b.name AS beneficiary,
  broaderKeys AS broaderIds,
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  size(kinds) > 0 AS covered,
  coalesce(head([k IN kinds WHERE k.label = 'Task' | k.members]), 0) AS tasks,
  coalesce(head([k IN kinds WHERE k.label = 'SpecialAction' | k.members]), 0) AS actions,
  coalesce(head([k IN kinds WHERE k.label = 'Clause' | k.members]), 0) AS clauses
ORDER BY beneficiaryId, r.code, planId
