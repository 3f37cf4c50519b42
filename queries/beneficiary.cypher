// question.zh: 按 id 取服务对象
// question.en: Beneficiaries by id
// param: ids [String!]! 服务对象的 id，不存在的略去 | ids of the beneficiaries; unknown ones are left out
// column: id String! 服务对象的 id | id of the beneficiary
// column: name String! 名称 | name
// column: broaderIds [String!]! 上位概念的 id | ids of the broader ones
// column: broader [String!]! 上位概念的名称，次序同 broaderIds | names of the broader ones, in the order of broaderIds
// column: taskCount Int! 服务于它的任务数 | number of tasks that serve it
// column: clauseCount Int! 服务于它的条款数 | number of clauses that serve it
// column: planIds [String!]! 涉及的规划 | ids of the plans that have it
// row: Beneficiary
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (b:Beneficiary {id: wanted})
CALL (b) {
  MATCH (b)-[:BROADER]->(o:Beneficiary)
  WITH o ORDER BY o.id
  RETURN collect(o.id) AS broaderKeys, collect(o.name) AS broaderNames
}
CALL (b) {
  MATCH (b)<-[:BROADER*0..3]-(:Beneficiary)<-[:SERVES]-(f:Task|SpecialAction|Clause)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
RETURN
  b.id AS id,
  b.name AS name,
  broaderKeys AS broaderIds,
  broaderNames AS broader,
  COUNT { MATCH (b)<-[:SERVES]-(:Task) } AS taskCount,
  COUNT { MATCH (b)<-[:SERVES]-(:Clause) } AS clauseCount,
  planKeys AS planIds
ORDER BY id
