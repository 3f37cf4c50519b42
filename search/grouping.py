"""Near-identical clauses of different plans as one hit: plans of one level copy from the same model.

In: rows in their order.  Out: the rows that stand for a group, and for each the others of its group.  Relied on: a
copy changes a word or two, so nine letters in ten stay; within one plan a repetition is meant and stays a hit.
Example: "健全基层党组织领导的基层群众自治机制。" stands in five plans and is one hit with four others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from search.entries import Entry

_SAME = 90  # of a hundred letters
_LOOKED_AT = 150  # rows behind these stay as they are, so that a page takes no longer for a query that finds thousands


@dataclass(frozen=True, slots=True)
class Grouped:
    """The rows that stand for themselves or a group, in their order, and the others of each group."""

    rows: NDArray[np.int64]
    others: dict[int, tuple[int, ...]]


def grouped(rows: NDArray[np.int64], entries: Sequence[Entry]) -> Grouped:
    """The rows with near-identical ones of other plans put behind the nearest of those before them."""
    first: list[int] = []
    said: list[str] = []  # what they say
    others: dict[int, tuple[int, ...]] = {}
    for row in rows[:_LOOKED_AT].tolist():
        text = "".join(entries[row].quote.split())
        nearest = process.extractOne(text, said, scorer=fuzz.ratio, score_cutoff=_SAME)
        group = (first[nearest[2]], *others.get(first[nearest[2]], ())) if nearest else ()
        if not group or any(entries[row].plan_id == entries[one].plan_id for one in group):
            first.append(row)
            said.append(text)
        else:
            others[group[0]] = (*group[1:], row)
    kept = np.array([*first, *rows[_LOOKED_AT:].tolist()], dtype=np.int64)
    return Grouped(kept, others)
