"""Whatever is asked, a server gives the very rows that the embedded engine gives: values, types and order.

Over the built-in plans with three more, and over a generated graph of sixty plans and fifty thousand clauses.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from benchmarks.generated import generated_graph
from graph.embedded import EmbeddedStore, write_graph
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from graph.store import GRAPH, Store
from graph.versions import Versions
from ingest.build import build
from ontology.schema import GraphSchema
from queries.query import all_queries, run
from search.settings import NONE, SearchSettings
from tests.queries.parameter_sets import ParameterSets, Params

pytestmark = [pytest.mark.neo4j, pytest.mark.asyncio(loop_scope="module")]
SOURCES = Path(__file__).parents[1] / "gold" / "sources"
MORE = ("digital_economy_145_national", "rural_revitalization_2021", "socialwork_talent_2011_2020")
PATIENCE = 120.0  # seconds: a first run plans its statement, and the machine may be busy
# Over the large graph the sets are narrowed to this many plans where a question may be, or its rows are all there is.
FEW: Params = {"plans": ["plan03", "plan17", "plan42"]}


@dataclass(frozen=True)
class Pair:
    """The same graph in both engines."""

    embedded: Store
    server: Store

    async def differing(self, name: str, params: Params) -> str | None:
        """What was asked, where the answers differ."""
        one, other = await run(self.embedded, name, **params), await run(self.server, name, **params)
        return None if repr(one) == repr(other) else f"{name} {params}: {len(one)} and {len(other)} rows"

    async def close(self) -> None:
        await self.embedded.close()
        await self.server.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def eight_plans(neo4j_settings: StoreSettings, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Pair]:
    data = tmp_path_factory.mktemp("eight_plans")
    settings = replace(neo4j_settings, data=data, query_timeout=PATIENCE)
    files = [SOURCES / f"{name}.txt" for name in MORE]
    await build(settings, files, lambda _: None, SearchSettings(encoder=NONE))
    pair = Pair(EmbeddedStore.open(Versions(data).live() / GRAPH, PATIENCE), Neo4jStore(settings))
    yield pair
    await pair.close()


async def test_every_question_gets_equal_rows_over_the_eight_plans(eight_plans: Pair, schema: GraphSchema) -> None:
    sets = ParameterSets(eight_plans.embedded, schema)
    differing, asked, answered = [], 0, set()
    for query in all_queries().values():
        async for params in sets.of(query):
            asked += 1
            differing.append(await eight_plans.differing(query.name, params))
            if await run(eight_plans.embedded, query.name, **params):
                answered.add(query.name)
    assert [difference for difference in differing if difference] == []
    assert asked > 7 * len(all_queries())
    assert answered == all_queries().keys()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sixty_plans(
    neo4j_settings: StoreSettings, tmp_path_factory: pytest.TempPathFactory, schema: GraphSchema
) -> AsyncIterator[Pair]:
    graph, directory = generated_graph(), tmp_path_factory.mktemp("sixty_plans")
    write_graph(directory, graph, schema)
    server = Neo4jStore(replace(neo4j_settings, query_timeout=PATIENCE))
    await server.replace(graph, schema, "sixty-plans")
    pair = Pair(EmbeddedStore.open(directory, PATIENCE), server)
    yield pair
    await pair.close()


async def test_every_question_gets_equal_rows_over_fifty_thousand_clauses(
    sixty_plans: Pair, schema: GraphSchema
) -> None:
    sets = ParameterSets(sixty_plans.embedded, schema)
    differing = []
    for query in all_queries().values():
        narrow = FEW if any(param.name == "plans" for param in query.params) else {}
        needed = await anext(sets.of(query))
        differing.append(await sixty_plans.differing(query.name, {**needed, **narrow}))
        if query.paged or not narrow:
            differing.append(await sixty_plans.differing(query.name, needed))
    differing.append(await sixty_plans.differing("indicator_matrix", {"minPlans": 0, "offset": 0, "size": 100}))
    assert [difference for difference in differing if difference] == []
