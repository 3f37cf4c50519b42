"""What plans share: documents cited, departments and their functions, the concepts that facts are aligned to."""

from __future__ import annotations

import strawberry

from graph_api.citation import Citation
from graph_api.links import many, one, rows
from graph_api.node import Node
from graph_api.rows import row
from graph_api.words import AlignmentKind, AlignmentMethod


@row("document", "引用文件 | A policy document that plans cite")
class PolicyDocument(Node):
    """引用文件."""

    id: strawberry.ID
    title: str
    document_numbers: list[str]
    plan_count: int
    plan_ids: list[strawberry.ID]
    citations: list[Citation]

    references = many("references", "引用它的各处 | Where it is cited", documents="id")


@row("department", "部门：规划所写的一个机构 | A department: a body as one plan names it")
class Department(Node):
    """部门."""

    id: strawberry.ID
    plan_id: strawberry.ID
    name: str
    function_ids: list[strawberry.ID]
    functions: list[str]
    responsibility_count: int
    citation: Citation | None

    plan = one("plan", "plan_id", "点到它的规划 | The plan that names it", required=True)


@row("department_function", "部门职能：各地对应部门的共同职能 | A department function, the same across regions")
class DepartmentConcept(Node):
    """部门职能."""

    id: strawberry.ID
    name: str
    broader_ids: list[strawberry.ID]
    broader: list[str]
    department_ids: list[strawberry.ID]
    departments: list[str]
    plan_ids: list[strawberry.ID]

    across_regions = rows("function_across_regions", function="id")


@row("indicator_concept", "指标概念：各规划中的同一指标 | An indicator concept: the same indicator across plans")
class IndicatorConcept(Node):
    """指标概念."""

    id: strawberry.ID
    name: str
    indicator_count: int
    target_count: int
    plan_ids: list[strawberry.ID]

    across_regions = rows("indicator_across_regions", concept="id")


@row("action_concept", "共同行动：各规划中相应的专项行动 | An action concept: actions of plans that correspond")
class ActionConcept(Node):
    """共同行动."""

    id: strawberry.ID
    name: str
    action_count: int
    plan_ids: list[strawberry.ID]

    special_actions = many("special_actions", concept="id")


@row("theme", "主题 | A theme")
class Theme(Node):
    """主题."""

    id: strawberry.ID
    name: str
    broader_ids: list[strawberry.ID]
    broader: list[str]
    task_count: int
    clause_count: int
    plan_ids: list[strawberry.ID]

    tasks = many("tasks", theme="id")
    clauses = many("clauses", theme="id")


@row("beneficiary", "服务对象 | A beneficiary")
class Beneficiary(Node):
    """服务对象."""

    id: strawberry.ID
    name: str
    broader_ids: list[strawberry.ID]
    broader: list[str]
    task_count: int
    clause_count: int
    plan_ids: list[strawberry.ID]

    tasks = many("tasks", beneficiary="id")
    clauses = many("clauses", beneficiary="id")


@row("alignments", "对齐：一项事实归入一个共同概念 | An alignment: one fact brought to a concept that plans share")
class Alignment:
    """对齐."""

    id: strawberry.ID
    kind: AlignmentKind
    fact_id: strawberry.ID
    concept_id: strawberry.ID
    plan_id: strawberry.ID
    score: float
    method: AlignmentMethod
    evidence: str | None


@row("statistics", "全部数据的数量 | How much there is of everything")
class Statistics:
    """全部数据的数量."""

    plans: int
    regions: int
    sections: int
    clauses: int
    tasks: int
    safeguards: int
    special_columns: int
    special_actions: int
    indicators: int
    targets: int
    baselines: int
    references: int
    responsibilities: int
    departments: int
    task_groups: int
    documents: int
    indicator_concepts: int
    action_concepts: int
    department_functions: int
    themes: int
    beneficiaries: int
    alignments: int
    unassigned_tasks: int
    binding_indicators: int
    full_coverage_targets: int
