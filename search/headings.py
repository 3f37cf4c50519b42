"""What a clause means where it stands: between what it says alone and what its heading says.

In: clauses, each with the title it stands under, and an encoder.  Out: one vector a clause, of length 1.  Relied on:
many clauses stand under one heading, so that each heading is encoded once; whatever else changes about a clause, its
vector is the same as long as these two texts are, which a key of both tells.
Example: "鼓励发展餐饮、零售。" under 发展便民服务 lies nearer to "楼下能有个吃饭的地方" than alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.entries import Entry
from search.rows import Floats

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder

_TINY = 1e-9
_WEIGHT = 0.2  # what the heading counts beside the clause


class Headed(NamedTuple):
    """A clause and its heading, without blanks; the heading is empty where there is none."""

    clause: str
    heading: str

    @classmethod
    def of(cls, entry: Entry) -> Headed:
        """The texts of an entry."""
        return cls("".join(entry.quote.split()), "".join(entry.path[-1].split()) if entry.path else "")

    @property
    def key(self) -> int:
        """Which texts these are, in 64 bits."""
        return int.from_bytes(blake2b("\n".join(self).encode(), digest_size=8).digest(), "little")


class HeadedEncoder:
    """Encodes clauses under their headings, each heading once."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Floats] = {"": np.zeros(encoder.dimensions, dtype=np.float32)}

    def encode(self, texts: Sequence[Headed]) -> Floats:
        """One row a clause, between its own vector and that of its heading."""
        new = [one for one in dict.fromkeys(text.heading for text in texts) if one not in self._known]
        made = self._encoder.encode_clauses([*(text.clause for text in texts), *new])
        self._known |= zip(new, made[len(texts) :].copy(), strict=True)
        both: Floats = made[: len(texts)]
        both += np.float32(_WEIGHT) * np.stack([self._known[text.heading] for text in texts])
        both /= np.maximum(np.linalg.norm(both, axis=1, keepdims=True), _TINY)
        return both
