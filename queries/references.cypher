// question.zh: 规划在哪里引用了哪些文件？
// question.en: Where does a plan cite which documents?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: clauses [String!] 所在条款的 id | ids of the clauses it is stated in
// param: documents [String!] 被引文件的 id | ids of the documents cited
// param: contains String 文件名称中含有的文字 | text that the title contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 引用的 id | id of the reference
// column: planId String! 规划的 id | id of the plan
// column: citedTitle String! 被引文件名称，同原文 | title of the document as cited
// column: documentNumber String 文号 | document number
// column: issuer String 发文机构 | who issued it
// column: documentId String 被引文件的 id | id of the document
// column: clauseId String 所在条款的 id | id of the clause that states it
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Reference
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (e:Reference)-[:IN_PLAN]->(p)
WHERE ($clauses IS NULL OR EXISTS { MATCH (e)-[:STATED_IN]->(x:Clause) WHERE x.id IN $clauses })
  AND ($documents IS NULL OR EXISTS { MATCH (e)-[:REFERS_TO]->(x:PolicyDocument) WHERE x.id IN $documents })
  AND ($contains IS NULL OR e.citedTitle CONTAINS $contains)
WITH e.planId AS planKey, e.start AS place, e.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (e:Reference {id: key})
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
    quote: e.quote, start: e.start, end: e.`end`} AS citation,
  hits AS total
ORDER BY e.planId, e.start, size(id), id
