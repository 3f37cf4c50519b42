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
MATCH (n:Plan|Region|Section|Clause|TaskGroup|Task|Safeguard|SpecialColumn|SpecialAction|Indicator|
  Responsibility|Target|Baseline|Reference|PolicyDocument|Department|IndicatorConcept|
  ActionConcept|DepartmentConcept|Theme|Beneficiary|Alignment {id: $id})-[e]->(o)
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
