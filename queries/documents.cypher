// question.zh: 各规划引用了哪些文件，哪些为多份规划共同引用？
// question.en: Which documents do the plans cite, and which are cited in common?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: minPlans Int! 至少被多少份规划引用，1 为全部 | cited by at least how many plans; 1 for all
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
MATCH (d:PolicyDocument)
WHERE ($contains IS NULL OR d.title CONTAINS $contains)
CALL (d) {
  MATCH (e:Reference)-[:REFERS_TO]->(d)
  MATCH (e)-[:IN_PLAN]->(p:Plan)
  WHERE ($plans IS NULL OR p.id IN $plans)
    AND ($period IS NULL OR p.period = $period)
    AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
  OPTIONAL MATCH (e)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
  WITH e, p, s ORDER BY p.id, e.start, e.id
  WITH p.id AS planKey, collect({planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title, quote: e.quote, start: e.start, end: e.`end`}) AS cited,
    [n IN collect(DISTINCT e.documentNumber) | n] AS given
  ORDER BY planKey
  RETURN collect(planKey) AS planKeys, collect(cited[0]) AS places, collect(given) AS givens
}
CALL (givens) {
  UNWIND givens AS given
  UNWIND given AS written
  WITH DISTINCT written ORDER BY written
  RETURN collect(written) AS numbers
}
WITH d, planKeys, places, numbers
WHERE size(planKeys) > 0 AND size(planKeys) >= $minPlans
WITH d, planKeys, places, numbers, size(planKeys) AS spread ORDER BY spread DESC, d.id
WITH collect({document: d, planKeys: planKeys, places: places, numbers: numbers}) AS found
UNWIND found[$skip..$skip + $limit] AS row
WITH found, row.document AS d, row.planKeys AS planKeys, row.places AS places, row.numbers AS numbers
RETURN
  d.id AS id,
  d.title AS title,
  numbers AS documentNumbers,
  size(planKeys) AS planCount,
  planKeys AS planIds,
  places AS citations,
  size(found) AS total
ORDER BY planCount DESC, id
