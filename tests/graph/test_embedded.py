"""The embedded engine over real files."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from graph.embedded import FILE, EmbeddedStore, write_graph
from graph.errors import (
    GraphError,
    StatementError,
    StoreDamaged,
    StoreTimeout,
    StoreUnavailable,
    StoreVersionMismatch,
)
from ontology.elements import Graph, Node, Relation
from ontology.schema import GraphSchema

COUNTS = "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS relations"


@pytest.fixture
def written(tmp_path: Path, small_graph: Graph, schema: GraphSchema) -> Path:
    write_graph(tmp_path, small_graph, schema)
    return tmp_path


async def test_every_node_and_relation_is_stored_once_and_one_node_says_what_it_all_is(
    written: Path, small_graph: Graph
) -> None:
    store = EmbeddedStore.open(written)
    expected = {"nodes": len(small_graph.nodes) + 1, "relations": len(small_graph.relations)}
    assert await store.read(COUNTS, {}) == [expected]
    await store.close()


async def test_the_same_graph_gives_the_same_bytes(
    written: Path, tmp_path_factory: pytest.TempPathFactory, small_graph: Graph, schema: GraphSchema
) -> None:
    again = tmp_path_factory.mktemp("again")
    write_graph(again, small_graph, schema)
    assert (again / FILE).read_bytes() == (written / FILE).read_bytes()


async def test_a_property_that_is_not_stated_is_null(written: Path) -> None:
    store = EmbeddedStore.open(written)
    statement = "MATCH (t:Target {id: $id}) RETURN t.value AS value, t.byYear AS year"
    rows = await store.read(statement, {"id": "east/1#c1/target-2"})
    assert rows == [{"value": 100.0, "year": None}]
    assert type(rows[0]["value"]) is float
    await store.close()


async def test_a_read_cannot_write(written: Path) -> None:
    store = EmbeddedStore.open(written)
    with pytest.raises(StatementError, match="read-only"):
        await store.read("MATCH (p:Plan) SET p.title = $title", {"title": "changed"})
    await store.close()


async def test_a_statement_that_is_no_cypher_or_lacks_a_parameter_is_refused_in_one_line(written: Path) -> None:
    store = EmbeddedStore.open(written)
    for statement in ("MATCH (p:Plan RETURN p.id AS id", "MATCH (p:Plan) WHERE p.id = $missing RETURN p.id AS id"):
        with pytest.raises(StatementError) as refused:
            await store.read(statement, {})
        assert "\n" not in str(refused.value)
    with pytest.raises(StatementError, match="unsupported Python type"):
        await store.read("RETURN 1 AS one", {"at": object()})  # type: ignore[dict-item]
    await store.close()


async def test_a_statement_that_takes_too_long_ends_and_the_store_still_answers(
    tmp_path: Path, schema: GraphSchema
) -> None:
    many = Graph(tuple(Node("Theme", f"theme/{number}", {"name": "养老" * 20}) for number in range(1200)), ())
    write_graph(tmp_path, many, schema)
    store = EmbeddedStore.open(tmp_path, timeout=0.05)
    pairs = "MATCH (a:Theme), (b:Theme), (c:Theme) WHERE a.name CONTAINS b.id AND b.name CONTAINS c.id"
    with pytest.raises(StoreTimeout, match="no answer within"):
        await store.read(f"{pairs} RETURN count(*) AS n", {})
    assert await store.read("MATCH (t:Theme {id: $id}) RETURN t.id AS id", {"id": "theme/7"}) == [{"id": "theme/7"}]
    await store.close()


async def test_many_readers_at_once_get_their_own_rows(written: Path) -> None:
    store = EmbeddedStore.open(written)
    asked = [("east", 30.0), ("west", 32.5)] * 100
    statement = "MATCH (t:Target {id: $id}) RETURN t.value AS value"
    found = await asyncio.gather(*(store.read(statement, {"id": f"{plan}/1#c1/target-1"}) for plan, _ in asked))
    assert found == [[{"value": value}] for _, value in asked]
    await store.close()


async def test_a_closed_store_is_unavailable(written: Path) -> None:
    store = EmbeddedStore.open(written)
    await store.ready()
    await store.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        await store.ready()


def test_a_missing_file_is_unavailable_and_says_what_makes_it(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="crossplan ingest"):
        EmbeddedStore.open(tmp_path)


@pytest.mark.parametrize("kept", [0.0, 0.01, 0.5, 0.99])
def test_a_truncated_file_is_damaged(written: Path, kept: float) -> None:
    file = written / FILE
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * kept)])
    with pytest.raises(StoreDamaged, match="builds it anew"):
        EmbeddedStore.open(written)


def test_a_file_with_altered_bytes_is_damaged(written: Path) -> None:
    content = bytearray((written / FILE).read_bytes())
    content[len(content) * 2 // 3] ^= 0xFF
    (written / FILE).write_bytes(content)
    with pytest.raises(StoreDamaged, match="builds it anew"):
        EmbeddedStore.open(written)


def test_a_file_of_another_format_or_of_a_later_engine_is_a_version_mismatch(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.embedded.FORMAT", 3)
    monkeypatch.setattr("graph.contents.FORMAT", 3)
    with pytest.raises(StoreVersionMismatch, match="format 2, expected 3; `crossplan ingest` loads it anew"):
        EmbeddedStore.open(written)
    content = bytearray((written / FILE).read_bytes())
    content[5] = 99  # the engine's own version of the data within its container
    (written / FILE).write_bytes(content)
    with pytest.raises(StoreVersionMismatch, match="later engine"):
        EmbeddedStore.open(written)


def test_a_graph_of_another_release_of_the_ontology_is_refused_with_what_helps(
    tmp_path: Path, small_graph: Graph, schema: GraphSchema
) -> None:
    write_graph(tmp_path, small_graph, replace(schema, release="0.0.9"))
    line = r"loaded by ontology 0\.0\.9, this program speaks \d+\.\d+\.\d+; `crossplan ingest` loads it anew$"
    with pytest.raises(StoreVersionMismatch, match=line):
        EmbeddedStore.open(tmp_path)


@pytest.mark.parametrize(
    ("node", "line"),
    [
        (Node("Tusk", "east/2/task"), "Tusk east/2/task: the ontology has no class Tusk"),
        (Node("Task", ""), "Task: a node has an empty id"),
        (Node("Task", "east/1/task"), "Task east/1/task: stands twice in the graph"),
        (Node("Task", "x", {"colour": "red"}), "Task x: the ontology gives it no property 'colour'"),
        (Node("Task", "x", {"start": 1.0}), "Task x: start is 1.0, expected int"),
        (Node("Plan", "x", {"issuers": "民政厅"}), "Plan x: issuers is '民政厅', expected a list of str"),
    ],
)
def test_a_node_that_does_not_fit_the_ontology_is_named(
    tmp_path: Path, small_graph: Graph, schema: GraphSchema, node: Node, line: str
) -> None:
    with pytest.raises(GraphError, match=f"^{line}$"):
        write_graph(tmp_path, replace(small_graph, nodes=(*small_graph.nodes, node)), schema)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize(
    ("relation", "line"),
    [
        (("IN_PLAN", "Plan", "north"), "east/1/task -IN_PLAN-> north: there is no Plan north"),
        (("INPLAN", "Plan", "east"), "east/1/task -INPLAN-> east: the ontology has no relation INPLAN"),
        (("IN_PLAN", "Plan", "east"), "east/1/task -IN_PLAN-> east: stands twice in the graph"),
        (
            ("IN_GROUP", "Plan", "east"),
            "east/1/task -IN_GROUP-> east: from Task to Plan, but the ontology says Task to TaskGroup",
        ),
    ],
)
def test_a_relation_that_does_not_fit_the_ontology_is_named(
    tmp_path: Path, small_graph: Graph, schema: GraphSchema, relation: tuple[str, str, str], line: str
) -> None:
    kind, end_label, end_id = relation
    stated = Relation(kind, "Task", "east/1/task", end_label, end_id)
    with pytest.raises(GraphError, match=f"^{line}$"):
        write_graph(tmp_path, replace(small_graph, relations=(*small_graph.relations, stated)), schema)
