"""Which clauses of a pool are hits, and how they rank.

In: a pool and a query.  Out: a `Ranking`.  Relied on: whether the plans speak to a query, and how much a hit has at
least, is a matter of all clauses; filters choose among the hits afterwards.  So a facet counts what filtering by it
gives, and a plan that has the second best clause for a query has it under a filter too.
Example: "孩子放学没人接怎么办" is answered by three plans; filtered to one of them it has the hits that this one has.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from search.calibration import Calibration
from search.clauses import Pool
from search.explain import MIN_COVERAGE
from search.fusion import Scores
from search.lanes import CONCEPT, LEXICAL, SEMANTIC, Evidence
from search.part import RowNumbers
from search.query import Query
from search.refusal import observed
from search.wanted import Mode

_NEAREST = 3  # shown where there is no hit
# Of the best clause's evidence, what a further hit has at least; beside a perfect clause as beside a good one.
_KEPT, _GOOD = 0.5, 0.6
# The least that a lane alone must find for a hit.
_LEAST = {LEXICAL: MIN_COVERAGE, SEMANTIC: 0.3}
_ANY = 1e-6
_REFUSED = np.inf


@dataclass(frozen=True, slots=True)
class Ranking:
    """The pool, what was found in it, and its hits, whether they pass the filters or not."""

    pool: Pool
    evidence: Evidence
    worth: Scores  # what speaks for each entry, all in all
    scores: Scores  # the same as how sure it is
    hits: RowNumbers  # best first

    @classmethod
    def of(cls, pool: Pool, query: Query, mode: Mode, calibration: Calibration) -> Ranking:
        """The ranking of a pool for a query."""
        found = pool.lanes.evidence(query)
        if query.says_nothing or not len(pool.entries):
            nothing = np.zeros_like(found.bm25)
            return cls(pool, found, nothing, nothing, np.zeros(0, dtype=np.int64))
        if mode == "hybrid" and SEMANTIC in found.lanes:
            worth = calibration.weights.evidence(found.lanes)
            scores, least = calibration.sureness.scores(worth), _bar(worth, found, query, calibration)
        else:
            lane = LEXICAL if mode == "hybrid" else mode
            scores = worth = found.lanes.get(lane, np.zeros_like(found.bm25))
            least = _LEAST.get(lane, _ANY)
        return cls(pool, found, worth, scores, _ordered(np.flatnonzero(worth >= least), worth, found))

    def reaching(self, least: float) -> RowNumbers:
        """The hits with so high a score, best first."""
        return self.hits[self.scores[self.hits] >= least]

    def nearest(self) -> RowNumbers:
        """What comes nearest of all that passes the filters, hit or not."""
        worth = np.where(self.pool.passing, self.worth, np.float32(0))
        few = min(_NEAREST, len(worth))
        least = float(np.partition(worth, -few)[-few]) if few else 0.0
        return _ordered(np.flatnonzero(worth >= max(_ANY, least)), worth, self.evidence)[:_NEAREST]


def _bar(worth: Scores, found: Evidence, query: Query, calibration: Calibration) -> float:
    """How much a hit has at least, by all lanes together; more than any can have where the plans do not answer."""
    seen = observed(worth, found.lanes[SEMANTIC], found.elsewhere, query.text)
    if not calibration.refusal.answers(seen, float(found.lanes[CONCEPT].max())):
        return _REFUSED
    return max(_ANY, _KEPT * min(_GOOD, seen.best))


def _ordered(rows: RowNumbers, worth: Scores, found: Evidence) -> RowNumbers:
    """The rows, those first for which most speaks."""
    return rows[np.lexsort((-found.bm25[rows], -worth[rows]))]
