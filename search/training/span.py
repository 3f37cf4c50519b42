"""What a value of the network comes to, and how the channels that stand out are kept from making every step coarse.

In: of many texts the least and the greatest that each channel comes to.  Out: a `Span`.  Relied on: in a transformer a
few channels come to ten times what all others do, and a product stays the same if such a channel stands in several
columns, each with its share of the value and all of the weights.
Example: of 512 channels one comes to 34, two to 10, all others to 4: in 7, 2 and 2 columns they come to 5 at the most.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_WITHIN = 99  # of a hundred texts keep to it
_STANDING_OUT = 8  # so many channels may come to more than the others
_SLACK = 1.25  # by which more is still the same
_WORTH = 4.0  # times as much as the others, else further columns cost more than they give

Extremes = npt.NDArray[np.float32]  # one row a text, one column a channel


@dataclass(frozen=True, slots=True)
class Span:
    """The bounds that each column keeps to, and in how many columns each channel stands."""

    least: float
    greatest: float
    columns: npt.NDArray[np.int64]

    @classmethod
    def of(cls, least: Extremes, greatest: Extremes) -> Span:
        """The span of what some texts came to."""
        sides = [np.percentile(side, _WITHIN, axis=0).astype(np.float64) for side in (-least, greatest)]
        columns = np.max([_columns(side) for side in sides], axis=0)
        low, high = (float((side / columns).max()) for side in sides)
        return cls(-low, high, columns)

    @property
    def further(self) -> npt.NDArray[np.int64]:
        """The channels of the columns beyond the first of each."""
        return np.repeat(np.arange(len(self.columns)), self.columns - 1)

    @property
    def shares(self) -> npt.NDArray[np.float32]:
        """What each column has of its channel."""
        return (1 / np.concatenate([self.columns, self.columns[self.further]])).astype(np.float32)


def _columns(side: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    ordinary = np.sort(side)[-_STANDING_OUT:][0]
    columns = np.ones(len(side), dtype=np.int64)
    if side.max() >= _WORTH * ordinary:
        columns = np.maximum(columns, np.ceil(side / (ordinary * _SLACK)).astype(np.int64))
    return columns
