"""Searching in a Neo4j server, for callers that wait: its full-text and its vector index bring up texts.

In: an `Edition` and `Look`s.  Out: the rows of texts, for each look as its index ranks them, and the texts of rows.
Reads go the way of all reads (`Neo4jStore`), so they end in time and wait while graphs are exchanged; a statement finds
nothing where another graph has been loaded since the edition was read, and says so, so that nothing is mixed of two.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from threading import Thread
from typing import Any, TypeVar

from graph.errors import StoreEmpty
from graph.looks import HOLDING, Look
from graph.neo4j_store import Neo4jStore
from graph.searchable import Edition, EditionSuperseded, Stored, label, words
from graph.settings import StoreSettings
from graph.values import Row, Value

_EDITION = "MATCH (v:StoreVersion) RETURN v.search AS slot, v.loaded AS loaded, v.searchAbout AS about"
# Columns travel faster than as many small rows.
_TEXTS = (
    f"{HOLDING} CALL () {{ MATCH (n:LABEL) WHERE n.row IN $rows RETURN collect(n.row) AS a, collect(n.record) AS b, "
    "collect(n.words) AS c, collect(n.concepts) AS d } RETURN a, b, c, d"
)
T = TypeVar("T")


class Neo4jSearch:
    """The searchable texts of a server; may be used by several threads at once."""

    def __init__(self, settings: StoreSettings) -> None:
        self._where = settings.store
        self._store = Neo4jStore(settings)
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="neo4j-search", daemon=True)
        self._thread.start()

    def edition(self) -> Edition:
        """What can be searched now; raises StoreEmpty where the server has a graph without it, or none."""
        rows = self._wait(self._store.read(_EDITION, {}))
        if not rows or rows[0]["slot"] is None:
            raise StoreEmpty(f"{self._where}: holds no search index; `crossplan ingest` loads it")
        return Edition(**{name: str(value) for name, value in rows[0].items()})

    def found(self, edition: Edition, looks: Sequence[Look]) -> list[list[int]]:
        """The rows that each look brings up; raises EditionSuperseded, and the StoreErrors of a read."""
        return self._wait(self._looked(edition, looks))

    def texts(self, edition: Edition, rows: Sequence[int]) -> list[Stored]:
        """The texts of these rows; raises EditionSuperseded, and the StoreErrors of a read."""
        statement = _TEXTS.replace("LABEL", label(edition.slot))
        row: Any = self._wait(self._read(edition, statement, {"rows": list(rows)}))
        return [Stored(*text) for text in zip(*row.values(), strict=True)]

    def counts(self, edition: Edition, queries: Sequence[str]) -> list[int]:
        """How many texts each full-text query finds; raises EditionSuperseded, and the StoreErrors of a read."""
        statement = (
            f"{HOLDING} CALL () {{ UNWIND $queries AS query CALL (query) {{ "
            f"CALL db.index.fulltext.queryNodes('{words(edition.slot)}', query) YIELD node "
            "RETURN count(node) AS number } RETURN collect(number) AS numbers } RETURN numbers"
        )
        row: Any = self._wait(self._read(edition, statement, {"queries": list(queries)}))
        numbers: list[int] = row["numbers"]
        return numbers

    def close(self) -> None:
        """Closes all connections; further calls fail."""
        if not self._loop.is_closed():
            self._wait(self._store.close())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def _wait(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    async def _looked(self, edition: Edition, looks: Sequence[Look]) -> list[list[int]]:
        """All looks at once; the server has its own threads."""
        found: Any = await asyncio.gather(
            *(self._read(edition, look.statement(edition), look.params) for look in looks)
        )
        return [row["rows"] for row in found]

    async def _read(self, edition: Edition, statement: str, params: Mapping[str, Value]) -> Row:
        rows = await self._store.read(statement, {**params, "slot": edition.slot, "loaded": edition.loaded})
        if not rows:
            raise EditionSuperseded(f"{self._where}: another graph has been loaded since")
        return rows[0]
