"""Clauses that say the like of one clause: what the others say here.

In: a clause of the index.  Out: the rows of clauses that come near it, nearest first, with how near.  Relied on: two
clauses that say the same have vectors that nearly meet (a cosine near 1); without vectors the share of the words is
what there is.  Example: "每个村至少设置1名灾害信息员" of one plan finds "所有村（社区）均设置1名灾害信息员" of another.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.filters import Mask
from search.fusion import Scores
from search.lanes import Lanes
from search.tokens import terms

_LIKE = 0.6  # the least cosine of clauses that speak of the same
_WORDS = 0.35  # the least share of the words, where there are no vectors


def similar_rows(lanes: Lanes, row: int, allowed: Mask, limit: int) -> tuple[NDArray[np.int64], Scores]:
    """The rows nearest to `row`, itself left out, and every row's nearness."""
    if lanes.meaning is not None:
        vectors = lanes.meaning.vectors
        nearness, least = vectors.cosines(vectors.row(row)), _LIKE
    else:
        nearness, least = lanes.lexical.score(terms(lanes.entries[row].quote)).coverage, _WORDS
    fitting = allowed & (nearness >= least)
    fitting[row] = False
    rows = np.flatnonzero(fitting)
    return rows[np.argsort(-nearness[rows], kind="stable")][:limit], nearness
