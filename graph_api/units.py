"""What a plan commits to: task groups, tasks, safeguards, special columns and special actions."""

from __future__ import annotations

import strawberry

from graph_api.citation import Citation
from graph_api.explanation import explained
from graph_api.links import many, one, rows
from graph_api.node import Node
from graph_api.rows import row

_PLAN = ("plan", "plan_id", "所属规划 | The plan it belongs to")
_SECTION = ("section", "section_id", "所在最内层章节 | The innermost section it stands in")
_RESPONSIBLE = "由谁负责，含承自任务的 | Who is responsible, inherited responsibility included"


@row("task_group", "任务组：若干任务的上级标题 | A task group: the heading above several tasks")
class TaskGroup(Node):
    """任务组."""

    id: strawberry.ID
    plan_id: strawberry.ID
    title: str
    task_count: int
    section_id: strawberry.ID | None
    citation: Citation

    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    tasks = many("tasks", groups="id")


@row("task", "任务：部署工作的章中最小的有标题单元 | A task: the finest headed unit that commits to work")
class Task(Node):
    """任务."""

    id: strawberry.ID
    plan_id: strawberry.ID
    title: str
    parent_title: str | None
    group_id: strawberry.ID | None
    ordinal: int
    unassigned: bool
    theme_ids: list[strawberry.ID]
    themes: list[str]
    beneficiary_ids: list[strawberry.ID]
    beneficiaries: list[str]
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    group = one("task_group", "group_id", "所属任务组 | The task group it belongs to")
    clauses = many("clauses", units="id")
    targets = many("targets", units="id")
    special_columns = many("special_columns", tasks="id")
    special_actions = many("special_actions", tasks="id")
    responsible = rows("unit_responsibilities", _RESPONSIBLE, units="id")


@row("safeguard", "保障措施 | A safeguard: a headed unit of the chapter that secures the work")
class Safeguard(Node):
    """保障措施."""

    id: strawberry.ID
    plan_id: strawberry.ID
    title: str
    parent_title: str | None
    ordinal: int
    theme_ids: list[strawberry.ID]
    themes: list[str]
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    clauses = many("clauses", units="id")
    targets = many("targets", units="id")
    responsible = rows("unit_responsibilities", _RESPONSIBLE, units="id")


@row("special_column", "专栏：归集专项行动的方框 | A special column: a box that groups special actions")
class SpecialColumn(Node):
    """专栏."""

    id: strawberry.ID
    plan_id: strawberry.ID
    title: str
    number: str | None
    under_task: str | None
    under_task_id: strawberry.ID | None
    action_count: int
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    task = one("task", "under_task_id", "所在的任务 | The task it stands under")
    special_actions = many("special_actions", columns="id")


@row("special_action", "专项行动 | A special action")
class SpecialAction(Node):
    """专项行动."""

    id: strawberry.ID
    plan_id: strawberry.ID
    title: str
    number: str | None
    ordinal: int
    column_id: strawberry.ID | None
    column_title: str | None
    under_task: str | None
    under_task_id: strawberry.ID | None
    concept_ids: list[strawberry.ID]
    concepts: list[str]
    theme_ids: list[strawberry.ID]
    themes: list[str]
    beneficiary_ids: list[strawberry.ID]
    beneficiaries: list[str]
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    column = one("special_column", "column_id", "所属专栏 | The special column it belongs to")
    task = one("task", "under_task_id", "所支撑的任务 | The task it supports")
    clauses = many("clauses", units="id")
    targets = many("targets", units="id")
    responsible = rows("unit_responsibilities", _RESPONSIBLE, units="id")
