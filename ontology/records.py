"""The facts of a plan: one frozen record a class of the ontology, each with its place in the source.

A fact says what the text says.  What it means across plans is another record: `Alignment`.
Fields are the ontology's datatype properties; `rule` names the rule that found the fact (its PROV-O activity).
Ids come from the position in the outline (`ningxia/3.1.2#c4/target-1`), so the same source gives the same ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import ClassVar, Literal

from ontology.spans import Span

Comparator = Literal["=", ">=", ">", "<=", "<", "~"]
Role = Literal["lead", "joint", "named"]
Level = Literal["national", "province", "prefecture", "city", "district"]
AlignmentKind = Literal["indicator", "special_action", "department", "task_theme", "target"]
AlignmentMethod = Literal["exact", "vocabulary", "similarity", "inferred", "curated"]
JsonValue = str | int | float | bool | None | list[str]

CURATED = "curated"  # the `rule` of a fact that a person added or changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact has: an id, its place, and the rule that found it, or why a person added or changed it."""

    kind: ClassVar[str] = "fact"
    id: str
    span: Span
    rule: str
    reason: str | None = None  # of a fact whose rule is CURATED

    @property
    def plan_id(self) -> str:
        """The id of the plan that states the fact."""
        return self.span.plan_id

    def record(self) -> dict[str, JsonValue]:
        """The fact as `crossplan facts` prints it: kind, id, plan_id, quote, start, end, then its own fields.

        The text of a document adds the `page` or `paragraph` that the fact begins on.
        """
        own = {name: _plain(getattr(self, name)) for name in _own_fields(type(self))}
        place: dict[str, JsonValue] = {
            "kind": self.kind,
            "id": self.id,
            "plan_id": self.plan_id,
            "quote": self.span.quote,
            "start": self.span.start,
            "end": self.span.end,
        }
        if (places := self.span.source.places) is not None:
            place[places.unit] = places.at(self.span.start)
        return {**place, **own, "rule": self.rule, **({"reason": self.reason} if self.reason else {})}


def _own_fields(cls: type[Fact]) -> Iterator[str]:
    return (field.name for field in fields(cls) if field.name not in {"id", "span", "rule", "reason"})


def _plain(value: JsonValue | tuple[str, ...]) -> JsonValue:
    return list(value) if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Fact):
    """规划: what the text says of itself; None where it does not say."""

    kind: ClassVar[str] = "plan"
    title: str
    region: str | None  # full name, "楚雄彝族自治州"
    region_code: str | None  # the administrative code, "532300"
    level: Level | None
    period: str | None  # "十四五"
    start_year: int | None
    end_year: int | None
    issuers: tuple[str, ...]
    document_number: str | None
    issued: str | None  # with the precision the text has: "2022-08-29", "2022-12"
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Fact):
    """章节: one heading of the outline, in document order."""

    kind: ClassVar[str] = "section"
    level: int  # 1 chapter, 2 section, 3 item or run-in lead
    number: str | None  # as printed: "（一）"
    title: str
    parent_id: str | None
    zone: str  # what the chapter it stands in is for: see ingest.structure.Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Fact):
    """条款: the smallest sentence that can be quoted alone."""

    kind: ClassVar[str] = "clause"
    text: str  # the quote with the whitespace dropped that extraction put inside it
    ordinal: int  # position in the plan, from 1
    section_id: str | None
    unit_id: str | None  # the task, safeguard or special action it stands in, else the section
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Fact):
    """任务: the finest headed unit under a chapter that commits to work."""

    kind: ClassVar[str] = "task"
    title: str
    parent: str | None  # title of the task group
    section_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguard(Fact):
    """保障措施: a headed unit of the chapter that secures the work."""

    kind: ClassVar[str] = "safeguard"
    title: str
    parent: str | None
    section_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialColumn(Fact):
    """专栏: a box that groups special actions."""

    kind: ClassVar[str] = "special_column"
    number: str | None
    title: str
    section_id: str | None
    under_task: str | None  # title of the task it stands under


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialAction(Fact):
    """专项行动: one action of a box, or a stand-alone action paragraph where the box frame was lost."""

    kind: ClassVar[str] = "special_action"
    title: str
    number: str | None
    column: str | None  # title of its box
    column_id: str | None
    under_task: str | None  # title of the task it stands under
    under_task_id: str | None
    section_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    """指标: one row of the indicator table; a cell that the source lost is None."""

    kind: ClassVar[str] = "indicator"
    row: int
    name: str | None
    base_year: int | None
    base_value: str | None  # verbatim
    target_year: int | None
    target_value: str | None  # verbatim
    attribute: str | None
    comparator: Comparator
    value: float | None  # the target as a number, in `unit`
    unit: str | None
    section_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Fact):
    """责任: one body made responsible for one unit."""

    kind: ClassVar[str] = "responsibility"
    unit: str  # title of the task, safeguard, action or section
    unit_id: str
    department: str  # as the plan names it
    role: Role
    clause_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Fact):
    """量化目标: a forward-looking quantified commitment in running text."""

    kind: ClassVar[str] = "target"
    unit: str
    unit_id: str
    subject: str
    comparator: Comparator
    value: float
    unit_of_measure: str
    by_year: int | None
    clause_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Fact):
    """基期成效: a quantified achievement of the past period."""

    kind: ClassVar[str] = "baseline"
    subject: str
    value: float
    unit_of_measure: str
    as_of: str | None
    unit_id: str
    clause_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Fact):
    """A document cited by its title in 《》; the document itself is a 引用文件 (PolicyDocument)."""

    kind: ClassVar[str] = "reference"
    title: str
    document_number: str | None
    issuer: str | None
    clause_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """One fact brought to one concept that plans share, with how sure that is and why."""

    kind: AlignmentKind
    concept: str  # id of the concept: "theme/elderly-care", "indicator/…"
    label: str  # the concept's Chinese name
    fact_id: str
    plan_id: str
    title: str  # the member's own title or name
    score: float  # 0 to 1
    method: AlignmentMethod
    evidence: str | None  # a quote, or None
