// question.zh: 一个条款在哪里，前后文是什么？
// question.en: Where does a clause stand, and what stands before and after it?
// param: clause String! 条款的 id | id of the clause
// param: before Int! 前文条数 | how many clauses before
// param: after Int! 后文条数 | how many clauses after
// column: offset Int! 与所问条款的距离，前为负，自身为 0 | distance from the clause asked for: negative before, 0 itself
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
// row: ClauseInContext
MATCH (asked:Clause {id: $clause})-[:IN_PLAN]->(p:Plan)
MATCH (c:Clause)-[:IN_PLAN]->(p)
WHERE c.ordinal >= asked.ordinal - $before AND c.ordinal <= asked.ordinal + $after
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
  c.ordinal - asked.ordinal AS offset,
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
ORDER BY offset, id
