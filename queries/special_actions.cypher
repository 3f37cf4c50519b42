// question.zh: 规划有哪些专项行动？
// question.en: Which special actions does a plan have?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: sections [String!] 所在章节的 id | ids of the sections it stands in
// param: columns [String!] 专栏的 id | ids of special columns
// param: tasks [String!] 所在任务的 id | ids of the tasks it stands under
// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included
// param: beneficiary String 服务对象 id，含其下位对象 | id of a beneficiary, narrower ones included
// param: concept String 共同行动的 id | id of an action concept
// param: contains String 标题中含有的文字 | text that the title contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
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
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: SpecialAction
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (a:SpecialAction)-[:IN_PLAN]->(p)
WHERE ($sections IS NULL OR EXISTS { MATCH (a)-[:IN_SECTION]->(x:Section) WHERE x.id IN $sections })
  AND ($columns IS NULL OR EXISTS { MATCH (a)-[:IN_COLUMN]->(x:SpecialColumn) WHERE x.id IN $columns })
  AND ($tasks IS NULL OR EXISTS { MATCH (a)-[:SUPPORTS]->(x:Task) WHERE x.id IN $tasks })
  AND ($theme IS NULL OR EXISTS { MATCH (a)-[:HAS_THEME|HAS_BROADER_THEME]->(h:Theme) WHERE h.id = $theme })
  AND ($beneficiary IS NULL OR EXISTS {
    MATCH (a)-[:SERVES]->(:Beneficiary)-[:BROADER*0..3]->(b:Beneficiary) WHERE b.id = $beneficiary
  })
  AND ($concept IS NULL OR EXISTS { MATCH (a)-[:HAS_COUNTERPART_CONCEPT]->(x:ActionConcept) WHERE x.id = $concept })
  AND ($contains IS NULL OR a.title CONTAINS $contains)
WITH a.planId AS planKey, a.start AS place, a.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (a:SpecialAction {id: key})
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
    quote: a.quote, start: a.start, end: a.`end`} AS citation,
  hits AS total
ORDER BY a.planId, a.start, size(id), id
