// question.zh: 图谱里一共有多少？
// question.en: How much is there in the whole graph?
// column: plans Int! 规划数 | number of plans
// column: regions Int! 地区数 | number of regions
// column: sections Int! 章节数 | number of sections
// column: clauses Int! 条款数 | number of clauses
// column: tasks Int! 任务数 | number of tasks
// column: safeguards Int! 保障措施数 | number of safeguards
// column: specialColumns Int! 专栏数 | number of special columns
// column: specialActions Int! 专项行动数 | number of special actions
// column: indicators Int! 指标数 | number of indicators
// column: targets Int! 量化目标数 | number of targets
// column: baselines Int! 基期成效数 | number of baselines
// column: references Int! 引用数 | number of references
// column: responsibilities Int! 责任数 | number of responsibilities
// column: departments Int! 部门数 | number of departments
// column: taskGroups Int! 任务组数 | number of task groups
// column: documents Int! 被引文件数 | number of documents cited
// column: indicatorConcepts Int! 指标概念数 | number of indicator concepts
// column: actionConcepts Int! 共同行动数 | number of action concepts
// column: departmentFunctions Int! 部门职能数 | number of department functions
// column: themes Int! 主题数 | number of themes
// column: beneficiaries Int! 服务对象数 | number of beneficiaries
// column: alignments Int! 对齐数 | number of alignments
// column: unassignedTasks Int! 没有写明责任的任务数（推定） | number of tasks that name nobody responsible (inferred)
// column: bindingIndicators Int! 约束性指标数（推定） | number of binding indicators (inferred)
// column: fullCoverageTargets Int! 全覆盖目标数（推定） | number of full-coverage targets (inferred)
// row: Statistics
RETURN
  COUNT { MATCH (n:Plan) } AS plans,
  COUNT { MATCH (n:Region) } AS regions,
  COUNT { MATCH (n:Section) } AS sections,
  COUNT { MATCH (n:Clause) } AS clauses,
  COUNT { MATCH (n:Task) } AS tasks,
  COUNT { MATCH (n:Safeguard) } AS safeguards,
  COUNT { MATCH (n:SpecialColumn) } AS specialColumns,
  COUNT { MATCH (n:SpecialAction) } AS specialActions,
  COUNT { MATCH (n:Indicator) } AS indicators,
  COUNT { MATCH (n:Target) } AS targets,
  COUNT { MATCH (n:Baseline) } AS baselines,
  COUNT { MATCH (n:Reference) } AS references,
  COUNT { MATCH (n:Responsibility) } AS responsibilities,
  COUNT { MATCH (n:Department) } AS departments,
  COUNT { MATCH (n:TaskGroup) } AS taskGroups,
  COUNT { MATCH (n:PolicyDocument) } AS documents,
  COUNT { MATCH (n:IndicatorConcept) } AS indicatorConcepts,
  COUNT { MATCH (n:ActionConcept) } AS actionConcepts,
  COUNT { MATCH (n:DepartmentConcept) } AS departmentFunctions,
  COUNT { MATCH (n:Theme) } AS themes,
  COUNT { MATCH (n:Beneficiary) } AS beneficiaries,
  COUNT { MATCH (n:Alignment) } AS alignments,
  COUNT { MATCH (n:Task) WHERE n.unassigned = true } AS unassignedTasks,
  COUNT { MATCH (n:Indicator) WHERE n.binding = true } AS bindingIndicators,
  COUNT { MATCH (n:Target) WHERE n.fullCoverage = true } AS fullCoverageTargets
