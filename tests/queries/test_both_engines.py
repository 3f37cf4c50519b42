"""Whatever is asked, a server gives the very rows that the embedded engine gives: values, types and order.

Over the built-in plans with three more.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from graph.embedded import EmbeddedStore
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
