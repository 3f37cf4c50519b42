"""Pairs of passages that have words in common, found without comparing each with each.

In: the letters of many passages, the earlier first.  Out: pairs of their numbers.  Every run of eight letters is a
number; of four runs in a row the smallest is kept (winnowing), so that eleven letters in a row that two passages share
leave a common number in both.  A number that many passages have is a phrase that everybody uses: each of them is
paired with the first few that have it only, which keeps the work in step with the number of passages.
Example: "推动物流配送、快递、再生资源回收网点设施辐射符合条件的村" stands in several plans, with other words behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RUN = 8
WINDOW = 4
FIRST = 8  # how many passages stand for all that have a number
SHARE = 0.25  # of the numbers of one passage, that the other must have
_BASE = np.uint64(0x9E3779B97F4A7C15)
_NONE = np.iinfo(np.uint64).max
Numbers = NDArray[np.int64]


def candidates(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (earlier, later) of numbers of `texts` that may have a passage in common, in order."""
    owners, prints = _fingerprints(texts)
    order = np.lexsort((owners, prints))
    owners, prints = owners[order], prints[order]
    kept = np.ones(len(owners), dtype=bool)  # a number counts once a passage
    kept[1:] = (owners[1:] != owners[:-1]) | (prints[1:] != prints[:-1])
    owners, prints = owners[kept], prints[kept]
    sizes = np.bincount(owners, minlength=len(texts))
    pairs, counts = np.unique(_pairs(owners, prints, len(texts)), return_counts=True)
    earlier, later = pairs // max(len(texts), 1), pairs % max(len(texts), 1)
    enough = counts >= SHARE * np.minimum(sizes[earlier], sizes[later])
    return list(zip(earlier[enough].tolist(), later[enough].tolist(), strict=True))


def _pairs(owners: Numbers, prints: NDArray[np.uint64], count: int) -> Numbers:
    """For each number, its passages with the first few of them, each pair as earlier * count + later."""
    if not len(owners):
        return np.empty(0, dtype=np.int64)
    begins = np.flatnonzero(np.concatenate(([True], prints[1:] != prints[:-1])))
    starts = np.repeat(begins, np.diff(np.append(begins, len(prints))))
    ranks = np.arange(len(prints)) - starts
    found = [
        owners[starts[behind] + place] * count + owners[behind]
        for place in range(FIRST)
        for behind in (np.flatnonzero(ranks > place),)
    ]
    return np.concatenate(found)


def _fingerprints(texts: Sequence[str]) -> tuple[Numbers, NDArray[np.uint64]]:
    """The numbers kept of all texts, and whose each is."""
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    if len(letters) < RUN:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.uint64)
    owners = np.repeat(np.arange(len(texts)), lengths)
    runs = np.zeros(len(letters) - RUN + 1, dtype=np.uint64)
    for place in range(RUN):
        runs = runs * _BASE + letters[place : place + len(runs)]
    runs ^= runs >> np.uint64(31)
    whole = owners[: len(runs)] == owners[RUN - 1 :]
    runs[~whole] = _NONE
    chosen = np.zeros(len(runs), dtype=bool)
    if len(runs) >= WINDOW:
        least = np.minimum.reduce([runs[place : len(runs) - WINDOW + 1 + place] for place in range(WINDOW)])
        for place in range(WINDOW):
            chosen[place : place + len(least)] |= runs[place : place + len(least)] == least
    chosen &= whole
    return owners[: len(runs)][chosen], runs[chosen]
