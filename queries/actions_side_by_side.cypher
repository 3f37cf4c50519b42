// question.zh: 各地区的对应专项行动并排是什么样？
// question.en: How do the corresponding special actions of the regions stand side by side?
// param: concept String 共同行动的 id，空为全部 | id of an action concept; null for all
// param: minPlans Int! 所选规划中至少多少份有此行动，0 为全部 | had by at least how many of these plans; 0 for all
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: conceptId String! 共同行动的 id | id of the action concept
// column: concept String! 共同行动的名称 | name of the action concept
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: stated Boolean! 该规划是否有此行动 | whether the plan has such an action
// column: actionId String 专项行动的 id | id of the special action
// column: title String 规划中的标题 | title in the plan
// column: columnTitle String 专栏的标题 | title of its special column
// column: underTask String 所在任务的标题 | title of the task it stands under
// column: citation Citation 出处，未写明则空 | where it says so, null where nothing is stated
// row: ActionCell
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
WITH collect(p.id) AS chosen
MATCH (m:ActionConcept)
WHERE $concept IS NULL OR m.id = $concept
OPTIONAL MATCH (m)<-[:HAS_COUNTERPART_CONCEPT]-(x:SpecialAction) WHERE x.planId IN chosen
WITH chosen, m.id AS key, count(DISTINCT x.planId) AS spread
WHERE spread >= $minPlans
MATCH (m:ActionConcept {id: key})
MATCH (p:Plan) WHERE p.id IN chosen
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
OPTIONAL MATCH (a:SpecialAction)-[:HAS_COUNTERPART_CONCEPT]->(m) WHERE a.planId = p.id
// Where nothing is stated the plan stands in, and leads nowhere: a path from null would be sought everywhere.
WITH spread, m, p, r, a, coalesce(a, p) AS stand
OPTIONAL MATCH (stand)-[:IN_SECTION]->(s:Section)
RETURN
  m.id AS conceptId,
  m.name AS concept,
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  a IS NOT NULL AS stated,
  a.id AS actionId,
  a.title AS title,
  a.columnTitle AS columnTitle,
  a.underTask AS underTask,
  CASE WHEN a IS NULL THEN null ELSE {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: a.quote, start: a.start, end: a.`end`} END AS citation
ORDER BY spread DESC, conceptId, r.code, planId, a.start, size(actionId), actionId
