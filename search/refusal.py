"""Whether the plans speak to a query at all: no answer is an answer.

In: what the best clause and those around it found, what the background found, and how long the query is.  Out: whether
the query has an answer.  Relied on: a subject of the plans has many clauses near it, a foreign one at most one that
happens to share a word; what is said better on other subjects is foreign; and a long everyday sentence lies farther
from its own answer than a short official phrase.  The numbers are fitted (`search/calibration.py`).  A clause that has
nearly all that the query speaks of, by the thesaurus, answers it however few are beside it.
Example: "机场扩建跑道" shares 扩建 with a clause about service centres, and nothing else is near: it is refused.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from search.rows import Floats

_AROUND = 10
_SHORTEST = 6  # letters; hardly a query that was fitted on is shorter
# Of the concepts of a query, what a clause has that speaks of just that: no clause has so much of any foreign query.
_NAMED = 0.8


class Observed(NamedTuple):
    """What was observed of a query and the clauses that it may be answered by."""

    best: float  # evidence of the best clause
    around: float  # mean closeness of the ten nearest
    elsewhere: float  # mean closeness of the nearest sentences of the background
    letters: float  # logarithm of the number of letters


def observed(evidence: Floats, closeness: Floats, elsewhere: float, text: str) -> Observed:
    """The observations of one query."""
    nearest = np.partition(closeness, -min(_AROUND, len(closeness)))[-_AROUND:]
    letters = max(_SHORTEST, sum(letter.isalnum() for letter in text))
    return Observed(float(evidence.max()), float(nearest.mean()), elsewhere, math.log(letters))


@dataclass(frozen=True, slots=True)
class Refusal:
    """What each observation adds to the log-odds that the plans speak to a query, and how low these may be."""

    best: float
    around: float
    elsewhere: float
    letters: float
    start: float
    least: float  # to lose an answer is worse than to show what is merely near

    def odds(self, found: Observed) -> float:
        """The log-odds that a query has an answer."""
        of_nearness = self.best * found.best + self.around * found.around + self.elsewhere * found.elsewhere
        return self.start + of_nearness + self.letters * found.letters

    def answers(self, found: Observed, named: float) -> bool:
        """Whether a query counts as answered; `named` is the most that a clause has of its concepts."""
        return named >= _NAMED or self.odds(found) >= self.least
