"""Learns which letters of a question are of its subject, and keeps it: `python -m benchmarks.subjects`.

Writes `graph_api/ask/subjects.npz` from `benchmarks/wordings/marked`, where the subject stands in ⟦…⟧ and a body in
⟪…⟫; prints how many letters, and how many whole stretches, are told rightly in wordings left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from benchmarks.kinds import FOLDS, PLACES, WORDINGS
from graph_api.ask.subjects import Subjects, traits
from graph_api.ask.wording import plain

MARKED = WORDINGS / "marked"
OFTEN = 3  # the letters that a trait must stand by
PULL = 1e-5  # toward 0
STEPS = 250
LEAST = 0.05  # a weight that is kept
_OPENING, _CLOSING = "⟦⟪", "⟧⟫"


@dataclass(frozen=True, slots=True)
class Marked:
    """A question without the names of plans, and whether each letter is of its subject."""

    text: str
    inside: tuple[bool, ...]


def read_marked() -> list[Marked]:
    """The marked wordings of all kinds; a body is of the subject as well."""
    return [
        marked(PLACES.sub("", plain(line)))
        for path in sorted(MARKED.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def marked(line: str) -> Marked:
    """A line with its marks taken out."""
    letters: list[str] = []
    inside: list[bool] = []
    now = False
    for letter in line:
        if letter in _OPENING + _CLOSING:
            now = letter in _OPENING
        else:
            letters.append(letter)
            inside.append(now)
    return Marked("".join(letters), tuple(inside))


def learned(wordings: Sequence[Marked]) -> Subjects:
    """The weights that marked wordings teach: logistic regression by accelerated gradient steps."""
    found = [those for one in wordings for those in traits(one.text)]
    often = Counter(trait for those in found for trait in those)
    columns = {trait: at for at, trait in enumerate(sorted(one for one in often if often[one] >= OFTEN))}
    widest = max(map(len, found))
    rows = np.full((len(found), widest), len(columns), np.int64)  # what is not learned points past the end
    for row, those in zip(rows, found, strict=True):
        known = [columns[one] for one in those if one in columns]
        row[: len(known)] = known
    wanted = np.array([letter for one in wordings for letter in one.inside], np.float64)
    weights, start = _weights(rows, wanted, len(columns))
    told = ((trait, weight) for trait, weight in zip(columns, weights.tolist(), strict=True) if abs(weight) >= LEAST)
    return Subjects(dict(told), start)


def _weights(rows: NDArray[np.int64], wanted: NDArray[np.float64], size: int) -> tuple[NDArray[np.float64], float]:
    """Nesterov's steps; no row has more ones than columns, which bounds how fast the slope changes."""
    steep = 0.25 * _widest(rows, size) / len(rows) + PULL
    now = ahead = np.zeros(size + 2)  # behind the weights: what is not learned, always 0, and the start
    for step in range(STEPS):
        odds = ahead[rows].sum(axis=1) + ahead[-1]
        missed = 1 / (1 + np.exp(-odds)) - wanted
        slope = np.bincount(rows.ravel(), np.repeat(missed, rows.shape[1]), size + 2) / len(rows) + PULL * ahead
        slope[-2], slope[-1] = 0.0, missed.mean()
        later = ahead - slope / steep
        now, ahead = later, later + step / (step + 3) * (later - now)
    return now[:size], float(now[-1])


def _widest(rows: NDArray[np.int64], size: int) -> float:
    """The largest eigenvalue of the products of the columns, by power iteration, and a little more."""
    towards: NDArray[np.float64] = np.ones(size + 2)
    for _ in range(20):
        towards /= np.linalg.norm(towards)
        held = towards[rows].sum(axis=1) + towards[-1]
        towards = np.bincount(rows.ravel(), np.repeat(held, rows.shape[1]), size + 2).astype(np.float64)
        towards[-2], towards[-1] = 0.0, held.sum()
    return 1.1 * float(np.linalg.norm(towards))


def tried(wordings: Sequence[Marked]) -> tuple[float, float]:
    """The shares of letters, and of whole stretches of a subject, that are told rightly in wordings left out."""
    letters: list[bool] = []
    whole: list[bool] = []
    folds = [crc32(one.text.encode()) % FOLDS for one in wordings]
    for out in range(FOLDS):
        subjects = learned([one for one, fold in zip(wordings, folds, strict=True) if fold != out])
        for one in (one for one, fold in zip(wordings, folds, strict=True) if fold == out):
            told = [chance > 0.5 for chance in subjects.chances(one.text)]
            right = [chance == inside for chance, inside in zip(told, one.inside, strict=True)]
            letters += right
            at = 0
            for inside, run in groupby(one.inside):
                size = len(list(run))
                if inside:
                    whole.append(all(right[at : at + size]))
                at += size
    return fmean(letters), fmean(whole)


def main() -> None:
    wordings = read_marked()
    letters, whole = tried(wordings)
    print(
        f"{len(wordings)} wordings; left out: {letters:.3f} of the letters, {whole:.3f} of the stretches of a subject"
    )
    learned(wordings).write()


if __name__ == "__main__":
    main()
