// question.zh: 按 id 取地区
// question.en: Regions by id
// param: ids [String!]! 地区的 id，不存在的略去 | ids of the regions; unknown ones are left out
// column: id String! 地区的 id | id of the region
// column: name String! 全称 | full name
// column: shortName String 简称 | short name
// column: code String! 行政区划代码 | administrative code
// column: level String! 行政层级 | administrative level
// column: parentId String 上级地区的 id | id of the region it lies within
// column: parent String 上级地区的全称 | full name of the region it lies within
// column: planIds [String!]! 覆盖该地区的规划 | ids of the plans that cover it
// row: Region
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (r:Region {id: wanted})
OPTIONAL MATCH (r)-[:WITHIN]->(o:Region)
CALL (r) {
  MATCH (p:Plan)-[:COVERS_REGION]->(r)
  WITH p ORDER BY p.id
  RETURN collect(p.id) AS planKeys
}
RETURN
  r.id AS id,
  r.name AS name,
  r.shortName AS shortName,
  r.code AS code,
  r.level AS level,
  o.id AS parentId,
  o.name AS parent,
  planKeys AS planIds
ORDER BY code, id
