// question.zh: 某个 id 指向什么？
// question.en: What does the thing with this id point to?
// param: id String! 任何节点的 id | id of any node
// column: relation String! 关系的类型 | type of the relation
// column: otherId String! 另一端的 id | id of the other end
// column: otherLabel String! 另一端的类 | class of the other end
// column: otherTitle String 另一端的标题、名称或文字 | title, name or text of the other end
// column: inferredBy String 推出它的公理，原文写明的为空 | axiom that inferred it, null where it is stated
// column: derivedFrom [String!] 推理所依据的 id | ids it was derived from
// row: RelationEnd
CALL () {
  MATCH (x:Plan {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Region {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Section {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Clause {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:TaskGroup {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Task {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Safeguard {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:SpecialColumn {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:SpecialAction {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Indicator {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Responsibility {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Target {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Baseline {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Reference {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:PolicyDocument {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Department {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:IndicatorConcept {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:ActionConcept {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:DepartmentConcept {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Theme {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Beneficiary {id: $id}) RETURN x AS n
  UNION ALL
  MATCH (x:Alignment {id: $id}) RETURN x AS n
}
MATCH (n)-[e]->(o)
RETURN
  type(e) AS relation,
  o.id AS otherId,
  labels(o)[0] AS otherLabel,
  CASE
    WHEN labels(o)[0] IN ['Plan', 'Section', 'TaskGroup', 'Task', 'Safeguard', 'SpecialColumn', 'SpecialAction',
      'PolicyDocument'] THEN o.title
    WHEN labels(o)[0] IN ['Region', 'Indicator', 'Department', 'IndicatorConcept', 'ActionConcept', 'DepartmentConcept',
      'Theme', 'Beneficiary'] THEN o.name
    WHEN o:Clause THEN o.text
    WHEN o:Reference THEN o.citedTitle
    WHEN o:Responsibility THEN o.departmentName
    ELSE o.subject
  END AS otherTitle,
  e.inferredBy AS inferredBy,
  e.derivedFrom AS derivedFrom
ORDER BY relation, otherLabel, otherId
