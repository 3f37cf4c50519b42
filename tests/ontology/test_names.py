from __future__ import annotations

from ontology.names import Names
from ontology.schema import schema_of
from ontology.terms import Terms

TERMS = Terms()


def test_a_class_a_property_and_both_ends_of_a_relation_are_named() -> None:
    names = Names.read(TERMS)
    assert names.of("Task") == "任务"
    assert names.of("targetValue") == "目标值"
    assert names.relation("IN_GROUP") == "属于任务组"
    assert names.relation("IN_GROUP", inward=True) == "组内任务"
    assert Names.read(TERMS, "en").relation("IN_GROUP") == "in group"


def test_what_the_ontology_does_not_name_keeps_its_name() -> None:
    names = Names.read(TERMS)
    assert names.of("colour") == "colour"
    assert names.relation("PAINTED_BY", inward=True) == "PAINTED_BY"


def test_everything_that_the_graph_stores_has_a_chinese_name() -> None:
    names, schema = Names.read(TERMS), schema_of(TERMS)
    assert [label for label in schema.labels if names.of(label) == label] == []
    assert [kind for kind in schema.relations if names.relation(kind) == kind] == []
    properties = {name for label in schema.labels.values() for name in label.properties}
    assert [name for name in sorted(properties) if names.of(name) == name] == []
