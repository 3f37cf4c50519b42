// question.zh: 各规划引用了哪些文件，哪些为多份规划共同引用？
// question.en: Which documents do the plans cite, and which are cited in common?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: minPlans Int! 所选规划中至少多少份引用，1 为全部 | cited by at least how many of these plans; 1 for all
// param: contains String 文件名称中含有的文字 | text that the title contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 文件的 id | id of the document
// column: title String! 文件名称 | title of the document
// column: documentNumbers [String!]! 各处写明的文号 | document numbers that the plans give
// column: planCount Int! 引用它的规划数 | number of plans that cite it
// column: planIds [String!]! 引用它的规划 | ids of the plans that cite it
// column: citations [Citation!]! 每份规划首次引用的出处，次序同 planIds | where each plan first cites it, in the order of planIds
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: PolicyDocument
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (p)<-[:IN_PLAN]-(:Reference)-[:REFERS_TO]->(d:PolicyDocument)
WHERE ($contains IS NULL OR d.title CONTAINS $contains)
WITH d.id AS key, count(DISTINCT p.id) AS spread
WHERE spread >= $minPlans
WITH key, spread ORDER BY spread DESC, key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (d:PolicyDocument {id: key})
CALL (d) {
  MATCH (d)<-[:REFERS_TO]-(e:Reference)-[:IN_PLAN]->(p:Plan)
  WHERE ($plans IS NULL OR p.id IN $plans)
    AND ($period IS NULL OR p.period = $period)
    AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
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
  places AS citations,
  hits AS total
ORDER BY planCount DESC, id
