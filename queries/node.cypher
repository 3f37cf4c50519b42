// question.zh: 某个 id 是什么，写了什么？
// question.en: What is the thing with this id, and what is stated of it?
// param: id String! 任何节点的 id | id of any node
// column: id String! 节点的 id | id of the node
// column: label String! 本体中的类 | its class in the ontology
// column: properties Properties! 各数据属性的值，未写明的为空 | values of its datatype properties, null where not stated
// row: Node
CALL () {
  MATCH (n:Plan {id: $id})
  RETURN n.id AS key, 'Plan' AS class, {
    title: n.title, period: n.period, level: n.level, startYear: n.startYear, endYear: n.endYear,
    documentNumber: n.documentNumber, issued: n.issued, published: n.published, issuers: n.issuers,
    sourceHash: n.sourceHash, sourceLength: n.sourceLength, planId: n.planId, quote: n.quote, start: n.start,
    end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:Region {id: $id})
  RETURN n.id AS key, 'Region' AS class, {
    name: n.name, shortName: n.shortName, code: n.code, level: n.level
  } AS facts
  UNION ALL
  MATCH (n:Section {id: $id})
  RETURN n.id AS key, 'Section' AS class, {
    title: n.title, level: n.level, number: n.number, ordinal: n.ordinal, zone: n.zone, path: n.path,
    planId: n.planId, quote: n.quote, start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:Clause {id: $id})
  RETURN n.id AS key, 'Clause' AS class, {
    text: n.text, ordinal: n.ordinal, zone: n.zone, unitKind: n.unitKind, unitTitle: n.unitTitle,
    path: n.path, planId: n.planId, quote: n.quote, start: n.start, end: n.`end`, rule: n.rule,
    reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:TaskGroup {id: $id})
  RETURN n.id AS key, 'TaskGroup' AS class, {
    title: n.title, planId: n.planId, quote: n.quote, start: n.start, end: n.`end`
  } AS facts
  UNION ALL
  MATCH (n:Task {id: $id})
  RETURN n.id AS key, 'Task' AS class, {
    title: n.title, parentTitle: n.parentTitle, ordinal: n.ordinal, unassigned: n.unassigned,
    planId: n.planId, quote: n.quote, start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:Safeguard {id: $id})
  RETURN n.id AS key, 'Safeguard' AS class, {
    title: n.title, parentTitle: n.parentTitle, ordinal: n.ordinal, planId: n.planId, quote: n.quote,
    start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:SpecialColumn {id: $id})
  RETURN n.id AS key, 'SpecialColumn' AS class, {
    title: n.title, number: n.number, underTask: n.underTask, planId: n.planId, quote: n.quote,
    start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:SpecialAction {id: $id})
  RETURN n.id AS key, 'SpecialAction' AS class, {
    title: n.title, number: n.number, columnTitle: n.columnTitle, underTask: n.underTask, ordinal: n.ordinal,
    planId: n.planId, quote: n.quote, start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:Indicator {id: $id})
  RETURN n.id AS key, 'Indicator' AS class, {
    name: n.name, row: n.row, baseYear: n.baseYear, baseValue: n.baseValue, targetYear: n.targetYear,
    targetValue: n.targetValue, attribute: n.attribute, comparator: n.comparator, value: n.value,
    unit: n.unit, binding: n.binding, planId: n.planId, quote: n.quote, start: n.start, end: n.`end`,
    rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:Responsibility {id: $id})
  RETURN n.id AS key, 'Responsibility' AS class, {
    unitTitle: n.unitTitle, unitKind: n.unitKind, departmentName: n.departmentName, role: n.role,
    planId: n.planId, quote: n.quote, start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:Target {id: $id})
  RETURN n.id AS key, 'Target' AS class, {
    unitTitle: n.unitTitle, unitKind: n.unitKind, subject: n.subject, comparator: n.comparator,
    value: n.value, unitOfMeasure: n.unitOfMeasure, byYear: n.byYear, fullCoverage: n.fullCoverage,
    planId: n.planId, quote: n.quote, start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:Baseline {id: $id})
  RETURN n.id AS key, 'Baseline' AS class, {
    subject: n.subject, value: n.value, unitOfMeasure: n.unitOfMeasure, asOf: n.asOf, planId: n.planId,
    quote: n.quote, start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:Reference {id: $id})
  RETURN n.id AS key, 'Reference' AS class, {
    citedTitle: n.citedTitle, documentNumber: n.documentNumber, issuer: n.issuer, planId: n.planId,
    quote: n.quote, start: n.start, end: n.`end`, rule: n.rule, reason: n.reason
  } AS facts
  UNION ALL
  MATCH (n:PolicyDocument {id: $id})
  RETURN n.id AS key, 'PolicyDocument' AS class, {
    title: n.title
  } AS facts
  UNION ALL
  MATCH (n:Department {id: $id})
  RETURN n.id AS key, 'Department' AS class, {
    name: n.name, planId: n.planId
  } AS facts
  UNION ALL
  MATCH (n:IndicatorConcept {id: $id})
  RETURN n.id AS key, 'IndicatorConcept' AS class, {
    name: n.name
  } AS facts
  UNION ALL
  MATCH (n:ActionConcept {id: $id})
  RETURN n.id AS key, 'ActionConcept' AS class, {
    name: n.name
  } AS facts
  UNION ALL
  MATCH (n:DepartmentConcept {id: $id})
  RETURN n.id AS key, 'DepartmentConcept' AS class, {
    name: n.name
  } AS facts
  UNION ALL
  MATCH (n:Theme {id: $id})
  RETURN n.id AS key, 'Theme' AS class, {
    name: n.name
  } AS facts
  UNION ALL
  MATCH (n:Beneficiary {id: $id})
  RETURN n.id AS key, 'Beneficiary' AS class, {
    name: n.name
  } AS facts
  UNION ALL
  MATCH (n:Alignment {id: $id})
  RETURN n.id AS key, 'Alignment' AS class, {
    kind: n.kind, score: n.score, method: n.method, evidence: n.evidence, factId: n.factId,
    conceptId: n.conceptId
  } AS facts
}
RETURN
  key AS id,
  class AS label,
  facts AS properties
ORDER BY label, id
