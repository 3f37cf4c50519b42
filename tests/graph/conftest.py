"""A small graph in the ontology's words."""

from __future__ import annotations

import pytest

from ontology.elements import Graph, Node, Property, Relation
from ontology.schema import GraphSchema, load_schema

QUOTE = "每百户\t“30”平方米\\以上"


@pytest.fixture(scope="session")
def schema() -> GraphSchema:
    return load_schema()


@pytest.fixture(scope="session")
def small_graph() -> Graph:
    """Two plans, each with a section, a task and two targets, one on a shared indicator; two themes."""
    nodes = [
        Node("Theme", "theme/care", {"name": "养老服务"}),
        Node("Theme", "theme/care/home", {"name": "居家养老"}),
        Node("IndicatorConcept", "indicator/area", {"name": "设施面积"}),
    ]
    relations = [Relation("BROADER", "Theme", "theme/care/home", "Theme", "theme/care")]
    for plan, value in (("east", 30.0), ("west", 32.5)):
        facts = _facts(plan, value)
        nodes += facts
        relations += [Relation("IN_PLAN", fact.label, fact.id, "Plan", plan) for fact in facts if fact.label != "Plan"]
        relations += _links(plan)
    return Graph(tuple(nodes), tuple(relations))


def _facts(plan: str, value: float) -> list[Node]:
    place: dict[str, Property] = {"planId": plan, "quote": QUOTE, "start": 12, "end": 12 + len(QUOTE), "rule": "test"}
    return [
        Node("Plan", plan, {"title": f"{plan}规划", "issuers": ["民政厅", "财政厅"], "startYear": 2021, **place}),
        Node("Section", f"{plan}/1", {"title": "第一节", "level": 2, "path": ["第一章", "第一节"], **place}),
        Node("Task", f"{plan}/1/task", {"title": "办好居家养老", "unassigned": plan == "west", **place}),
        Node("Clause", f"{plan}/1#c1", {"text": QUOTE, "ordinal": 1, **place}),
        Node("Target", f"{plan}/1#c1/target-1", {"subject": "面积", "value": value, "byYear": 2025, **place}),
        Node("Target", f"{plan}/1#c1/target-2", {"subject": "比率", "value": 100.0, **place}),
    ]


def _links(plan: str) -> list[Relation]:
    task, home = f"{plan}/1/task", "theme/care/home"
    how: dict[str, Property] = {"inferredBy": "hasBroaderTheme", "derivedFrom": [task, home]}
    return [
        Relation("HAS_THEME", "Task", task, "Theme", home),
        Relation("HAS_BROADER_THEME", "Task", task, "Theme", "theme/care", how),
        Relation("MEASURES", "Target", f"{plan}/1#c1/target-1", "IndicatorConcept", "indicator/area"),
    ]
