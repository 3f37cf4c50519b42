// question.zh: 规划有哪些任务？
// question.en: Which tasks does a plan have?
// param: plans [String!] 只看这些规划（id），空为全部 | only these plans (ids); null for all
// param: regions [String!] 只看覆盖或位于这些地区的规划（地区 id） | only plans that cover, or lie within, these regions (ids)
// param: period String 只看这一规划期，如“十四五” | only plans of this period, such as 十四五
// param: sections [String!] 所在章节的 id | ids of the sections it stands in
// param: groups [String!] 任务组的 id | ids of task groups
// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included
// param: beneficiary String 服务对象 id，含其下位对象 | id of a beneficiary, narrower ones included
// param: unassigned Boolean true 只看没有写明责任的任务，false 只看写明的 | true for tasks that name nobody responsible, false for the others
// param: contains String 标题中含有的文字 | text that the title contains
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
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
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: Task
MATCH (p:Plan)
WHERE ($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })
MATCH (t:Task)-[:IN_PLAN]->(p)
WHERE ($sections IS NULL OR EXISTS { MATCH (t)-[:IN_SECTION]->(x:Section) WHERE x.id IN $sections })
  AND ($groups IS NULL OR EXISTS { MATCH (t)-[:IN_GROUP]->(x:TaskGroup) WHERE x.id IN $groups })
  AND ($theme IS NULL OR EXISTS { MATCH (t)-[:HAS_THEME|HAS_BROADER_THEME]->(h:Theme) WHERE h.id = $theme })
  AND ($beneficiary IS NULL OR EXISTS {
    MATCH (t)-[:SERVES]->(:Beneficiary)-[:BROADER*0..3]->(b:Beneficiary) WHERE b.id = $beneficiary
  })
  AND ($unassigned IS NULL OR coalesce(t.unassigned, false) = $unassigned)
  AND ($contains IS NULL OR t.title CONTAINS $contains)
WITH t.planId AS planKey, t.start AS place, t.id AS key
ORDER BY planKey, place, size(key), key
WITH collect(key) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS key
MATCH (t:Task {id: key})
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
    quote: t.quote, start: t.start, end: t.`end`} AS citation,
  hits AS total
ORDER BY t.planId, t.start, size(id), id
