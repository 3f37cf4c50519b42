from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from graph.embedded import write_graph
from graph.errors import StoreUnavailable
from graph.settings import StoreSettings
from graph_api.app import create_app
from graph_api.errors import Unavailable
from graph_api.library import Library
from graph_api.settings import ApiSettings
from ontology.elements import Graph
from ontology.schema import GraphSchema
from queries.query import run
from tests.graph_api.conftest import Publish, client_of
from tests.queries.three_plans import three_plans


def renamed(title: str) -> Graph:
    """The three plans with one title changed."""
    graph = three_plans()
    nodes = tuple(
        dataclasses.replace(node, properties={**node.properties, "title": title}) if node.id == "bing" else node
        for node in graph.nodes
    )
    return Graph(nodes, graph.relations)


async def test_a_running_service_answers_from_a_version_published_meanwhile(tmp_path: Path, publish: Publish) -> None:
    publish(tmp_path, "v1")
    library = Library(StoreSettings(data=tmp_path))
    async with client_of(create_app(ApiSettings(), library)) as client:
        body = {"query": '{ plan(id: "bing") { title } sections(first: 1) { pageInfo { endCursor } } }'}
        before = (await client.post("/graphql", json=body)).json()["data"]
        publish(tmp_path, "v2", renamed("丙县新规划"))
        after = (await client.post("/graphql", json=body)).json()["data"]
        assert (await client.get("/ready")).json()["version"] == "v2"
        cursor = before["sections"]["pageInfo"]["endCursor"]
        stale = await client.post("/graphql", json={"query": f'{{ sections(after: "{cursor}") {{ totalCount }} }}'})
    await library.close()
    assert (before["plan"]["title"], after["plan"]["title"]) == ("丙县“十三五”社区规划", "丙县新规划")
    assert "begin again" in stale.json()["errors"][0]["message"]


async def test_what_was_lent_stays_open_until_it_is_given_back(tmp_path: Path, publish: Publish) -> None:
    publish(tmp_path, "v1")
    library = Library(StoreSettings(data=tmp_path))
    async with library.reading() as first:
        publish(tmp_path, "v2", renamed("丙县新规划"))
        async with library.reading() as second:
            titles = [(await run(held.store, "plan", ids=["bing"]))[0]["title"] for held in (first, second)]
        assert titles == ["丙县“十三五”社区规划", "丙县新规划"]
        assert (await run(first.store, "plan", ids=["bing"]))[0]["title"] == "丙县“十三五”社区规划"
    with pytest.raises(StoreUnavailable):
        await run(first.store, "plan", ids=["bing"])
    async with library.reading() as again:
        assert again is second
    await library.close()


async def test_a_service_without_data_lives_and_says_what_it_waits_for(tmp_path: Path, publish: Publish) -> None:
    library = Library(StoreSettings(data=tmp_path))
    async with client_of(create_app(ApiSettings(), library)) as client:
        assert (await client.get("/health")).status_code == 200
        ready = await client.get("/ready")
        assert ready.status_code == 503
        assert "crossplan ingest" in ready.json()["for"]
        answer = await client.post("/graphql", json={"query": "{ statistics { plans } }"})
        assert answer.status_code == 503
        assert answer.json()["errors"][0]["extensions"] == {"code": "UNAVAILABLE"}
        page = await client.get("/")
        assert page.status_code == 503
        assert "现在还不能回答" in page.text
        assert all(str(tmp_path) not in each.text for each in (ready, answer, page))
        publish(tmp_path)
        assert (await client.get("/ready")).status_code == 200
    await library.close()


async def test_data_of_another_release_of_the_ontology_are_not_served(
    tmp_path: Path, publish: Publish, schema: GraphSchema
) -> None:
    publish(tmp_path)
    write_graph(tmp_path / "versions/v1/graph", three_plans(), dataclasses.replace(schema, release="0.0.9"))
    library = Library(StoreSettings(data=tmp_path))
    async with client_of(create_app(ApiSettings(), library)) as client:
        ready = await client.get("/ready")
        answer = await client.post("/graphql", json={"query": "{ statistics { plans } }"})
        page = await client.get("/")
        told = "the data is of another version than this program; whoever runs it calls `crossplan ingest`"
        assert (ready.status_code, ready.json()) == (503, {"status": "waiting", "for": told})
        assert [error["message"] for error in answer.json()["errors"]] == [told]
        assert page.status_code == 503
        publish(tmp_path, "v2")
        assert (await client.get("/ready")).status_code == 200
    await library.close()


async def test_a_directory_that_vanishes_leaves_what_is_open_answering(tmp_path: Path, publish: Publish) -> None:
    publish(tmp_path)
    library = Library(StoreSettings(data=tmp_path))
    await library.ready()
    shutil.rmtree(tmp_path)
    async with library.reading() as holdings:
        assert (await run(holdings.store, "plan", ids=["jia"]))[0]["id"] == "jia"
    with pytest.raises(Unavailable):
        await library.ready()
    await library.close()


@pytest.mark.parametrize("part", ["graph/graph.kgl", "index/index.json", "index/entries.bin"])
async def test_a_version_that_is_not_whole_is_not_served(part: str, tmp_path: Path, publish: Publish) -> None:
    publish(tmp_path)
    damaged = tmp_path / "versions/v1" / part
    damaged.write_bytes(damaged.read_bytes()[:20])
    with pytest.raises(Unavailable, match="crossplan ingest"):
        await Library(StoreSettings(data=tmp_path)).ready()
