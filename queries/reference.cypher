// question.zh: 按 id 取引用
// question.en: References by id
// param: ids [String!]! 引用的 id，不存在的略去 | ids of the references; unknown ones are left out
// column: id String! 引用的 id | id of the reference
// column: planId String! 规划的 id | id of the plan
// column: citedTitle String! 被引文件名称，同原文 | title of the document as cited
// column: documentNumber String 文号 | document number
// column: issuer String 发文机构 | who issued it
// column: documentId String 被引文件的 id | id of the document
// column: clauseId String 所在条款的 id | id of the clause that states it
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: Reference
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (e:Reference {id: wanted})
MATCH (e)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (e)-[:STATED_IN]->(c:Clause)
OPTIONAL MATCH (e)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (e)-[:REFERS_TO]->(d:PolicyDocument)
RETURN
  e.id AS id,
  p.id AS planId,
  e.citedTitle AS citedTitle,
  e.documentNumber AS documentNumber,
  e.issuer AS issuer,
  d.id AS documentId,
  c.id AS clauseId,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: e.quote, start: e.start, end: e.`end`} AS citation
ORDER BY e.planId, e.start, size(id), id
