"""Sentences of all fields, against which it is judged how near a query comes to the plans.

In: an encoder, then the vector of a query.  Out: `Usual`: how near the query comes to what has nothing to do with the
plans.  Relied on: every query is nearer to official sentences than to nothing, a vague one to more of them; and what
another subject says better than any clause is no question to the plans.  `background.txt` has sentences of laws and
reports; `other-matters.txt` names what other offices see to and what life is full of besides, a line each, and nothing
that a community's services deal with.  The vectors of the built-in encoder lie beside them
(`python -m benchmarks.calibrate` makes them), those of another one are made with the index.
Example: "离婚后孩子抚养费怎么算" comes nearer to a line on divorce than to any clause on children.
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
OTHER_MATTERS = Path(__file__).parent / "other-matters.txt"
VECTORS = Path(__file__).parent / "background.npz"
_NEAREST = 5  # several lines speak of a matter that is another's; a single one may be near by chance


@dataclass(frozen=True, slots=True)
class Usual:
    """The cosines of a query with the background: mean and deviation of all, and the mean of the nearest."""

    mean: float
    deviation: float
    nearest: float


def sentences() -> list[str]:
    """The background, in words."""
    return [line for file in (SENTENCES, OTHER_MATTERS) for line in file.read_text(encoding="utf-8").splitlines()]


def background_of(encoder: Encoder, known: Floats | None = None) -> Floats:
    """The background as an encoder has it: kept for the one it was kept for, else as `known` by it, else made."""
    if (kept := kept_for(encoder.name)) is not None:
        return kept
    return known if known is not None and len(known) == len(sentences()) else encoded(encoder)


def kept_for(model: str) -> Floats | None:
    """The background as it is kept beside the sentences; none where another model made what is kept."""
    with np.load(VECTORS, allow_pickle=False) as kept:
        return Rows(kept["steps"], kept["scales"]).vectors() if str(kept["model"]) == model else None


def encoded(encoder: Encoder) -> Floats:
    """The background, encoded."""
    vectors: Floats = encoder.encode_clauses(sentences())
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
