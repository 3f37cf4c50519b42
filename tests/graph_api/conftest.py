"""The real application over three invented plans, asked over HTTP without a socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from graph.embedded import write_graph
from graph.settings import StoreSettings
from graph.store import GRAPH
from graph.versions import Versions
from graph_api.app import create_app
from graph_api.library import INDEX, SOURCES, Library
from graph_api.settings import ApiSettings
from ontology.elements import Graph, Node
from ontology.schema import GraphSchema, load_schema
from search.entries import Entry
from search.held import HeldClauses
from tests.queries.three_plans import TEXTS, three_plans

Ask = Callable[..., Awaitable[dict[str, Any]]]
Publish = Callable[..., None]


@pytest.fixture(scope="session")
def schema() -> GraphSchema:
    return load_schema()


@pytest.fixture(scope="session")
def publish(schema: GraphSchema) -> Publish:
    """Makes a graph the live version of a data directory."""

    def publish(data: Path, name: str = "v1", graph: Graph | None = None) -> None:
        graph = graph or three_plans()
        with Versions(data).build() as build:
            write_graph(build.path / GRAPH, graph, schema)
            HeldClauses.build(list(entries(graph))).save(build.path / INDEX)
            (build.path / SOURCES).mkdir()
            for plan, text in TEXTS.items():
                (build.path / SOURCES / f"{plan}.txt").write_bytes(text.encode())
            build.publish(name)

    return publish


def entries(graph: Graph) -> Iterator[Entry]:
    """The clauses of a graph as the index takes them."""
    plans = {node.id: node for node in graph.nodes if node.label == "Plan"}
    links: dict[tuple[str, str], list[str]] = {}
    for link in graph.relations:
        links.setdefault((link.type, link.start_id), []).append(link.end_id)
    for node in graph.nodes:
        if node.label == "Clause":
            yield _entry(node, plans, links)


def _entry(node: Node, plans: dict[str, Node], links: dict[tuple[str, str], list[str]]) -> Entry:
    said: dict[str, Any] = dict(node.properties)
    plan = said["planId"]
    of_plan: dict[str, Any] = dict(plans[plan].properties)
    (region,) = links.get(("COVERS_REGION", plan), [""])
    return Entry(
        clause_id=node.id,
        plan_id=plan,
        start=said["start"],
        end=said["end"],
        quote=said["quote"],
        path=tuple(said["path"]),
        kind=said["unitKind"],
        region=region.removeprefix("region/") or None,
        period=of_plan["period"],
        level=of_plan.get("level"),
        start_year=of_plan.get("startYear"),
        end_year=of_plan.get("endYear"),
        themes=tuple(links.get(("HAS_THEME", node.id), ())),
        beneficiaries=tuple(links.get(("SERVES", node.id), ())),
    )


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory, publish: Publish) -> Path:
    """A data directory with the three plans."""
    directory = tmp_path_factory.mktemp("data")
    publish(directory)
    return directory


@pytest.fixture(scope="session")
def app(data: Path) -> Iterator[Starlette]:
    """The application; its schema is built once, as in a service."""
    yield from served(data)


@pytest.fixture(scope="module")
def real_app(real: Path) -> Iterator[Starlette]:
    """The application over what a module ingested as its `real`."""
    yield from served(real)


def served(data: Path) -> Iterator[Starlette]:
    """The application over a data directory, closed afterwards."""
    library = Library(StoreSettings(data=data))
    yield create_app(ApiSettings(), library)
    asyncio.run(library.close())


def client_of(app: Starlette) -> httpx.AsyncClient:
    """A client of an application, without a socket."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app, raise_app_exceptions=False), base_url="http://test")


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as opened:
        yield opened


@pytest.fixture
async def opened(real_app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application over `real`."""
    async with client_of(real_app) as opened:
        yield opened


@pytest.fixture
def ask(client: httpx.AsyncClient) -> Ask:
    """Asks a GraphQL question and gives the whole answer."""

    async def ask(query: str, **variables: object) -> dict[str, Any]:
        response = await client.post("/graphql", json={"query": query, "variables": variables})
        answer: dict[str, Any] = response.json()
        return answer

    return ask
