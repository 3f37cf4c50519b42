"""The embedded engine: KGLite, in this process, over one file that is written once and then only read.

In: a `Graph` in the ontology's words.  Out: `<directory>/graph.kgl`, and an `EmbeddedStore` over it.
The file is a projection that ingest rebuilds; a new graph is a new file, so no write ever meets a reader.
The engine has no async interface and answers in 0.05 to 30 ms: statements run on four threads of the store's own,
which costs 0.15 ms each and keeps the event loop free (docs/decisions/embedded-engine.md has the measurements).
"""

from __future__ import annotations

import asyncio
import datetime
import errno
import re
import warnings
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import kglite

from graph.batches import constraints, indexes, node_batches, relation_batches
from graph.contents import FORMAT, LEAVE, READ, Contents, check_contents, counted, counting, left
from graph.errors import (
    StatementError,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreTimeout,
    StoreUnavailable,
    StoreVersionMismatch,
)
from graph.fit import check_fit
from graph.values import Row, Value, plain_row
from ontology.elements import Graph

if TYPE_CHECKING:  # the schema's module reads RDF, which readers of a store never need
    from ontology.schema import GraphSchema

FILE = "graph.kgl"
THREADS = 4

_NO_SPACE = re.compile(rf"os error ({errno.ENOSPC}|{errno.EDQUOT}|{errno.EFBIG})\b")


class EmbeddedStore:
    """The graph of one version directory, open for reading."""

    def __init__(self, session: kglite.Session, path: Path, timeout: float) -> None:
        self._session: kglite.Session | None = session
        self._path = path
        self._timeout_ms = max(1, round(timeout * 1000))
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="graph")

    @classmethod
    def open(cls, directory: Path, timeout: float = 10.0) -> EmbeddedStore:
        """The store in `directory`, statements limited to `timeout` seconds.

        Raises StoreUnavailable where there is none, StoreDamaged and StoreVersionMismatch.
        """
        kglite.set_query_warning_policy("silent")  # a label without nodes is an answer here, not a typing error
        path = directory / FILE
        return cls(_load(path).session(), path, timeout)

    async def read(self, statement: str, params: Mapping[str, Value]) -> list[Row]:
        """All rows of a read-only statement; raises StatementError, StoreTimeout or StoreUnavailable."""
        if self._session is None:
            raise StoreUnavailable(f"{self._path}: the store has been closed")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._run, self._session, statement, dict(params))

    async def edition(self) -> str:
        """The file, which is never written again; raises StoreUnavailable after `close`."""
        if self._session is None:
            raise StoreUnavailable(f"{self._path}: the store has been closed")
        return str(self._path)

    async def ready(self) -> None:
        """Returns when the graph answers; raises StoreUnavailable after `close`."""
        await self.read("MATCH (n:Plan) RETURN count(*) AS plans", {})

    async def contents(self) -> Contents:
        """Which graph this is, and how much of it; raises StoreError."""
        (said,) = await self.read(READ, {})
        nodes, relations = counting(said)
        written = datetime.datetime.fromtimestamp(self._path.stat().st_mtime, datetime.UTC)
        return Contents(
            engine=f"KGLite {kglite.__version__}",
            version=self._path.parent.parent.name,
            ontology=str(said["ontology"]),
            loaded=written.isoformat(timespec="seconds"),
            labels=counted(await self.read(nodes, {})),
            relations=counted(await self.read(relations, {})),
        )

    async def close(self) -> None:
        """Lets running statements end, then frees the graph and its threads."""
        self._session = None
        await asyncio.to_thread(self._threads.shutdown)

    def _run(self, session: kglite.Session, statement: str, params: dict[str, Value]) -> list[Row]:
        try:
            found = session.cypher(statement, params=params, timeout_ms=self._timeout_ms)
        except kglite.CypherTimeoutError as error:
            raise StoreTimeout(f"{self._path}: no answer within {self._timeout_ms / 1000:g} s") from error
        except (kglite.KgError, TypeError, OverflowError) as error:  # the last two: a parameter that is no JSON
            raise StatementError(_one_line(error)) from error
        return [plain_row(row) for row in found.to_list()]


def write_graph(directory: Path, graph: Graph, schema: GraphSchema) -> None:
    """Writes `graph` as a new store into `directory`, flushed to the disk.

    Raises GraphError for a graph that breaks the schema, StoreFull where the disk is.
    """
    check_fit(graph, schema)
    built = kglite.KnowledgeGraph()
    for statement in constraints(schema):
        built.cypher(statement)
    for batch in (*node_batches(graph.nodes), *relation_batches(graph.relations)):
        built.cypher(batch.statement, params={"rows": batch.rows})
    for statement in indexes(schema):
        built.cypher(statement)
    built.cypher(LEAVE, params=left(schema, None))
    built.set_schema_version(FORMAT)
    path = directory / FILE
    directory.mkdir(parents=True, exist_ok=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", kglite.MappedFallbackWarning)  # a large graph's lists are held in memory
            built.save(str(path))
    except kglite.FileIoError as error:
        kind = StoreFull if _NO_SPACE.search(str(error)) else StoreError
        raise kind(f"{path}: the graph could not be written: {_one_line(error)}") from error


def _load(path: Path) -> kglite.KnowledgeGraph:
    try:
        graph = kglite.load(str(path), verify="eager")
    except kglite.FileError as error:
        raise StoreUnavailable(f"{path}: there is no graph; `crossplan ingest` makes it") from error
    except kglite.FileFormatError as error:
        line = _one_line(error)
        if "only supports up to" in line:
            raise StoreVersionMismatch(f"{path}: written by a later engine ({line}); `crossplan ingest`") from error
        raise StoreDamaged(f"{path}: not whole ({line}); `crossplan ingest` builds it anew") from error
    if graph.schema_version == FORMAT:
        said = [plain_row(row) for row in graph.session().cypher(READ).to_list()]
    else:
        said = [{"format": graph.schema_version}]
    check_contents(str(path), said[0] if said else None)
    return graph


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
