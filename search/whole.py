"""What has to be known of all clauses in order to weigh a few of them as they would be weighed among all.

In: counts over everything that can be found.  Out: a `Whole`, by which the lanes over a part give the scores that the
lanes over everything give: how rare a term is depends on every clause, not on those at hand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Whole:
    """How many clauses there are, how many terms one has in the mean, and how many have each term or concept."""

    size: int
    mean_length: float
    frequencies: Mapping[str, int]


def rarity(frequency: int, size: int) -> float:
    """The inverse document frequency of a term that `frequency` of `size` clauses have."""
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
