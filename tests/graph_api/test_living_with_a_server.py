"""The application beside a real server that is not there yet, goes away, and comes back."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.neo4j_store import Neo4jStore
from graph.server.artifacts import java, pinned_version
from graph.server.home import HOST, Home
from graph.server.server import Server
from graph.settings import StoreSettings
from graph.versions import INDEX, Versions
from graph_api.app import create_app
from graph_api.errors import Unavailable
from graph_api.library import Library
from graph_api.settings import ApiSettings
from ontology.schema import GraphSchema
from search.held import HeldClauses
from search.publishing import search_content
from tests.graph_api.conftest import Publish, client_of
from tests.queries.three_plans import three_plans

pytestmark = pytest.mark.neo4j
WAITING = {"status": "waiting", "for": "the database does not answer yet"}
TASKS = "{ plans { totalCount } tasks { totalCount } }"
FOUND = {"data": {"plans": {"totalCount": 3}, "tasks": {"totalCount": 4}}}


@pytest.fixture
def settings(tmp_path: Path, server: Server, publish: Publish) -> StoreSettings:
    """Where the server will answer; the data directory is there already."""
    publish(tmp_path / "data")
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    home = Home(tmp_path / pinned_version())
    home.configure(port)
    password = home.password([java(pinned_version()), "-cp", f"{tmp_path / 'lib' / pinned_version()}/*"])
    return StoreSettings(
        data=tmp_path / "data", store=f"bolt://{HOST}:{port}", neo4j_password=password, query_timeout=60
    )


@pytest.fixture
async def client(settings: StoreSettings) -> AsyncIterator[httpx.AsyncClient]:
    library = Library(settings)
    async with client_of(create_app(ApiSettings(timeout=60), library)) as client:
        yield client
    await library.close()


async def load(settings: StoreSettings, schema: GraphSchema) -> None:
    """What `crossplan ingest` leaves in the server."""
    clauses = HeldClauses.open(Versions(settings.data).live() / INDEX)
    store = Neo4jStore(settings)
    await store.replace(three_plans(), schema, "v1", content=search_content(clauses))
    await store.close()


async def asked(client: httpx.AsyncClient) -> Any:
    return (await client.post("/graphql", json={"query": TASKS})).json()


async def lives_without(client: httpx.AsyncClient) -> None:
    """What needs no database is answered, and whatever does is told so in time."""
    began = time.monotonic()
    assert (await client.get("/health")).json() == {"status": "alive"}
    ready = await client.get("/ready")
    assert (ready.status_code, ready.json()) == (503, WAITING)
    answers = await asyncio.gather(asked(client), asked(client), client.get("/explorer"))
    for answer in answers[:2]:
        assert {error["extensions"]["code"] for error in answer["errors"]} == {Unavailable.code}
    assert answers[2].status_code == httpx.codes.OK
    page = await client.get("/coverage")
    assert (page.status_code, "现在还不能回答" in page.text, "neo4j" in page.text.casefold()) == (503, True, False)
    assert time.monotonic() - began < 30


async def test_a_service_waits_for_its_database_loses_it_and_has_it_again(
    server: Server, settings: StoreSettings, client: httpx.AsyncClient, schema: GraphSchema
) -> None:
    port = int(settings.store.rpartition(":")[2])
    await lives_without(client)

    running = server.start(port)
    ready = await client.get("/ready")
    assert ready.status_code == 503
    assert "crossplan ingest" in ready.json()["for"]
    await load(settings, schema)
    assert (await client.get("/ready")).json() == {"status": "ready", "version": "v1"}
    assert await asked(client) == FOUND
    assert "每百户设施面积" in (await client.get("/compare?indicator=indicator/area")).text

    os.kill(running.pid, signal.SIGKILL)
    await lives_without(client)

    server.start(port)
    assert await asked(client) == FOUND
    assert (await client.get("/ready")).status_code == httpx.codes.OK


async def test_whoever_gives_up_waiting_leaves_no_work_in_the_server(neo4j_settings: StoreSettings) -> None:
    store = Neo4jStore(replace(neo4j_settings, query_timeout=60))
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a * b AS c RETURN sum(c) AS total"
    running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN currentQuery"
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(1):
            await store.read(endless, {})
    give_up = time.monotonic() + 15
    while await store.read(running, {}) and time.monotonic() < give_up:
        await asyncio.sleep(0.1)
    assert await store.read(running, {}) == []
    await store.close()
