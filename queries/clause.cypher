// question.zh: 按 id 取条款
// question.en: Clauses by id
// param: ids [String!]! 条款的 id，不存在的略去 | ids of the clauses; unknown ones are left out
// column: id String! 条款的 id | id of the clause
// column: planId String! 规划的 id | id of the plan
// column: text String! 条款文字，已去除排版空白 | text without the blanks of extraction
// column: ordinal Int! 在规划中的次序，从 1 起 | position in the plan, from 1
// column: zone String! 所在章的用途 | what its chapter is for
// column: unitId String 所属任务、措施、行动或章节的 id | id of the task, safeguard, action or section it belongs to
// column: unitKind String! task、safeguard、special_action 或 section | task, safeguard, special_action or section
// column: unitTitle String 所属单元的标题 | title of what it belongs to
// column: path [String!]! 从章到所在节的标题 | titles from the chapter to its section
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: themeIds [String!]! 主题的 id | ids of its themes
// column: themes [String!]! 主题名称，次序同 themeIds | names of its themes, in the order of themeIds
// column: beneficiaryIds [String!]! 服务对象的 id | ids of the beneficiaries it serves
// column: beneficiaries [String!]! 服务对象名称，次序同 beneficiaryIds | names of the beneficiaries, in the order of beneficiaryIds
// column: citation Citation! 出处 | where it says so
// row: Clause
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (c:Clause {id: wanted})
MATCH (c)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (c)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (c)-[:IN_UNIT]->(u:Task|Safeguard|SpecialAction)
CALL (c) {
  MATCH (c)-[:HAS_THEME]->(h:Theme)
  WITH h ORDER BY h.id
  RETURN collect(h.id) AS themeKeys, collect(h.name) AS themeNames
}
CALL (c) {
  MATCH (c)-[:SERVES]->(b:Beneficiary)
  WITH b ORDER BY b.id
  RETURN collect(b.id) AS beneficiaryKeys, collect(b.name) AS beneficiaryNames
}
RETURN
  c.id AS id,
  p.id AS planId,
  c.text AS text,
  c.ordinal AS ordinal,
  c.zone AS zone,
  coalesce(u.id, s.id) AS unitId,
  c.unitKind AS unitKind,
  c.unitTitle AS unitTitle,
  coalesce(c.path, []) AS path,
  s.id AS sectionId,
  themeKeys AS themeIds,
  themeNames AS themes,
  beneficiaryKeys AS beneficiaryIds,
  beneficiaryNames AS beneficiaries,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: c.quote, start: c.start, end: c.`end`} AS citation
ORDER BY c.planId, c.start, size(id), id
