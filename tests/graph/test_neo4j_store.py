"""Loading and reading a real Neo4j server: whole graphs, one line for each failure, nothing left behind."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.dump import dump
from graph.environment import variables
from graph.errors import (
    GraphError,
    StoreError,
    StoreLocked,
    StoreTimeout,
    StoreUnavailable,
    StoreVersionMismatch,
)
from graph.neo4j_driver import connect
from graph.neo4j_lock import LoadLock
from graph.neo4j_search import Neo4jSearch
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from ontology.elements import Graph, Node
from ontology.schema import GraphSchema
from tests.graph import loader

pytestmark = pytest.mark.neo4j
LOADER = Path(__file__).with_name("loader.py")
COUNTS = (
    "MATCH (p:Plan) WITH count(p) AS plans MATCH (t:Task) WITH plans, count(t) AS tasks "
    "MATCH (:Task)-[r:IN_PLAN]->(:Plan) RETURN plans, tasks, count(r) AS relations"
)


def plans(count: int) -> Graph:
    nodes = tuple(Node("Plan", f"plan-{number}", {"title": f"规划{number}"}) for number in range(count))
    return Graph(nodes, ())


@pytest.fixture
async def store(neo4j_settings: StoreSettings) -> AsyncIterator[Neo4jStore]:
    opened = Neo4jStore(neo4j_settings)
    yield opened
    await opened.close()


def searchable(settings: StoreSettings, count: int) -> tuple[str, list[int], list[str]]:
    """What the searchable texts say of themselves, how many have the words of this load and the next, all records."""
    with closing(Neo4jSearch(settings)) as search:
        edition = search.edition()
        texts = search.texts(edition, range(count + 1))
        found = search.counts(edition, [f"words:n{count}", f"words:n{count + 1}"])
        return edition.about, found, [text.record for text in texts]


async def all_labels(settings: StoreSettings) -> set[str]:
    """The labels that any node of the database has, the program's own ones included."""
    async with connect(settings) as driver:
        found = await driver.execute_query("MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")
    return {record["label"] for record in found.records}


async def test_loading_twice_changes_nothing_and_a_removed_plan_leaves_nothing(
    store: Neo4jStore, small_graph: Graph, schema: GraphSchema, neo4j_settings: StoreSettings
) -> None:
    await store.replace(small_graph, schema, "first")
    once = await dump(store, schema)
    await store.replace(small_graph, schema, "second")
    assert await dump(store, schema) == once
    assert await store.version() == "second"
    await store.replace(plans(1), schema, "third")
    assert (await dump(store, schema)) == plans(1)
    assert await all_labels(neo4j_settings) == {"Plan", "StoreVersion", "StoreLock"}


async def test_progress_counts_every_element(store: Neo4jStore, small_graph: Graph, schema: GraphSchema) -> None:
    seen: list[tuple[int, int]] = []
    await store.replace(small_graph, schema, "small", lambda done, total: seen.append((done, total)))
    total = len(small_graph.nodes) + len(small_graph.relations)
    assert seen[0] == (0, total)
    assert seen[-1] == (total, total)
    assert seen == sorted(seen)


async def test_a_graph_that_does_not_fit_is_refused_and_the_old_one_stays(
    store: Neo4jStore, schema: GraphSchema
) -> None:
    await store.replace(plans(2), schema, "two")
    with pytest.raises(GraphError, match="the ontology has no class Tusk"):
        await store.replace(Graph((Node("Tusk", "x"),), ()), schema, "broken")
    assert await store.version() == "two"


async def test_a_load_into_which_another_one_wrote_is_refused_and_the_old_one_stays(
    store: Neo4jStore, neo4j_settings: StoreSettings, small_graph: Graph, schema: GraphSchema
) -> None:
    stray = "MATCH (t:StagedTask {id: 'east/1/task'}) MATCH (p:StagedPlan {id: 'west'}) CREATE (t)-[:IN_PLAN]->(p)"
    user = (neo4j_settings.neo4j_user, neo4j_settings.password())

    def write_into(done: int, total: int) -> None:
        if done == total:
            with GraphDatabase.driver(neo4j_settings.store, auth=user) as driver:
                driver.execute_query(stray)

    await store.replace(plans(2), schema, "two")
    number = len(small_graph.relations)
    with pytest.raises(StoreError, match=f"{number + 1} relations are staged, expected {number}"):
        await store.replace(small_graph, schema, "small", write_into)
    assert await store.version() == "two"
    await store.replace(small_graph, schema, "small")
    assert len((await dump(store, schema)).relations) == number


async def test_readers_during_loads_see_one_graph_or_the_other(
    store: Neo4jStore, schema: GraphSchema, small_graph: Graph
) -> None:
    east = [node for node in small_graph.nodes if not node.id.startswith("west")]
    kept = {node.id for node in east}
    one_plan = Graph(tuple(east), tuple(each for each in small_graph.relations if {each.start_id, each.end_id} <= kept))
    many = tuple(Node("Clause", f"east/9#c{number}", {"text": "条款"}) for number in range(3000))
    with_many = replace(one_plan, nodes=(*one_plan.nodes, *many))
    statement = (
        "MATCH (p:Plan) WITH count(p) AS plans MATCH (c:Clause) WITH plans, count(c) AS clauses "
        "MATCH (t:Target) RETURN plans, clauses, count(t) AS targets"
    )
    await store.replace(small_graph, schema, "two plans")
    seen: set[tuple[object, ...]] = set()
    loading = True

    async def read() -> None:
        while loading:
            (row,) = await store.read(statement, {})
            seen.add(tuple(row.values()))

    readers = [asyncio.create_task(read()) for _ in range(3)]
    for graph in (with_many, small_graph, with_many):
        await store.replace(graph, schema, "next")
    loading = False
    await asyncio.gather(*readers)
    assert seen == {(2, 2, 4), (1, 3001, 2)}


async def test_a_load_killed_at_any_moment_leaves_a_whole_graph(
    neo4j_settings: StoreSettings, schema: GraphSchema, store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.neo4j_lock.LEASE", 2.0)
    environment = {variable.name: "" for variable, _ in variables(StoreSettings)} | {
        "CROSSPLAN_STORE": neo4j_settings.store,
        "CROSSPLAN_NEO4J_PASSWORD": neo4j_settings.password(),
    }
    began = time.monotonic()
    await store.replace(loader.plans(300), schema, "n300", content=loader.content(300))
    taken, moments = time.monotonic() - began, random.Random(5)
    for _ in range(20):
        loading = subprocess.Popen([sys.executable, LOADER], stdout=subprocess.PIPE, env={**os.environ, **environment})
        try:
            assert loading.stdout is not None
            assert await asyncio.to_thread(loading.stdout.readline) == b"ready\n"
            await asyncio.sleep(moments.uniform(0, 2 * taken))
        finally:
            os.kill(loading.pid, signal.SIGKILL)
            loading.communicate()
        version = await store.version()
        assert version is not None
        count = int(version.removeprefix("n"))
        (row,) = await store.read(COUNTS, {})
        assert row == {"plans": count, "tasks": 2 * count, "relations": 2 * count}
        assert searchable(neo4j_settings, count) == (f"n{count}", [count, 0], [f"n{count}"] * count)
    await store.replace(plans(2), schema, "after")
    assert await all_labels(neo4j_settings) == {"Plan", "StoreVersion", "StoreLock"}


async def test_a_second_load_is_refused_while_one_runs(
    store: Neo4jStore, neo4j_settings: StoreSettings, schema: GraphSchema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.neo4j_lock.LEASE", 1.0)
    await store.replace(plans(2), schema, "two")
    async with connect(neo4j_settings) as driver, LoadLock(driver, neo4j_settings).held():
        with pytest.raises(StoreLocked, match=f"process {os.getpid()} .* is loading a graph"):
            await store.replace(plans(3), schema, "three")
    await store.replace(plans(3), schema, "three")
    assert await store.version() == "three"


async def test_of_two_loads_at_once_the_second_waits_for_the_first(
    store: Neo4jStore, neo4j_settings: StoreSettings, small_graph: Graph, schema: GraphSchema
) -> None:
    other, loaded = Neo4jStore(neo4j_settings), []

    async def load(into: Neo4jStore, graph: Graph, version: str) -> None:
        await into.replace(graph, schema, version)
        loaded.append((version, graph))

    await asyncio.gather(load(store, small_graph, "small"), load(other, plans(3), "three"))
    version, graph = loaded[-1]
    assert len(loaded) == 2
    assert await store.version() == version
    found = await dump(store, schema)
    assert (len(found.nodes), len(found.relations)) == (len(graph.nodes), len(graph.relations))
    await other.close()


async def test_a_changed_plan_replaces_its_own_facts_and_no_others(
    store: Neo4jStore, small_graph: Graph, schema: GraphSchema
) -> None:
    def changed(node: Node) -> Node:
        return replace(node, properties={**node.properties, "title": "新任务"}) if node.id == "east/1/task" else node

    await store.replace(small_graph, schema, "before")
    before = await dump(store, schema)
    after = replace(before, nodes=tuple(map(changed, before.nodes)))
    assert after != before
    await store.replace(replace(small_graph, nodes=tuple(map(changed, small_graph.nodes))), schema, "after")
    assert await dump(store, schema) == after


async def test_nodes_of_another_program_are_not_touched(
    store: Neo4jStore, neo4j_settings: StoreSettings, schema: GraphSchema
) -> None:
    await store.replace(plans(2), schema, "two")
    async with connect(neo4j_settings) as driver:
        await driver.execute_query("MATCH (v:StoreVersion) DELETE v")
        try:
            with pytest.raises(StoreError, match="holds Plan nodes of another program; use an empty database"):
                await store.replace(plans(3), schema, "three")
            with pytest.raises(StoreUnavailable, match="holds no graph yet; `crossplan ingest` loads it"):
                await store.ready()
        finally:
            await driver.execute_query("MATCH (p:Plan) DELETE p")


async def test_a_store_of_another_format_or_an_old_server_is_a_version_mismatch(
    store: Neo4jStore, schema: GraphSchema, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.replace(plans(1), schema, "one")
    await store.ready()
    monkeypatch.setattr("graph.contents.FORMAT", 3)
    with pytest.raises(StoreVersionMismatch, match="format 2, expected 3; `crossplan ingest` loads it anew"):
        await store.ready()
    monkeypatch.setattr("graph.neo4j_driver.OLDEST_SERVER", (9999, 1))
    with pytest.raises(StoreVersionMismatch, match=r"found Neo4j/[\d.]+, expected Neo4j 9999\.1 or newer"):
        await store.ready()


@pytest.mark.parametrize("release", ["0.0.9", "99.0.0"])
async def test_a_graph_of_another_release_of_the_ontology_is_refused_until_it_is_loaded_anew(
    store: Neo4jStore, schema: GraphSchema, release: str
) -> None:
    await store.replace(plans(1), replace(schema, release=release), "old")
    line = rf"loaded by ontology {re.escape(release)}, this program speaks [\d.]+; `crossplan ingest` loads it anew$"
    for refused in (store.ready, store.contents, lambda: store.read("MATCH (p:Plan) RETURN p.id AS id", {})):
        with pytest.raises(StoreVersionMismatch, match=line):
            await refused()
    assert await store.version() is None
    await store.replace(plans(2), schema, "new")
    await store.ready()
    assert len(await store.read("MATCH (p:Plan) RETURN p.id AS id", {})) == 2


async def test_a_statement_that_takes_too_long_is_ended_on_the_server_too(
    neo4j_settings: StoreSettings, store: Neo4jStore
) -> None:
    impatient = Neo4jStore(replace(neo4j_settings, query_timeout=0.3))
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a * b AS c RETURN sum(c) AS total"
    with pytest.raises(StoreTimeout, match=r"no answer within 0\.3 s"):
        await impatient.read(endless, {})
    running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN currentQuery"
    for _ in range(50):
        if not await store.read(running, {}):
            break
        await asyncio.sleep(0.1)
    assert await store.read(running, {}) == []
    assert await impatient.read("RETURN 1 AS one", {}) == [{"one": 1}]
    await impatient.close()
