"""The same statements give the same rows, values, types and order on both engines."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from graph.dump import dump
from graph.embedded import EmbeddedStore, write_graph
from graph.errors import StatementError
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from graph.store import Store
from graph.values import Json, Value
from ontology.elements import Graph
from ontology.schema import GraphSchema

pytestmark = pytest.mark.asyncio(loop_scope="module")
QUOTE = "每百户\t“30”平方米\\以上"


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)]
)
async def store(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    small_graph: Graph,
    schema: GraphSchema,
) -> AsyncIterator[Store]:
    opened: Store
    if request.param == "embedded":
        directory: Path = tmp_path_factory.mktemp("embedded")
        write_graph(directory, small_graph, schema)
        opened = EmbeddedStore.open(directory)
    else:
        settings: StoreSettings = request.getfixturevalue("neo4j_settings")
        opened = neo4j = Neo4jStore(settings)
        await neo4j.replace(small_graph, schema, "small")
    await opened.ready()
    yield opened
    await opened.close()


async def test_a_store_says_which_graph_answers(store: Store) -> None:
    assert await store.edition() == await store.edition() != ""


@dataclass(frozen=True)
class Case:
    statement: str
    params: dict[str, Value]
    rows: list[dict[str, Json]]


CASES = {
    "a property that is not stated is null, a whole float stays a float": Case(
        "MATCH (t:Target)-[:IN_PLAN]->(p:Plan) RETURN t.id AS id, t.value AS value, t.byYear AS year ORDER BY id",
        {},
        [
            {"id": "east/1#c1/target-1", "value": 30.0, "year": 2025},
            {"id": "east/1#c1/target-2", "value": 100.0, "year": None},
            {"id": "west/1#c1/target-1", "value": 32.5, "year": 2025},
            {"id": "west/1#c1/target-2", "value": 100.0, "year": None},
        ],
    ),
    "a filter that is null filters nothing": Case(
        "MATCH (p:Plan) WHERE $plan IS NULL OR p.id = $plan RETURN p.id AS id ORDER BY id",
        {"plan": None},
        [{"id": "east"}, {"id": "west"}],
    ),
    "a filter that is given filters": Case(
        "MATCH (p:Plan) WHERE ($plan IS NULL OR p.id = $plan) AND p.id IN $known RETURN p.id AS id ORDER BY id",
        {"plan": "west", "known": ["east", "west"]},
        [{"id": "west"}],
    ),
    "lists, booleans and text with tabs, quotes and backslashes come back as stored": Case(
        "MATCH (p:Plan {id: $id})<-[:IN_PLAN]-(t:Task) MATCH (p)<-[:IN_PLAN]-(c:Clause) "
        "RETURN p.issuers AS issuers, t.unassigned AS unassigned, c.text AS text, c.`end` - c.start AS length",
        {"id": "west"},
        [{"issuers": ["民政厅", "财政厅"], "unassigned": True, "text": QUOTE, "length": len(QUOTE)}],
    ),
    "a citation is a map": Case(
        "MATCH (t:Target {id: $id})-[:IN_PLAN]->(p:Plan) "
        "RETURN {planId: p.id, planTitle: p.title, start: t.start, `end`: t.`end`} AS citation",
        {"id": "east/1#c1/target-1"},
        [{"citation": {"end": 12 + len(QUOTE), "planId": "east", "planTitle": "east规划", "start": 12}}],
    ),
    "an ordered collection of maps": Case(
        "MATCH (t:Target)-[:MEASURES]->(c:IndicatorConcept) WITH c, t ORDER BY t.id "
        "RETURN c.id AS concept, collect({id: t.id, value: t.value}) AS targets",
        {},
        [
            {
                "concept": "indicator/area",
                "targets": [
                    {"id": "east/1#c1/target-1", "value": 30.0},
                    {"id": "west/1#c1/target-1", "value": 32.5},
                ],
            }
        ],
    ),
    "what an optional match does not find is null, and counts nothing": Case(
        "MATCH (t:Target) OPTIONAL MATCH (t)-[:MEASURES]->(c:IndicatorConcept) "
        "WITH t, c ORDER BY t.id RETURN c.name AS name, count(c) AS stated, count(t) AS targets ORDER BY targets, name",
        {},
        [{"name": "设施面积", "stated": 2, "targets": 2}, {"name": None, "stated": 0, "targets": 2}],
    ),
    "nulls come last": Case(
        "MATCH (t:Target) RETURN DISTINCT t.byYear AS year ORDER BY year",
        {},
        [{"year": 2025}, {"year": None}],
    ),
    "aggregates keep whole and fractional numbers apart": Case(
        "MATCH (t:Target) RETURN count(*) AS n, sum(t.byYear) AS years, max(t.value) AS most, avg(t.value) AS mean",
        {},
        [{"n": 4, "years": 4050, "most": 100.0, "mean": 65.625}],
    ),
    "an aggregate of nothing is a row": Case(
        "MATCH (s:Safeguard) RETURN count(s) AS n, collect(s.id) AS ids, max(s.ordinal) AS last",
        {},
        [{"n": 0, "ids": [], "last": None}],
    ),
    "relation properties that say how a relation was inferred": Case(
        "MATCH (t:Task {id: $id})-[r:HAS_BROADER_THEME]->(h:Theme) "
        "RETURN h.id AS theme, r.inferredBy AS inferredBy, r.derivedFrom AS derivedFrom, type(r) AS kind",
        {"id": "east/1/task"},
        [
            {
                "theme": "theme/care",
                "inferredBy": "hasBroaderTheme",
                "derivedFrom": ["east/1/task", "theme/care/home"],
                "kind": "HAS_BROADER_THEME",
            }
        ],
    ),
    "paths of any length, existence and counting subqueries": Case(
        "MATCH (t:Task)-[:HAS_THEME]->(:Theme)-[:BROADER*0..2]->(h:Theme) "
        "WHERE EXISTS { MATCH (t)-[:IN_PLAN]->(:Plan {id: $plan}) } "
        "RETURN h.id AS theme, COUNT { MATCH (h)<-[:BROADER]-(:Theme) } AS narrower, labels(t) AS labels "
        "ORDER BY theme",
        {"plan": "east"},
        [
            {"theme": "theme/care", "narrower": 1, "labels": ["Task"]},
            {"theme": "theme/care/home", "narrower": 0, "labels": ["Task"]},
        ],
    ),
    "text is found by its parts, whatever it holds": Case(
        "MATCH (c:Clause) WHERE c.text CONTAINS $part RETURN c.id AS id ORDER BY id SKIP $skip LIMIT $limit",
        {"part": "“30”平方米\\", "skip": 1, "limit": 5},
        [{"id": "west/1#c1"}],
    ),
    "Cypher in an argument is text": Case(
        "MATCH (p:Plan) WHERE p.title = $title RETURN p.id AS id",
        {"title": "x' OR 1=1 //` MATCH (n) DETACH DELETE n"},
        [],
    ),
    "arithmetic and functions on numbers and text": Case(
        "RETURN 7 / 2 AS whole, 7 / 2.0 AS part, toInteger('12') AS twelve, split('a,b', ',') AS parts, "
        "substring('规划纲要', 2) AS rest, size([1, 2]) AS two, date($day) AS day, "
        "CASE WHEN null THEN 1 ELSE 2 END AS other",
        {"day": "2022-08-29"},
        [
            {
                "whole": 3,
                "part": 3.5,
                "twelve": 12,
                "parts": ["a", "b"],
                "rest": "纲要",
                "two": 2,
                "day": "2022-08-29",
                "other": 2,
            }
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
async def test_both_engines_give_these_rows(store: Store, name: str) -> None:
    case = CASES[name]
    rows = await store.read(case.statement, case.params)
    assert repr(rows) == repr(case.rows)  # repr tells 1 from 1.0 and from True, and shows the order of the columns


async def test_what_was_loaded_comes_back_property_by_property(
    store: Store, small_graph: Graph, schema: GraphSchema
) -> None:
    stored = await dump(store, schema)
    assert sorted(stored.nodes, key=lambda node: (node.label, node.id)) == sorted(
        small_graph.nodes, key=lambda node: (node.label, node.id)
    )
    assert sorted(stored.relations, key=repr) == sorted(small_graph.relations, key=repr)


async def test_the_store_says_which_graph_it_holds_and_how_much_of_it(
    store: Store, small_graph: Graph, schema: GraphSchema
) -> None:
    contents = await store.contents()
    assert re.fullmatch(r"KGLite [\d.]+|Neo4j/[\d.]+", contents.engine)
    assert contents.ontology == schema.release
    assert contents.labels == Counter(node.label for node in small_graph.nodes)
    assert contents.relations == Counter(relation.type for relation in small_graph.relations)
    loaded = datetime.datetime.fromisoformat(contents.loaded)
    assert datetime.timedelta() <= datetime.datetime.now(datetime.UTC) - loaded < datetime.timedelta(hours=1)


@pytest.mark.parametrize(
    ("statement", "params"),
    [
        ("MATCH (p:Plan RETURN p.id AS id", {}),
        ("MATCH (p:Plan) WHERE p.id = $missing RETURN p.id AS id", {}),
        ("MATCH (p:Plan) SET p.title = 'changed'", {}),
        ("MATCH (p:Plan) DETACH DELETE p", {}),
        ("MATCH (p:Plan) RETURN p.id AS id LIMIT $limit", {"limit": -1}),
        ("RETURN $number AS number", {"number": 2**70}),
        ("RETURN $thing AS thing", {"thing": object()}),
    ],
)
async def test_both_engines_refuse_these_statements_in_one_line(
    store: Store, statement: str, params: dict[str, Value]
) -> None:
    with pytest.raises(StatementError) as refused:
        await store.read(statement, params)
    assert len(str(refused.value).splitlines()) == 1
    assert len(await store.read("MATCH (p:Plan) RETURN p.id AS id", {})) == 2
