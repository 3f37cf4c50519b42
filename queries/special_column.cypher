// question.zh: 按 id 取专栏
// question.en: Special columns by id
// param: ids [String!]! 专栏的 id，不存在的略去 | ids of the special columns; unknown ones are left out
// column: id String! 专栏的 id | id of the special column
// column: planId String! 规划的 id | id of the plan
// column: title String! 标题 | title
// column: number String 序号，同原文 | number as printed
// column: underTask String 所在任务的标题 | title of the task it stands under
// column: underTaskId String 所在任务的 id | id of the task it stands under
// column: actionCount Int! 专项行动数 | number of its special actions
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: SpecialColumn
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (k:SpecialColumn {id: wanted})
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
    quote: k.quote, start: k.start, end: k.`end`} AS citation
ORDER BY k.planId, k.start, size(id), id
