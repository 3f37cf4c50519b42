// question.zh: 各地区就同一事项提出了什么量化目标？
// question.en: Which targets do the regions set on one subject?
// param: contains String 目标事项或原文中含有的文字 | text that the subject or the quote contains
// param: concept String 指标概念的 id | id of an indicator concept
// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: stated Boolean! 该规划是否写明 | whether the plan states it
// column: targetId String 量化目标的 id | id of the target
// column: unitId String 所属单元的 id | id of what it belongs to
// column: unitTitle String 所属单元的标题 | title of what it belongs to
// column: subject String 目标所指的事项 | what the target is about
// column: comparator String 比较符号 | comparator
// column: value Float 目标值（数） | the number
// column: unitOfMeasure String 计量单位 | unit of measure
// column: byYear Int 完成年份 | year by which it is due
// column: fullCoverage Boolean 是否全覆盖（推定） | whether it means full coverage (inferred)
// column: citation Citation 出处，未写明则空 | where it says so, null where nothing is stated
// row: TargetInRegion
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
OPTIONAL MATCH (t:Target)-[:IN_PLAN]->(p)
WHERE ($contains IS NULL OR t.subject CONTAINS $contains OR t.quote CONTAINS $contains)
  AND ($concept IS NULL OR EXISTS { MATCH (t)-[:MEASURES]->(x:IndicatorConcept) WHERE x.id = $concept })
  AND ($theme IS NULL OR EXISTS {
    MATCH (t)-[:OF_UNIT|STATED_IN]->(y:Task|Safeguard|SpecialAction|Clause)-[:HAS_THEME|HAS_BROADER_THEME]->(h:Theme)
    WHERE h.id = $theme
  })
// Where nothing is stated the plan stands in, and leads nowhere: a path from null would be sought everywhere.
WITH p, r, t, coalesce(t, p) AS stand
OPTIONAL MATCH (stand)-[:OF_UNIT]->(u:Task|Safeguard|SpecialAction|Section)
OPTIONAL MATCH (stand)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
RETURN
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  t IS NOT NULL AS stated,
  t.id AS targetId,
  u.id AS unitId,
  t.unitTitle AS unitTitle,
  t.subject AS subject,
  t.comparator AS comparator,
  t.value AS value,
  t.unitOfMeasure AS unitOfMeasure,
  t.byYear AS byYear,
  CASE WHEN t IS NULL THEN null ELSE coalesce(t.fullCoverage, false) END AS fullCoverage,
  CASE WHEN t IS NULL THEN null ELSE {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: t.quote, start: t.start, end: t.`end`} END AS citation
ORDER BY r.code, planId, t.start, size(targetId), targetId
