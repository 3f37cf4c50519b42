// question.zh: 规划写了哪些基期成效？
// question.en: Which achievements of the past period does a plan state?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: units [String!] 所属任务、措施、行动或章节的 id | ids of the tasks, safeguards, actions or sections it belongs to
// param: clauses [String!] 所在条款的 id | ids of the clauses it is stated in
// param: contains String 主题词或原文中含有的文字 | text that the subject or the quote contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 基期成效的 id | id of the baseline
// column: planId String! 规划的 id | id of the plan
// column: unitId String 所属单元的 id | id of what it belongs to
// column: subject String! 成效所指的事项 | what the achievement is about
// column: value Float! 数值 | the number
// column: unitOfMeasure String! 计量单位 | unit of measure
// column: asOf String 截止时间，原文未写则空 | as of when, null where the text does not say
// column: clauseId String 所在条款的 id | id of the clause that states it
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Baseline
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (b:Baseline)-[:IN_PLAN]->(p)
WHERE ($units IS NULL OR EXISTS { MATCH (b)-[:OF_UNIT]->(x:Task|Safeguard|SpecialAction|Section) WHERE x.id IN $units })
  AND ($clauses IS NULL OR EXISTS { MATCH (b)-[:STATED_IN]->(x:Clause) WHERE x.id IN $clauses })
  AND ($contains IS NULL OR b.subject CONTAINS $contains OR b.quote CONTAINS $contains)
WITH b.planId AS planKey, b.start AS place, b.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (b:Baseline {id: key})
MATCH (b)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (b)-[:STATED_IN]->(c:Clause)
OPTIONAL MATCH (b)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (b)-[:OF_UNIT]->(u:Task|Safeguard|SpecialAction|Section)
RETURN
  b.id AS id,
  p.id AS planId,
  u.id AS unitId,
  b.subject AS subject,
  b.value AS value,
  b.unitOfMeasure AS unitOfMeasure,
  b.asOf AS asOf,
  c.id AS clauseId,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: b.quote, start: b.start, end: b.`end`} AS citation,
  hits AS total
ORDER BY b.planId, b.start, size(id), id
