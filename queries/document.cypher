// question.zh: 按 id 取被引文件
// question.en: Cited documents by id
// param: ids [String!]! 文件的 id，不存在的略去 | ids of the documents; unknown ones are left out
// column: id String! 文件的 id | id of the document
// column: title String! 文件名称 | title of the document
// column: documentNumbers [String!]! 各处写明的文号 | document numbers that the plans give
// column: planCount Int! 引用它的规划数 | number of plans that cite it
// column: planIds [String!]! 引用它的规划 | ids of the plans that cite it
// column: citations [Citation!]! 每份规划首次引用的出处，次序同 planIds | where each plan first cites it, in the order of planIds
// row: PolicyDocument
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (d:PolicyDocument {id: wanted})
CALL (d) {
  MATCH (d)<-[:REFERS_TO]-(e:Reference)-[:IN_PLAN]->(p:Plan)
  OPTIONAL MATCH (e)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
  WITH p, e, s ORDER BY p.id, e.start, e.id
  WITH p.id AS planKey, head(collect({planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
      quote: e.quote, start: e.start, end: e.`end`})) AS place
  ORDER BY planKey
  RETURN collect(planKey) AS planKeys, collect(place) AS places
}
CALL (d) {
  MATCH (d)<-[:REFERS_TO]-(e:Reference)
  WHERE e.documentNumber IS NOT NULL
  WITH DISTINCT e.documentNumber AS number ORDER BY number
  RETURN collect(number) AS numbers
}
RETURN
  d.id AS id,
  d.title AS title,
  numbers AS documentNumbers,
  size(planKeys) AS planCount,
  planKeys AS planIds,
  places AS citations
ORDER BY planCount DESC, id
