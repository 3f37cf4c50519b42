// question.zh: 按 id 取主题
// question.en: Themes by id
// param: ids [String!]! 主题的 id，不存在的略去 | ids of the themes; unknown ones are left out
// column: id String! 主题的 id | id of the theme
// column: name String! 名称 | name
// column: broaderIds [String!]! 上位概念的 id | ids of the broader ones
// column: broader [String!]! 上位概念的名称，次序同 broaderIds | names of the broader ones, in the order of broaderIds
// column: taskCount Int! 直接属于它的任务数 | number of tasks it is the theme of
// column: clauseCount Int! 直接属于它的条款数 | number of clauses it is the theme of
// column: planIds [String!]! 涉及的规划 | ids of the plans that have it
// row: Theme
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (h:Theme {id: wanted})
CALL (h) {
  MATCH (h)-[:BROADER]->(o:Theme)
  WITH o ORDER BY o.id
  RETURN collect(o.id) AS broaderKeys, collect(o.name) AS broaderNames
}
CALL (h) {
  MATCH (f:Task|Safeguard|SpecialAction|Clause)-[:HAS_THEME|HAS_BROADER_THEME]->(h)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
RETURN
  h.id AS id,
  h.name AS name,
  broaderKeys AS broaderIds,
  broaderNames AS broader,
  COUNT { MATCH (h)<-[:HAS_THEME]-(:Task) } AS taskCount,
  COUNT { MATCH (h)<-[:HAS_THEME]-(:Clause) } AS clauseCount,
  planKeys AS planIds
ORDER BY id
