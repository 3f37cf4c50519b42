// question.zh: 这些指标和量化目标出自各规划何处？
// question.en: Where in each plan do these indicators and targets stand?
// param: facts [String!]! 指标或量化目标的 id，不存在的略去 | ids of indicators or targets; unknown ones are left out
// column: planId String! 规划的 id | id of the plan
// column: factIds [String!]! 指标或量化目标的 id，按位置 | ids of the indicators and targets, by place
// column: citations [Citation!]! 出处，次序同 factIds | where the plan says so, in the order of factIds
// row: PlanCitations
UNWIND $facts AS wanted
WITH DISTINCT wanted
MATCH (x:Indicator|Target {id: wanted})
MATCH (x)-[:IN_PLAN]->(p:Plan)
OPTIONAL MATCH (x)-[:STATED_IN|IN_SECTION*1..2]->(s:Section)
WITH p.id AS planKey, x.start AS place, x.id AS key, {planId: p.id, planTitle: p.title, sectionId: s.id,
  section: s.title, quote: x.quote, start: x.start, end: x.`end`} AS citation
ORDER BY planKey, place, size(key), key
RETURN
  planKey AS planId,
  collect(key) AS factIds,
  collect(citation) AS citations
ORDER BY planId
