"""The server that `make neo4j` starts: found again, stopped, started with its data."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.neo4j_store import Neo4jStore
from graph.server.artifacts import java, pinned_version
from graph.server.errors import ServerError
from graph.server.server import Server
from graph.settings import StoreSettings
from ontology.elements import Graph
from ontology.schema import GraphSchema

FETCHED = Path(__file__).parents[2] / ".neo4j" / "lib"
TITLES = "MATCH (p:Plan) RETURN p.title AS title ORDER BY title"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own, from the program files that `make neo4j` fetched."""
    (tmp_path / "lib").symlink_to(FETCHED)
    own = Server(tmp_path)
    yield own
    own.stop()


@pytest.mark.neo4j
async def test_a_store_lives_through_a_server_that_stops_and_starts(
    server: Server, small_graph: Graph, schema: GraphSchema
) -> None:
    running = server.start()
    assert server.start() == running
    settings = StoreSettings(
        store=running.uri, neo4j_password=running.password, query_timeout=60, neo4j_connect_timeout=5
    )
    store = Neo4jStore(settings)
    with pytest.raises(StoreUnavailable, match="holds no graph yet"):
        await store.ready()
    await store.replace(small_graph, schema, "small")
    titles = [{"title": "east规划"}, {"title": "west规划"}]
    assert await store.read(TITLES, {}) == titles

    os.kill(running.pid, signal.SIGKILL)
    began = time.monotonic()
    with pytest.raises(StoreUnavailable, match="the server cannot be reached"):
        await store.read(TITLES, {})
    assert time.monotonic() - began < 20  # of the 60 that a statement may take
    with pytest.raises(StoreUnavailable, match="the server cannot be reached"):
        await store.ready()
    assert server.running() is None
    assert not server.stop()

    again = server.start(running.port)
    assert (again.port, again.password) == (running.port, running.password)
    await store.ready()
    assert await store.read(TITLES, {}) == titles
    await store.close()
    assert server.stop()
    assert server.running() is None


@pytest.mark.neo4j
def test_a_server_that_cannot_start_says_why(server: Server) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(ServerError, match=r"does not start: .*Address already in use.*logs has more"):
            server.start(taken.getsockname()[1])
    assert server.running() is None


def test_the_version_is_pinned_to_the_long_term_line() -> None:
    assert pinned_version().startswith("5.26.")


def test_without_java_or_maven_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(ServerError, match="no java found, Java 17 or newer expected; on Debian: apt-get install"):
        Server(tmp_path).start()
    (tmp_path / "java").write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n", encoding="utf-8")
    (tmp_path / "java").chmod(0o755)
    with pytest.raises(ServerError, match="Java 11 found, 17 or newer expected"):
        java("5.26.30")
    with pytest.raises(ServerError, match="Java 11 found, 21 or newer expected"):
        java("2026.08.1")
    (tmp_path / "java").write_text("#!/bin/sh\necho 'openjdk version \"21.0.2\"' >&2\n", encoding="utf-8")
    with pytest.raises(ServerError, match="no mvn found, Apache Maven expected"):
        Server(tmp_path).start()
