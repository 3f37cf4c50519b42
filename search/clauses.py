"""Where the clauses come from that a query is weighed against: the seam between the search and what holds the clauses.

In: a query, filters and how deep to look.  Out: a `Pool`: clauses side by side with the lanes over them.  What this
process holds (`search/held.py`) is one pool for every query; a server (`search/served.py`) gives those of its
clauses that its indexes bring up.  Either way the same lanes, fusion and refusal weigh them, so a clause has one score.
Whether the plans speak to a query does not depend on filters, so a pool has those clauses that come first of all beside
those that come first of what passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from search.entries import Entry
from search.filters import FilterIndex, Filters, Mask
from search.lanes import Lanes
from search.query import Query
from search.wanted import Mode

# How many clauses each lane of a server brings up: few at first, more where the last of them is a hit itself.
DEPTHS = (300, 1000, 4000)


@dataclass(frozen=True)
class Pool:
    """Clauses in plan order, the lanes over them, and which of them pass the filters (None: all).

    The best of all clauses are among them, whether they pass or not.
    """

    entries: Sequence[Entry]
    lanes: Lanes
    filters: FilterIndex
    mask: Mask | None = None
    ends: frozenset[int] = frozenset()  # rows where a lane broke off, so that there may be more behind them

    @property
    def passing(self) -> Mask:
        """True where a clause passes the filters."""
        return np.ones(len(self.entries), dtype=np.bool_) if self.mask is None else self.mask

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the clauses; read once, where one pool serves every query."""
        return tuple(entry.clause_id for entry in self.entries)


class Clauses(Protocol):
    """The clauses of one version of the data; what keeps them from being read is a SearchError or a StoreError."""

    def __len__(self) -> int:
        """How many there are."""

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes there are."""

    def filter_values(self, name: str) -> list[str]:
        """The values a filter may take, sorted; `name` is a field of Filters."""

    def pool(self, query: Query, filters: Filters, mode: Mode, depth: int) -> Pool:
        """The clauses worth weighing for a query: those that pass and the best of all.

        Raises BadQuery for a filter value that no clause has.
        """

    def like(self, clause_id: str, filters: Filters, own_plan: bool, depth: int) -> tuple[Pool, int]:
        """Clauses that may say the like of one, and its own row among them; raises BadQuery for an id of none.

        Those of its own plan pass only where `own_plan` says so.
        """

    def close(self) -> None:
        """Gives back what is open."""
