"""The Neo4j engine: the same statements over Bolt, in read transactions that the server ends when they take too long.

In: `StoreSettings` whose `store` is an address.  Out: a `Neo4jStore`; it connects when first used, keeps one driver
with its pool, and works again by itself when the server comes back.  `replace` loads a graph (`graph.neo4j_load`);
a reader that meets the moment in which graphs are exchanged waits for its end, so that nobody sees two at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from neo4j import READ_ACCESS, AsyncDriver, AsyncManagedTransaction, unit_of_work

from graph.batches import FORMAT
from graph.errors import StoreUnavailable, StoreVersionMismatch
from graph.neo4j_driver import check_server, connect, told
from graph.neo4j_load import Load, Progress, no_progress
from graph.neo4j_lock import EXCHANGING, LOOK_EVERY, READER
from graph.settings import StoreSettings
from graph.values import Row, Value, plain_row
from ontology.elements import Graph

if TYPE_CHECKING:
    from ontology.schema import GraphSchema

_VERSION = "MATCH (v:StoreVersion) RETURN v.name AS name, v.format AS format"
_RETRIES = 2.0  # seconds in which a read that the network or the server broke off is begun again
_PAUSE = 0.05


class _Exchanging(Exception):
    """The graph is being exchanged while this reader comes."""


class Neo4jStore:
    """A graph on a Neo4j server."""

    def __init__(self, settings: StoreSettings) -> None:
        self._settings = settings
        self._driver: AsyncDriver | None = None
        self._closed = False
        self._looked = float("-inf")  # when it was last seen that no graph is being exchanged

    async def read(self, statement: str, params: Mapping[str, Value]) -> list[Row]:
        """All rows of a read-only statement; raises StatementError, StoreTimeout or StoreUnavailable."""
        seconds = self._settings.query_timeout
        give_up = time.monotonic() + seconds

        @unit_of_work(timeout=seconds, metadata={"crossplan": READER})
        async def work(transaction: AsyncManagedTransaction) -> list[Row]:
            await self._look(transaction)
            result = await transaction.run(statement, dict(params))
            return [plain_row(dict(zip(record.keys(), record.values(), strict=True))) async for record in result]

        while True:
            try:
                with told(self._settings):
                    async with self._open().session(
                        database=self._settings.neo4j_database,
                        default_access_mode=READ_ACCESS,
                        fetch_size=-1,
                        max_transaction_retry_time=min(_RETRIES, seconds),
                    ) as session:
                        return await session.execute_read(work)
            except _Exchanging as error:
                if time.monotonic() > give_up:
                    raise StoreUnavailable(f"{self._settings.store}: a new graph is being loaded; ask again") from error
            await asyncio.sleep(_PAUSE)

    async def ready(self) -> None:
        """Returns when a graph of this format can be read; raises the StoreError that says what is missing."""
        await check_server(self._open(), self._settings)
        rows = await self.read(_VERSION, {})
        if not rows:
            raise StoreUnavailable(f"{self._settings.store}: holds no graph yet; `crossplan ingest` loads it")
        if rows[0]["format"] != FORMAT:
            found = rows[0]["format"]
            raise StoreVersionMismatch(
                f"{self._settings.store}: format {found}, expected {FORMAT}; `crossplan ingest` loads it anew"
            )

    async def version(self) -> str | None:
        """The name under which the graph was loaded, or None where the server holds none."""
        rows = await self.read(_VERSION, {})
        return str(rows[0]["name"]) if rows else None

    async def replace(self, graph: Graph, schema: GraphSchema, version: str, progress: Progress = no_progress) -> None:
        """Loads `graph` as `version` in place of what is there; readers see the old one or the new one, whole.

        Raises GraphError before anything is sent, StoreLocked while another load runs, StoreUnavailable, StoreFull.
        """
        driver = self._open()
        await check_server(driver, self._settings)
        await Load(driver, self._settings, progress).run(graph, schema, version)

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

    async def _look(self, transaction: AsyncManagedTransaction) -> None:
        """Raises _Exchanging where a load has announced that it exchanges graphs; looks at most twice a second."""
        now = time.monotonic()
        if now - self._looked < LOOK_EVERY:
            return
        result = await transaction.run(EXCHANGING)
        if await result.single() is not None:
            raise _Exchanging
        self._looked = now
