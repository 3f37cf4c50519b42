// question.zh: 按 id 取章节
// question.en: Sections by id
// param: ids [String!]! 章节的 id，不存在的略去 | ids of the sections; unknown ones are left out
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
// row: Section
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (s:Section {id: wanted})
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
    quote: s.quote, start: s.start, end: s.`end`} AS citation
ORDER BY s.planId, s.start, size(id), id
