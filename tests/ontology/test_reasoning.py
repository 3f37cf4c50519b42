"""What follows from the small plan, told in full, and that the full reasoners come to the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ontology.definitions import definitions, marks
from ontology.elements import Graph, Node, Relation
from ontology.hermit import HermiT
from ontology.owl_rl import OwlRl
from ontology.reasoner import Conclusions, Reasoner, ReasonerError
from ontology.reasoning import infer
from ontology.terms import ONTOLOGY_FILE, TermError, Terms

SUPPORTED = "isSpecialAction o supports o hasUnitFact o isResponsibility"
INFERRED = [
    ("p CITES document/社区条例", "hasPart o refersTo", ["p/2.1.2#c1/reference-1"]),
    ("p/2.1.1#c1 HAS_BROADER_THEME theme/people", "hasTheme o broader", ["theme/service"]),
    ("p/2.1.1/column-1/action-1 INHERITS_RESPONSIBILITY p/2.1.1#c1/responsibility-1", SUPPORTED, ["p/2.1.1/task"]),
    ("p/2.1.1/task HAS_BROADER_THEME theme/people", "hasBroaderTheme o broader", ["theme/elderly", "theme/service"]),
    ("p/2.1.1/task HAS_BROADER_THEME theme/service", "hasTheme o broader", ["theme/elderly"]),
    ("p LIES_WITHIN region/100000", "liesWithin o within", ["region/532300", "region/530000"]),
    ("p LIES_WITHIN region/530000", "coversRegion o within", ["region/532300"]),
]
MARKS = {
    ("Indicator", "p/1/table-1/row-1"): {"binding": True},
    ("Indicator", "p/1/table-1/row-2"): {"binding": False},
    ("Target", "p/2.1.1#c1/target-1"): {"fullCoverage": True},
    ("Target", "p/2.1.1/column-1/action-1#c1/target-1"): {"fullCoverage": False},
    ("Task", "p/2.1.1/task"): {"unassigned": False},
    ("Task", "p/2.1.2/task"): {"unassigned": True},
}


Changed = Callable[..., Graph]


def line(relation: Relation) -> str:
    return f"{relation.start_id} {relation.type} {relation.end_id}"


def test_each_inferred_relation_names_its_axiom_and_what_it_rests_on(small: Graph) -> None:
    inferred = infer(small).relations[len(small.relations) :]
    found = [(line(each), each.properties["inferredBy"], each.properties["derivedFrom"]) for each in inferred]
    assert sorted(found) == sorted(INFERRED)


def test_what_is_stated_stays_as_it_is(small: Graph) -> None:
    inferred = infer(small)
    assert inferred.relations[: len(small.relations)] == small.relations
    assert [(node.label, node.id) for node in inferred.nodes] == [(node.label, node.id) for node in small.nodes]
    for before, after in zip(small.nodes, inferred.nodes, strict=True):
        assert before.properties.items() <= after.properties.items()


def test_a_node_is_marked_where_the_graph_settles_it(small: Graph, terms: Terms) -> None:
    """The third row lost its attribute, so whether it is binding is not settled."""
    assert marks(small, terms) == MARKS


def test_inferring_twice_changes_nothing(small: Graph) -> None:
    once = infer(small)
    assert infer(once) == once


def test_the_same_graph_gives_the_same_inferences_in_the_same_order(small: Graph) -> None:
    assert infer(small) == infer(Graph(tuple(small.nodes), tuple(small.relations)), Terms())


def test_a_column_inherits_no_responsibility_and_an_action_no_target(small: Graph) -> None:
    found = [each for each in infer(small).relations if each.type == "INHERITS_RESPONSIBILITY"]
    assert {(each.start_label, each.end_label) for each in found} == {("SpecialAction", "Responsibility")}


def test_a_target_of_at_least_a_hundred_per_cent_is_full_coverage(changed: Changed, terms: Terms) -> None:
    target = "p/2.1.1#c1/target-1"
    for properties, expected in (
        ({"comparator": ">="}, True),
        ({"comparator": "~"}, False),
        ({"value": 99.9}, False),
        ({"unitOfMeasure": "个"}, False),
    ):
        graph = changed(of=target, **properties)
        assert marks(graph, terms)["Target", target] == {"fullCoverage": expected}


def test_a_cycle_of_themes_ends(changed: Changed) -> None:
    cycle = Relation("BROADER", "Theme", "theme/people", "Theme", "theme/elderly")
    found = {line(each) for each in infer(changed(cycle)).relations if each.type == "HAS_BROADER_THEME"}
    assert {each for each in found if each.startswith("p/2.1.1/task")} == {
        f"p/2.1.1/task HAS_BROADER_THEME theme/{theme}" for theme in ("service", "people", "elderly")
    }


def other(tmp_path: Path, **put: str) -> Terms:
    """The ontology with something else put in some places."""
    text = ONTOLOGY_FILE.read_text(encoding="utf-8")
    for found, instead in PLACES.items():
        assert text.count(found) == 1
        text = text.replace(found, put.get(instead, found))
    path = tmp_path / "other.ttl"
    path.write_text(text, encoding="utf-8")
    return Terms(path)


PLACES = {
    "( :hasPart :refersTo )": "cites",
    ':attribute ; owl:hasValue "约束性"': "binding",
    ":unassigned ; owl:hasValue true": "mark",
}


def test_the_axioms_are_read_from_the_file(small: Graph, tmp_path: Path) -> None:
    terms = other(tmp_path, cites="( :hasPart :hasTheme )", binding=':attribute ; owl:hasValue "预期性"')
    inferred = infer(small, terms)
    cited = {line(each) for each in inferred.relations if each.type == "CITES"}
    assert cited == {"p CITES theme/elderly", "p CITES theme/service"}
    binding = [node.properties.get("binding") for node in inferred.nodes if node.label == "Indicator"]
    assert binding == [False, True, None]


def test_a_class_defined_without_a_mark_is_named(tmp_path: Path) -> None:
    with pytest.raises(TermError, match="UnassignedTask: 2 definitions, 0 of them a mark"):
        definitions(other(tmp_path, mark=':unassigned ; owl:hasValue "yes"'))


# -------------------------------------------------------------------------------------------- the full reasoners


def ours(small: Graph, terms: Terms) -> Conclusions:
    """What `infer` concludes, in the form the reasoners conclude it; what is closed-world is not theirs to conclude."""
    classes = {each.mark: each.term.rpartition("#")[2] for each in definitions(terms) if not each.closed}
    inferred = infer(small, terms)
    relations = {(each.type, each.start_id, each.end_id) for each in inferred.relations}
    members = {
        (classes[name], id_)
        for (_, id_), found in marks(small, terms).items()
        for name, verdict in found.items()
        if verdict and name in classes
    }
    return Conclusions(frozenset(relations), frozenset(members))


def check_agreement(reasoner: Reasoner, small: Graph, terms: Terms) -> None:
    found, expected = reasoner.conclusions(small), ours(small, terms)
    assert found.relations == expected.relations
    assert found.members == expected.members
    assert len(expected.members) == 2


@pytest.mark.java
def test_hermit_comes_to_the_same_conclusions(small: Graph, terms: Terms) -> None:
    check_agreement(HermiT(terms), small, terms)


def test_owl_rl_comes_to_the_same_conclusions(small: Graph, terms: Terms) -> None:
    check_agreement(OwlRl(terms), small, terms)


@pytest.mark.java
def test_hermit_settles_that_a_row_is_not_binding_just_where_we_do(small: Graph, terms: Terms) -> None:
    """A mark set against our verdict is a contradiction; where we have none, either mark is possible."""
    hermit = HermiT(terms)

    def allows(**verdicts: bool) -> bool:
        marked = {f"p/1/table-1/{row.replace('_', '-')}": verdict for row, verdict in verdicts.items()}
        nodes = [
            replace(node, properties={**node.properties, "binding": marked[node.id]}) if node.id in marked else node
            for node in small.nodes
        ]
        return hermit.is_consistent(Graph(tuple(nodes), ()))

    assert allows(row_1=True, row_2=False, row_3=True)
    assert allows(row_1=True, row_2=False, row_3=False)
    assert not allows(row_1=False)
    assert not allows(row_2=True)


@pytest.mark.java
def test_hermit_concludes_nothing_from_a_contradiction(changed: Changed, terms: Terms) -> None:
    graph = changed(Node("Department", "p/2.1.1/task", {"name": "民政局"}))
    with pytest.raises(ReasonerError, match="nothing from an inconsistent graph"):
        HermiT(terms).conclusions(graph)
