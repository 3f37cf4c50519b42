"""The filters as a server knows them: a tag for each value that a clause has, and those that a search allows.

In: an entry; or the filters of a search and what is known of all clauses.  Out: tags; or a `Passing`, with the share of
all clauses that it is likely to let through.  Relied on: a clause has the tag of its own region alone, so a region is
asked for by the tags of all within it that have clauses.
Example: filtered to the region 530000 are the clauses tagged "regions=530000" or "regions=532300".
"""

from __future__ import annotations

from math import prod

from graph.looks import Passing
from search.about import About
from search.columns import values_of
from search.entries import Entry
from search.filters import FILTER_NAMES, Filters, meanings, unknown


def tag(name: str, value: str) -> str:
    """The tag of the clauses that have this value of a filter."""
    return f"{name}={value}"


def tags_of(entry: Entry) -> tuple[str, ...]:
    """The tags of one clause."""
    return tuple(tag(name, value) for name, values in values_of(entry).items() for value in values)


def tagged(about: About, filters: Filters, depth: int) -> tuple[Passing, float]:
    """The filters as tags, and which share of all clauses passes them if they have nothing to do with each other.

    Raises BadQuery for a value that no clause has.
    """
    allowed, shares = [], [1.0]
    for name in FILTER_NAMES:
        values: tuple[str, ...] = getattr(filters, name)
        known = about.filters[name]
        for value in values:
            if value not in known:
                raise unknown(name, (value,), sorted(known))
        if values:
            meant = meanings(name, known)
            allowed.append([tag(name, one) for value in values for one in meant[value]])
            shares.append(min(1.0, sum(known[value] for value in set(values)) / about.size))
    return Passing(allowed, depth), prod(shares)
