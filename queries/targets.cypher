// question.zh: 规划正文提出了哪些量化目标？
// question.en: Which targets does the running text of a plan set?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: units [String!] 所属任务、措施、行动或章节的 id | ids of the tasks, safeguards, actions or sections it belongs to
// param: clauses [String!] 所在条款的 id | ids of the clauses it is stated in
// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included
// param: concept String 指标概念的 id | id of an indicator concept
// param: fullCoverage Boolean true 只看全覆盖目标，false 只看其他 | true for full-coverage targets, false for the others
// param: byYear Int 完成年份 | year by which it is due
// param: contains String 主题词或原文中含有的文字 | text that the subject or the quote contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 量化目标的 id | id of the target
// column: planId String! 规划的 id | id of the plan
// column: unitId String 所属单元的 id | id of what it belongs to
// column: unitTitle String 所属单元的标题 | title of what it belongs to
// column: unitKind String! task、safeguard、special_action 或 section | task, safeguard, special_action or section
// column: subject String! 目标所指的事项 | what the target is about
// column: comparator String! 比较符号：=、>=、>、<=、<、~ | comparator: =, >=, >, <=, <, ~
// column: value Float! 目标值（数） | the number
// column: unitOfMeasure String! 计量单位 | unit of measure
// column: byYear Int 完成年份，原文未写则空 | year by which it is due, null where the text does not say
// column: fullCoverage Boolean! 是否全覆盖（推定） | whether it means full coverage (inferred)
// column: conceptIds [String!]! 所对应指标概念的 id | ids of the indicator concepts it measures
// column: concepts [String!]! 指标概念名称，次序同 conceptIds | names of the indicator concepts, in the order of conceptIds
// column: clauseId String 所在条款的 id | id of the clause that states it
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Target
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (t:Target)-[:IN_PLAN]->(p)
WHERE ($units IS NULL OR EXISTS { MATCH (t)-[:OF_UNIT]->(x:Task|Safeguard|SpecialAction|Section) WHERE x.id IN $units })
  AND ($clauses IS NULL OR EXISTS { MATCH (t)-[:STATED_IN]->(x:Clause) WHERE x.id IN $clauses })
  AND ($theme IS NULL OR EXISTS {
    MATCH (t)-[:OF_UNIT|STATED_IN]->(y:Task|Safeguard|SpecialAction|Clause)-[:HAS_THEME|HAS_BROADER_THEME]->(h:Theme)
    WHERE h.id = $theme
  })
  AND ($concept IS NULL OR EXISTS { MATCH (t)-[:MEASURES]->(x:IndicatorConcept) WHERE x.id = $concept })
  AND ($fullCoverage IS NULL OR coalesce(t.fullCoverage, false) = $fullCoverage)
  AND ($byYear IS NULL OR t.byYear = $byYear)
  AND ($contains IS NULL OR t.subject CONTAINS $contains OR t.quote CONTAINS $contains)
WITH t.planId AS planKey, t.start AS place, t.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (t:Target {id: key})
MATCH (t)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (t)-[:STATED_IN]->(c:Clause)
OPTIONAL MATCH (t)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (t)-[:OF_UNIT]->(u:Task|Safeguard|SpecialAction|Section)
CALL (t) {
  MATCH (t)-[:MEASURES]->(m:IndicatorConcept)
  WITH m ORDER BY m.id
  RETURN collect(m.id) AS conceptKeys, collect(m.name) AS conceptNames
}
RETURN
  t.id AS id,
  p.id AS planId,
  u.id AS unitId,
  t.unitTitle AS unitTitle,
  t.unitKind AS unitKind,
  t.subject AS subject,
  t.comparator AS comparator,
  t.value AS value,
  t.unitOfMeasure AS unitOfMeasure,
  t.byYear AS byYear,
  coalesce(t.fullCoverage, false) AS fullCoverage,
  conceptKeys AS conceptIds,
  conceptNames AS concepts,
  c.id AS clauseId,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: t.quote, start: t.start, end: t.`end`} AS citation,
  hits AS total
ORDER BY t.planId, t.start, size(id), id
