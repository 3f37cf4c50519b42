"""Filters on clauses, applied before anything is ranked.

In: the values a reader chose.  Out: a mask over the entries, and how many of those found have each value.  A value
that no entry has is named, not ignored: a mistyped plan id must not look like a plan without an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.entries import Entry
from search.errors import BadQuery
from search.hits import Facet

_SHOWN = 12


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


# What each filter reads from an entry.
_VALUES: dict[str, Callable[[Entry], Iterable[str | None]]] = {
    "plans": lambda entry: (entry.plan_id,),
    "regions": lambda entry: (entry.region,),
    "periods": lambda entry: (entry.period,),
    "levels": lambda entry: (entry.level,),
    "years": lambda entry: map(str, entry.years),
    "themes": lambda entry: entry.themes,
    "beneficiaries": lambda entry: entry.beneficiaries,
    "kinds": lambda entry: (entry.kind,),
}
FILTER_NAMES = tuple(field.name for field in fields(Filters))
Mask = NDArray[np.bool_]


class FilterIndex:
    """For each filter, the entries that have each value; read from the entries when a filter is first used."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    @cached_property
    def _rows(self) -> Mapping[str, Mapping[str, NDArray[np.int64]]]:
        rows: dict[str, dict[str, list[int]]] = {name: {} for name in FILTER_NAMES}
        for row, entry in enumerate(self._entries):
            for name, values in values_of(entry).items():
                for value in values:
                    rows[name].setdefault(value, []).append(row)
        return {name: {value: np.array(held) for value, held in having.items()} for name, having in rows.items()}

    def values(self, name: str) -> list[str]:
        """The values that `name` may take here, sorted."""
        return sorted(self._rows[name])

    def counts(self) -> dict[str, dict[str, int]]:
        """By filter, how many entries have each value."""
        return {name: {value: len(rows) for value, rows in held.items()} for name, held in self._rows.items()}

    def having(self, name: str, value: str) -> Mask:
        """True where an entry has the value; raises BadQuery where none has it."""
        return self._passed(name, (value,))

    def mask(self, filters: Filters) -> Mask | None:
        """True where an entry passes every filter, None where nothing is filtered; raises BadQuery."""
        mask: Mask | None = None
        for name in FILTER_NAMES:
            wanted: tuple[str, ...] = getattr(filters, name)
            if wanted:
                passed = self._passed(name, wanted)
                mask = passed if mask is None else mask & passed
        return mask

    def facets(self, found: NDArray[np.int64]) -> dict[str, tuple[Facet, ...]]:
        """By filter, how many of the rows found have each value; the most frequent first, none without any."""
        hit: Mask = np.zeros(len(self._entries), dtype=np.bool_)
        hit[found] = True
        return {name: tuple(self._counted(name, hit)) for name in FILTER_NAMES}

    def _counted(self, name: str, hit: Mask) -> list[Facet]:
        counts = ((value, int(hit[rows].sum())) for value, rows in self._rows[name].items())
        return [Facet(value=value, count=count) for value, count in sorted(counts, key=_most_first) if count]

    def _passed(self, name: str, wanted: tuple[str, ...]) -> Mask:
        passed: Mask = np.zeros(len(self._entries), dtype=np.bool_)
        for value in wanted:
            if value not in self._rows[name]:
                raise unknown(name, value, self.values(name))
            passed[self._rows[name][value]] = True
        return passed


def unknown(name: str, value: str, known: Sequence[str]) -> BadQuery:
    """What is said of a filter value that no entry has."""
    shown = ", ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "") if known else "none"
    return BadQuery(f"filter {name}: {value!r} found, expected one of: {shown}")


def values_of(entry: Entry) -> dict[str, tuple[str, ...]]:
    """What one entry has for each filter."""
    return {name: tuple(value for value in read(entry) if value is not None) for name, read in _VALUES.items()}


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    value, count = counted
    return -count, value
