"""What is made once of all that a store holds, the asker and the reuse of text, is made again for another graph."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from graph.embedded import EmbeddedStore, write_graph
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from graph.store import Store
from graph.values import Row, Value
from graph_api.ask.held import Asking
from graph_api.passages import ReusedPassages
from ontology.elements import Graph, Node, Property
from ontology.schema import GraphSchema
from tests.queries.three_plans import three_plans

COPIED = "依据《社区服务条例》（国发〔2021〕1号）制定本规划。"  # jia/0#c1
CHANGES: Mapping[str, Mapping[str, Property]] = {
    "yi/1.1#c2": {"quote": COPIED},
    "jia/1/table-1/row-1": {"targetValue": "≥35", "value": 35.0},
}


def another() -> Graph:
    """The three plans, of which one takes over a sentence and another sets a higher target."""
    plans = three_plans()
    nodes = (Node(node.label, node.id, {**node.properties, **CHANGES.get(node.id, {})}) for node in plans.nodes)
    return Graph(tuple(nodes), plans.relations)


class Exchanging:
    """A `Store` over two, which goes over to the second after some reads, as a server does when a load ends."""

    def __init__(self, first: EmbeddedStore, second: EmbeddedStore, reads: int) -> None:
        self._first, self._second, self._left = first, second, reads
        self.asked = 0
        self.ready, self.contents, self.close = first.ready, first.contents, first.close

    async def read(self, statement: str, params: Mapping[str, Value]) -> list[Row]:
        self.asked += 1
        return await self._now(self.asked > self._left).read(statement, params)

    async def edition(self) -> str:
        return await self._now(self.asked >= self._left).edition()

    def _now(self, gone: bool) -> EmbeddedStore:
        return self._second if gone else self._first


@pytest.fixture
async def both(tmp_path: Path, schema: GraphSchema) -> AsyncIterator[tuple[EmbeddedStore, EmbeddedStore]]:
    write_graph(tmp_path / "three", three_plans(), schema)
    write_graph(tmp_path / "another", another(), schema)
    first, second = EmbeddedStore.open(tmp_path / "three"), EmbeddedStore.open(tmp_path / "another")
    yield first, second
    await first.close()
    await second.close()


async def told(asking: Asking, store: Store) -> str:
    asker = await asking.asker(store)
    answer = asker.ask("每百户设施面积，甲省的目标值是多少？").answer
    assert answer is not None
    return answer.text


async def taken_over(reused: ReusedPassages, store: Store) -> list[str]:
    return [one.passage.quote for one in (await reused.of(store, "yi", frozenset())).found]


@pytest.mark.parametrize("reads", [1, 5])
async def test_a_graph_that_comes_while_the_asker_is_made_is_the_one_it_answers_from(
    reads: int, both: tuple[EmbeddedStore, EmbeddedStore]
) -> None:
    store, asking = Exchanging(*both, reads), Asking()
    assert "≥35" in await told(asking, store)
    asked = store.asked
    assert "≥35" in await told(asking, store)
    assert store.asked == asked


async def test_passages_read_of_two_graphs_are_read_again_and_kept(both: tuple[EmbeddedStore, EmbeddedStore]) -> None:
    store, reused = Exchanging(*both, 1), ReusedPassages()
    assert await taken_over(reused, store) == [COPIED]
    asked = store.asked
    assert await taken_over(reused, store) == [COPIED]
    assert store.asked == asked


async def test_another_graph_is_seen_at_once(both: tuple[EmbeddedStore, EmbeddedStore]) -> None:
    first, second = both
    asking, reused = Asking(), ReusedPassages()
    for _ in range(2):
        assert "≥30" in await told(asking, first)
        assert await taken_over(reused, first) == []
        assert "≥35" in await told(asking, second)
        assert await taken_over(reused, second) == [COPIED]
    assert await asking.asker(second) is await asking.asker(second)


@pytest.mark.neo4j
async def test_another_graph_in_the_server_is_seen_at_once(neo4j_settings: StoreSettings, schema: GraphSchema) -> None:
    server, store = Neo4jStore(neo4j_settings), Neo4jStore(neo4j_settings)
    asking, reused = Asking(), ReusedPassages()
    await server.replace(three_plans(), schema, "three")
    assert "≥30" in await told(asking, store)
    assert await taken_over(reused, store) == []
    await server.replace(another(), schema, "another")
    assert "≥35" in await told(asking, store)
    assert await taken_over(reused, store) == [COPIED]
    await store.close()
    await server.close()
