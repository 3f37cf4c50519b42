"""The schema that the engines, the queries and the records are held against."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from ontology import records
from ontology.records import Alignment, Fact
from ontology.schema import load_schema
from ontology.terms import CROSSPLAN, ONTOLOGY_FILE, TermError, Terms

SCHEMA = load_schema()
PLACE = {"id": "string", "planId": "string", "quote": "string", "start": "integer", "end": "integer"}
FACT = {**PLACE, "rule": "string", "reason": "string"}
UNIT = {**FACT, "title": "string", "ordinal": "integer"}
CONCEPT = {"id": "string", "name": "string"}
NUMBER = {"comparator": "string", "value": "decimal"}
LABELS = {
    "Plan": {
        **FACT, "title": "string", "period": "string", "level": "string", "startYear": "integer", "endYear": "integer",
        "documentNumber": "string", "issued": "string", "published": "string", "issuers": "string*",
        "sourceHash": "string", "sourceLength": "integer",
    },
    "Region": {**CONCEPT, "shortName": "string", "code": "string", "level": "string"},
    "Section": {
        **UNIT, "level": "integer", "number": "string", "zone": "string", "path": "string*",
    },
    "Clause": {
        **FACT, "text": "string", "ordinal": "integer", "zone": "string", "unitKind": "string", "unitTitle": "string",
        "path": "string*",
    },
    "TaskGroup": {**PLACE, "title": "string"},
    "Task": {**UNIT, "parentTitle": "string", "unassigned": "boolean"},
    "Safeguard": {**UNIT, "parentTitle": "string"},
    "SpecialColumn": {**FACT, "title": "string", "number": "string", "underTask": "string"},
    "SpecialAction": {**UNIT, "number": "string", "columnTitle": "string", "underTask": "string"},
    "Indicator": {
        **FACT, **NUMBER, "name": "string", "row": "integer", "baseYear": "integer", "baseValue": "string",
        "targetYear": "integer", "targetValue": "string", "attribute": "string", "unit": "string", "binding": "boolean",
    },
    "Responsibility": {
        **FACT, "unitTitle": "string", "unitKind": "string", "departmentName": "string", "role": "string",
    },
    "Target": {
        **FACT, **NUMBER, "unitTitle": "string", "unitKind": "string", "subject": "string", "unitOfMeasure": "string",
        "byYear": "integer", "fullCoverage": "boolean",
    },
    "Baseline": {**FACT, "subject": "string", "value": "decimal", "unitOfMeasure": "string", "asOf": "string"},
    "Reference": {**FACT, "citedTitle": "string", "documentNumber": "string", "issuer": "string"},
    "PolicyDocument": {"id": "string", "title": "string"},
    "Department": {**CONCEPT, "planId": "string"},
    "DepartmentConcept": CONCEPT,
    "IndicatorConcept": CONCEPT,
    "ActionConcept": CONCEPT,
    "Theme": CONCEPT,
    "Beneficiary": CONCEPT,
    "Alignment": {
        "id": "string", "kind": "string", "score": "decimal", "method": "string", "evidence": "string",
        "factId": "string", "conceptId": "string",
    },
}  # fmt: skip
UNITS = "Task Safeguard SpecialAction"
PARTS = f"Section Clause TaskGroup {UNITS} SpecialColumn Indicator Responsibility Target Baseline Reference Department"
SHARED = "IndicatorConcept DepartmentConcept ActionConcept Theme Beneficiary"
RELATIONS = {
    "COVERS_REGION": ("Plan", "Region"),
    "WITHIN": ("Region", "Region"),
    "IN_PLAN": (PARTS, "Plan"),
    "SUBSECTION_OF": ("Section", "Section"),
    "IN_SECTION": (f"Clause TaskGroup {UNITS} SpecialColumn Indicator", "Section"),
    "IN_UNIT": ("Clause", UNITS),
    "STATED_IN": ("Target Baseline Responsibility Reference", "Clause"),
    "OF_UNIT": ("Target Baseline Responsibility", f"{UNITS} Section"),
    "IN_GROUP": ("Task", "TaskGroup"),
    "IN_COLUMN": ("SpecialAction", "SpecialColumn"),
    "SUPPORTS": ("SpecialAction SpecialColumn", "Task"),
    "HELD_BY": ("Responsibility", "Department"),
    "HAS_FUNCTION": ("Department", "DepartmentConcept"),
    "MEASURES": ("Indicator Target", "IndicatorConcept"),
    "HAS_THEME": (f"{UNITS} Clause", "Theme"),
    "HAS_COUNTERPART_CONCEPT": ("SpecialAction", "ActionConcept"),
    "BROADER": ("Theme DepartmentConcept Beneficiary", "Theme DepartmentConcept Beneficiary"),
    "SERVES": (f"{UNITS} Clause", "Beneficiary"),
    "REFERS_TO": ("Reference", "PolicyDocument"),
    "ALIGNS_FACT": ("Alignment", f"Indicator Target Baseline {UNITS} Clause Department"),
    "ALIGNS_TO": ("Alignment", SHARED),
    "INHERITS_RESPONSIBILITY": ("SpecialAction", "Responsibility"),
    "HAS_BROADER_THEME": (f"{UNITS} Clause", "Theme"),
    "LIES_WITHIN": ("Plan", "Region"),
    "CITES": ("Plan", "PolicyDocument"),
}
INFERRED = {"INHERITS_RESPONSIBILITY", "HAS_BROADER_THEME", "LIES_WITHIN", "CITES"}


def test_labels_and_their_properties_are_those_of_the_graph() -> None:
    found = {
        name: {each.name: each.datatype + "*" * each.many for each in label.properties.values()}
        for name, label in SCHEMA.labels.items()
    }
    assert found == LABELS


def test_relations_join_the_labels_that_the_graph_joins() -> None:
    found = {type_: (set(each.domain), set(each.range)) for type_, each in SCHEMA.relations.items()}
    assert found == {type_: (set(start.split()), set(end.split())) for type_, (start, end) in RELATIONS.items()}


def test_relations_that_chains_give_say_how_they_came_about() -> None:
    assert {type_ for type_, each in SCHEMA.relations.items() if each.inferred} == INFERRED
    for type_, relation in SCHEMA.relations.items():
        many = {name: each.many for name, each in relation.properties.items()}
        assert many == ({"derivedFrom": True, "inferredBy": False} if type_ in INFERRED else {})


def test_each_label_is_identified_by_its_id_and_has_one_name_at_most() -> None:
    for label in SCHEMA.labels.values():
        assert label.key == "id"
        assert not {"name", "title"} <= label.properties.keys()


def test_what_queries_filter_on_is_indexed() -> None:
    indexed = {
        (label, name) for label, each in SCHEMA.labels.items() for name, p in each.properties.items() if p.indexed
    }
    assert {("Clause", "planId"), ("Clause", "zone"), ("Theme", "name"), ("Region", "code")} <= indexed
    assert not {name for _, name in indexed} & {"quote", "text", "start"}


def test_types_are_pythons() -> None:
    properties = SCHEMA.labels["Target"].properties
    assert (properties["value"].type, properties["byYear"].type, properties["subject"].type) == (float, int, str)
    assert properties["fullCoverage"].type is bool


# ------------------------------------------------------------------------------------------------- the records

# Where a field is not the property of its own name in camel case: the properties or the relation that carry it.
CARRIED: dict[str, dict[str, str]] = {
    "*": {
        "span": "planId quote start end",
        "unit": "unitTitle",
        "unit_id": "OF_UNIT",
        "clause_id": "STATED_IN",
        "section_id": "IN_SECTION",
        "column": "columnTitle",
        "column_id": "IN_COLUMN",
        "parent": "parentTitle",
        "department": "departmentName",
        "under_task_id": "SUPPORTS",
    },
    "Plan": {"region": "COVERS_REGION", "region_code": "COVERS_REGION"},
    "Section": {"parent_id": "SUBSECTION_OF"},
    "Clause": {"unit_id": "IN_UNIT"},
    "Indicator": {"unit": "unit"},
    "Reference": {"title": "citedTitle"},
    "Alignment": {
        "fact_id": "factId ALIGNS_FACT",
        "concept": "conceptId ALIGNS_TO",
        "label": "",  # the name of the concept
        "plan_id": "",  # the plan of the fact
        "title": "",  # the title or name of the fact
    },
}  # fmt: skip
RECORDS = [
    each
    for _, each in sorted(vars(records).items())
    if isinstance(each, type) and (issubclass(each, Alignment) or (issubclass(each, Fact) and each is not Fact))
]


def camel(name: str) -> str:
    return re.sub(r"_(.)", lambda found: found[1].upper(), name)


def test_there_is_a_record_for_every_kind_of_fact() -> None:
    facts = {name for name, label in SCHEMA.labels.items() if "rule" in label.properties}
    assert {record.__name__ for record in RECORDS} - {"Alignment"} == facts


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_in_the_ontology(record: type[Fact] | type[Alignment]) -> None:
    label = record.__name__
    carried = {**CARRIED["*"], **CARRIED.get(label, {})}
    for field in fields(record):
        for word in carried.get(field.name, camel(field.name)).split():
            if word.isupper():
                assert label in SCHEMA.relations[word].domain, f"{label}.{field.name}"
            else:
                assert word in SCHEMA.labels[label].properties, f"{label}.{field.name}"


def test_closed_sets_of_words_are_the_same_in_records_and_ontology(terms: Terms) -> None:
    for name, words in {
        "comparator": records.Comparator,
        "role": records.Role,
        "kind": records.AlignmentKind,
        "method": records.AlignmentMethod,
    }.items():
        assert sorted(terms.choices(CROSSPLAN[name])) == sorted(get_args(words))


# ------------------------------------------------------------------------------------------------- what is refused


def variant(tmp_path: Path, found: str, put: str) -> Path:
    text = ONTOLOGY_FILE.read_text(encoding="utf-8")
    assert found in text
    path = tmp_path / "variant.ttl"
    path.write_text(text.replace(found, put), encoding="utf-8")
    return path


def test_a_relation_without_a_range_is_named(tmp_path: Path) -> None:
    path = variant(tmp_path, "rdfs:domain :Task ; rdfs:range :TaskGroup", "rdfs:domain :Task")
    with pytest.raises(TermError, match="inGroup: no range that the graph stores"):
        load_schema(path)


def test_a_property_of_an_unknown_type_is_named(tmp_path: Path) -> None:
    path = variant(tmp_path, "rdfs:domain :Plan ; rdfs:range xsd:integer", "rdfs:domain :Plan ; rdfs:range xsd:gYear")
    with pytest.raises(TermError, match=r"Year of Plan: range .*gYear, expected one of .*integer"):
        load_schema(path)
