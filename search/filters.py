"""Filters on clauses: which of them pass, and how many hits each value would leave.

In: the values a reader chose.  Out: a mask over the entries, and how many of those found have each value.  A value
that no entry has is named, not ignored: a mistyped plan id must not look like a plan without an answer.
The values themselves lie in `search/columns.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.columns import COLUMNS, Column
from search.entries import Entry
from search.errors import BadQuery
from search.hits import Facet
from search.regions import narrower

_SHOWN, _NAMED, _LONG = 12, 5, 40  # values there are, values that are none, and letters of one of these


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The values allowed in each respect; an empty tuple allows all.  Respects are joined by and, values by or."""

    plans: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()  # administrative codes
    periods: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()  # of the plan: national, province, prefecture, city, district
    years: tuple[str, ...] = ()  # "2025": of plans whose period holds that year
    themes: tuple[str, ...] = ()  # concept ids
    beneficiaries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


FILTER_NAMES = tuple(field.name for field in fields(Filters))
Mask = NDArray[np.bool_]


class FilterIndex:
    """For each filter, the values of every entry; read from the entries when a filter is first used.

    `regions` are those that other entries have, where these are some of many.
    """

    def __init__(
        self, entries: Sequence[Entry], columns: Sequence[Column] | None = None, regions: Collection[str] = ()
    ) -> None:
        self._entries = entries
        self._given = columns
        self._regions = regions

    @classmethod
    def open(cls, directory: Path, entries: Sequence[Entry]) -> FilterIndex:
        """The filters saved in `directory`; raises IndexDamaged where they cannot be read."""
        return cls(entries, [Column.open(directory, name, len(entries)) for name in COLUMNS])

    def save(self, directory: Path) -> None:
        """Writes the values into `directory`."""
        for column in self._columns:
            column.save(directory)

    def among(self, entries: Sequence[Entry], rows: NDArray[np.int64]) -> FilterIndex:
        """The filters over some of the entries, which are at `rows` among all."""
        return FilterIndex(entries, [column.take(rows) for column in self._columns])

    def values(self, name: str) -> list[str]:
        """The values that `name` may take here, sorted."""
        return sorted(self._column(name).having(name))

    def counts(self) -> dict[str, dict[str, int]]:
        """By filter, how many entries have each value."""
        return {name: self._column(name).counts(name) for name in FILTER_NAMES}

    def having(self, name: str, value: str) -> Mask:
        """True where an entry has the value; raises BadQuery where none has it."""
        self._check(name, (value,))
        return self._column(name).mask(name, (value,))

    def mask(self, filters: Filters) -> Mask | None:
        """True where an entry passes every filter, None where nothing is filtered; raises BadQuery."""
        for name in FILTER_NAMES:
            self._check(name, getattr(filters, name))
        return self.passing(filters)

    def passing(self, filters: Filters) -> Mask | None:
        """The mask for values that have been checked; none of these entries need have them."""
        mask: Mask | None = None
        for name in FILTER_NAMES:
            wanted: tuple[str, ...] = getattr(filters, name)
            if wanted:
                passed = self._column(name).mask(name, wanted)
                mask = passed if mask is None else mask & passed
        return mask

    def facets(
        self, found: NDArray[np.int64], others: Mapping[int, Sequence[int]] | None = None
    ) -> dict[str, tuple[Facet, ...]]:
        """By filter, how many of the rows found have each value; the most frequent first, none without any.

        With `others`, a row and those that it stands for count once.
        """
        groups = [np.array([row, *behind]) for row, behind in (others or {}).items()]
        return {name: tuple(self._counted(name, found, groups)) for name in FILTER_NAMES}

    def _counted(self, name: str, found: NDArray[np.int64], groups: Sequence[NDArray[np.int64]]) -> list[Facet]:
        column = self._column(name)
        counts = Counter(column.counts(name, found))
        for group in groups:
            counts.subtract(column.repeated(name, group))
        return [Facet(value=value, count=count) for value, count in sorted(counts.items(), key=_most_first) if count]

    def _check(self, name: str, wanted: tuple[str, ...]) -> None:
        """Raises BadQuery for a value that no entry has."""
        for value in wanted:
            if value not in self._column(name).having(name):
                raise unknown(name, (value,), self.values(name))

    def _column(self, name: str) -> Column:
        return next(column for column in self._columns if name in column.names)

    @cached_property
    def _columns(self) -> Sequence[Column]:
        return self._given or Column.build(self._entries, self._regions)


def meanings(name: str, known: Iterable[str]) -> dict[str, list[str]]:
    """By each value that a filter may be given, those known that it means: a region means all within it."""
    return narrower(known) if name == "regions" else {value: [value] for value in known}


def unknown(name: str, values: Sequence[str], known: Sequence[str]) -> BadQuery:
    """What is said of filter values that no entry has."""
    found = [repr(value[:_LONG]) for value in values[:_NAMED]]
    if len(values) > _NAMED:
        found.append(f"and {len(values) - _NAMED} more")
    shown = ", ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "") if known else "none"
    return BadQuery(f"filter {name}: {', '.join(found)} found, expected one of: {shown}")


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    value, count = counted
    return -count, value
