// question.zh: 各主题在各规划何处写到，先列哪几处？
// question.en: Where does each plan speak to each of these themes: the first places, and how many there are?
// param: themes [String!]! 主题 id，含其下位主题；不存在的略去 | ids of themes, narrower themes included; unknown ones are left out
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: limit Int! 每个主题在每份规划至多列出多少条事实 | how many facts to list at most, for each theme and plan
// column: themeId String! 主题的 id | id of the theme
// column: planId String! 规划的 id；不涉及该主题的规划不列 | id of the plan; a plan that does not speak to the theme has no row
// column: factCount Int! 相关事实数 | number of facts that show it
// column: factIds [String!]! 相关事实的 id，至多 limit 个 | ids of the first facts that show it, at most limit
// column: citations [Citation!]! 出处，次序同 factIds | where they say so, in the order of factIds
// row: ThemeCitations
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
WITH collect(p.id) AS named
// Where all plans are wanted, nothing is held against a list of them.
WITH CASE WHEN $plans IS NULL AND $period IS NULL AND $regions IS NULL THEN null ELSE named END AS chosen
MATCH (h:Theme)<-[:HAS_THEME|HAS_BROADER_THEME]-(f:Task|Safeguard|SpecialAction|Clause)
WHERE h.id IN $themes AND (chosen IS NULL OR f.planId IN chosen)
WITH DISTINCT h.id AS themeKey, f.planId AS planKey, CASE WHEN f:Clause THEN 1 ELSE 0 END AS depth,
  f.start AS place, f.id AS key
ORDER BY themeKey, planKey, depth, place, size(key), key
// All themes and plans are grouped at once: asked a theme and a plan at a time, each theme's facts are read once a plan.
WITH themeKey, planKey, collect(key) AS found
WITH themeKey, planKey, size(found) AS hits, found[0..$limit] AS shown
CALL (planKey, shown) {
  UNWIND shown AS key
  MATCH (p:Plan {id: planKey})
  MATCH (f:Task|Safeguard|SpecialAction|Clause {id: key})
  OPTIONAL MATCH (f)-[:IN_SECTION]->(s:Section)
  WITH f.id AS factKey, f.start AS place, CASE WHEN f:Clause THEN 1 ELSE 0 END AS depth,
    {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
      quote: f.quote, start: f.start, end: f.`end`} AS citation
  ORDER BY depth, place, size(factKey), factKey
  RETURN collect(factKey) AS keys, collect(citation) AS places
}
RETURN
  themeKey AS themeId,
  planKey AS planId,
  hits AS factCount,
  keys AS factIds,
  places AS citations
ORDER BY themeId, planId
