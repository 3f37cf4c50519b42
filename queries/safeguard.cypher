// question.zh: 按 id 取保障措施
// question.en: Safeguards by id
// param: ids [String!]! 保障措施的 id，不存在的略去 | ids of the safeguards; unknown ones are left out
// column: id String! 保障措施的 id | id of the safeguard
// column: planId String! 规划的 id | id of the plan
// column: title String! 标题 | title
// column: parentTitle String 上级标题 | title above it
// column: ordinal Int! 在规划保障措施中的次序 | position among the plan's safeguards
// column: themeIds [String!]! 主题的 id | ids of its themes
// column: themes [String!]! 主题名称，次序同 themeIds | names of its themes, in the order of themeIds
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: Safeguard
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (g:Safeguard {id: wanted})
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
    quote: g.quote, start: g.start, end: g.`end`} AS citation
ORDER BY g.planId, g.start, size(id), id
