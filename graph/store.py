"""The store port: the one way to ask the graph, whichever engine holds it.

In: the text of a `.cypher` file and its parameters.  Out: rows of JSON, the same from both engines.
`CROSSPLAN_STORE` decides the engine: `embedded` (the live version in the data directory) or a Neo4j address.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from graph.contents import Contents
from graph.settings import StoreSettings
from graph.values import Row, Value
from graph.versions import Versions

GRAPH = "graph"  # the part of a version's directory that holds the embedded store


class Store(Protocol):
    """A graph open for reading; safe to share between all requests of a process."""

    async def read(self, statement: str, params: Mapping[str, Value]) -> list[Row]:
        """All rows of a read-only statement; raises StatementError, StoreTimeout or StoreUnavailable."""

    async def edition(self) -> str:
        """Which graph answers now: the same name as long as it is the same graph; raises as `read` does."""

    async def ready(self) -> None:
        """Returns when a statement can be answered now; raises the StoreError that says what is missing."""

    async def contents(self) -> Contents:
        """Which graph this is, and how much of it; raises StoreError."""

    async def close(self) -> None:
        """Gives back files, threads and connections; further calls raise StoreUnavailable."""


def open_store(settings: StoreSettings) -> Store:
    """The store that the settings name.

    The embedded one is opened here (StoreEmpty before the first ingest, StoreDamaged, StoreVersionMismatch).
    A Neo4j store connects when it is first used, so that a service may start before its database: ask `ready()`.
    """
    if settings.embedded:
        from graph.embedded import EmbeddedStore

        live = Versions(settings.data).live()
        return EmbeddedStore.open(live / GRAPH, timeout=settings.query_timeout)
    from graph.neo4j_store import Neo4jStore

    return Neo4jStore(settings)
