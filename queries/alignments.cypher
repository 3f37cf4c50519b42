// question.zh: 哪些事实对齐到哪些概念，凭什么，有多可信？
// question.en: Which facts were aligned with which concepts, on what ground and how surely?
// param: kinds [String!] 只看这些种类 | only these kinds
// param: facts [String!] 只看这些事实（id） | only these facts (ids)
// param: concepts [String!] 只看这些概念（id） | only these concepts (ids)
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 对齐的 id | id of the alignment
// column: kind String! 种类：indicator、special_action、department、task_theme、target | kind: indicator, special_action, department, task_theme or target
// column: factId String! 事实的 id | id of the fact
// column: conceptId String! 概念的 id | id of the concept
// column: planId String! 规划的 id | id of the plan
// column: score Float! 可信度，0 到 1 | how sure, 0 to 1
// column: method String! 方法：exact、vocabulary、similarity、inferred、curated | method: exact, vocabulary, similarity, inferred or curated
// column: evidence String 依据 | what supports it
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Alignment
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (l:Alignment)-[:ALIGNS_FACT]->(f)-[:IN_PLAN]->(p)
WHERE ($kinds IS NULL OR l.kind IN $kinds)
  AND ($facts IS NULL OR l.factId IN $facts)
  AND ($concepts IS NULL OR l.conceptId IN $concepts)
WITH l.kind AS kindKey, l.conceptId AS conceptKey, l.factId AS factKey, l.id AS key
ORDER BY kindKey, conceptKey, factKey, key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (l:Alignment {id: key})-[:ALIGNS_FACT]->(f)
RETURN
  l.id AS id,
  l.kind AS kind,
  l.factId AS factId,
  l.conceptId AS conceptId,
  f.planId AS planId,
  l.score AS score,
  l.method AS method,
  l.evidence AS evidence,
  hits AS total
ORDER BY kind, conceptId, factId, id
