// question.zh: 规划有哪些保障措施？
// question.en: Which safeguards does a plan have?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: sections [String!] 所在章节的 id | ids of the sections it stands in
// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included
// param: contains String 标题中含有的文字 | text that the title contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 保障措施的 id | id of the safeguard
// column: planId String! 规划的 id | id of the plan
// column: title String! 标题 | title
// column: parentTitle String 上级标题 | title above it
// column: ordinal Int! 在规划保障措施中的次序 | position among the plan's safeguards
// column: themeIds [String!]! 主题的 id | ids of its themes
// column: themes [String!]! 主题名称，次序同 themeIds | names of its themes, in the order of themeIds
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Safeguard
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (g:Safeguard)-[:IN_PLAN]->(p)
WHERE ($sections IS NULL OR EXISTS { MATCH (g)-[:IN_SECTION]->(x:Section) WHERE x.id IN $sections })
  AND ($theme IS NULL OR EXISTS { MATCH (g)-[:HAS_THEME|HAS_BROADER_THEME]->(h:Theme) WHERE h.id = $theme })
  AND ($contains IS NULL OR g.title CONTAINS $contains)
WITH g.planId AS planKey, g.start AS place, g.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (g:Safeguard {id: key})
MATCH (g)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (g)-[:IN_SECTION]->(s:Section)
CALL (g) {
  MATCH (g)-[:HAS_THEME]->(h:Theme)
  WITH h ORDER BY h.id
  RETURN collect(h.id) AS themeKeys, collect(h.name) AS themeNames
}
RETURN
  g.id AS id,
  p.id AS planId,
  g.title AS title,
  g.parentTitle AS parentTitle,
  g.ordinal AS ordinal,
  themeKeys AS themeIds,
  themeNames AS themes,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: g.quote, start: g.start, end: g.`end`} AS citation,
  hits AS total
ORDER BY g.planId, g.start, size(id), id
