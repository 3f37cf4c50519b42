"""What a server is given to search in, and what comes back; what a text says is not this folder's matter.

In: texts with the words, concepts and vector by which each is found.  Out: records, and the names of what holds them.
There are two slots: while one is read, the other is filled (`graph/neo4j_search_load.py`), and an `Edition` says which.
Example: the texts of slot A are the nodes `SearchableA`, found by `searchableAWords` and `searchableAMeaning`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.errors import StoreUnavailable

SLOTS = ("A", "B")


@dataclass(frozen=True, slots=True)
class Searchable:
    """One text; `words` and `concepts` are separated by blanks, `record` is what its reader wants back."""

    id: str
    row: int  # its place in the order of all
    words: str
    concepts: str
    tags: tuple[str, ...]  # what it can be filtered by
    record: str
    vector: Sequence[float] | None


@dataclass(frozen=True, slots=True)
class SearchContent:
    """All texts of one graph, read once; `about` is what their reader has to know of them together."""

    about: str
    dimensions: int  # of the vectors; 0 where there are none
    texts: Iterable[Searchable] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """Which slot is read, by which load it was filled, and what that load says about it."""

    slot: str
    loaded: str
    about: str = field(repr=False)


class EditionSuperseded(StoreUnavailable):
    """Another graph has been loaded since the edition was read."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One text as it comes back."""

    row: int
    record: str
    words: str
    concepts: str


def label(slot: str) -> str:
    """The label of the texts in a slot."""
    return f"Searchable{slot}"


def words(slot: str) -> str:
    """The name of the full-text index over a slot."""
    return f"searchable{slot}Words"


def meaning(slot: str) -> str:
    """The name of the vector index over a slot."""
    return f"searchable{slot}Meaning"
