"""The Neo4j engine: the same statements over Bolt, in read transactions that the server ends when they take too long.

In: `StoreSettings` whose `store` is an address.  Out: a `Neo4jStore`; it connects when first used, keeps one driver
with its pool, and works again by itself when the server comes back.  `replace` loads a graph (`graph.neo4j_load`);
a reader that meets the moment in which graphs are exchanged waits for its end, so that nobody sees two at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from neo4j import READ_ACCESS, AsyncDriver, AsyncManagedTransaction, AsyncSession, Query, unit_of_work
from neo4j.exceptions import DriverError, Neo4jError

from graph.contents import READ, Contents, check_contents, counted, counting
from graph.errors import StoreEmpty, StoreUnavailable, StoreVersionMismatch
from graph.neo4j_driver import check_server, connect, told
from graph.neo4j_load import Load, no_progress
from graph.neo4j_lock import EXCHANGING, LOOK_EVERY, READER, UNDER_WAY
from graph.neo4j_rows import Sent, sent
from graph.neo4j_staging import Progress
from graph.searchable import SearchContent
from graph.settings import StoreSettings
from graph.values import Row, Value
from ontology.elements import Graph

if TYPE_CHECKING:
    from ontology.schema import GraphSchema

_LOOK = f"{EXCHANGING} OPTIONAL {READ}, l.holder AS exchanging LIMIT 1"
_RETRIES = 2.0  # seconds in which a read that the network or the server broke off is begun again
_PAUSE = 0.05
T = TypeVar("T")


class _Exchanging(Exception):
    """The graph is being exchanged while this reader comes."""


class Neo4jStore:
    """A graph on a Neo4j server."""

    def __init__(self, settings: StoreSettings) -> None:
        self._settings = settings
        self._driver: AsyncDriver | None = None
        self._closed = False
        self._looked = float("-inf")  # when it was last seen that a graph can be read
        self._edition = ""  # which one that was

    async def read(self, statement: str, params: Mapping[str, Value]) -> list[Row]:
        """All rows of a read-only statement.

        Raises StatementError, StoreTimeout, StoreUnavailable, or StoreVersionMismatch for a graph it cannot read.
        """
        asked = sent(statement)
        with told(self._settings):
            try:
                return await self._at_once(asked, params)
            except _Exchanging:
                pass
            except (Neo4jError, DriverError) as error:  # a connection that went stale in the pool, a deadlock, …
                if not error.is_retryable():
                    raise

            @unit_of_work(timeout=self._settings.query_timeout, metadata={"crossplan": READER})
            async def work(transaction: AsyncManagedTransaction) -> list[Row]:
                await self._look(transaction)
                return await asked.rows(await transaction.run(asked.statement, dict(params)))

            return await self._with_patience(work)

    async def _at_once(self, asked: Sent, params: Mapping[str, Value]) -> list[Row]:
        """The rows by one message to the server and one back; raises _Exchanging where that cannot be done safely."""
        query = Query(asked.statement, timeout=self._settings.query_timeout, metadata={"crossplan": READER})
        async with self._session() as session:
            looked = await self._look(session)
            result = await session.run(query, dict(params))
            if time.monotonic() > looked + LOOK_EVERY + UNDER_WAY:  # the load may not have seen this reader
                raise _Exchanging
            return await asked.rows(result)

    async def _with_patience(self, work: Callable[[AsyncManagedTransaction], Awaitable[T]]) -> T:
        """What comes of a transaction that is begun again where the network, the server or an exchange broke it off."""
        give_up = time.monotonic() + self._settings.query_timeout
        while time.monotonic() < give_up:
            try:
                async with self._session() as session:
                    return await session.execute_read(work)
            except _Exchanging:
                await asyncio.sleep(_PAUSE)
        raise StoreUnavailable(f"{self._settings.store}: a new graph is being loaded; ask again")

    async def edition(self) -> str:
        """The name and time of the last load, seen at most LOOK_EVERY ago: no load exchanges graphs sooner than that.

        Raises as `read` does.
        """
        if time.monotonic() - self._looked >= LOOK_EVERY:
            with told(self._settings):
                await self._with_patience(self._look)
        return self._edition

    async def ready(self) -> None:
        """Returns when a graph of this format can be read; raises the StoreError that says what is missing."""
        await check_server(self._open(), self._settings)
        await self._said()

    async def version(self) -> str | None:
        """The name under which the graph was loaded, or None where the server holds none that can be read."""
        try:
            return str((await self._said())["name"])
        except (StoreEmpty, StoreVersionMismatch):
            return None

    async def contents(self) -> Contents:
        """Which graph this is, and how much of it; raises StoreError."""
        agent = await check_server(self._open(), self._settings)
        said = await self._said()
        nodes, relations = counting(said)
        return Contents(
            engine=agent,
            version=str(said["name"]),
            ontology=str(said["ontology"]),
            loaded=str(said["loaded"]),
            labels=counted(await self.read(nodes, {})),
            relations=counted(await self.read(relations, {})),
        )

    async def _said(self) -> Row:
        """What the graph says of itself; raises StoreEmpty or StoreVersionMismatch."""
        rows = await self.read(READ, {})
        return check_contents(self._settings.store, rows[0] if rows else None)

    async def replace(
        self,
        graph: Graph,
        schema: GraphSchema,
        version: str,
        progress: Progress = no_progress,
        content: SearchContent | None = None,
    ) -> None:
        """Loads `graph` as `version`, and what is searched with it, in place of what is there.

        Readers see the old one or the new one, whole.

        Raises GraphError before anything is sent, StoreLocked while another load runs, StoreUnavailable, StoreFull.
        """
        driver = self._open()
        await check_server(driver, self._settings)
        await Load(driver, self._settings, progress).run(graph, schema, version, content)

    async def close(self) -> None:
        """Closes all connections; further calls raise StoreUnavailable."""
        self._closed = True
        if self._driver is not None:
            await self._driver.close()

    def _open(self) -> AsyncDriver:
        if self._closed:
            raise StoreUnavailable(f"{self._settings.store}: the store has been closed")
        if self._driver is None:
            self._driver = connect(self._settings)
        return self._driver

    def _session(self) -> AsyncSession:
        return self._open().session(
            database=self._settings.neo4j_database,
            default_access_mode=READ_ACCESS,
            fetch_size=-1,
            max_transaction_retry_time=_RETRIES,
        )

    async def _look(self, runner: AsyncSession | AsyncManagedTransaction) -> float:
        """When it was last seen, at most LOOK_EVERY ago, that a graph can be read and none is being exchanged.

        Raises _Exchanging, StoreEmpty or StoreVersionMismatch.
        """
        now = time.monotonic()
        if now - self._looked >= LOOK_EVERY:
            (record,) = await (await runner.run(_LOOK)).fetch(1)
            if record["exchanging"] is not None:
                raise _Exchanging
            said = check_contents(self._settings.store, record.data())
            self._looked, self._edition = now, f"{said['name']} {said['loaded']}"
        return self._looked
