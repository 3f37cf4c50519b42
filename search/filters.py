"""Filters on clauses, applied before anything is ranked.

In: the values a reader chose.  Out: a mask over the entries.  A value that no entry has is named, not ignored: a
mistyped plan id must not look like a plan without an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from search.entries import Entry
from search.errors import BadQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The values allowed in each respect; an empty tuple allows all.  Respects are joined by and, values by or."""

    plans: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()  # administrative codes
    periods: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()  # concept ids
    beneficiaries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


# What each filter reads from an entry.
_VALUES: dict[str, Callable[[Entry], tuple[str | None, ...]]] = {
    "plans": lambda entry: (entry.plan_id,),
    "regions": lambda entry: (entry.region,),
    "periods": lambda entry: (entry.period,),
    "themes": lambda entry: entry.themes,
    "beneficiaries": lambda entry: entry.beneficiaries,
    "kinds": lambda entry: (entry.kind,),
}
FILTER_NAMES = tuple(field.name for field in fields(Filters))
Mask = NDArray[np.bool_]


class FilterIndex:
    """For each filter, the entries that have each value."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._size = len(entries)
        self._rows: dict[str, dict[str, list[int]]] = {name: {} for name in FILTER_NAMES}
        for row, entry in enumerate(entries):
            for name, values_of in _VALUES.items():
                for value in values_of(entry):
                    if value is not None:
                        self._rows[name].setdefault(value, []).append(row)

    def values(self, name: str) -> list[str]:
        """The values that `name` may take here, sorted."""
        return sorted(self._rows[name])

    def mask(self, filters: Filters) -> Mask | None:
        """True where an entry passes every filter, None where nothing is filtered; raises BadQuery."""
        mask: Mask | None = None
        for name in FILTER_NAMES:
            wanted: tuple[str, ...] = getattr(filters, name)
            if wanted:
                passed = self._passed(name, wanted)
                mask = passed if mask is None else mask & passed
        return mask

    def _passed(self, name: str, wanted: tuple[str, ...]) -> Mask:
        passed: Mask = np.zeros(self._size, dtype=np.bool_)
        for value in wanted:
            if value not in self._rows[name]:
                known = self.values(name)
                shown = ", ".join(known[:12]) + (" …" if len(known) > 12 else "") if known else "none"
                raise BadQuery(f"filter {name}: {value!r} found, expected one of: {shown}")
            passed[self._rows[name][value]] = True
        return passed
