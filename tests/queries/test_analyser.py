"""Neo4j's own semantic analyser finds nothing wrong in any statement, read as Cypher 5 and as Cypher 25."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ontology.schema import GraphSchema
from queries.header import FieldType
from queries.query import all_queries
from tests.queries.portable import FUNCTIONS

pytestmark = pytest.mark.node
ANALYSE = Path(__file__).parent / "analyser" / "analyse.mjs"
GIVEN = {"String": "text", "Int": 1, "Float": 1.5, "Boolean": True}
VERSIONS = ["CYPHER 5", "CYPHER 25"]


WRONG = {
    "a variable": "MATCH (p:Plan) RETURN q.id AS id",
    "a label": "MATCH (p:Plans) RETURN p.id AS id",
    "a relation": "MATCH (p:Plan)-[:COVERS]->(r:Region) RETURN p.id AS id",
    "a property": "MATCH (p:Plan) RETURN p.titel AS id",
    "a function": "MATCH (p:Plan) RETURN round(p.startYear) AS id",
    "a type": "MATCH (p:Plan) RETURN p.id AS id LIMIT 'one'",
    "a parameter": "MATCH (p:Plan {id: $plan}) RETURN p.id AS id",
    "a syntax": "MATCH (p:Plan RETURN p.id AS id",
}


@pytest.fixture(scope="module")
def findings(schema: GraphSchema) -> list[dict[str, Any]]:
    """What the analyser says of every question and of the wrong statements, in both versions at once."""
    running = [
        subprocess.Popen(["node", ANALYSE, version], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for version in VERSIONS
    ]
    for each in running:
        assert each.stdin
        each.stdin.write(json.dumps(_request(schema)))
        each.stdin.close()
    found: list[dict[str, Any]] = []
    for each in running:
        assert each.stdout
        found += json.loads(each.stdout.read())
        each.stdout.close()
        assert each.wait() == 0
    return found


def test_the_analyser_finds_nothing_in_any_question(findings: list[dict[str, Any]]) -> None:
    assert [finding for finding in findings if finding["name"] not in WRONG] == []


def test_the_analyser_finds_what_is_wrong_in_both_versions(findings: list[dict[str, Any]]) -> None:
    found = {(finding["name"], finding["version"]) for finding in findings if finding["name"] in WRONG}
    assert found == {(name, version) for name in WRONG for version in VERSIONS}


def _request(schema: GraphSchema) -> dict[str, Any]:
    keys = {name for label in schema.labels.values() for name in label.properties}
    keys |= {name for relation in schema.relations.values() for name in relation.properties}
    questions = [
        {
            "name": query.name,
            "text": query.text,
            "parameters": {param.name: _given(param.type) for param in query.params},
        }
        for query in all_queries().values()
    ]
    return {
        "schema": {
            "labels": sorted(schema.labels),
            "relationshipTypes": sorted(schema.relations),
            "propertyKeys": sorted(keys),
        },
        "functions": FUNCTIONS.pattern.split("|"),
        "statements": [*questions, *({"name": name, "text": text, "parameters": {}} for name, text in WRONG.items())],
    }


def _given(type_: FieldType) -> object:
    return [GIVEN[type_.name]] if type_.many else GIVEN[type_.name]
