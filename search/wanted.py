"""How much of what is found is wanted, and in which order.

In: what a caller asks for.  Out: `Wanted`, checked.  Relied on: pages are cut from one order over everything found,
so that they follow each other without gap or repeat.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from search.errors import BadQuery

Mode = Literal["hybrid", "lexical", "semantic", "concept", "figures"]
Order = Literal["score", "plan"]
# Where words count, a figure does too, however a clause prints it.
WITH_FIGURES: frozenset[Mode] = frozenset({"hybrid", "lexical", "figures"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page of hits; raises BadQuery for one that cannot be."""

    limit: int = 10
    offset: int = 0
    mode: Mode = "hybrid"  # which lanes: all that there are, or one alone
    order: Order = "score"  # best first, or as the clauses stand in the plans
    min_score: float = 0.0
    group: bool = False  # whether near-identical clauses of different plans are one hit
    facets: bool = False  # whether to count what is found by each filter

    def __post_init__(self) -> None:
        if self.mode not in get_args(Mode):
            raise BadQuery(f"mode: {self.mode!r} found, expected one of: {', '.join(get_args(Mode))}")
        if self.order not in get_args(Order):
            raise BadQuery(f"order: {self.order!r} found, expected one of: {', '.join(get_args(Order))}")
        if self.limit < 1 or self.offset < 0:
            raise BadQuery(
                f"limit {self.limit} and offset {self.offset} found, expected a limit from 1 and an offset from 0"
            )
        if not 0 <= self.min_score <= 1:
            raise BadQuery(f"min score: {self.min_score} found, expected 0 to 1")
