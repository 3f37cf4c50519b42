// question.zh: 规划点到了哪些部门？
// question.en: Which departments does a plan name?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: function String 部门职能的 id，含其下位职能 | id of a department function, narrower ones included
// param: contains String 部门名称中含有的文字 | text that the name contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 部门的 id | id of the department
// column: planId String! 规划的 id | id of the plan
// column: name String! 部门名称，同原文 | name as the plan has it
// column: functionIds [String!]! 部门职能的 id | ids of the department's functions
// column: functions [String!]! 部门职能名称，次序同 functionIds | names of the department's functions, in the order of functionIds
// column: responsibilityCount Int! 承担的责任数 | number of responsibilities it holds
// column: citation Citation 首次出现的出处 | where it is first named
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Department
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (d:Department)-[:IN_PLAN]->(p)
WHERE ($function IS NULL OR EXISTS {
    MATCH (d)-[:HAS_FUNCTION]->(:DepartmentConcept)-[:BROADER*0..3]->(x:DepartmentConcept)
    WHERE x.id = $function
  })
  AND ($contains IS NULL OR d.name CONTAINS $contains)
WITH d.planId AS planKey, d.name AS nameKey, d.id AS key
ORDER BY planKey, nameKey, key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (d:Department {id: key})
MATCH (d)-[:IN_PLAN]->(p:Plan)
CALL (d) {
  MATCH (d)-[:HAS_FUNCTION]->(m:DepartmentConcept)
  WITH m ORDER BY m.id
  RETURN collect(m.id) AS functionKeys, collect(m.name) AS functionNames
}
CALL (d, p) {
  MATCH (a:Responsibility)-[:HELD_BY]->(d)
  OPTIONAL MATCH (a)-[:STATED_IN]->(:Clause)-[:IN_SECTION]->(s:Section)
  WITH a, s, p ORDER BY a.start, a.id
  RETURN count(a) AS held, head(collect({planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: a.quote, start: a.start, end: a.`end`})) AS first
}
RETURN
  d.id AS id,
  p.id AS planId,
  d.name AS name,
  functionKeys AS functionIds,
  functionNames AS functions,
  held AS responsibilityCount,
  first AS citation,
  hits AS total
ORDER BY d.planId, d.name, id
