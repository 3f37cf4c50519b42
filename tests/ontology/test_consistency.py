"""Contradictions between a graph and the ontology: each is named, and a full reasoner finds it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ontology.clashes import clashes
from ontology.consistency import any_reasoner, consistency_problems, fewest, part
from ontology.elements import Graph, Node, Relation
from ontology.hermit import HermiT
from ontology.owl_rl import OwlRl
from ontology.reasoner import ReasonerError
from ontology.reasoning import infer
from ontology.summary import summary
from ontology.terms import ONTOLOGY_FILE, Terms

Changed = Callable[..., Graph]
TASK, ROW = "p/2.1.1/task", "p/1/table-1/row-1"
OTHER_PLAN = Node("Plan", "q", {"planId": "q"})
DEPARTMENT = Node("Department", TASK, {"name": "民政局"})

# A change to the small graph, and what is said of it.
CONTRADICTIONS: dict[str, tuple[list[Node | Relation], dict[str, object], str]] = {
    "a task that is also a department": (
        [DEPARTMENT],
        {},
        f"{TASK}: is both Department and Task, which crossplan.ttl declares disjoint",
    ),
    "a row in two plans": (
        [OTHER_PLAN, Relation("IN_PLAN", "Indicator", ROW, "Plan", "q")],
        {},
        f"{ROW}: IN_PLAN leads to p and q, but crossplan.ttl declares it functional",
    ),
    "a department in a task group": (
        [Relation("IN_GROUP", "Department", "p/department/民政局", "TaskGroup", "p/2.1/group")],
        {},
        "p/department/民政局: is a Department in p/department/民政局 IN_GROUP p/2.1/group; "
        "by crossplan.ttl it can only start at Task",
    ),
    "a theme broader than itself": (
        [Relation("BROADER", "Theme", "theme/people", "Theme", "theme/people")],
        {},
        "theme/people: BROADER leads to itself, but crossplan.ttl declares it irreflexive",
    ),
    "two themes broader than each other": (
        [Relation("BROADER", "Theme", "theme/service", "Theme", "theme/elderly")],
        {},
        "theme/service: theme/service BROADER theme/elderly and back, but crossplan.ttl declares it asymmetric",
    ),
    "a year in words": (
        [],
        {"of": ROW, "targetYear": "二〇二五"},
        f"{ROW}: targetYear is '二〇二五', but crossplan.ttl has it of type integer",
    ),
    "a comparator that is none": (
        [],
        {"of": ROW, "comparator": "≥"},
        f"{ROW}: comparator is '≥', but crossplan.ttl has it one of =, >=, >, <=, <, ~",
    ),
    "a task with a value": (
        [],
        {"of": TASK, "attribute": "约束性"},
        f"{TASK}: is a Task and has attribute; classes with that by crossplan.ttl: Indicator",
    ),
}
# What no axiom can speak of, as it is about the graph's own form.
MALFORMED: dict[str, tuple[list[Node | Relation], dict[str, object], str]] = {
    "a row number that is a list": (
        [],
        {"of": ROW, "unit": ["平方米"]},
        f"{ROW}: unit is ['平方米'], but crossplan.ttl has it functional: one value",
    ),
    "a relation to nothing": (
        [Relation("SERVES", "Task", TASK, "Beneficiary", "beneficiary/nobody")],
        {},
        f"beneficiary/nobody: there is no such Beneficiary, but {TASK} SERVES beneficiary/nobody",
    ),
    "an unknown class": ([Node("Ministry", "m")], {}, "m: is a Ministry, which is no class of crossplan.ttl"),
    "an unknown relation": (
        [Relation("KNOWS", "Task", TASK, "Task", TASK)],
        {},
        f"{TASK}: {TASK} KNOWS {TASK}, which is no relation of crossplan.ttl",
    ),
    "one id twice": (
        [Node("Theme", "theme/people", {"name": "民生"})],
        {},
        "theme/people: two nodes Theme have this id, which crossplan.ttl declares their key",
    ),
}


def test_the_small_plan_agrees_with_the_ontology(small: Graph, terms: Terms) -> None:
    assert clashes(infer(small), terms) == ()


@pytest.mark.parametrize("case", [*CONTRADICTIONS, *MALFORMED])
def test_a_contradiction_is_named_with_its_axiom(changed: Changed, terms: Terms, case: str) -> None:
    added, properties, expected = {**CONTRADICTIONS, **MALFORMED}[case]
    assert [str(each) for each in clashes(changed(*added, **properties), terms)] == [expected]


@pytest.mark.java
@pytest.mark.parametrize(
    "case",
    ["a task that is also a department", "a row in two plans", "a department in a task group", "a year in words"],
)
def test_hermit_finds_contradictions_of_each_kind_of_axiom(changed: Changed, terms: Terms, case: str) -> None:
    added, properties, _ = CONTRADICTIONS[case]
    assert not HermiT(terms).is_consistent(changed(*added, **properties))


@pytest.mark.java
def test_hermit_finds_the_small_plan_consistent_with_all_that_follows(small: Graph, terms: Terms) -> None:
    assert consistency_problems(infer(small), terms, HermiT(terms)) == ()


def test_owl_rl_finds_a_thing_of_two_classes(changed: Changed, terms: Terms) -> None:
    assert not OwlRl(terms).is_consistent(changed(DEPARTMENT))


def test_a_relation_that_does_not_follow_though_it_says_so_is_named(changed: Changed, terms: Terms) -> None:
    how = {"inferredBy": "hasTheme o broader", "derivedFrom": ["theme/elderly"]}
    guess = Relation("HAS_BROADER_THEME", "Clause", "p/2.1.1#c2", "Theme", "theme/people", how)
    graph = infer(changed())
    with_guess = Graph(graph.nodes, (*graph.relations, guess))
    (found,) = consistency_problems(with_guess, terms, OwlRl(terms))
    said = "has HAS_BROADER_THEME theme/people by hasTheme o broader, which does not follow from what is stated"
    assert str(found) == f"p/2.1.1#c2: {said}"


@pytest.mark.parametrize(("there", "expected"), [(True, "HermiT"), (False, "OWL-RL")])
def test_without_java_the_rules_stand_in(
    terms: Terms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool, expected: str
) -> None:
    java = tmp_path / "java"
    java.touch(mode=0o755 if there else 0o644)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert any_reasoner(terms).name == expected


def test_a_java_that_fails_is_no_answer(
    small: Graph, terms: Terms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'no memory left' >&2\nexit 3\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(ReasonerError, match="HermiT ended with 3 and no answer: no memory left"):
        HermiT(terms).is_consistent(small)


# --------------------------------------------------------------------- contradictions of more than two statements


@pytest.fixture
def stricter(tmp_path: Path) -> Terms:
    """An ontology with an axiom that is not checked pair by pair: only special columns support a task."""
    columns_only = "[ a owl:Restriction ; owl:onProperty :supportedBy ; owl:allValuesFrom :SpecialColumn ]"
    axiom = f":Task rdfs:subClassOf {columns_only} .\n"
    path = tmp_path / "stricter.ttl"
    path.write_text(ONTOLOGY_FILE.read_text(encoding="utf-8") + axiom, encoding="utf-8")
    return Terms(path)


@pytest.mark.java
def test_what_only_hermit_finds_is_narrowed_down_to_those_it_is_between(small: Graph, stricter: Terms) -> None:
    few = part(small, ["p/2.1.1/column-1", TASK, "p/2.1.1/column-1/action-1"])
    assert [str(each) for each in consistency_problems(few, stricter, HermiT(stricter))] == [
        "p/2.1.1/task: what is said of it, with p/2.1.1/column-1/action-1 contradicts crossplan.ttl (HermiT)"
    ]


def test_the_fewest_that_fail_are_found_in_few_trials() -> None:
    trials: list[Sequence[str]] = []

    def fails(chosen: Sequence[str]) -> bool:
        trials.append(chosen)
        return {"7", "300", "301"} <= set(chosen)

    assert fewest([str(number) for number in range(500)], fails) == ("7", "300", "301")
    assert len(trials) < 60


def test_what_fails_with_nothing_chosen_needs_nothing() -> None:
    assert fewest(["a", "b"], lambda chosen: True) == ()


# ---------------------------------------------------------------------------------------------------- the summary


def test_a_summary_keeps_one_of_those_that_axioms_do_not_tell_apart(small: Graph) -> None:
    short = summary(small, frozenset({"约束性"}))
    assert [node.id for node in short.nodes if node.label == "Indicator"] == [ROW, "p/1/table-1/row-2"]
    assert [node.id for node in short.nodes if node.label == "Theme"] == ["theme/people"]
    assert {each.end_id for each in short.relations if each.type == "IN_SECTION"} == {"p/1"}
    assert next(node for node in short.nodes if node.id == ROW).properties == {"attribute": "约束性"}


def test_a_summary_is_small_however_large_the_graph(small: Graph) -> None:
    copies = [
        Graph(
            tuple(Node(node.label, f"{copy}{node.id}", node.properties) for node in small.nodes),
            tuple(
                Relation(r.type, r.start_label, f"{copy}{r.start_id}", r.end_label, f"{copy}{r.end_id}")
                for r in small.relations
            ),
        )
        for copy in range(50)
    ]
    large = Graph(tuple(n for each in copies for n in each.nodes), tuple(r for each in copies for r in each.relations))
    assert len(summary(large, frozenset()).nodes) == len({node.label for node in small.nodes})


def test_a_thing_of_two_classes_is_its_own_in_the_summary(changed: Changed) -> None:
    short = summary(changed(DEPARTMENT), frozenset())
    assert sorted((node.label, node.id) for node in short.nodes if node.id == TASK) == [
        ("Department", TASK),
        ("Task", TASK),
    ]
