// question.zh: 哪些地区的条款写到某个词，哪些没有？
// question.en: Which regions have a clause with a given text, and which do not?
// param: text String! 条款中含有的文字 | text that the clause contains
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: limit Int! 每份规划至多列出多少条事实 | how many facts a plan to list at most
// column: planId String! 规划的 id | id of the plan
// column: planTitle String! 规划名称 | title of the plan
// column: regionId String 地区的 id | id of the region
// column: region String 地区全称 | full name of the region
// column: period String 规划期 | period of the plan
// column: has Boolean! 该规划有没有 | whether the plan has it
// column: factCount Int! 相关事实数 | number of facts that show it
// column: factIds [String!]! 相关事实的 id，至多 limit 个 | ids of the first facts that show it, at most limit
// column: factKinds [String!]! 相关事实的种类，次序同 factIds | kinds of those facts, in the order of factIds
// column: titles [String!]! 相关事实的标题或文字，次序同 factIds | titles or texts of those facts, in the order of factIds
// column: citations [Citation!]! 出处，次序同 factIds | where they say so, in the order of factIds
// row: WhoHas
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
CALL (p) {
  MATCH (f:Clause)-[:IN_PLAN]->(p)
  WHERE f.text CONTAINS $text
  WITH f.start AS place, f.id AS key
  ORDER BY place, size(key), key
  WITH collect(key) AS found
  RETURN size(found) AS hits, found[0..$limit] AS shown
}
CALL (p, shown) {
  UNWIND shown AS key
  MATCH (f:Clause {id: key})
  OPTIONAL MATCH (f)-[:IN_SECTION]->(s:Section)
  WITH f.id AS factKey, f.start AS place,
    'clause' AS kind,
    f.text AS called,
    {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
      quote: f.quote, start: f.start, end: f.`end`} AS citation
  ORDER BY place, size(factKey), factKey
  RETURN collect(factKey) AS keys, collect(kind) AS kinds, collect(called) AS names, collect(citation) AS places
}
RETURN
  p.id AS planId,
  p.title AS planTitle,
  r.id AS regionId,
  r.name AS region,
  p.period AS period,
  hits > 0 AS has,
  hits AS factCount,
  keys AS factIds,
  kinds AS factKinds,
  names AS titles,
  places AS citations
ORDER BY r.code, planId
