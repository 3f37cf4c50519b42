"""Plans, regions, and the places in a plan's text: sections and clauses."""

from __future__ import annotations

import strawberry

from graph_api.citation import Citation
from graph_api.explanation import explained
from graph_api.links import many, one, rows
from graph_api.node import Node
from graph_api.rows import row
from graph_api.words import Level, UnitKind, Zone


@row("plan", "规划，连同它的章节、条款和事实 | A plan with its sections, clauses and facts")
class Plan(Node):
    """规划."""

    id: strawberry.ID
    title: str
    region_id: strawberry.ID | None
    region: str | None
    region_code: str | None
    level: Level | None
    period: str | None
    start_year: int | None
    end_year: int | None
    issuers: list[str]
    document_number: str | None
    issued: str | None
    published: str | None
    source_hash: str
    source_length: int
    section_count: int
    clause_count: int
    task_count: int
    safeguard_count: int
    special_column_count: int
    special_action_count: int
    indicator_count: int
    target_count: int
    baseline_count: int
    reference_count: int
    responsibility_count: int
    department_count: int
    citation: Citation

    explanation = explained()
    covered_region = one("region", "region_id", "所覆盖的地区 | The region it covers")
    outline = rows("outline", plan="id")
    sections = many("sections", plans="id")
    clauses = many("clauses", plans="id")
    task_groups = many("task_groups", plans="id")
    tasks = many("tasks", plans="id")
    safeguards = many("safeguards", plans="id")
    special_columns = many("special_columns", plans="id")
    special_actions = many("special_actions", plans="id")
    indicators = many("indicators", plans="id")
    targets = many("targets", plans="id")
    baselines = many("baselines", plans="id")
    references = many("references", plans="id")
    responsibilities = many("responsibilities", plans="id")
    departments = many("departments", plans="id")


@row("region", "地区 | A region")
class Region(Node):
    """地区."""

    id: strawberry.ID
    name: str
    short_name: str | None
    code: str
    level: Level
    parent_id: strawberry.ID | None
    parent: str | None
    plan_ids: list[strawberry.ID]

    upper_region = one("region", "parent_id", "上级地区 | The region it lies within")
    plans = many("plans", "覆盖或位于该地区的规划 | Plans that cover it or lie within it", regions="id")


@row("section", "章节：规划的一个标题及其下的文字 | A section: one heading of a plan and what stands under it")
class Section(Node):
    """章节."""

    id: strawberry.ID
    plan_id: strawberry.ID
    parent_id: strawberry.ID | None
    level: int
    number: str | None
    title: str
    ordinal: int
    zone: Zone
    path: list[str]
    clause_count: int
    citation: Citation

    explanation = explained()
    plan = one("plan", "plan_id", "所属规划 | The plan it belongs to", required=True)
    parent = one("section", "parent_id", "上级章节 | The section above it")
    subsections = many("sections", "下级章节 | The sections below it", parents="id")
    clauses = many("clauses", sections="id")
    tasks = many("tasks", sections="id")
    safeguards = many("safeguards", sections="id")
    special_columns = many("special_columns", sections="id")
    special_actions = many("special_actions", sections="id")
    indicators = many("indicators", sections="id")


@row("clause", "条款：可以单独引用的最小一句 | A clause: the smallest sentence that can be quoted alone")
class Clause(Node):
    """条款."""

    id: strawberry.ID
    plan_id: strawberry.ID
    text: str
    ordinal: int
    zone: Zone
    unit_id: strawberry.ID | None
    unit_kind: UnitKind
    unit_title: str | None
    path: list[str]
    section_id: strawberry.ID | None
    theme_ids: list[strawberry.ID]
    themes: list[str]
    beneficiary_ids: list[strawberry.ID]
    beneficiaries: list[str]
    citation: Citation

    plan = one("plan", "plan_id", "所属规划 | The plan it belongs to", required=True)
    section = one("section", "section_id", "所在最内层章节 | The innermost section it stands in")
    targets = many("targets", clauses="id")
    baselines = many("baselines", clauses="id")
    responsibilities = many("responsibilities", clauses="id")
    references = many("references", clauses="id")
    context = rows("clause_context", clause="id")


@row("clause_context", "条款与它前后的条款 | A clause among those before and after it")
class ClauseInContext:
    """一条条款与它的上下文."""

    offset: int
    id: strawberry.ID
    plan_id: strawberry.ID
    text: str
    ordinal: int
    zone: Zone
    unit_id: strawberry.ID | None
    unit_kind: UnitKind
    unit_title: str | None
    path: list[str]
    section_id: strawberry.ID | None
    theme_ids: list[strawberry.ID]
    themes: list[str]
    beneficiary_ids: list[strawberry.ID]
    beneficiaries: list[str]
    citation: Citation


@row("outline", "规划目录中的一行 | One line of a plan's outline")
class OutlineEntry:
    """规划目录中的一行."""

    section_id: strawberry.ID
    parent_id: strawberry.ID | None
    level: int
    number: str | None
    title: str
    ordinal: int
    zone: Zone
    unit_id: strawberry.ID | None
    unit_kind: UnitKind | None
    clause_count: int
    action_count: int
    indicator_count: int
    target_count: int
    citation: Citation
