"""What a search answers: hits with their reasons, or that nothing speaks to it and what came nearest.

In: nothing; these are the records.  Out: `SearchResult` with `Hit`s.  A hit's `lanes` say how much each kind of
evidence found, 0 to 1: words in common (lexical), meaning (semantic), concepts, figures.
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
    matched: tuple[str, ...]  # words that stand in it, and concepts with the way to them: 街坊 → 邻里
    highlights: tuple[tuple[int, int], ...]
    path: tuple[str, ...]
    same: tuple[str, ...] = ()  # ids of near-identical clauses of other plans, where hits are grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How many of the clauses found have a value of a filter."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The hits from the offset on, how many there are in all, and what was done to the query."""

    query: str
    no_result: bool
    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]
    nearest: tuple[Hit, ...] = ()  # where nothing speaks to the query: what came nearest, and is no answer
    facets: Mapping[str, tuple[Facet, ...]] = field(default_factory=dict)  # by filter, where they were asked for
