"""What the lanes found, made into one: evidence adds up, and its sum says how sure a hit is.

In: for each lane a value 0 to 1 an entry.  Out: for each entry the evidence, in units of closeness, and the score: how
sure it is, 0 to 1, that the clause speaks to the query.  Relied on: words in common are evidence where they cover most
of the query and next to none where they cover little of it, so their share counts by its square; meaning and concepts
count as they are; a figure counts as far as the clause is on the matter, by words or by meaning, so that 十年 said in
passing leads nowhere; a name in quotation marks counts more than all else.  The weights are fitted
(`search/calibration.py`).
Example: a clause that holds the whole query, and one that means the same in other words, both come to the top.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
# More than all other evidence together: what stands in quotation marks is meant to the letter.
_TO_THE_LETTER = 3.0
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Weights:
    """What each lane's full evidence is worth beside full closeness."""

    lexical: float  # by the square of the covered share
    concept: float
    figures: float  # of a clause that is on the matter

    def evidence(self, lanes: Mapping[str, Scores]) -> Scores:
        """The evidence for every entry."""
        total: Scores = np.zeros(len(next(iter(lanes.values()))), dtype=np.float32)
        for lane, found in lanes.items():
            np.add(total, self._counted(lane, found, lanes), out=total)
        return total

    def _counted(self, lane: str, found: Scores, lanes: Mapping[str, Scores]) -> Scores:
        """What a lane adds to the evidence for every entry."""
        match lane:
            case "semantic":
                return found
            case "names":
                return np.float32(_TO_THE_LETTER) * found
            case "lexical":
                return np.float32(self.lexical) * found * found
            case "figures":
                return np.float32(self.figures) * found * np.maximum(lanes["lexical"], lanes.get("semantic", found))
            case _:
                return np.float32(self.concept) * found


@dataclass(frozen=True, slots=True)
class Sureness:
    """What evidence says of how sure it is, in log-odds: by itself, and as a share of the best clause's."""

    evidence: float
    share: float
    start: float

    def scores(self, evidence: Scores) -> Scores:
        """How sure it is of each entry, 0 to 1; the best of all clauses must be among them."""
        odds = self.evidence * evidence + self.share * shares(evidence) + self.start
        chances: Scores = (1 / (1 + np.exp(-odds))).astype(np.float32)
        return chances


def shares(evidence: Scores) -> Scores:
    """The evidence of each entry as a share of the best."""
    best: Scores = evidence / np.maximum(evidence.max(initial=0.0), np.float32(_TINY))
    return best
