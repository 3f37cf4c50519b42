// question.zh: 一份规划的章节结构是什么？
// question.en: What is the outline of one plan?
// param: plan String! 规划的 id | id of the plan
// column: sectionId String! 章节的 id | id of the section
// column: parentId String 上级章节的 id | id of the parent section
// column: level Int! 标题级别 | level of the heading
// column: number String 序号，同原文 | number as printed
// column: title String! 标题 | title
// column: ordinal Int! 在规划中的次序 | position in the plan
// column: zone String! 所在章的用途 | what its chapter is for
// column: unitId String 本节作为任务或保障措施的 id | id of the task or safeguard that the section is
// column: unitKind String task 或 safeguard | task or safeguard
// column: clauseCount Int! 本节自有条款数 | number of its own clauses
// column: actionCount Int! 本节专项行动数 | number of special actions in it
// column: indicatorCount Int! 本节指标数 | number of indicators in it
// column: targetCount Int! 本节量化目标数 | number of targets in it
// column: citation Citation! 出处 | where it says so
// row: OutlineEntry
MATCH (s:Section)-[:IN_PLAN]->(p:Plan {id: $plan})
OPTIONAL MATCH (s)-[:SUBSECTION_OF]->(o:Section)
OPTIONAL MATCH (u:Task|Safeguard)-[:IN_SECTION]->(s)
RETURN
  s.id AS sectionId,
  o.id AS parentId,
  s.level AS level,
  s.number AS number,
  s.title AS title,
  s.ordinal AS ordinal,
  s.zone AS zone,
  u.id AS unitId,
  CASE labels(u)[0] WHEN 'Task' THEN 'task' WHEN 'Safeguard' THEN 'safeguard' END AS unitKind,
  COUNT { MATCH (s)<-[:IN_SECTION]-(:Clause) } AS clauseCount,
  COUNT { MATCH (s)<-[:IN_SECTION]-(:SpecialAction) } AS actionCount,
  COUNT { MATCH (s)<-[:IN_SECTION]-(:Indicator) } AS indicatorCount,
  COUNT { MATCH (s)<-[:IN_SECTION]-(:Clause)<-[:STATED_IN]-(:Target) } AS targetCount,
  {planId: p.id, planTitle: p.title, sectionId: s.id, section: s.title,
    quote: s.quote, start: s.start, end: s.`end`} AS citation
ORDER BY s.start, sectionId, unitId
