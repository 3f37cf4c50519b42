"""Names in quotation marks, which are meant to the letter: which clauses hold them.

In: the names of a query, the entries and their lexical lane; a clause has the title it stands under too.  Out: for each
entry the share of the names that it holds, and a note on each that none holds.  Relied on: a clause that holds a name
holds all its terms, so only those few that do are read.
Example: “一刻钟便民生活圈” is not held by "打造15分钟便民生活圈", though that is another name of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from search.entries import Entry
from search.fusion import Scores
from search.lexical import LexicalLane
from search.tokens import one_form, terms

_READ = 200  # clauses that hold all terms of a name; of more the others are taken to hold it


@dataclass(frozen=True, slots=True)
class Held:
    """The share of the names that every entry holds; None where nobody holds any."""

    share: Scores | None
    notes: tuple[str, ...]


def held(names: Sequence[str], lexical: LexicalLane, entries: Sequence[Entry]) -> Held:
    """Which entries hold the names."""
    found = {name: _holding(name, lexical, entries) for name in names}
    notes = tuple(
        f"no clause holds “{name}” to the letter: searched as without quotation marks"
        for name, one in found.items()
        if one is None
    )
    shares = [one for one in found.values() if one is not None]
    return Held(np.mean(shares, axis=0, dtype=np.float32) if shares else None, notes)


def _holding(name: str, lexical: LexicalLane, entries: Sequence[Entry]) -> Scores | None:
    letters = one_form(name)
    having = [lexical.postings.rows(term) for term in terms(name) if not term.endswith("/word")]
    if not having:
        return None
    rows: NDArray[np.int64] = reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), having)
    worth: Scores = np.zeros(len(entries), dtype=np.float32)
    worth[rows[_READ:]] = 1.0
    for row in rows[:_READ].tolist():
        said = (entries[row].quote, *entries[row].path[-1:])
        worth[row] = any(letters in one_form(one) for one in said)
    return worth if worth.any() else None
