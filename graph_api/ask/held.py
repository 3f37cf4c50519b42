"""The asker of one edition of the store, made when its first question comes.

In: a store, and what tells closeness in meaning.  Out: `Asker`, the same for all who ask after until the store holds
another graph, which a server does when any machine loads one.  Building the postings takes a moment of work (some 0.3 s
for five plans), which is done beside the service's loop.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from graph.store import Store
from graph_api.ask.asking import Asker
from graph_api.ask.closeness import Closeness, words_alone
from graph_api.ask.knowledge import load_knowledge


@dataclass(frozen=True, slots=True)
class _Held:
    edition: str
    asker: Asker


class Asking:
    """Makes the asker once for each edition."""

    def __init__(self, closeness: Closeness = words_alone) -> None:
        self._closeness = closeness
        self._held: _Held | None = None
        self._opening = asyncio.Lock()

    async def asker(self, store: Store) -> Asker:
        """The asker over what a store holds now; raises the StoreErrors of the store."""
        async with self._opening:
            while self._held is None or self._held.edition != await store.edition():
                self._held = await self._read(store)  # and again, where another graph came while it was read
            return self._held.asker

    async def _read(self, store: Store) -> _Held:
        edition = await store.edition()
        return _Held(edition, await asyncio.to_thread(Asker, await load_knowledge(store), self._closeness))
