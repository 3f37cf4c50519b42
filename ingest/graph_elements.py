"""From facts and alignments to the property graph: nodes and relations in the ontology's words.

In: the facts of all plans, and what they mean across plans.  Out: one `Graph`, in an order that depends on nothing but
the facts.  A fact's fields become properties; what a field says of another record (its section, its unit, its clause)
becomes a relation.
Example: "农村社区综合服务设施覆盖率达到80%" becomes (Target)-[:STATED_IN]->(Clause) and (Target)-[:OF_UNIT]->(Section).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from align.documents import document_id
from ingest.fact_book import FactBook
from ingest.fact_properties import LABELS, properties
from ingest.meanings import Meanings, meaning_elements
from ontology.elements import Graph, Node, Property, Relation
from ontology.records import (
    Baseline,
    Clause,
    Fact,
    Indicator,
    Plan,
    Reference,
    Responsibility,
    Safeguard,
    Section,
    SpecialAction,
    SpecialColumn,
    Target,
    Task,
)


def graph_elements(book: FactBook, meanings: Meanings) -> Graph:
    """The graph of the facts in the book."""
    nodes: list[Node] = []
    relations: list[Relation] = []
    facts_of: Counter[str] = Counter()
    for fact in book.facts:
        facts_of[fact.plan_id] += 1
        nodes += _nodes(fact, book, facts_of[fact.plan_id])
        relations += _relations(fact, book)
    meant = meaning_elements(book, meanings)
    return Graph(_unique_nodes((*nodes, *meant.nodes)), _unique_relations((*relations, *meant.relations)))


def _nodes(fact: Fact, book: FactBook, ordinal: int) -> Iterator[Node]:
    """The fact's own node and those that it names: its task group, the body made responsible, the document cited."""
    yield Node(LABELS[type(fact)], fact.id, {**properties(fact), **_placed(fact, book, ordinal)})
    if isinstance(fact, Task) and (group := _group(fact, book)):
        span = group.span
        place: dict[str, Property] = {"quote": span.quote, "start": span.start, "end": span.end}
        yield Node("TaskGroup", _group_id(group), {"title": group.title, "planId": fact.plan_id, **place})
    elif isinstance(fact, Responsibility):
        yield Node("Department", _department_id(fact), {"name": fact.department, "planId": fact.plan_id})
    elif isinstance(fact, Reference):
        yield Node("PolicyDocument", document_id(fact.title), {"title": fact.title})


def _placed(fact: Fact, book: FactBook, ordinal: int) -> dict[str, Property]:
    """Properties that follow from where the fact stands."""
    match fact:
        case Section():
            return {"ordinal": ordinal, "path": list(book.section_path(fact.id))}
        case Clause():
            title = book.unit_title(fact.unit_id)
            kind: dict[str, Property] = {"unitKind": book.unit_kind(fact.unit_id)}
            return {**kind, "path": list(book.clause_path(fact)), **({"unitTitle": title} if title else {})}
        case Task() | Safeguard() | SpecialAction():
            return {"ordinal": ordinal}
        case Responsibility() | Target():
            return {"unitKind": book.unit_kind(fact.unit_id)}
        case Plan():
            return {"sourceHash": fact.span.source.sha256, "sourceLength": len(fact.span.source.text)}
        case _:
            return {}


def _relations(fact: Fact, book: FactBook) -> Iterator[Relation]:
    label = LABELS[type(fact)]

    def to(kind: str, end_id: str | None) -> Iterator[Relation]:
        end_label = book.label(end_id)
        if end_id and end_label:
            yield Relation(kind, label, fact.id, end_label, end_id)

    if isinstance(fact, Plan):
        return
    yield Relation("IN_PLAN", label, fact.id, "Plan", fact.plan_id)
    match fact:
        case Section():
            yield from to("SUBSECTION_OF", fact.parent_id)
        case Clause():
            yield from to("IN_SECTION", fact.section_id)
            if book.label(fact.unit_id) != "Section":
                yield from to("IN_UNIT", fact.unit_id)
        case Task():
            yield from to("IN_SECTION", fact.section_id)
            yield from _group_relations(fact, book)
        case Safeguard() | Indicator():
            yield from to("IN_SECTION", fact.section_id)
        case SpecialColumn():
            yield from to("IN_SECTION", fact.section_id)
            yield from to("SUPPORTS", _task_of(fact.section_id, book))
        case SpecialAction():
            yield from to("IN_SECTION", fact.section_id)
            yield from to("IN_COLUMN", fact.column_id)
            yield from to("SUPPORTS", fact.under_task_id)
        case Responsibility():
            yield from to("STATED_IN", fact.clause_id)
            yield from to("OF_UNIT", fact.unit_id)
            yield Relation("HELD_BY", label, fact.id, "Department", _department_id(fact))
            yield Relation("IN_PLAN", "Department", _department_id(fact), "Plan", fact.plan_id)
        case Target() | Baseline():
            yield from to("STATED_IN", fact.clause_id)
            yield from to("OF_UNIT", fact.unit_id)
        case Reference():
            yield from to("STATED_IN", fact.clause_id)
            yield Relation("REFERS_TO", label, fact.id, "PolicyDocument", document_id(fact.title))


def _group(task: Task, book: FactBook) -> Section | None:
    """The section whose heading groups the task, where the task has one above it."""
    section = book.by_id.get(task.section_id)
    parent = book.by_id.get(section.parent_id or "") if isinstance(section, Section) else None
    return parent if isinstance(parent, Section) and task.parent is not None else None


def _group_relations(task: Task, book: FactBook) -> Iterator[Relation]:
    if group := _group(task, book):
        group_id = _group_id(group)
        yield Relation("IN_GROUP", "Task", task.id, "TaskGroup", group_id)
        yield Relation("IN_PLAN", "TaskGroup", group_id, "Plan", task.plan_id)
        yield Relation("IN_SECTION", "TaskGroup", group_id, "Section", group.id)


def _group_id(group: Section) -> str:
    return f"{group.id}/group"


def _task_of(section_id: str | None, book: FactBook) -> str | None:
    task_id = f"{section_id}/task"
    return task_id if task_id in book.by_id else None


def _department_id(fact: Responsibility) -> str:
    return f"{fact.plan_id}/department/{fact.department}"


def _unique_nodes(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Each node once; of two with one id the first stays (a document keeps the title under which it is first cited)."""
    unique: dict[tuple[str, str], Node] = {}
    for node in nodes:
        unique.setdefault((node.label, node.id), node)
    return tuple(unique.values())


def _unique_relations(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    unique: dict[tuple[str, str, str, str, str], Relation] = {}
    for one in relations:
        unique.setdefault((one.type, one.start_label, one.start_id, one.end_label, one.end_id), one)
    return tuple(unique.values())
