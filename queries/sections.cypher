// question.zh: 规划有哪些章节？
// question.en: Which sections does a plan have?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: parents [String!] 上级章节的 id | ids of the parent sections
// param: zone String 章节用途：background、goals、tasks、safeguards 等 | what the chapter is for: background, goals, tasks, safeguards …
// param: level Int 标题级别，1 章、2 节、3 条 | level of the heading: 1 chapter, 2 section, 3 item
// param: contains String 标题中含有的文字 | text that the title contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 章节的 id | id of the section
// column: planId String! 规划的 id | id of the plan
// column: parentId String 上级章节的 id | id of the parent section
// column: level Int! 标题级别，1 章、2 节、3 条 | level of the heading: 1 chapter, 2 section, 3 item
// column: number String 序号，同原文 | number as printed
// column: title String! 标题 | title
// column: ordinal Int! 在规划中的次序 | position in the plan
// column: zone String! 所在章的用途 | what its chapter is for
// column: path [String!]! 从章到本节的标题 | titles from the chapter to itself
// column: clauseCount Int! 本节自有条款数 | number of its own clauses
// column: citation Citation! 出处 | where it says so
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Section
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (s:Section)-[:IN_PLAN]->(p)
WHERE ($parents IS NULL OR EXISTS { MATCH (s)-[:SUBSECTION_OF]->(x:Section) WHERE x.id IN $parents })
  AND ($zone IS NULL OR s.zone = $zone)
  AND ($level IS NULL OR s.level = $level)
  AND ($contains IS NULL OR s.title CONTAINS $contains)
WITH s.planId AS planKey, s.start AS place, s.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (s:Section {id: key})
MATCH (s)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (s)-[:SUBSECTION_OF]->(o:Section)
RETURN
  s.id AS id,
  p.id AS planId,
  o.id AS parentId,
  s.level AS level,
  s.number AS number,
  s.title AS title,
  s.ordinal AS ordinal,
  s.zone AS zone,
  coalesce(s.path, []) AS path,
  COUNT { MATCH (s)<-[:IN_SECTION]-(:Clause) } AS clauseCount,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: s.quote, start: s.start, end: s.`end`} AS citation,
  hits AS total
ORDER BY s.planId, s.start, size(id), id
