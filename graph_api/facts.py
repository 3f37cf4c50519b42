"""Facts read from tables and sentences: indicators, responsibilities, targets, baselines and references."""

from __future__ import annotations

import strawberry

from graph_api.citation import Citation
from graph_api.explanation import explained
from graph_api.links import one
from graph_api.node import Node
from graph_api.rows import row
from graph_api.words import Role, UnitKind

_PLAN = ("plan", "plan_id", "所属规划 | The plan it belongs to")
_SECTION = ("section", "section_id", "所在最内层章节 | The innermost section it stands in")
_CLAUSE = ("clause", "clause_id", "写明它的条款 | The clause that states it")


@row("indicator", "指标：指标表中的一行 | An indicator: one row of an indicator table")
class Indicator(Node):
    """指标."""

    id: strawberry.ID
    plan_id: strawberry.ID
    row: int
    name: str | None
    base_year: int | None
    base_value: str | None
    target_year: int | None
    target_value: str | None
    attribute: str | None
    binding: bool
    comparator: str
    value: float | None
    unit: str | None
    concept_ids: list[strawberry.ID]
    concepts: list[str]
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)


@row("responsibility", "责任：一个部门对一个单元负责 | A responsibility: one body answers for one unit")
class Responsibility(Node):
    """责任."""

    id: strawberry.ID
    plan_id: strawberry.ID
    unit_id: strawberry.ID | None
    unit_title: str | None
    unit_kind: UnitKind
    department_id: strawberry.ID | None
    department_name: str
    role: Role
    function_ids: list[strawberry.ID]
    functions: list[str]
    clause_id: strawberry.ID | None
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    clause = one(*_CLAUSE)
    department = one("department", "department_id", "负责的部门 | The department that is responsible")


@row("target", "量化目标：正文中带数字的承诺 | A target: a commitment in figures in running text")
class Target(Node):
    """量化目标."""

    id: strawberry.ID
    plan_id: strawberry.ID
    unit_id: strawberry.ID | None
    unit_title: str | None
    unit_kind: UnitKind
    subject: str
    comparator: str
    value: float
    unit_of_measure: str
    by_year: int | None
    full_coverage: bool
    concept_ids: list[strawberry.ID]
    concepts: list[str]
    clause_id: strawberry.ID | None
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    clause = one(*_CLAUSE)


@row("baseline", "基期成效：过去已经达到的数字 | A baseline: what was achieved before, in figures")
class Baseline(Node):
    """基期成效."""

    id: strawberry.ID
    plan_id: strawberry.ID
    unit_id: strawberry.ID | None
    subject: str
    value: float
    unit_of_measure: str
    as_of: str | None
    clause_id: strawberry.ID | None
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    clause = one(*_CLAUSE)


@row("reference", "引用：规划以书名号引用的一份文件 | A reference: a document that the plan cites by its title")
class Reference(Node):
    """引用."""

    id: strawberry.ID
    plan_id: strawberry.ID
    cited_title: str
    document_number: str | None
    issuer: str | None
    document_id: strawberry.ID | None
    clause_id: strawberry.ID | None
    section_id: strawberry.ID | None
    citation: Citation

    explanation = explained()
    plan = one(*_PLAN, required=True)
    section = one(*_SECTION)
    clause = one(*_CLAUSE)
    document = one("document", "document_id", "被引用的文件 | The document cited")
