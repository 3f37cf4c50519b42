"""Logistic regression with few parameters, and how it does on what it was not fitted on.

In: observations, a row a query, which of them are of one kind, what each counts, and its group.  Out: `Odds`, linear in
the observations.  Relied on: a little pull toward 0, in units of each observation's deviation, keeps what few queries
say from being taken for certain; what belongs together is left out together when the fit is tried.
Example: `fitted(np.array([[0.2], [0.7]]), np.array([0.0, 1.0]), np.ones(2)).of(np.array([[0.7]]))` is above 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Doubles: TypeAlias = NDArray[np.float64]

_PULL = 1.0
_STEPS = 60
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Odds:
    """The log-odds: what each observation adds, and where they start."""

    adds: Doubles
    start: float

    def of(self, observations: Doubles) -> Doubles:
        """The log-odds of each row."""
        odds: Doubles = observations @ self.adds + self.start
        return odds


def fitted(observations: Doubles, kinds: Doubles, counts: Doubles) -> Odds:
    """The odds that a row is of kind 1, by Newton's method; `counts` is what each row counts."""
    mean, deviation = observations.mean(axis=0), observations.std(axis=0) + _TINY
    rows = np.column_stack(((observations - mean) / deviation, np.ones(len(observations))))
    pull = np.diag([_PULL] * observations.shape[1] + [0.0])
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (counts * (kinds - chances)) - pull @ found
        found += np.linalg.solve((rows.T * (counts * chances * (1 - chances) + _TINY)) @ rows + pull, slope)
    adds = found[:-1] / deviation
    return Odds(adds, float(found[-1] - adds @ mean))


def left_out(observations: Doubles, kinds: Doubles, counts: Doubles, folds: NDArray[np.int64]) -> Doubles:
    """The log-odds of each row by a fit on the rows of the other folds."""
    odds = np.empty(len(observations))
    for fold in np.unique(folds):
        others = folds != fold
        odds[~others] = fitted(observations[others], kinds[others], counts[others]).of(observations[~others])
    return odds


def quantile(values: Doubles, counts: Doubles, share: float) -> float:
    """The value below which this share of what is counted lies."""
    order = np.argsort(values)
    reached = np.cumsum(counts[order]) / counts.sum()
    return float(values[order][np.searchsorted(reached, share)])


def separation(values: Doubles, kinds: Doubles) -> float:
    """How often a row of kind 1 stands above one of kind 0 (the area under the curve)."""
    ordered = np.sort(values[kinds == 0])
    above = values[kinds == 1]
    below: Sequence[np.int64] = [*np.searchsorted(ordered, above, "left"), *np.searchsorted(ordered, above, "right")]
    return float(np.sum(below) / (2 * len(ordered) * len(above)))
