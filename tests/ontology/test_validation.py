"""The whole check: the shapes, the quotes, and the defects that must never pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from ontology.elements import Graph, Node, Property, Relation
from ontology.owl_rl import OwlRl
from ontology.problems import Problem
from ontology.quotes import quote_problems
from ontology.reasoning import infer
from ontology.shapes import shape_problems
from ontology.terms import Terms
from ontology.validation import check_graph

Changed = Callable[..., Graph]
ROW, HELD = "p/1/table-1/row-1", "p/2.1.1#c1/responsibility-1"


def lines(problems: list[Problem] | tuple[Problem, ...]) -> list[str]:
    return [str(each) for each in problems]


# ------------------------------------------------------------------------------------------------------ the shapes


def test_the_small_plan_is_in_shape_with_all_that_follows(small: Graph, terms: Terms) -> None:
    assert shape_problems(infer(small), terms) == ()


MISSHAPEN: dict[str, tuple[list[Node | Relation], dict[str, object], list[str]]] = {
    "a row in no plan": (
        [],
        {"without": (ROW, "IN_PLAN")},
        [
            f"{ROW}: an indicator row is in exactly one plan",
            f"{ROW}: the plan an indicator row is in is the one its plan id names, found 'p'",
        ],
    ),
    "a responsibility of nobody": (
        [],
        {"without": (HELD, "HELD_BY")},
        [f"{HELD}: a responsibility is held by exactly one department"],
    ),
    "a responsibility of two": (
        [
            Node("Department", "p/department/财政局", {"name": "财政局", "planId": "p"}),
            Relation("IN_PLAN", "Department", "p/department/财政局", "Plan", "p"),
            Relation("HELD_BY", "Responsibility", HELD, "Department", "p/department/财政局"),
        ],
        {},
        [f"{HELD}: a responsibility is held by exactly one department"],
    ),
    "a responsibility for nothing": (
        [],
        {"without": (HELD, "OF_UNIT")},
        [f"{HELD}: a responsibility is for exactly one unit"],
    ),
    "a fact that ends where it starts": (
        [],
        {"of": ROW, "end": 22, "start": 22},
        [f"{ROW}: a passage starts before it ends, found '22'"],
    ),
    "a fact without a quote": (
        [],
        {"of": ROW, "quote": ""},
        [f"{ROW}: a passage has exactly one quote, which is not empty, found ''"],
    ),
    "a fact of a plan that is not the one it is in": (
        [],
        {"of": "p/2.1.1/task", "planId": "q"},
        [
            "p/2.1.1/task: the plan a part is in is the one its plan id names, found 'p'",
            "p/2.1.1/task: the plan a part is in is the one its plan id names, found 'q'",
        ],
    ),
    "a task in no section": (
        [],
        {"without": ("p/2.1.1/task", "IN_SECTION")},
        ["p/2.1.1/task: a task or safeguard is in exactly one section"],
    ),
    "an alignment surer than sure": (
        [],
        {"of": "alignment/1", "score": 1.5},
        ["alignment/1: an alignment has a score from 0 to 1, found '1.5'"],
    ),
    "an alignment that names another fact": (
        [],
        {"of": "alignment/1", "factId": "p/1/table-1/row-2"},
        [
            "alignment/1: the fact of an alignment is the one its fact id names, found 'p/1/table-1/row-1'",
            "alignment/1: the fact of an alignment is the one its fact id names, found 'p/1/table-1/row-2'",
        ],
    ),
    "a concept without a name": (
        [Node("Theme", "theme/无名")],
        {},
        ["theme/无名: a region, department or concept has a name"],
    ),
    "what the ontology does not know": ([Node("Ministry", "m", {"colour": "red"})], {}, []),
    "an inference that rests on nothing": (
        [
            Relation("CITES", "Plan", "p", "PolicyDocument", "document/社区条例",
                     {"inferredBy": "guess", "derivedFrom": []})
        ],
        {},
        ["p cites document/社区条例: an inferred relation says from what it was derived"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MISSHAPEN)
def test_what_is_missing_or_too_much_is_named(changed: Changed, terms: Terms, case: str) -> None:
    added, change, expected = MISSHAPEN[case]
    assert lines(shape_problems(changed(*added, **change), terms)) == expected


# ------------------------------------------------------------------------------------------------------ the quotes


def test_quotes_that_are_the_text_at_their_place_pass(small: Graph, text: str) -> None:
    assert quote_problems(with_hash(small, text), {"p": text}) == ()


def with_hash(graph: Graph, text: str) -> Graph:
    """The graph with the plan's hash that of this text."""

    def hashed(properties: dict[str, Property]) -> dict[str, Property]:
        return {**properties, "sourceHash": hashlib.sha256(text.encode()).hexdigest()}

    nodes = (
        replace(node, properties=hashed(dict(node.properties))) if node.label == "Plan" else node
        for node in graph.nodes
    )
    return Graph(tuple(nodes), graph.relations)


QUOTE = "每百户居民拥有设施面积 30 平方米 约束性"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"quote": "每千户居民"}, f"p 21-43: found '{QUOTE}', expected '每千户居民'"),
        ({"start": 22}, f"p 22-43: found '{QUOTE[1:]}', expected '{QUOTE}'"),
        ({"end": 9999}, "p: no span 21-9999 in a text of 173 characters"),
    ],
    ids=["another quote", "another place", "beyond the end"],
)
def test_a_quote_that_is_not_at_its_place_is_named(
    changed: Changed, text: str, change: dict[str, Property], expected: str
) -> None:
    graph = with_hash(changed(of=ROW, **change), text)
    assert lines(quote_problems(graph, {"p": text})) == [f"{ROW}: its quote is not in its source: {expected}"]


def test_a_plan_without_its_source_is_named(small: Graph) -> None:
    found = quote_problems(small, {})
    assert str(found[0]) == "p: there is no source of a plan p"
    assert len(found) == sum("quote" in node.properties for node in small.nodes)


def test_a_source_that_changed_under_its_quotes_is_named(small: Graph, text: str) -> None:
    changed_text = text + "\n又加一行。"
    (found,) = quote_problems(with_hash(small, text), {"p": changed_text})
    assert found.where == "p"
    assert found.message.startswith("it was read from a source with SHA-256 ")


# ---------------------------------------------------------------------------------------------------- all together


def test_a_sound_graph_has_no_problem(small: Graph, text: str, terms: Terms) -> None:
    assert check_graph(with_hash(infer(small), text), {"p": text}, terms, OwlRl(terms)) == []


def test_each_defect_put_in_on_purpose_is_found_among_the_others(changed: Changed, text: str, terms: Terms) -> None:
    graph = changed(
        Node("Department", "p/2.1.1/task", {"name": "民政局", "planId": "p"}),
        Relation("IN_PLAN", "Department", "p/2.1.1/task", "Plan", "p"),
        of="p/2.1.1#c1",
        without=(ROW, "IN_PLAN"),
        quote="所有社区都有设施，民政局牵头。",
    )
    found = check_graph(with_hash(graph, text), {"p": text}, terms, OwlRl(terms))
    assert lines(found) == [
        "p/2.1.1/task: is both Department and Task, which crossplan.ttl declares disjoint",
        f"{ROW}: an indicator row is in exactly one plan",
        f"{ROW}: the plan an indicator row is in is the one its plan id names, found 'p'",
        "p/2.1.1#c1: its quote is not in its source: p 69-87: found '所有社区实现设施全覆盖，民政局牵头。', "
        "expected '所有社区都有设施，民政局牵头。'",
    ]
    assert [each.check for each in found] == ["consistency", "shape", "shape", "quote"]
