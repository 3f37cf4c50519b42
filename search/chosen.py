"""What a reader chose to narrow a search to, as the index takes it.

In: by filter, values in any spelling that a reader meets: a region by its code or its id, a word of a closed set in
capitals or not.  Out: `Filters`.  Relied on: a region is meant with all within it, so that a province without a plan of
its own stands for its cities.  Every value that no clause has is named at once, with those there are.
Example: `{"regions": ["region/530000"]}` allows the clauses of 532300, and `{"kinds": ["TASK"]}` those of tasks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from search.errors import BadQuery
from search.filters import Filters, meanings, unknown
from search.regions import region_code, region_id

_WORDS = frozenset({"levels", "kinds"})  # filters whose values are words of a closed set
Chosen = Mapping[str, Sequence[str]]


class Values(Protocol):
    """Whatever knows which values a filter may take."""

    def filter_values(self, name: str) -> list[str]:
        """The values, sorted; `name` is a field of Filters."""


def filters_of(index: Values, chosen: Chosen) -> Filters:
    """The filters chosen, by their fields; raises BadQuery that names each value no clause has, and those there are."""
    found: dict[str, tuple[str, ...]] = {}
    mistakes: list[str] = []
    for name, values in chosen.items():
        if not values:
            continue
        known = index.filter_values(name)
        meaning = meanings(name, known)
        meant = {value: meaning.get(_own(name, value), []) for value in dict.fromkeys(values)}
        odd = [value for value, some in meant.items() if not some]
        if odd:
            there = [*map(region_id, known)] if name == "regions" else known
            mistakes.append(str(unknown(name, odd, there)))
        found[name] = tuple(dict.fromkeys(one for some in meant.values() for one in some))
    if mistakes:
        raise BadQuery("; ".join(mistakes))
    return Filters(**found)


def _own(name: str, value: str) -> str:
    """A value as the index spells it."""
    if name == "regions":
        return region_code(value)
    return value.lower() if name in _WORDS else value
