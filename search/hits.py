"""What a search answers: hits with their reasons, or that nothing speaks to it and what came nearest.

In: nothing; these are the records.  Out: `SearchResult` with `Hit`s.  A hit's `lanes` say how much each kind of
evidence found, 0 to 1: words in common (lexical), meaning (semantic), concepts, figures; and names, where something
stands in quotation marks, the share of it that the clause holds to the letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# Why a clause was found: what of it carries the most.
Reason = Literal["words", "heading", "concepts", "figures", "meaning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One clause found; `start`, `end` and `highlights` are offsets into the plan's source."""

    clause_id: str
    plan_id: str
    start: int
    end: int
    quote: str
    score: float  # how sure the search is that it speaks to the query, 0 to 1
    lanes: dict[str, float]
    reason: Reason
    matched: tuple[str, ...]  # words of it or its title; concepts and figures with the way to them: 街坊 → 邻里
    highlights: tuple[tuple[int, int], ...]
    path: tuple[str, ...]
    same: tuple[str, ...] = ()  # ids of near-identical clauses of other plans, where hits are grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How many hits have a value of a filter: as many as filtering by it would show.

    A group of near-identical clauses is one hit and has the values of all its clauses: it counts once for each value.
    """

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOut:
    """The plans speak to the query, and yet no hit is shown."""

    by: Literal["filters", "min score"]
    hits: int  # how many there would be without

    @property
    def note(self) -> str:
        """One line on it."""
        lacking = "passes the filters" if self.by == "filters" else "reaches the least score"
        return f"{self.by}: {self.hits} found that speak to the query, none of which {lacking}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The hits from the offset on, how many there are in all, and what was done to the query."""

    query: str
    no_result: bool  # nothing in the plans speaks to it, whatever the filters
    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]
    nearest: tuple[Hit, ...] = ()  # where there is no hit: what of that which passes came nearest, and is no answer
    facets: Mapping[str, tuple[Facet, ...]] = field(default_factory=dict)  # by filter, where they were asked for
    kept_out: KeptOut | None = None  # where nothing is shown though the plans speak to it; said in a note too
