"""The three plans in both engines, and the schema that their statements must keep to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from graph.embedded import EmbeddedStore, write_graph
from graph.neo4j_store import Neo4jStore
from graph.store import Store
from ontology.elements import Graph
from ontology.schema import GraphSchema, load_schema
from tests.queries.three_plans import three_plans


@pytest.fixture(scope="session")
def schema() -> GraphSchema:
    return load_schema()


@pytest.fixture(scope="session")
def graph() -> Graph:
    return three_plans()


@pytest_asyncio.fixture(
    scope="session", loop_scope="session", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)]
)
async def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, graph: Graph, schema: GraphSchema
) -> AsyncIterator[Store]:
    """The three plans, open for reading."""
    opened: Store
    if request.param == "embedded":
        directory = tmp_path_factory.mktemp("three_plans")
        write_graph(directory, graph, schema)
        opened = EmbeddedStore.open(directory)
    else:
        settings = replace(request.getfixturevalue("neo4j_settings"), query_timeout=60.0)  # to plan each statement once
        opened = neo4j = Neo4jStore(settings)
        await neo4j.replace(graph, schema, "three-plans")
    await opened.ready()
    yield opened
    await opened.close()
