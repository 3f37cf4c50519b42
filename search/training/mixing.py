"""What words, concepts and figures count beside meaning: the weights that rank judged queries best.

In: for each judged query the evidence of every lane, and how good an order of the clauses is.  Out: `Weights`.
Relied on: three weights on a coarse grid, and of all that come near the best the middle one, so that the choice
does not hang on a single query.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from search.fusion import Scores, Sureness, Weights
from search.training.odds import Doubles, fitted

LEXICAL = (0.5, 0.7, 0.9, 1.1, 1.3)
CONCEPT = (0.0, 0.1, 0.2, 0.3, 0.4)
FIGURES = (0.0, 0.25, 0.5, 0.75)
_NEAR_BEST = 0.004  # of nDCG@10: less than what one query more makes

Lanes = Mapping[str, Scores]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One judged query: what the lanes found, and how good an order by some evidence is, 0 to 1."""

    lanes: Lanes
    goodness: Callable[[Scores], float]


def mixed(queries: Sequence[Ranked]) -> tuple[Weights, Doubles]:
    """The weights, and for each query how good its order is by weights that the others chose."""
    grid = [Weights(*point) for point in product(LEXICAL, CONCEPT, FIGURES)]
    goodness = np.array([[query.goodness(one.evidence(query.lanes)) for query in queries] for one in grid])
    folds = np.arange(len(queries)) % 5
    unseen = np.empty(len(queries))
    for fold in np.unique(folds):
        chosen = _middle(grid, goodness[:, folds != fold])
        for place in np.flatnonzero(folds == fold).tolist():
            unseen[place] = queries[place].goodness(chosen.evidence(queries[place].lanes))
    return _middle(grid, goodness), unseen


def sureness(evidence: Doubles, share: Doubles, right: NDArray[np.bool_]) -> Sureness:
    """What evidence says of how sure it is: from that of clauses that readers listed, and of others."""
    odds = fitted(np.column_stack((evidence, share)), right.astype(np.float64), np.ones(len(evidence)))
    alone, beside = (round(add, 3) for add in odds.adds.tolist())
    return Sureness(evidence=alone, share=beside, start=round(odds.start, 3))


def _middle(grid: Sequence[Weights], goodness: NDArray[np.float64]) -> Weights:
    """The mean of the weights that come near the best."""
    means = goodness.mean(axis=1)
    near = [one for one, mean in zip(grid, means, strict=True) if mean >= means.max() - _NEAR_BEST]
    lexical, concept, figures = (
        round(fmean(getattr(one, name) for one in near), 2) for name in ("lexical", "concept", "figures")
    )
    return Weights(lexical, concept, figures)
