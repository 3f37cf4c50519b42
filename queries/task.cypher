// question.zh: 按 id 取任务
// question.en: Tasks by id
// param: ids [String!]! 任务的 id，不存在的略去 | ids of the tasks; unknown ones are left out
// column: id String! 任务的 id | id of the task
// column: planId String! 规划的 id | id of the plan
// column: title String! 标题 | title
// column: parentTitle String 任务组的标题 | title of its task group
// column: groupId String 任务组的 id | id of its task group
// column: ordinal Int! 在规划任务中的次序 | position among the plan's tasks
// column: unassigned Boolean! 是否没有写明责任（推定） | whether nobody is named responsible (inferred)
// column: themeIds [String!]! 主题的 id | ids of its themes
// column: themes [String!]! 主题名称，次序同 themeIds | names of its themes, in the order of themeIds
// column: beneficiaryIds [String!]! 服务对象的 id | ids of the beneficiaries it serves
// column: beneficiaries [String!]! 服务对象名称，次序同 beneficiaryIds | names of the beneficiaries, in the order of beneficiaryIds
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: Task
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (t:Task {id: wanted})
MATCH (t)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (t)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (t)-[:IN_GROUP]->(g:TaskGroup)
CALL (t) {
  MATCH (t)-[:HAS_THEME]->(h:Theme)
  WITH h ORDER BY h.id
  RETURN collect(h.id) AS themeKeys, collect(h.name) AS themeNames
}
CALL (t) {
  MATCH (t)-[:SERVES]->(b:Beneficiary)
  WITH b ORDER BY b.id
  RETURN collect(b.id) AS beneficiaryKeys, collect(b.name) AS beneficiaryNames
}
RETURN
  t.id AS id,
  p.id AS planId,
  t.title AS title,
  t.parentTitle AS parentTitle,
  g.id AS groupId,
  t.ordinal AS ordinal,
  coalesce(t.unassigned, false) AS unassigned,
  themeKeys AS themeIds,
  themeNames AS themes,
  beneficiaryKeys AS beneficiaryIds,
  beneficiaryNames AS beneficiaries,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: t.quote, start: t.start, end: t.`end`} AS citation
ORDER BY t.planId, t.start, size(id), id
