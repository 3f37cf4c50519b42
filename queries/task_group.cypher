// question.zh: 按 id 取任务组
// question.en: Task groups by id
// param: ids [String!]! 任务组的 id，不存在的略去 | ids of the task groups; unknown ones are left out
// column: id String! 任务组的 id | id of the task group
// column: planId String! 规划的 id | id of the plan
// column: title String! 标题 | title
// column: taskCount Int! 组内任务数 | number of tasks in it
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: TaskGroup
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (g:TaskGroup {id: wanted})
MATCH (g)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (g)-[:IN_SECTION]->(s:Section)
RETURN
  g.id AS id,
  p.id AS planId,
  g.title AS title,
  COUNT { MATCH (g)<-[:IN_GROUP]-(:Task) } AS taskCount,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: g.quote, start: g.start, end: g.`end`} AS citation
ORDER BY g.planId, g.start, size(id), id
