"""What the semantic lane needs of an encoder, whoever made it.

In: texts.  Out: vectors of length 1 whose product says how close two texts are in meaning.
Example: 孩子放学早，大人还没下班，有地方能待着吗 lies near 开展学龄少年儿童课后托管和寒暑假集中看护服务.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

Vectors: TypeAlias = npt.NDArray[np.float32]
# Called with the number of texts done so far and the number there are.
Progress: TypeAlias = Callable[[int, int], None]


class Encoder(Protocol):
    """Turns texts into vectors; `name` changes whenever the vectors would."""

    @property
    def name(self) -> str:
        """The identity of the model, with the hash of what it consists of."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One row a query, of length 1."""

    def encode_clauses(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row a clause, of length 1; the same text gives the same row whatever stands beside it."""
