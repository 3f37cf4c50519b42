"""The asker of one version of the data, made when its first question comes.

In: the store of that version, and what tells closeness in meaning.  Out: `Asker`, the same for all who ask after.
Building the postings takes a moment of work (some 0.3 s for five plans), which is done beside the service's loop.
"""

from __future__ import annotations

import asyncio

from graph.store import Store
from graph_api.ask.asking import Asker
from graph_api.ask.closeness import Closeness, words_alone
from graph_api.ask.knowledge import load_knowledge


class Asking:
    """Makes the asker once."""

    def __init__(self, closeness: Closeness = words_alone) -> None:
        self._closeness = closeness
        self._asker: Asker | None = None
        self._opening = asyncio.Lock()

    async def asker(self, store: Store) -> Asker:
        """The asker over a store; raises the StoreErrors of the store."""
        async with self._opening:
            if self._asker is None:
                self._asker = await asyncio.to_thread(Asker, await load_knowledge(store), self._closeness)
            return self._asker
