"""Many vectors in 8 bits a dimension, a scale a row: a quarter of the room, and what they tell apart stays told apart.

In: vectors of length 1.  Out: `Rows`, which answers with a cosine each.  Relied on: the largest number of a row is one
of its 127 steps, so a cosine is off by less than a hundredth.
Example: (.5, -.25) is kept as (127, -64) and the scale .5 / 127.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

_AT_ONCE = 262_144  # numbers made floating at a time: what the processor keeps near
_TINY = 1e-9
_STEPS = 127  # of an 8-bit number on either side of 0


@dataclass(frozen=True, slots=True)
class Rows:
    """One row a vector."""

    steps: NDArray[np.int8]
    scales: Floats  # what a step of each row is worth

    @classmethod
    def of(cls, vectors: Floats) -> Rows:
        """The rows of `vectors`."""
        scales = np.maximum(np.abs(vectors).max(axis=1, initial=0.0), _TINY) / _STEPS
        return cls(np.rint(vectors / scales[:, None]).astype(np.int8), scales.astype(np.float32))

    def __len__(self) -> int:
        return len(self.steps)

    def cosines(self, vector: Floats) -> Floats:
        """The cosine of every row with a vector of length 1."""
        cosines: Floats = np.empty(len(self.steps), dtype=np.float32)
        together = max(1, _AT_ONCE // max(1, len(vector)))
        floating: Floats = np.empty((min(together, len(self.steps)), len(vector)), dtype=np.float32)
        for start in range(0, len(self.steps), together):
            part = slice(start, start + together)
            some = floating[: len(cosines[part])]
            some[...] = self.steps[part]
            np.matmul(some, vector, out=cosines[part])
        cosines *= self.scales
        return cosines

    def vectors(self) -> Floats:
        """The vectors as floating numbers."""
        vectors: Floats = self.steps.astype(np.float32) * self.scales[:, None]
        return vectors
