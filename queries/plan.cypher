// question.zh: 按 id 取规划
// question.en: Plans by id
// param: ids [String!]! 规划的 id，不存在的略去 | ids of the plans; unknown ones are left out
// column: id String! 规划的 id | id of the plan
// column: title String! 规划名称 | title of the plan
// column: regionId String 所覆盖地区的 id | id of the region it covers
// column: region String 所覆盖地区的全称 | full name of the region it covers
// column: regionCode String 行政区划代码 | administrative code of the region
// column: level String 规划层级 | level of the plan
// column: period String 规划期，如“十四五” | period, such as 十四五
// column: startYear Int 起始年 | first year
// column: endYear Int 目标年 | last year
// column: issuers [String!]! 发布机构 | who issued it
// column: documentNumber String 文号 | document number
// column: issued String 成文日期，精度同原文 | date of issue, as precise as the text
// column: published String 公开日期，精度同原文 | date of publication, as precise as the text
// column: sourceHash String! 原文的 SHA-256 | SHA-256 of the source text
// column: sourceLength Int! 原文的字符数 | length of the source text in characters
// column: sectionCount Int! 章节数 | number of sections
// column: clauseCount Int! 条款数 | number of clauses
// column: taskCount Int! 任务数 | number of tasks
// column: safeguardCount Int! 保障措施数 | number of safeguards
// column: specialColumnCount Int! 专栏数 | number of special columns
// column: specialActionCount Int! 专项行动数 | number of special actions
// column: indicatorCount Int! 指标数 | number of indicators
// column: targetCount Int! 量化目标数 | number of targets
// column: baselineCount Int! 基期成效数 | number of baselines
// column: referenceCount Int! 引用数 | number of references
// column: responsibilityCount Int! 责任数 | number of responsibilities
// column: departmentCount Int! 部门数 | number of departments
// column: citation Citation! 规划名称的出处 | where its title stands
// row: Plan
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (p:Plan {id: wanted})
OPTIONAL MATCH (p)-[:COVERS_REGION]->(r:Region)
RETURN
  p.id AS id,
  p.title AS title,
  r.id AS regionId,
  r.name AS region,
  r.code AS regionCode,
  p.level AS level,
  p.period AS period,
  p.startYear AS startYear,
  p.endYear AS endYear,
  coalesce(p.issuers, []) AS issuers,
  p.documentNumber AS documentNumber,
  p.issued AS issued,
  p.published AS published,
  p.sourceHash AS sourceHash,
  p.sourceLength AS sourceLength,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Section) } AS sectionCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Clause) } AS clauseCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Task) } AS taskCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Safeguard) } AS safeguardCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:SpecialColumn) } AS specialColumnCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:SpecialAction) } AS specialActionCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Indicator) } AS indicatorCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Target) } AS targetCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Baseline) } AS baselineCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Reference) } AS referenceCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Responsibility) } AS responsibilityCount,
  COUNT { MATCH (p)<-[:IN_PLAN]-(:Department) } AS departmentCount,
  {planId: p.id, planTitle: p.title, sectionId: null, section: null,
    quote: p.quote, start: p.start, end: p.`end`} AS citation
ORDER BY id
