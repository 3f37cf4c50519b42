"""Clauses that look right for a question and are not: the wrong answers that teach most.

In: the lessons and a model.  Out: for each pair some clauses that the model brings up for its question.
Relied on: a clause close to the right one says the same and is no wrong answer (a false negative), so it is left out.
Example: for 冬天暖气费太贵 the model brings up clauses on heating networks; those on heating allowances are too close.
"""

from __future__ import annotations

import random

import numpy as np

from search.encoder.encoder import Encoder
from search.training.lessons import Lessons

FIRST, LAST = 2, 60
TOO_CLOSE = 0.72
ROWS = 512


def mine(model: Encoder, lessons: Lessons, count: int, seed: int) -> list[list[str]]:
    """`count` wrong clauses for every pair, of those that `model` ranks high and that are unlike the right one."""
    chance = random.Random(seed)
    pairs = lessons.pairs
    every = list(dict.fromkeys([*(pair.clause for pair in pairs), *lessons.remembered]))
    places = {clause: place for place, clause in enumerate(every)}
    vectors = model.encode_clauses(every)
    queries = model.encode_queries([pair.query for pair in pairs])
    right = np.array([places[pair.clause] for pair in pairs])
    found: list[list[str]] = []
    for start in range(0, len(pairs), ROWS):
        rows = slice(start, start + ROWS)
        scores = queries[rows] @ vectors.T
        likeness = vectors[right[rows]] @ vectors.T
        scores[likeness > TOO_CLOSE] = -1
        order = np.argsort(-scores, axis=1)[:, FIRST:LAST]
        found += [[every[place] for place in chance.sample(list(row), count)] for row in order]
    return found
