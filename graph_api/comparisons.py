"""Rows of comparisons: one row a plan and statement, and one for a plan that states nothing (`stated: false`)."""

from __future__ import annotations

import strawberry

from graph_api.citation import Citation
from graph_api.rows import row
from graph_api.words import AlignmentMethod, FactKind, Role, UnitKind


@row(
    "indicator_across_regions",
    "一个指标在一份规划中的值，或未载明 | One indicator in one plan, or that it is not stated",
)
class IndicatorCell:
    """一个指标在一份规划中的值."""

    concept_id: strawberry.ID
    concept: str
    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None
    stated: bool
    fact_id: strawberry.ID | None
    fact_kind: FactKind | None
    name: str | None
    base_year: int | None
    base_value: str | None
    target_year: int | None
    target_value: str | None
    attribute: str | None
    comparator: str | None
    value: float | None
    unit: str | None
    method: AlignmentMethod | None
    evidence: str | None
    citation: Citation | None


@row("targets_across_regions", "一份规划关于某事的量化目标，或未载明 | A target of one plan, or that none is stated")
class TargetInRegion:
    """一份规划的一个量化目标."""

    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None
    stated: bool
    target_id: strawberry.ID | None
    unit_id: strawberry.ID | None
    unit_title: str | None
    subject: str | None
    comparator: str | None
    value: float | None
    unit_of_measure: str | None
    by_year: int | None
    full_coverage: bool | None
    citation: Citation | None


@row(
    "actions_side_by_side",
    "一份规划的相应专项行动，或没有 | The action of one plan that corresponds, or that none does",
)
class ActionCell:
    """一份规划的相应专项行动."""

    concept_id: strawberry.ID
    concept: str
    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None
    stated: bool
    action_id: strawberry.ID | None
    title: str | None
    column_title: str | None
    under_task: str | None
    citation: Citation | None


@row("who_is_responsible", "谁对一个单元负责，或未写明 | Who answers for a unit, or that nobody is named")
class UnitResponsibility:
    """谁对一个单元负责."""

    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None
    unit_id: strawberry.ID | None
    unit_kind: UnitKind | None
    unit_title: str | None
    stated: bool
    responsibility_id: strawberry.ID | None
    department_id: strawberry.ID | None
    department_name: str | None
    role: Role | None
    inherited: bool | None
    inherited_from_id: strawberry.ID | None
    citation: Citation | None


@row("function_across_regions", "某一部门职能在一份规划中承担什么 | What a department function carries in one plan")
class FunctionInRegion:
    """某一部门职能在一份规划中承担什么."""

    function_id: strawberry.ID
    function: str
    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None
    stated: bool
    responsibility_id: strawberry.ID | None
    department_id: strawberry.ID | None
    department_name: str | None
    unit_id: strawberry.ID | None
    unit_kind: UnitKind | None
    unit_title: str | None
    role: Role | None
    citation: Citation | None


@row("department_load", "一个部门职能在一份规划中承担多少 | How much a department function carries in one plan")
class DepartmentLoad:
    """一个部门职能在一份规划中承担多少."""

    function_id: strawberry.ID
    function: str
    leads_in_all: int
    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None
    units: int
    leads: int
    joins: int
    named: int
    tasks: int
    actions: int


@row("who_has_theme", "一份规划有没有某事，以及凭什么 | Whether one plan has something, and what shows it")
class WhoHas:
    """一份规划有没有某事."""

    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None
    has: bool
    fact_count: int
    fact_ids: list[strawberry.ID]
    fact_kinds: list[FactKind]
    titles: list[str]
    citations: list[Citation]
