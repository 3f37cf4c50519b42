// question.zh: 什么指向某个 id？
// question.en: What points to the thing with this id?
// param: id String! 任何节点的 id | id of any node
// param: relations [String!] 只看这些关系类型 | only these types of relation
// param: skip Int! 跳过多少行 | how many rows to skip
// param: limit Int! 最多返回多少行 | how many rows at most
// column: relation String! 关系的类型 | type of the relation
// column: otherId String! 另一端的 id | id of the other end
// column: otherLabel String! 另一端的类 | class of the other end
// column: otherTitle String 另一端的标题、名称或文字 | title, name or text of the other end
// column: inferredBy String 推出它的公理，原文写明的为空 | axiom that inferred it, null where it is stated
// column: derivedFrom [String!] 推理所依据的 id | ids it was derived from
// column: total Int! 分页前的总行数 | how many rows there are before paging
// row: RelationEnd
MATCH (n:Plan|Region|Section|Clause|TaskGroup|Task|Safeguard|SpecialColumn|SpecialAction|Indicator|
  Responsibility|Target|Baseline|Reference|PolicyDocument|Department|IndicatorConcept|
  ActionConcept|DepartmentConcept|Theme|Beneficiary|Alignment {id: $id})<-[e]-(o)
WHERE $relations IS NULL OR type(e) IN $relations
WITH type(e) AS kind, labels(o)[0] AS label, o.id AS key,
  CASE
    WHEN labels(o)[0] IN ['Plan', 'Section', 'TaskGroup', 'Task', 'Safeguard', 'SpecialColumn', 'SpecialAction',
      'PolicyDocument'] THEN o.title
    WHEN labels(o)[0] IN ['Region', 'Indicator', 'Department', 'IndicatorConcept', 'ActionConcept', 'DepartmentConcept',
      'Theme', 'Beneficiary'] THEN o.name
    WHEN o:Clause THEN o.text
    WHEN o:Reference THEN o.citedTitle
    WHEN o:Responsibility THEN o.departmentName
    ELSE o.subject
  END AS title, e.inferredBy AS axiom, e.derivedFrom AS premises
ORDER BY kind, label, key
WITH collect({kind: kind, label: label, key: key, title: title, axiom: axiom, premises: premises}) AS found
WITH size(found) AS hits, found[$skip..$skip + $limit] AS shown
UNWIND shown AS other
RETURN
  other.kind AS relation,
  other.key AS otherId,
  other.label AS otherLabel,
  other.title AS otherTitle,
  other.axiom AS inferredBy,
  other.premises AS derivedFrom,
  hits AS total
ORDER BY relation, otherLabel, otherId
