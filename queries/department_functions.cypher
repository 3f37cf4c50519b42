// question.zh: 有哪些部门职能，各地由什么部门承担？
// question.en: Which department functions are there, and which departments have them?
// param: contains String 名称中含有的文字 | text that the name contains
// column: id String! 部门职能的 id | id of the department function
// column: name String! 名称 | name
// column: broaderIds [String!]! 上位概念的 id | ids of the broader ones
// column: broader [String!]! 上位概念的名称，次序同 broaderIds | names of the broader ones, in the order of broaderIds
// column: departmentIds [String!]! 承担部门的 id | ids of the departments that have it
// column: departments [String!]! 承担部门的名称，次序同 departmentIds | names of the departments, in the order of departmentIds
// column: planIds [String!]! 涉及的规划 | ids of the plans that have it
// row: DepartmentConcept
MATCH (m:DepartmentConcept)
WHERE ($contains IS NULL OR m.name CONTAINS $contains)
CALL (m) {
  MATCH (m)-[:BROADER]->(o:DepartmentConcept)
  WITH o ORDER BY o.id
  RETURN collect(o.id) AS broaderKeys, collect(o.name) AS broaderNames
}
CALL (m) {
  MATCH (d:Department)-[:HAS_FUNCTION]->(m)
  WITH d ORDER BY d.id
  RETURN collect(d.id) AS departmentKeys, collect(d.name) AS departmentNames
}
CALL (m) {
  MATCH (m)<-[:BROADER*0..3]-(:DepartmentConcept)<-[:HAS_FUNCTION]-(f:Department)
  WITH DISTINCT f.planId AS planKey ORDER BY planKey
  RETURN collect(planKey) AS planKeys
}
RETURN
  m.id AS id,
  m.name AS name,
  broaderKeys AS broaderIds,
  broaderNames AS broader,
  departmentKeys AS departmentIds,
  departmentNames AS departments,
  planKeys AS planIds
ORDER BY id
