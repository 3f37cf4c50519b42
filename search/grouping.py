"""Near-identical clauses of different plans as one hit: plans of one level copy from the same model.

In: all hits, best first.  Out: for each the hit that leads its group, and the groups in whatever order they are shown.
Relied on: a copy changes a word or two, so nine letters in ten stay; within one plan a repetition is meant and stays a
hit.  Groups are made of all hits and in that one order, then filtered and put into another: so there are as many
however they are ordered, and a filter shows those of the groups that have a clause which passes.
Example: "健全基层党组织领导的基层群众自治机制。" stands in five plans and is one hit with four others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from search.entries import Entry
from search.part import RowNumbers

COMPARED = 1_000  # hits behind these stay as they are, so that a page takes no longer for a query that finds thousands
_SAME = 0.9  # of the letters of both
_BLOCK = 64  # hits that are compared with others at once
_WORDS = 2  # of 64 bits, one for each letter that a text has; a power of 2
_ANY = 1e-4  # that rounding may add or take away


@dataclass(frozen=True, slots=True)
class Grouped:
    """The rows that stand for themselves or a group, in the order shown, and the others of each group."""

    rows: RowNumbers
    others: dict[int, tuple[int, ...]]

    @classmethod
    def of(cls, rows: RowNumbers, leaders: RowNumbers) -> Grouped:
        """The groups of some rows by who leads each; the first of a group stands for it."""
        others: dict[int, list[int]] = {}
        first: dict[int, int] = {}
        for row, leader in zip(rows.tolist(), leaders.tolist(), strict=True):
            shown = first.setdefault(leader, row)
            if shown != row:
                others.setdefault(shown, []).append(row)
        kept = np.array([*first.values()], dtype=np.int64)
        return cls(kept, {row: tuple(behind) for row, behind in others.items()})


def leaders_of(hits: RowNumbers, entries: Sequence[Entry]) -> RowNumbers:
    """For each hit the one that leads its group: the nearest before it, of other plans than the group has already."""
    leaders = hits.copy()
    plans: dict[int, set[str]] = {}  # of the group that a place leads
    saying: dict[str, list[int]] = {}  # the leaders that say just this
    compared = [entries[row] for row in hits[:COMPARED].tolist()]
    texts = ["".join(entry.quote.split()) for entry in compared]
    alike = _alike([*dict.fromkeys(texts)])
    for place, (text, plan) in enumerate(zip(texts, (entry.plan_id for entry in compared), strict=True)):
        leader = next((one for one in saying.get(text, ()) if plan not in plans[one]), None)
        if leader is None and text in alike:
            free = sorted(one for other in alike[text] for one in saying.get(other, ()) if plan not in plans[one])
            said = {one: texts[one] for one in free}
            nearest = process.extractOne(text, said, scorer=fuzz.ratio, score_cutoff=100 * _SAME)
            leader = nearest[2] if nearest else None
        if leader is None:
            saying.setdefault(text, []).append(leader := place)
        plans.setdefault(leader, set()).add(plan)
        leaders[place] = hits[leader]
    return leaders


def _alike(texts: Sequence[str]) -> dict[str, list[str]]:
    """For each text those others that can be near-identical to it; those without any are left out.

    Two texts with nine letters in ten in common are of nearly one length and have hardly a letter that the other has
    not: few pairs are left to be compared letter by letter.
    """
    if len(texts) < 2:
        return {}
    lengths = np.array([len(text) for text in texts])
    order = np.argsort(lengths, kind="stable")
    lengths, marks = lengths[order], _marks(texts)[:, order]
    ends = np.searchsorted(lengths, lengths * (2 / _SAME - 1) + _ANY, side="right")  # no longer text can be as near
    most = (lengths * (1 - _SAME) + _ANY).astype(np.float32)  # of the letters of each
    found: dict[str, list[str]] = {}
    for start in range(0, len(texts), _BLOCK):
        some, others = slice(start, start + _BLOCK), slice(start, int(ends[start : start + _BLOCK].max()))
        lacking = sum(np.bitwise_count(bits[some, None] ^ bits[None, others]) for bits in marks)
        near = np.triu(lacking <= most[some, None] + most[None, others], k=1)
        for one, other in zip(*(order[start + places].tolist() for places in np.nonzero(near)), strict=True):
            found.setdefault(texts[one], []).append(texts[other])
            found.setdefault(texts[other], []).append(texts[one])
    return found


def _marks(texts: Sequence[str]) -> NDArray[np.uint64]:
    """For each text the bits of its letters; one letter more or less is at most one bit more or less."""
    letters = np.frombuffer("".join(f"{text}\0" for text in texts).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
    bits, words_of = np.uint64(1) << (letters & 63).astype(np.uint64), letters >> 6 & _WORDS - 1
    words = (bits * (words_of == word) for word in range(_WORDS))
    return np.stack([np.bitwise_or.reduceat(word, starts) for word in words])
