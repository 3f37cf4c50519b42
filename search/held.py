"""The clauses that this process holds: all of them, in memory and in files that are mapped into it.

In: entries, and an encoder where there is one.  Out: one `Pool` of everything, whatever is asked, or of very many those
worth weighing; and the files that the next process opens: the entries, what they are filtered by, where each id is, a
folder a lane, and `index.json`, which says of what format they are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from search.clauses import Pool
from search.entries import Entry
from search.errors import BadQuery
from search.filters import FilterIndex, Filters
from search.index_files import damaged, read_record
from search.lanes import Lanes
from search.narrowing import Narrowing, Ranks
from search.places import Places
from search.query import Query
from search.stored_entries import StoredEntries, write_entries
from search.vectors import Vectors
from search.wanted import Mode

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder, Progress

FORMAT = 6
_META = "index.json"
_ASKED = 4  # queries; of a million clauses some 8 MB each


class HeldClauses:
    """Entries with the lanes over them."""

    def __init__(
        self,
        entries: Sequence[Entry],
        lanes: Lanes,
        filters: FilterIndex | None = None,
        places: Places | None = None,
        narrowing: Narrowing | None = None,
    ) -> None:
        self._whole = Pool(entries, lanes, filters or FilterIndex(entries))
        self._given = places
        self._narrowing = narrowing or Narrowing()

    def __len__(self) -> int:
        return len(self._whole.entries)

    @property
    def entries(self) -> Sequence[Entry]:
        """The clauses in plan order."""
        return self._whole.entries

    @property
    def own_lanes(self) -> Lanes:
        """The lanes over them."""
        return self._whole.lanes

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes there are."""
        return self._whole.lanes.names

    @classmethod
    def build(
        cls,
        entries: Sequence[Entry],
        encoder: Encoder | None = None,
        known: Vectors | None = None,
        progress: Progress | None = None,
    ) -> HeldClauses:
        """The clauses of `entries`; vectors that `known` has are not made again.

        Without an encoder those are all there are, and without either clauses are found by words alone.
        """
        return cls(entries, Lanes.build(entries, encoder, known, progress))

    def save(self, directory: Path) -> None:
        """Writes the clauses and their lanes into `directory`, which is made."""
        directory.mkdir(parents=True, exist_ok=True)
        write_entries(directory, self.entries)
        self._whole.filters.save(directory)
        self._places.save(directory)
        self.own_lanes.save(directory)
        meta = {"format": FORMAT, "entries": len(self), "lanes": self.lanes}
        (directory / _META).write_text(json.dumps(meta) + "\n", encoding="utf-8")

    @classmethod
    def open(cls, directory: Path, opener: Callable[[], Encoder] | None = None) -> HeldClauses:
        """The clauses saved in `directory`; `opener` gives the encoder when a query first asks for meaning.

        Raises IndexDamaged where the index is missing, incomplete or of another format.
        """
        meta = read_record(directory / _META, {"format": int, "entries": int})
        if meta["format"] != FORMAT:
            raise damaged(directory, f"format {meta['format']}", f"format {FORMAT}")
        size = meta["entries"]
        entries = StoredEntries.open(directory, size)
        lanes, filters = Lanes.open(directory, entries, opener), FilterIndex.open(directory, entries)
        return cls(entries, lanes, filters, Places.open(directory, size))

    @staticmethod
    def vectors(directory: Path) -> Vectors:
        """The vectors saved in `directory`, to be taken over; raises IndexDamaged."""
        return Lanes.vectors(directory)

    def filter_values(self, name: str) -> list[str]:
        """The values a filter may take, sorted; `name` is a field of Filters."""
        return self._whole.filters.values(name)

    def pool(self, query: Query, filters: Filters, mode: Mode, _depth: int) -> Pool:
        """All clauses, or of very many those worth weighing; raises BadQuery for a filter value that none has."""
        pool = self._narrowed(filters)
        if len(self) <= self._narrowing.all_of:
            return pool
        rows = self._narrowing.promising(self._ranks(query, mode), pool.lanes, query, pool.mask)
        lanes = pool.lanes.among(rows, query)
        passing = None if pool.mask is None else pool.mask[rows]
        return Pool(lanes.entries, lanes, pool.filters.among(lanes.entries, rows), passing)

    def like(self, clause_id: str, filters: Filters, own_plan: bool, _depth: int) -> tuple[Pool, int]:
        """All clauses, and the row of that one; raises BadQuery for an id that is no clause."""
        row = self._places.row(clause_id, self.entries)
        if row is None:
            raise BadQuery(f"clause: {clause_id[:80]!r} found, expected the id of a clause")
        pool = self._narrowed(filters)
        if own_plan:
            return pool, row
        others = ~pool.filters.having("plans", self.entries[row].plan_id)
        return Pool(pool.entries, pool.lanes, pool.filters, pool.passing & others), row

    def close(self) -> None:
        """Nothing: the files are closed with the last array that lies in them."""

    def _narrowed(self, filters: Filters) -> Pool:
        whole = self._whole
        mask = whole.filters.mask(filters)
        return whole if mask is None else Pool(whole.entries, whole.lanes, whole.filters, mask)

    @cached_property
    def _ranks(self) -> Callable[[Query, Mode], Ranks]:
        """The last ones are kept: who chooses a filter asks the same again."""
        return lru_cache(maxsize=_ASKED)(lambda query, mode: self._narrowing.ranks(self._whole.lanes, query, mode))

    @cached_property
    def _places(self) -> Places:
        return self._given or Places.build(self.entries)
