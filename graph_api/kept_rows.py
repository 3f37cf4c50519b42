"""A store that keeps the rows of comparisons: what looks at all plans at once is counted once for a graph.

In: a store, and the statements asked of it.  Out: the same rows; those of the questions of COMPARISONS are there when
they are asked again.  Relied on: a graph is never changed, only replaced, and `edition` says which one answers, so what
is kept is what would be read.  Example: themes by plans are counted over every clause, 30 ms for five plans; asked
again they are there.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.contents import Contents
from graph.store import Store
from graph.values import Json, Row, Value
from queries.query import load

# Questions whose answers take the facts of all plans; whatever is asked by its id is read each time.
COMPARISONS = frozenset(
    {
        "actions_side_by_side",
        "beneficiary_coverage",
        "commitment_statements",
        "common_commitments",
        "compared_plans",
        "department_functions",
        "department_load",
        "documents",
        "fact_citations",
        "function_across_regions",
        "indicator_across_regions",
        "indicator_matrix",
        "plans",
        "theme_citations",
        "theme_coverage",
        "who_cites",
        "who_has_action",
        "who_has_indicator",
        "who_has_theme",
        "who_mentions",
    }
)
MOST = 500_000  # values that are kept, the latest asked: some 50 MB
_LARGEST = MOST // 2  # of one answer


@dataclass(frozen=True, slots=True)
class _Kept:
    rows: list[Row]
    size: int


class KeptRows:
    """A `Store` over another; the rows it gives are not to be changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._edition = ""
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._size = 0

    async def read(self, statement: str, params: Mapping[str, Value]) -> list[Row]:
        """All rows of a statement; raises as the store does."""
        if statement not in _statements():
            return await self._store.read(statement, params)
        edition = await self._store.edition()
        if edition != self._edition:
            self._edition, self._size = edition, 0
            self._kept.clear()
        asked = json.dumps([statement, dict(params)], sort_keys=True)
        if asked in self._kept:
            self._kept.move_to_end(asked)
            return self._kept[asked].rows
        rows = await self._store.read(statement, params)
        if await self._store.edition() == edition == self._edition:
            self._keep(asked, rows)
        return rows

    async def edition(self) -> str:
        """As of the store."""
        return await self._store.edition()

    async def ready(self) -> None:
        """As of the store."""
        await self._store.ready()

    async def contents(self) -> Contents:
        """As of the store."""
        return await self._store.contents()

    async def close(self) -> None:
        """Forgets what was kept and closes the store."""
        self._kept.clear()
        await self._store.close()

    def _keep(self, asked: str, rows: list[Row]) -> None:
        size = _size(rows)
        if size > _LARGEST or asked in self._kept:  # the same may have been asked twice at once
            return
        self._kept[asked] = _Kept(rows, size)
        self._size += size
        while self._size > MOST:
            self._size -= self._kept.popitem(last=False)[1].size


@cache
def _statements() -> frozenset[str]:
    return frozenset(load(name).text for name in COMPARISONS)


def _size(value: Json | list[Row]) -> int:
    """How many values it is made of."""
    if isinstance(value, dict):
        return 1 + sum(map(_size, value.values()))
    if isinstance(value, list):
        return 1 + sum(map(_size, value))
    return 1
