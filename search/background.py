"""Sentences of all fields, against which it is judged how near a query comes to the plans.

In: an encoder, then the vector of a query.  Out: `Usual`: how near the query comes to what has nothing to do with the
plans.  Relied on: every query is nearer to official sentences than to nothing, a vague one to more of them; and what a
law on another subject says better than any clause is no question to the plans.  The vectors of the built-in encoder lie
beside the sentences (`python -m benchmarks.calibrate` makes them), those of another one are made with the index.
Example: "离婚后孩子抚养费怎么算" comes nearer to ten sentences of laws than to any clause on children.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from search.rows import Floats, Rows

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder

SENTENCES = Path(__file__).parent / "background.txt"
VECTORS = Path(__file__).parent / "background.npz"
_NEAREST = 10


@dataclass(frozen=True, slots=True)
class Usual:
    """The cosines of a query with the background: mean and deviation of all, and the mean of the nearest ten."""

    mean: float
    deviation: float
    nearest: float


def background_of(encoder: Encoder) -> Floats:
    """The background as an encoder has it: kept for the one it was kept for, else made."""
    with np.load(VECTORS, allow_pickle=False) as kept:
        if str(kept["model"]) == encoder.name:
            return Rows(kept["steps"], kept["scales"]).vectors()
    return encoded(encoder)


def encoded(encoder: Encoder) -> Floats:
    """The background, encoded."""
    vectors: Floats = encoder.encode_clauses(SENTENCES.read_text(encoding="utf-8").splitlines())
    return vectors


def keep(encoder: Encoder) -> None:
    """Writes the vectors that an encoder makes of the background beside the sentences."""
    rows = Rows.of(encoded(encoder))
    np.savez(VECTORS, model=np.array(encoder.name), steps=rows.steps, scales=rows.scales)


def usual(background: Floats, vector: Floats) -> Usual:
    """How near the vector of a query comes to the background."""
    cosines = background @ vector
    nearest = np.partition(cosines, -_NEAREST)[-_NEAREST:]
    return Usual(float(cosines.mean()), float(cosines.std()) or 1.0, float(nearest.mean()))
