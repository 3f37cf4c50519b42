"""Who may load into a Neo4j server, and when its readers wait: one node, `(:StoreLock)`, by the server's clock.

A load holds the lock by a lease that it renews; one that was killed loses it within LEASE seconds, so that nothing
stays locked.  Neo4j shows a transaction that is just being committed piece by piece; therefore a load announces the
exchange of the graphs, waits until every reader that may not have seen this is done, exchanges them in one
transaction, and lets the readers go on.  Readers look at the node at most every LOOK_EVERY seconds.
"""

from __future__ import annotations

import asyncio
import os
import socket
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from neo4j import AsyncDriver, AsyncManagedTransaction
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import StoreError, StoreLocked
from graph.settings import StoreSettings

LEASE = 10.0
LOOK_EVERY = 0.5
UNDER_WAY = 0.25  # what a statement may need on its way to the server
READER = "reader"  # what the transactions of readers carry as metadata
EXCHANGING = "OPTIONAL MATCH (l:StoreLock {id: 'load'}) WHERE l.exchangingUntil >= timestamp()"

_UNIQUE = "CREATE CONSTRAINT StoreLock_id IF NOT EXISTS FOR (n:StoreLock) REQUIRE n.id IS UNIQUE"
# The first SET takes the node's own lock, so that no two loads look at the lease at once.
_TAKE = """
MERGE (l:StoreLock {id: 'load'})
SET l.askedAt = timestamp()
WITH l, l.until >= timestamp() AND l.holder <> $holder AS taken
SET l.exchangingUntil = CASE WHEN taken THEN l.exchangingUntil WHEN $exchanging THEN timestamp() + $lease END,
    l.holder = CASE WHEN taken THEN l.holder ELSE $holder END,
    l.until = CASE WHEN taken THEN l.until ELSE timestamp() + $lease END
RETURN l.holder AS holder
"""
_RELEASE = "MATCH (l:StoreLock {id: 'load', holder: $holder}) REMOVE l.until, l.exchangingUntil"
_READERS = "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.crossplan = $reader RETURN id"


class LoadLock:
    """The right to load, held by this process from `held()` until its block ends."""

    def __init__(self, driver: AsyncDriver, settings: StoreSettings) -> None:
        self._driver = driver
        self._settings = settings
        self._holder = f"{socket.gethostname()} process {os.getpid()} {uuid.uuid4().hex[:8]}"
        self._exchanging = False

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Takes the lock, waiting for the lease of a load that was killed; raises StoreLocked while one is running."""
        await self._run(_UNIQUE)
        give_up = time.monotonic() + LEASE + 1
        while (holder := await self._take()) != self._holder:
            if time.monotonic() > give_up:
                raise StoreLocked(f"{self._settings.store}: {holder} is loading a graph; wait until it ends")
            await asyncio.sleep(LEASE / 20)
        beat = asyncio.create_task(self._keep())
        try:
            yield
        finally:
            beat.cancel()
            with suppress(asyncio.CancelledError):
                await beat
            with suppress(DriverError, Neo4jError):  # the lease ends by itself
                await self._run(_RELEASE, holder=self._holder)

    @asynccontextmanager
    async def readers_waiting(self) -> AsyncIterator[None]:
        """Within the block no reader reads; those that came before it have ended."""
        self._exchanging = True
        try:
            await self.renew()
            await asyncio.sleep(LOOK_EVERY + UNDER_WAY)
            before = await self._readers()
            give_up = time.monotonic() + self._settings.query_timeout + 1  # by then the server has ended them
            while before & await self._readers():
                if time.monotonic() > give_up:
                    raise StoreError(f"{self._settings.store}: readers do not end; the graph stays as it was")
                await asyncio.sleep(UNDER_WAY)
            yield
        finally:
            self._exchanging = False
            with suppress(DriverError, Neo4jError, StoreLocked):
                await self.renew()

    async def renew(self) -> None:
        """Renews the lease; raises StoreLocked where another load took over while this one could not renew it."""
        if (holder := await self._take()) != self._holder:
            raise StoreLocked(f"{self._settings.store}: {holder} took over; this load was away for too long")

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(LEASE / 5)
            with suppress(DriverError, Neo4jError, StoreLocked):  # the exchange asks again, and then it counts
                await self.renew()

    async def _take(self) -> str:
        lease = int(LEASE * 1000)
        rows = await self._run(_TAKE, holder=self._holder, lease=lease, exchanging=self._exchanging)
        return rows[0]

    async def _readers(self) -> set[str]:
        return set(await self._run(_READERS, reader=READER))

    async def _run(self, statement: str, **params: str | int | bool) -> list[str]:
        """The first column of what the statement gives."""

        async def work(transaction: AsyncManagedTransaction) -> list[str]:
            return [str(record[0]) async for record in await transaction.run(statement, params)]

        async with self._driver.session(database=self._settings.neo4j_database) as session:
            return await session.execute_write(work)
