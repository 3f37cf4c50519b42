"""The clauses worth weighing for a query, where there are too many to weigh them all.

In: the lanes over all, a query, and what passes the filters.  Out: some thousands of rows, in plan order.  Relied on:
words in common and closeness are what makes a hit; a concept or a figure adds to them and is hardly one alone, so the
clauses that hold most of the query's words, those whose vectors come near it in the dimensions that count most, and
those that print its figures are enough.  They are weighed as all would be: how rare a term is is counted over all.
Example: of a million clauses 12,000 are weighed for "孩子放学没人接怎么办".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.encoder.errors import EncoderUnavailable
from search.filters import Mask
from search.fusion import Scores
from search.lanes import READ, Lanes
from search.query import Query
from search.vectors import MANY
from search.wanted import WITH_FIGURES, Mode

_SAMPLE = 16  # of which one row is looked at to see where the most stand


@dataclass(frozen=True, slots=True)
class Ranks:
    """Values that all clauses are picked by, each with how many are, and whether what prints a figure is picked too."""

    values: tuple[tuple[Scores, int], ...]
    by_words: bool


@dataclass(frozen=True, slots=True)
class Narrowing:
    """How many clauses are all weighed, and else how many of the nearest and of those with the most words."""

    all_of: int = MANY
    near: int = 8_000
    words: int = 4_000

    def promising(self, ranks: Ranks, lanes: Lanes, query: Query, mask: Mask | None) -> NDArray[np.int64]:
        """The rows worth weighing: those of all clauses, which tell whether there is an answer, and of what passes."""
        picked = np.zeros(len(lanes.entries), dtype=np.bool_)
        parts: list[Mask | None] = [None]
        if mask is not None and np.count_nonzero(mask) <= self.near:
            picked |= mask
        elif mask is not None:
            parts.append(mask)
        printing = query.numerals if ranks.by_words else ()
        for part in parts:
            for values, most in ranks.values:
                _pick(picked, values, most, part)
            for term in printing:
                rows = lanes.lexical.postings.rows(term)
                picked[(rows if part is None else rows[part[rows]])[:READ]] = True
        return np.flatnonzero(picked)

    def ranks(self, lanes: Lanes, query: Query, mode: Mode) -> Ranks:
        """What the clauses are picked by for a query, under whatever filters."""
        by_words = mode in WITH_FIGURES
        values: list[tuple[Scores, int]] = []
        if mode in ("hybrid", "semantic"):
            values.append((_nearness(lanes, query), self.near))
        if by_words:
            values.append((lanes.lexical.coverage(query.terms), self.words))
        if mode == "concept":
            values.append((lanes.concepts.score(query.text), self.words))
        return Ranks(tuple(values), by_words)


def _nearness(lanes: Lanes, query: Query) -> Scores:
    """How near each vector comes in its leading dimensions; nothing where the query cannot be encoded."""
    none: Scores = np.zeros(len(lanes.entries), dtype=np.float32)
    try:
        vector = lanes.vector(query)
    except EncoderUnavailable:
        return none
    if vector is None or lanes.meaning is None:
        return none
    leading = lanes.meaning.vectors.leading
    return leading.cosines(vector[: leading.steps.shape[1]])


def _pick(picked: Mask, values: Scores, most: int, mask: Mask | None) -> None:
    """Picks about so many with the highest values, none of those that have nothing."""
    passing = values if mask is None else np.where(mask, values, np.float32(0))
    sample = passing[::_SAMPLE]
    at = len(sample) - max(1, most // _SAMPLE)
    least = np.partition(sample, at)[at] if at > 0 else np.float32(0)
    np.logical_or(picked, passing > least, out=picked)
    if least > 0:  # many may be alike: a word that every tenth clause has
        picked[np.flatnonzero(passing == least)[:most]] = True
