"""A graph into a Neo4j server: staged beside the live one in batches, then put in its place in one transaction.

In: a `Graph`, the schema and the name of the version.  Out: exactly that graph under the ontology's labels.
A node is staged under its label with `Staged` before it (`StagedTask`), where no query looks for it.  The exchange
only changes labels: the old nodes become `Retired`, the staged ones get their own, and `(:StoreVersion)` says which
graph it is.  A load that is killed has either not exchanged, and the next one removes what it staged; or it has, and
the next one removes what it retired.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from neo4j import AsyncDriver, AsyncManagedTransaction

from graph.batches import constraints, indexes
from graph.contents import LEAVE, left
from graph.errors import StoreError
from graph.fit import check_fit
from graph.neo4j_driver import told
from graph.neo4j_lock import LoadLock
from graph.neo4j_search_load import SearchLoad
from graph.neo4j_staging import STAGED, Progress, Staging
from graph.searchable import SearchContent
from graph.settings import StoreSettings
from graph.values import Row
from ontology.elements import Graph

if TYPE_CHECKING:
    from ontology.schema import GraphSchema

RETIRED = "Retired"
_LEAVE = f"{LEAVE} SET v.loaded = $loaded, v += $search"


def no_progress(_done: int, _total: int) -> None:
    """Says nothing."""


class Load:
    """One load of one graph."""

    def __init__(self, driver: AsyncDriver, settings: StoreSettings, progress: Progress = no_progress) -> None:
        self._driver = driver
        self._settings = settings
        self._progress = progress
        self._lock = LoadLock(driver, settings)
        self._search = SearchLoad(driver, settings)

    async def run(self, graph: Graph, schema: GraphSchema, version: str, content: SearchContent | None = None) -> None:
        """Loads `graph` and what is searched in place of what an earlier load left.

        Raises StoreError, and then the old graph stays.
        """
        check_fit(graph, schema)
        with told(self._settings):
            old = await self._old_labels(schema)
            async with self._lock.held():
                await self._prepare(schema)
                await Staging(self._driver, self._settings, self._progress).put(graph)
                search = await self._search.put(content)
                said = {**left(schema, version), "search": search}
                async with self._lock.readers_waiting():
                    await self._exchange(graph, schema, old, said)
                await self._search.clear_all_but(search.get("search"))
                await self._sweep([RETIRED])

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
        for statement in (*constraints(schema), *indexes(schema)):
            await self._write(statement)
        await self._write("CALL db.awaitIndexes(300)")
        await self._sweep([RETIRED, *(f"{STAGED}{label}" for label in schema.labels)])

    async def _exchange(
        self, graph: Graph, schema: GraphSchema, old: frozenset[str], said: Mapping[str, object]
    ) -> None:
        """Retires the old graph and puts the staged one in its place, in one transaction; `said` is said of it."""
        new = {node.label for node in graph.nodes}
        now = datetime.datetime.now(datetime.UTC)

        async def work(transaction: AsyncManagedTransaction) -> None:
            await self._check_staged(transaction, graph)
            for label in sorted(old | schema.labels.keys()):
                await transaction.run(f"MATCH (n:{label}) REMOVE n:{label} SET n:{RETIRED}")
            for label in sorted(new):
                await transaction.run(f"MATCH (n:{STAGED}{label}) REMOVE n:{STAGED}{label} SET n:{label}")
            await transaction.run("MATCH (v:StoreVersion) DELETE v")
            await transaction.run(_LEAVE, {**said, "loaded": now.isoformat(timespec="seconds")})

        async with self._driver.session(database=self._settings.neo4j_database) as session:
            await session.execute_write(work)

    async def _check_staged(self, transaction: AsyncManagedTransaction, graph: Graph) -> None:
        """Raises StoreError where the graph is not staged whole, or a load that lost its lease added to it.

        The server keeps these numbers; it counts nothing.
        """
        counts = {"nodes": "MATCH (n:{0}) RETURN count(n)", "relations": "MATCH (:{0})-[r]->() RETURN count(r)"}
        expected = {"nodes": len(graph.nodes), "relations": len(graph.relations)}
        for kind, counting in counts.items():
            found = 0
            for label in sorted({node.label for node in graph.nodes}):
                result = await transaction.run(counting.format(f"{STAGED}{label}"))
                found += (await result.single(strict=True))[0]
            if found != expected[kind]:
                raise StoreError(f"{self._settings.store}: {found} {kind} are staged, expected {expected[kind]}")

    async def _sweep(self, labels: Sequence[str]) -> None:
        """Removes all nodes of these labels, a thousand at a time."""
        async with self._driver.session(database=self._settings.neo4j_database) as session:
            statement = f"MATCH (n:{'|'.join(labels)}) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 1000 ROWS"
            await (await session.run(statement)).consume()

    async def _write(self, statement: str, params: dict[str, object] | None = None) -> list[Row]:
        async def work(transaction: AsyncManagedTransaction) -> list[Row]:
            return [record.data() async for record in await transaction.run(statement, params)]

        async with self._driver.session(database=self._settings.neo4j_database) as session:
            return await session.execute_write(work)
