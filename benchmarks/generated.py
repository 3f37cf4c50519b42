"""A graph of many plans made by a seeded generator: every label and relation that the questions use.

In: how many plans, how many clauses, a seed.  Out: the same `Graph` each time.  Each section has a task (every tenth a
safeguard) and ten clauses; what they state is drawn at random from concepts that all plans share.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from ontology.elements import Graph, Node, Property, Relation

WORDS = [
    "社区",
    "服务",
    "养老",
    "数字",
    "经济",
    "治理",
    "设施",
    "建设",
    "推进",
    "加强",
    "完善",
    "体系",
    "城乡",
    "居民",
    "平台",
    "信息",
    "人才",
    "队伍",
    "机制",
    "保障",
    "覆盖",
]
THEMES, CONCEPTS, FUNCTIONS, ACTIONS, DOCUMENTS, BENEFICIARIES = 60, 80, 40, 30, 50, 12
CLAUSES_A_SECTION = 10


class _Writer:
    """Collects the elements of one graph."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.nodes: list[Node] = []
        self.relations: list[Relation] = []

    def words(self, count: int) -> str:
        return "".join(self.random.choices(WORDS, k=count))

    def node(self, label: str, id_: str, **properties: Property) -> Node:
        self.nodes.append(Node(label, id_, properties))
        return self.nodes[-1]

    def link(self, kind: str, start: Node, *ends: Node) -> None:
        self.relations += [Relation(kind, start.label, start.id, end.label, end.id) for end in ends]

    def concepts(self, label: str, prefix: str, count: int) -> list[Node]:
        name = "title" if label == "PolicyDocument" else "name"
        return [self.node(label, f"{prefix}/{number}", **{name: self.words(3)}) for number in range(count)]


def generated_graph(plans: int = 60, clauses: int = 50_000, seed: int = 1) -> Graph:
    """A graph of `plans` plans with `clauses` clauses in all, or a few less."""
    writer = _Writer(seed)
    shared = {
        label: writer.concepts(label, prefix, count)
        for label, prefix, count in (
            ("Theme", "theme", THEMES),
            ("IndicatorConcept", "indicator", CONCEPTS),
            ("DepartmentConcept", "function", FUNCTIONS),
            ("ActionConcept", "action", ACTIONS),
            ("PolicyDocument", "document", DOCUMENTS),
            ("Beneficiary", "beneficiary", BENEFICIARIES),
        )
    }
    for narrow, broad in zip(shared["Theme"][10:], shared["Theme"] * 2, strict=False):
        writer.link("BROADER", narrow, broad)
    country = writer.node("Region", "region/000000", name="全国", shortName="全国", code="000000", level="national")
    for number in range(plans):
        _plan(writer, number, shared, country, clauses // plans // CLAUSES_A_SECTION)
    return Graph(tuple(writer.nodes), tuple(writer.relations))


def _plan(writer: _Writer, number: int, shared: dict[str, list[Node]], country: Node, sections: int) -> None:
    id_ = f"plan{number:02}"
    code = f"{100000 + number}"
    region = writer.node("Region", f"region/{code}", name=f"{number}号市", shortName=f"{number}号", code=code)
    title = f"{number}号市“十四五”{writer.words(3)}规划"
    plan = writer.node("Plan", id_, title=title, period="十四五", startYear=2021, endYear=2025, **_place(writer, id_))
    writer.link("COVERS_REGION", plan, region)
    writer.link("WITHIN", region, country)
    bodies = [
        writer.node("Department", f"{id_}/department/{body}", name=f"{writer.words(2)}局", planId=id_)
        for body in range(15)
    ]
    for body in bodies:
        writer.link("IN_PLAN", body, plan)
        writer.link("HAS_FUNCTION", body, writer.random.choice(shared["DepartmentConcept"]))
    for section in range(sections):
        _section(writer, plan, f"{id_}/{section // 10}.{section % 10}", shared, bodies)
    table = Node("Section", f"{id_}/0.0")
    for row, concept in enumerate(writer.random.sample(shared["IndicatorConcept"], 25), start=1):
        _indicator(writer, plan, table, row, concept)


def _section(writer: _Writer, plan: Node, id_: str, shared: dict[str, list[Node]], bodies: Sequence[Node]) -> None:
    draw = writer.random
    title = writer.words(4)
    section = _fact(writer, "Section", id_, plan, title=title, level=2, ordinal=1, zone="task", path=[title])
    label = "Safeguard" if draw.random() < 0.1 else "Task"
    unit = _fact(writer, label, f"{id_}/{label.lower()}", plan, title=title, ordinal=1)
    writer.link("IN_SECTION", unit, section)
    writer.link("HAS_THEME", unit, *draw.sample(shared["Theme"], 2))
    owed = _fact(writer, "Responsibility", f"{id_}/responsibility-1", plan, unitTitle=title, role="lead")
    writer.link("OF_UNIT", owed, unit)
    writer.link("HELD_BY", owed, draw.choice(bodies))
    if label == "Task" and draw.random() < 0.3:
        action = _fact(writer, "SpecialAction", f"{id_}/action-1", plan, title=writer.words(4), ordinal=1)
        writer.link("SUPPORTS", action, unit)
        writer.link("IN_SECTION", action, section)
        writer.link("HAS_COUNTERPART_CONCEPT", action, draw.choice(shared["ActionConcept"]))
    for ordinal in range(1, CLAUSES_A_SECTION + 1):
        _clause(writer, plan, (section, unit), f"{id_}#c{ordinal}", shared)


def _clause(writer: _Writer, plan: Node, around: tuple[Node, Node], id_: str, shared: dict[str, list[Node]]) -> None:
    draw, (section, unit) = writer.random, around
    clause = _fact(writer, "Clause", id_, plan, text=writer.words(25), ordinal=1, zone="task", unitKind="task")
    writer.link("IN_SECTION", clause, section)
    writer.link("IN_UNIT", clause, unit)
    writer.link("HAS_THEME", clause, draw.choice(shared["Theme"]))
    if draw.random() < 0.2:
        value = float(draw.randrange(1, 1000)) / 2
        target = _fact(writer, "Target", f"{id_}/target-1", plan, subject=writer.words(3), value=value, comparator=">=")
        writer.link("STATED_IN", target, clause)
        writer.link("OF_UNIT", target, unit)
        writer.link("MEASURES", target, draw.choice(shared["IndicatorConcept"]))
    if draw.random() < 0.05:
        cited = _fact(writer, "Reference", f"{id_}/reference-1", plan, citedTitle=writer.words(5))
        writer.link("STATED_IN", cited, clause)
        writer.link("REFERS_TO", cited, draw.choice(shared["PolicyDocument"]))
    if draw.random() < 0.1:
        writer.link("SERVES", clause, draw.choice(shared["Beneficiary"]))


def _indicator(writer: _Writer, plan: Node, table: Node, row: int, concept: Node) -> None:
    value = float(writer.random.randrange(1, 100))
    stated: dict[str, Property] = {"name": writer.words(4), "row": row, "targetYear": 2025, "value": value, "unit": "%"}
    indicator = _fact(writer, "Indicator", f"{table.id}/table-1/row-{row}", plan, targetValue=f"{value:g}", **stated)
    writer.link("IN_SECTION", indicator, table)
    writer.link("MEASURES", indicator, concept)


def _fact(writer: _Writer, label: str, id_: str, plan: Node, **properties: Property) -> Node:
    fact = writer.node(label, id_, **properties, **_place(writer, plan.id))
    writer.link("IN_PLAN", fact, plan)
    return fact


def _place(writer: _Writer, plan_id: str) -> dict[str, Property]:
    start = writer.random.randrange(50_000)
    quote = writer.words(12)
    return {"planId": plan_id, "quote": quote, "start": start, "end": start + len(quote), "rule": "generated"}
