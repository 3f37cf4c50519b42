"""A graph into a Neo4j server: staged beside the live one in batches, then put in its place in one transaction.

In: a `Graph`, the schema and the name of the version.  Out: exactly that graph under the ontology's labels.
A node is staged under its label with `Staged` before it (`StagedTask`), where no query looks for it.  The exchange
only changes labels: the old nodes become `Retired`, the staged ones get their own, and `(:StoreVersion)` says which
graph it is.  A load that is killed has either not exchanged, and the next one removes what it staged; or it has, and
the next one removes what it retired.
"""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from neo4j import AsyncDriver, AsyncManagedTransaction

from graph.batches import Batch, constraints, indexes, node_batches, relation_batches
from graph.contents import LEAVE, left
from graph.errors import StoreError
from graph.fit import check_fit
from graph.neo4j_driver import told
from graph.neo4j_lock import LoadLock
from graph.settings import StoreSettings
from graph.values import Row
from ontology.elements import Graph

if TYPE_CHECKING:
    from ontology.schema import GraphSchema

Progress = Callable[[int, int], None]  # elements staged so far, and how many there are

STAGED = "Staged"
RETIRED = "Retired"
_BATCH = 10_000
_SESSIONS = 2
_LEAVE = f"{LEAVE} SET v.loaded = $loaded"


def no_progress(_done: int, _total: int) -> None:
    """Says nothing."""


class Load:
    """One load of one graph."""

    def __init__(self, driver: AsyncDriver, settings: StoreSettings, progress: Progress = no_progress) -> None:
        self._driver = driver
        self._settings = settings
        self._progress = progress
        self._lock = LoadLock(driver, settings)

    async def run(self, graph: Graph, schema: GraphSchema, version: str) -> None:
        """Loads `graph` in place of what an earlier load left; raises StoreError, and then the old graph stays."""
        check_fit(graph, schema)
        with told(self._settings):
            old = await self._old_labels(schema)
            async with self._lock.held():
                await self._prepare(schema)
                await self._stage(graph)
                async with self._lock.readers_waiting():
                    await self._exchange(graph, schema, old, version)
                await self._sweep(RETIRED)

    async def _old_labels(self, schema: GraphSchema) -> frozenset[str]:
        """The labels of the graph that is there; raises StoreError for nodes with them that no load made."""
        versions = await self._write("MATCH (v:StoreVersion) RETURN v.labels AS labels")
        if versions:
            labels = versions[0]["labels"]
            return frozenset(map(str, labels)) if isinstance(labels, list) else frozenset()
        rows = await self._write(f"MATCH (n:{'|'.join(schema.labels)}) RETURN labels(n)[0] AS label LIMIT 1")
        if rows:
            where, label = self._settings.store, rows[0]["label"]
            raise StoreError(f"{where}: holds {label} nodes of another program; use an empty database")
        return frozenset()

    async def _prepare(self, schema: GraphSchema) -> None:
        """Constraints and indexes first, and nothing left of a load that was killed."""
        for statement in (*constraints(schema), *constraints(schema, STAGED), *indexes(schema)):
            await self._write(statement)
        await self._write("CALL db.awaitIndexes(300)")
        for label in (RETIRED, *(f"{STAGED}{label}" for label in schema.labels)):
            await self._sweep(label)

    async def _stage(self, graph: Graph) -> None:
        """Nodes by two sessions, as they have nothing in common; relations by one, as they share their ends."""
        done, total = 0, len(graph.nodes) + len(graph.relations)
        self._progress(done, total)
        for batches in chain(_together(_staged_nodes(graph), _SESSIONS), _together(_staged_relations(graph), 1)):
            put = await asyncio.gather(*map(self._put, batches), return_exceptions=True)
            for failure in put:
                if failure is not None:
                    raise failure
            done += sum(len(batch.rows) for batch in batches)
            self._progress(done, total)

    async def _put(self, batch: Batch) -> None:
        rows = await self._write(f"{batch.statement} RETURN count(*) AS made", {"rows": batch.rows})
        if rows != [{"made": len(batch.rows)}]:
            raise StoreError(f"{self._settings.store}: another load removed what this one staged")

    async def _exchange(self, graph: Graph, schema: GraphSchema, old: frozenset[str], version: str) -> None:
        """Retires the old graph and puts the staged one in its place, in one transaction."""
        new = sorted({node.label for node in graph.nodes})
        now = datetime.datetime.now(datetime.UTC)

        async def work(transaction: AsyncManagedTransaction) -> None:
            for label in sorted(old | schema.labels.keys()):
                await transaction.run(f"MATCH (n:{label}) REMOVE n:{label} SET n:{RETIRED}")
            put = 0
            for label in new:
                move = f"MATCH (n:{STAGED}{label}) REMOVE n:{STAGED}{label} SET n:{label} RETURN count(n) AS put"
                record = await (await transaction.run(move)).single(strict=True)
                put += record["put"]
            if put != len(graph.nodes):
                raise StoreError(f"{self._settings.store}: {put} nodes are staged, expected {len(graph.nodes)}")
            await transaction.run("MATCH (v:StoreVersion) DELETE v")
            await transaction.run(_LEAVE, {**left(schema, version), "loaded": now.isoformat(timespec="seconds")})

        async with self._driver.session(database=self._settings.neo4j_database) as session:
            await session.execute_write(work)

    async def _sweep(self, label: str) -> None:
        """Removes all nodes of a label, a thousand at a time."""
        async with self._driver.session(database=self._settings.neo4j_database) as session:
            statement = f"MATCH (n:{label}) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 1000 ROWS"
            await (await session.run(statement)).consume()

    async def _write(self, statement: str, params: dict[str, object] | None = None) -> list[Row]:
        async def work(transaction: AsyncManagedTransaction) -> list[Row]:
            return [record.data() async for record in await transaction.run(statement, params)]

        async with self._driver.session(database=self._settings.neo4j_database) as session:
            return await session.execute_write(work)


def _together(batches: Iterator[Batch], number: int) -> Iterator[tuple[Batch, ...]]:
    """The batches in groups of that number."""
    while group := tuple(islice(batches, number)):
        yield group


def _staged_nodes(graph: Graph) -> Iterator[Batch]:
    """The nodes, every label as a staged one."""
    nodes = (replace(node, label=f"{STAGED}{node.label}") for node in graph.nodes)
    return node_batches(nodes, _BATCH)


def _staged_relations(graph: Graph) -> Iterator[Batch]:
    """The relations, between nodes of staged labels."""
    relations = (
        replace(each, start_label=f"{STAGED}{each.start_label}", end_label=f"{STAGED}{each.end_label}")
        for each in graph.relations
    )
    return relation_batches(relations, _BATCH)
