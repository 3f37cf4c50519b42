"""Whether the plans speak to a query at all: no answer is an answer.

In: what the best clause and those around it found, and how long the query is.  Out: the probability that the query has
an answer.  Relied on: a subject of the plans has many clauses near it, a foreign one at most one that happens to share
a word; and a long everyday sentence lies farther from its own answer than a short official phrase.  Fitted on judged
queries and on queries of other fields (`tests/gold/refusals.jsonl`), never on those it is measured with.
Example: "机场扩建跑道" shares 扩建 with a clause about service centres, and nothing else is near: it is refused.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from search.fusion import Scores

_AROUND = 10
_SHORTEST = 6  # letters; hardly a query that was fitted on is shorter


@dataclass(frozen=True, slots=True)
class Refusal:
    """What each observation adds to the log-odds that the plans speak to a query."""

    best: float = 9.15  # evidence of the best clause
    around: float = 18.96  # mean closeness of the ten nearest
    letters: float = 3.23  # logarithm of the number of letters
    start: float = -18.48

    def answered(self, evidence: Scores, closeness: Scores, text: str) -> float:
        """The probability that a query has an answer among the clauses whose evidence and closeness are given."""
        nearest = np.sort(closeness)[-_AROUND:]
        letters = max(_SHORTEST, sum(letter.isalnum() for letter in text))
        odds = self.best * float(evidence.max()) + self.around * float(nearest.mean())
        return 1 / (1 + math.exp(-(odds + self.letters * math.log(letters) + self.start)))
