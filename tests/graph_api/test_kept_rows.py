"""Comparisons that are kept are those that the store gives, and of one graph only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from graph.embedded import EmbeddedStore
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from graph.store import GRAPH
from graph.values import Row, Value
from graph.versions import Versions
from graph_api import kept_rows
from graph_api.kept_rows import COMPARISONS, KeptRows
from ontology.elements import Graph, Node
from ontology.schema import GraphSchema
from queries.query import load, page, run
from tests.queries.parameter_sets import ParameterSets
from tests.queries.three_plans import three_plans


class Counting(EmbeddedStore):
    """The embedded engine, which counts what it is asked."""

    asked = 0

    async def read(self, statement: str, params: Mapping[str, Value]) -> list[Row]:
        self.asked += 1
        return await super().read(statement, params)


@pytest.fixture
async def store(data: Path) -> AsyncIterator[Counting]:
    opened = Counting.open(Versions(data).live() / GRAPH)
    assert isinstance(opened, Counting)
    yield opened
    await opened.close()


@pytest.mark.parametrize("name", sorted(COMPARISONS))
async def test_what_is_kept_is_what_the_store_answers(name: str, store: Counting, schema: GraphSchema) -> None:
    kept = KeptRows(store)
    async for params in ParameterSets(store, schema).of(load(name)):
        told = await run(store, name, **params)
        assert await run(kept, name, **params) == told
        asked = store.asked
        assert await run(kept, name, **params) == told
        assert store.asked == asked


async def test_a_page_is_kept_as_well_and_its_total_too(store: Counting) -> None:
    kept = KeptRows(store)
    first = await page(kept, "common_commitments", skip=0, limit=2)
    assert await page(kept, "common_commitments", skip=0, limit=2) == first
    assert store.asked == 1
    assert (await page(kept, "common_commitments", skip=2, limit=2)).rows != first.rows


async def test_other_questions_are_asked_every_time(store: Counting) -> None:
    kept = KeptRows(store)
    assert await run(kept, "plan", ids=["bing"]) == await run(kept, "plan", ids=["bing"]) != []
    assert store.asked == 2


async def test_the_answers_longest_unasked_go_when_there_are_too_many(
    store: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptRows(store)
    monkeypatch.setattr(kept_rows, "MOST", 40)
    await run(kept, "compared_plans")  # three plans with five columns: 19 values with the lists
    await run(kept, "compared_plans", period="十四五")  # two of them: 13
    await run(kept, "compared_plans")  # asked later than 十四五
    await run(kept, "compared_plans", plans=["jia", "yi", "bing"])  # 19 more: one must go
    asked = store.asked
    await run(kept, "compared_plans")
    assert store.asked == asked
    await run(kept, "compared_plans", period="十四五")
    assert store.asked == asked + 1


@pytest.mark.neo4j
async def test_another_graph_in_the_server_is_seen_at_once(
    neo4j_settings: StoreSettings, schema: GraphSchema, tmp_path: Path
) -> None:
    server = Neo4jStore(neo4j_settings)
    kept = KeptRows(Neo4jStore(neo4j_settings))
    await server.replace(three_plans(), schema, "three")
    assert [row["planId"] for row in await run(kept, "compared_plans")] == ["jia", "yi", "bing"]
    other = three_plans()
    nodes = [
        Node(node.label, node.id, {**node.properties, **({"title": "另一"} if node.label == "Plan" else {})})
        for node in other.nodes
    ]
    await server.replace(Graph(tuple(nodes), other.relations), schema, "other")
    assert {row["planTitle"] for row in await run(kept, "compared_plans")} == {"另一"}
    await kept.close()
    await server.close()
