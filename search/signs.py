"""On which side of the usual a vector lies in each dimension: a bit each, by which a million are told from near ones.

In: vectors in 8 bits, or that of a query.  Out: `Signs`, which answers with how many bits each row differs in.  Relied
on: rows that differ in few bits are near, so the nearest few are among the thousands that differ least, and 32 bytes a
row are read for it in place of 256.
Example: with 256 dimensions a row with a cosine of .7 differs in some 64 bits, one that has nothing in common in 128.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.errors import IndexDamaged
from search.rows import Floats, Rows

_WORD = 64  # bits
_AT_ONCE = 65_536  # rows
_FILE = "signs.npy"


@dataclass(frozen=True, slots=True)
class Signs:
    """The bits of all rows, those of 64 dimensions side by side; `usual` is the middle of each dimension."""

    words: NDArray[np.uint64]
    usual: Floats

    @classmethod
    def of(cls, rows: Rows, usual: Floats) -> Signs:
        """The signs of `rows`."""
        words = np.zeros((-(-rows.steps.shape[1] // _WORD), len(rows)), dtype=np.uint64)
        for start in range(0, len(rows), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            words[:, part] = _packed(Rows(rows.steps[part], rows.scales[part]).vectors() > usual).T
        return cls(words, usual)

    def save(self, directory: Path) -> None:
        """Writes the bits into `directory`."""
        np.save(directory / _FILE, self.words, allow_pickle=False)

    @classmethod
    def open(cls, directory: Path, usual: Floats) -> Signs:
        """The signs saved in `directory`, memory-mapped; raises IndexDamaged where they cannot be read."""
        try:
            return cls(np.load(directory / _FILE, mmap_mode="r", allow_pickle=False), usual)
        except (OSError, ValueError, EOFError) as error:
            message = f"{directory}: no readable signs of vectors, some were expected; run `crossplan ingest`"
            raise IndexDamaged(message) from error

    def distances(self, vector: Floats) -> NDArray[np.uint16]:
        """In how many bits each row differs from a vector."""
        asked = _packed((vector > self.usual)[None])[0]
        distances = np.zeros(self.words.shape[1], dtype=np.uint16)
        for start in range(0, len(distances), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            for word, bits in zip(self.words, asked, strict=True):
                distances[part] += np.bitwise_count(word[part] ^ bits)
        return distances


def _packed(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """The bits of each row in words."""
    missing = -bits.shape[1] % _WORD
    padded = np.pad(bits, ((0, 0), (0, missing))) if missing else bits
    return np.packbits(padded, axis=1).view(np.uint64)
