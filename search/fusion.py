"""What the lanes found, made into one: evidence adds up, and its sum says how sure a hit is.

In: for each lane a value 0 to 1 an entry.  Out: for each entry the evidence, in units of closeness, and the score: how
sure it is, 0 to 1, that the clause speaks to the query.  Relied on: words in common are evidence where they cover most
of the query and next to none where they cover little of it, so their share counts by its square; meaning, concepts and
figures count as they are.  The weights are fitted (`search/calibration.py`).
Example: a clause that holds the whole query, and one that means the same in other words, both come to the top.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each lane's full evidence is worth beside full closeness, and what the sum of them means."""

    lexical: float  # by the square of the covered share
    concept: float
    figures: float
    even: float  # the best clause's evidence at which a query is as likely to have an answer as not
    steep: float

    def evidence(self, lanes: Mapping[str, Scores]) -> Scores:
        """The evidence for every entry."""
        total: Scores = np.zeros(len(next(iter(lanes.values()))), dtype=np.float32)
        for lane, found in lanes.items():
            counted = found * found if lane == "lexical" else found
            np.add(total, counted * np.float32(1.0 if lane == "semantic" else getattr(self, lane)), out=total)
        return total

    def scores(self, evidence: Scores) -> Scores:
        """The evidence as how sure it is."""
        chances: Scores = (1 / (1 + np.exp(-self.steep * (evidence - self.even)))).astype(np.float32)
        return chances
