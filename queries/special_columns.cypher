// question.zh: 规划有哪些专栏？
// question.en: Which special columns does a plan have?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: sections [String!] 所在章节的 id | ids of the sections it stands in
// param: tasks [String!] 所在任务的 id | ids of the tasks it stands under
// param: contains String 标题中含有的文字 | text that the title contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: id String! 专栏的 id | id of the special column
// column: planId String! 规划的 id | id of the plan
// column: title String! 标题 | title
// column: number String 序号，同原文 | number as printed
// column: underTask String 所在任务的标题 | title of the task it stands under
// column: underTaskId String 所在任务的 id | id of the task it stands under
// column: actionCount Int! 专项行动数 | number of its special actions
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: SpecialColumn
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (k:SpecialColumn)-[:IN_PLAN]->(p)
WHERE ($sections IS NULL OR EXISTS { MATCH (k)-[:IN_SECTION]->(x:Section) WHERE x.id IN $sections })
  AND ($tasks IS NULL OR EXISTS { MATCH (k)-[:SUPPORTS]->(x:Task) WHERE x.id IN $tasks })
  AND ($contains IS NULL OR k.title CONTAINS $contains)
WITH k.planId AS planKey, k.start AS place, k.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (k:SpecialColumn {id: key})
MATCH (k)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (k)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (k)-[:SUPPORTS]->(t:Task)
RETURN
  k.id AS id,
  p.id AS planId,
  k.title AS title,
  k.number AS number,
  k.underTask AS underTask,
  t.id AS underTaskId,
  COUNT { MATCH (k)<-[:IN_COLUMN]-(:SpecialAction) } AS actionCount,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: k.quote, start: k.start, end: k.`end`} AS citation,
  hits AS total
ORDER BY k.planId, k.start, size(id), id
