// question.zh: 按 id 取专项行动
// question.en: Special actions by id
// param: ids [String!]! 专项行动的 id，不存在的略去 | ids of the special actions; unknown ones are left out
// column: id String! 专项行动的 id | id of the special action
// column: planId String! 规划的 id | id of the plan
// column: title String! 标题 | title
// column: number String 序号，同原文 | number as printed
// column: ordinal Int! 在规划专项行动中的次序 | position among the plan's special actions
// column: columnId String 专栏的 id | id of its special column
// column: columnTitle String 专栏的标题 | title of its special column
// column: underTask String 所在任务的标题 | title of the task it stands under
// column: underTaskId String 所在任务的 id | id of the task it stands under
// column: conceptIds [String!]! 所对应共同行动的 id | ids of the action concepts it answers to
// column: concepts [String!]! 共同行动名称，次序同 conceptIds | names of the action concepts, in the order of conceptIds
// column: themeIds [String!]! 主题的 id | ids of its themes
// column: themes [String!]! 主题名称，次序同 themeIds | names of its themes, in the order of themeIds
// column: beneficiaryIds [String!]! 服务对象的 id | ids of the beneficiaries it serves
// column: beneficiaries [String!]! 服务对象名称，次序同 beneficiaryIds | names of the beneficiaries, in the order of beneficiaryIds
// column: sectionId String 所在最内层章节的 id | id of the innermost section it stands in
// column: citation Citation! 出处 | where it says so
// row: SpecialAction
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (a:SpecialAction {id: wanted})
MATCH (a)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (a)-[:IN_SECTION]->(s:Section)
OPTIONAL MATCH (a)-[:IN_COLUMN]->(k:SpecialColumn)
OPTIONAL MATCH (a)-[:SUPPORTS]->(t:Task)
CALL (a) {
  MATCH (a)-[:HAS_COUNTERPART_CONCEPT]->(m:ActionConcept)
  WITH m ORDER BY m.id
  RETURN collect(m.id) AS conceptKeys, collect(m.name) AS conceptNames
}
CALL (a) {
  MATCH (a)-[:HAS_THEME]->(h:Theme)
  WITH h ORDER BY h.id
  RETURN collect(h.id) AS themeKeys, collect(h.name) AS themeNames
}
CALL (a) {
  MATCH (a)-[:SERVES]->(b:Beneficiary)
  WITH b ORDER BY b.id
  RETURN collect(b.id) AS beneficiaryKeys, collect(b.name) AS beneficiaryNames
}
RETURN
  a.id AS id,
  p.id AS planId,
  a.title AS title,
  a.number AS number,
  a.ordinal AS ordinal,
  k.id AS columnId,
  a.columnTitle AS columnTitle,
  a.underTask AS underTask,
  t.id AS underTaskId,
  conceptKeys AS conceptIds,
  conceptNames AS concepts,
  themeKeys AS themeIds,
  themeNames AS themes,
  beneficiaryKeys AS beneficiaryIds,
  beneficiaryNames AS beneficiaries,
  s.id AS sectionId,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: a.quote, start: a.start, end: a.`end`} AS citation
ORDER BY a.planId, a.start, size(id), id
