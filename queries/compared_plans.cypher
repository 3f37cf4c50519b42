// question.zh: 比较的是哪些规划，各在什么地区？
// question.en: Which plans are compared, and of which region is each?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// row: MatrixColumn
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
RETURN
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period
ORDER BY r.code, planId
