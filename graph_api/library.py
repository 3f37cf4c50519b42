"""The data the service answers from: one version of it, open, and exchanged for a newer one while the service runs.

In: the data directory.  Out: `Holdings`, lent to a request for as long as it runs.  Each request looks whether the
directory names another version (0.03 ms); the new one is opened beside the old, and the old is closed when the last
request that began with it has ended.  No request sees two versions.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from graph.embedded import EmbeddedStore
from graph.errors import StoreEmpty, StoreError, StoreUnavailable, StoreVersionMismatch
from graph.settings import StoreSettings
from graph.store import GRAPH, Store, open_store
from graph.versions import INDEX, SOURCES, Versions
from graph_api.ask.held import Asking
from graph_api.errors import OTHER_VERSION, Unavailable
from graph_api.kept_rows import KeptRows
from graph_api.passages import ReusedPassages
from graph_api.reasons import Explanations
from graph_api.text_places import TextPlaces
from search.errors import SearchError
from search.index import ClauseIndex
from search.opening import open_index
from search.settings import SearchSettings

log = logging.getLogger("crossplan.api")


@dataclass(frozen=True, slots=True)
class Holdings:
    """One version of the data, open for reading."""

    version: str
    store: Store
    index: ClauseIndex
    sources: Mapping[str, str] = field(repr=False)  # plan id to the text exactly as stored
    explanations: Explanations = field(repr=False)
    places: TextPlaces = field(repr=False)
    asking: Asking = field(default_factory=Asking, repr=False)
    reused: ReusedPassages = field(default_factory=ReusedPassages, repr=False)

    async def close(self) -> None:
        """Gives back files and connections; nobody reads from it any more."""
        await self.store.close()
        await asyncio.to_thread(self.index.close)


@dataclass(slots=True)
class _Loan:
    holdings: Holdings
    readers: int = 0


class Library:
    """Lends the holdings of the live version."""

    def __init__(self, settings: StoreSettings, searching: SearchSettings | None = None) -> None:
        self._settings = settings
        self._searching = searching or SearchSettings()
        self._versions = Versions(settings.data)
        self._loan: _Loan | None = None
        self._opening = asyncio.Lock()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Holdings]:
        """The live holdings, open until the block ends; raises Unavailable where there are none."""
        loan = await self._current()
        loan.readers += 1
        try:
            yield loan.holdings
        finally:
            loan.readers -= 1
            if loan.readers == 0 and loan is not self._loan:
                await loan.holdings.close()

    async def ready(self) -> str:
        """The version that answers now; raises Unavailable saying what is waited for."""
        try:
            self._versions.live_name()
            async with self.reading() as holdings:
                await holdings.store.ready()
                return holdings.version
        except StoreError as error:
            raise Unavailable(_told(error)) from error

    async def close(self) -> None:
        """Closes what is open and lent to nobody."""
        loan, self._loan = self._loan, None
        if loan is not None and loan.readers == 0:
            await loan.holdings.close()

    async def _current(self) -> _Loan:
        if (loan := self._loan) and not self._superseded(loan):
            return loan
        async with self._opening:
            if self._loan is None or self._superseded(self._loan):
                await self._exchange()
        if self._loan is None:
            raise Unavailable("the service is closing")
        return self._loan

    def _superseded(self, loan: _Loan) -> bool:
        try:
            return self._versions.live_name() != loan.holdings.version
        except StoreError:  # the directory is gone or broken: what is open is whole and goes on answering
            return False

    async def _exchange(self) -> None:
        try:
            opened = await asyncio.to_thread(open_holdings, self._settings, self._searching)
        except (StoreError, SearchError) as error:
            raise Unavailable(_told(error)) from error
        old, self._loan = self._loan, _Loan(opened)
        log.info("serving version %s", opened.version)
        if old is not None and old.readers == 0:
            await old.holdings.close()


def open_holdings(settings: StoreSettings, searching: SearchSettings) -> Holdings:
    """The live version of the data directory; raises StoreError or SearchError where a part of it cannot be opened."""
    directory = Versions(settings.data).live()
    sources = _sources(directory / SOURCES)
    index = open_index(settings, directory / INDEX, searching.opener())
    return Holdings(
        version=directory.name,
        store=KeptRows(_store(settings, directory)),
        index=index,
        sources=sources,
        explanations=Explanations(directory, sources),
        places=TextPlaces(directory),
        asking=Asking(index.closeness),
    )


def _store(settings: StoreSettings, directory: Path) -> Store:
    if settings.embedded:  # of this very version, should another be published meanwhile
        return EmbeddedStore.open(directory / GRAPH, timeout=settings.query_timeout)
    return open_store(settings)


def _sources(directory: Path) -> dict[str, str]:
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted(directory.glob("*.txt"))}


def _told(error: Exception) -> str:
    """What a visitor may know: the paths and addresses of the machine stay in the log."""
    log.warning("not ready: %s", error)
    if isinstance(error, StoreVersionMismatch):
        return OTHER_VERSION
    if isinstance(error, StoreUnavailable) and not isinstance(error, StoreEmpty):
        return "the database does not answer yet"
    return "the data is not loaded yet; whoever runs the service calls `crossplan ingest`"
