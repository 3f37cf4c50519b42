// question.zh: 哪些条款符合条件？
// question.en: Which clauses meet the conditions?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: sections [String!] 所在章节的 id | ids of the sections it stands in
// param: units [String!] 所属任务、措施或行动的 id | ids of the tasks, safeguards or actions it belongs to
// param: zone String 章节用途 | what the chapter is for
// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included
// param: beneficiary String 服务对象 id，含其下位对象 | id of a beneficiary, narrower ones included
// param: contains String 条款中含有的文字 | text that the clause contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
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
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Clause
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (c:Clause)-[:IN_PLAN]->(p)
WHERE ($sections IS NULL OR EXISTS { MATCH (c)-[:IN_SECTION]->(x:Section) WHERE x.id IN $sections })
  AND ($units IS NULL OR EXISTS { MATCH (c)-[:IN_UNIT]->(x:Task|Safeguard|SpecialAction) WHERE x.id IN $units })
  AND ($zone IS NULL OR c.zone = $zone)
  AND ($theme IS NULL OR EXISTS { MATCH (c)-[:HAS_THEME|HAS_BROADER_THEME]->(h:Theme) WHERE h.id = $theme })
  AND ($beneficiary IS NULL OR EXISTS {
    MATCH (c)-[:SERVES]->(:Beneficiary)-[:BROADER*0..3]->(b:Beneficiary) WHERE b.id = $beneficiary
  })
  AND ($contains IS NULL OR c.text CONTAINS $contains)
WITH c.planId AS planKey, c.start AS place, c.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (c:Clause {id: key})
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
    quote: c.quote, start: c.start, end: c.`end`} AS citation,
  hits AS total
ORDER BY c.planId, c.start, size(id), id
