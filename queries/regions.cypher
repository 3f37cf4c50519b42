// question.zh: 有哪些地区，上下级关系如何，各有哪些规划？
// question.en: Which regions are there, what lies within what, and which plans cover each?
// param: level String 行政层级 | administrative level
// param: within String 上级地区的 id，含各级下辖地区 | id of a region; whatever lies within it, at any depth
// param: planned Boolean true 只看有规划的地区，false 只看没有的 | true for regions with a plan, false for those without
// param: contains String 地区名称中含有的文字 | text that the name contains
// column: id String! 地区的 id | id of the region
// column: name String! 全称 | full name
// column: shortName String 简称 | short name
// column: code String! 行政区划代码 | administrative code
// column: level String! 行政层级 | administrative level
// column: parentId String 上级地区的 id | id of the region it lies within
// column: parent String 上级地区的全称 | full name of the region it lies within
// column: planIds [String!]! 覆盖该地区的规划 | ids of the plans that cover it
// row: Region
MATCH (r:Region)
WHERE ($level IS NULL OR r.level = $level)
  AND ($within IS NULL OR EXISTS { MATCH (r)-[:WITHIN*1..4]->(w:Region) WHERE w.id = $within })
  AND ($planned IS NULL OR $planned = EXISTS { MATCH (q:Plan)-[:COVERS_REGION]->(r) })
  AND ($contains IS NULL OR r.name CONTAINS $contains)
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
