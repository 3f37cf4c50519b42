"""An encoder of a few lines, so that vectors can be tested whatever model is shipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
import pytest

from search.rows import Floats

SIZE = 64


@dataclass
class LetterEncoder:
    """Texts with the same letters mean the same; counts what it was asked for."""

    name: str = "letters@1"
    dimensions: int = SIZE
    asked: list[str] = field(default_factory=list)

    def encode_queries(self, texts: Sequence[str]) -> Floats:
        return self.encode_clauses(texts)

    def encode_clauses(self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None) -> Floats:
        self.asked += texts
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        for row, text in enumerate(texts):
            for letter in text:
                rows[row, crc32(letter.encode()) % SIZE] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-9))


@pytest.fixture
def encoder() -> LetterEncoder:
    return LetterEncoder()
