"""The clause index: what a query finds, where it stands, and why it was found.

In: clauses, wherever they are held.  Out: `SearchResult`.  Each lane (`search/lanes.py`) gives its evidence,
`search/fusion.py` adds it up, and a clause is a hit only where enough speaks for it, so a query that the plans do not
speak to ends in `no_result`, with what came nearest, instead of in the nearest noise.
Example: "老年友好型社区" finds "积极开展老年友好型社区创建，更好地满足老年人多方面的需要。"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.calibration import Calibration
from search.clauses import DEPTHS, Clauses, Pool
from search.encoder.errors import EncoderUnavailable
from search.entries import Entry
from search.errors import BadQuery
from search.explain import MIN_COVERAGE, explain
from search.filters import Filters
from search.fusion import Scores
from search.grouping import Grouped, grouped
from search.held import HeldClauses
from search.hits import Hit, SearchResult
from search.lanes import CONCEPT, LEXICAL, SEMANTIC, Evidence, Lanes
from search.query import Query, read_query
from search.refusal import observed
from search.similar import similar_rows
from search.wanted import Wanted

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder

_NEAREST = 3  # shown where nothing speaks to the query
# Of the best clause's evidence, what a further hit has at least; beside a perfect clause as beside a good one.
_KEPT, _GOOD = 0.5, 0.6
# The least that a lane alone must find for a hit.
_LEAST = {LEXICAL: MIN_COVERAGE, SEMANTIC: 0.3}
_ANY = 1e-6


@dataclass(frozen=True, slots=True)
class _Ranking:
    """The pool, the rows of its hits in the order wanted, the score of every entry, and what the lanes found."""

    pool: Pool
    rows: NDArray[np.int64]
    scores: Scores
    evidence: Evidence
    nearest: NDArray[np.int64]


class ClauseIndex:
    """The searchable clauses of all loaded plans."""

    def __init__(self, clauses: Clauses, calibration: Calibration | None = None) -> None:
        self._clauses = clauses
        self._calibration = calibration or Calibration.read()

    def __len__(self) -> int:
        return len(self._clauses)

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes that this index has."""
        return self._clauses.lanes

    @classmethod
    def build(cls, entries: Sequence[Entry], encoder: Encoder | None = None) -> ClauseIndex:
        """The index over `entries` in memory; without an encoder by words alone."""
        return cls(HeldClauses.build(entries, encoder))

    @classmethod
    def open(cls, directory: Path, opener: Callable[[], Encoder] | None = None) -> ClauseIndex:
        """The index over the clauses saved in `directory`; raises IndexDamaged."""
        return cls(HeldClauses.open(directory, opener))

    def filter_values(self, name: str) -> list[str]:
        """The values a filter may take, sorted; `name` is a field of Filters."""
        return self._clauses.filter_values(name)

    def search(self, query: str, filters: Filters | None = None, wanted: Wanted | None = None) -> SearchResult:
        """The clauses that speak to `query`, best first, ties in plan order; raises BadQuery."""
        wanted = wanted or Wanted()
        if wanted.mode != "hybrid" and wanted.mode not in self.lanes:
            raise BadQuery(f"mode: {wanted.mode!r} found, but this index has only: {', '.join(self.lanes)}")
        asked = read_query(query)
        ranking = self._ranking(asked, filters or Filters(), wanted)
        pool = ranking.pool
        groups = grouped(ranking.rows, pool.entries) if wanted.group else Grouped(ranking.rows, {})
        page = groups.rows[wanted.offset : wanted.offset + wanted.limit]
        return SearchResult(
            query=query,
            no_result=not len(ranking.rows),
            total=len(groups.rows),
            hits=tuple(_hit(row, asked, ranking, groups.others.get(row, ())) for row in page.tolist()),
            notes=(*asked.notes, *ranking.evidence.notes),
            nearest=tuple(_hit(row, asked, ranking) for row in ranking.nearest.tolist()),
            facets=pool.filters.facets(ranking.rows) if wanted.facets else {},
        )

    def similar(
        self, clause_id: str, filters: Filters | None = None, *, limit: int = 10, own_plan: bool = False
    ) -> tuple[Hit, ...]:
        """The clauses that say the like of one, nearest first; raises BadQuery for an id that is no clause."""
        pool, row = self._clauses.like(clause_id, filters or Filters(), own_plan, max(limit + 1, DEPTHS[0]))
        allowed = np.ones(len(pool.entries), dtype=np.bool_) if pool.mask is None else pool.mask
        rows, nearness = similar_rows(pool.lanes, row, allowed, limit)
        asked = read_query(pool.entries[row].quote)
        lane = SEMANTIC if pool.lanes.meaning else LEXICAL
        return tuple(
            explain(pool.entries[other], asked, {lane: float(nearness[other])}, float(nearness[other]))
            for other in rows.tolist()
        )

    def closeness(self, text: str) -> Mapping[str, float]:
        """How near each clause comes in meaning to a text, by id; empty where there is no encoder to ask."""
        query = read_query(text)
        pool = self._clauses.pool(query, Filters(), "semantic", DEPTHS[-1])
        if pool.lanes.meaning is None:
            return {}
        try:
            near = pool.lanes.meaning.score(query.text, pool.lanes.concepts.officially(query.text))
        except EncoderUnavailable:
            return {}
        return dict(zip(pool.ids, near.tolist(), strict=True))

    def close(self) -> None:
        """Gives back what is open; nothing can be asked afterwards."""
        self._clauses.close()

    def _ranking(self, query: Query, filters: Filters, wanted: Wanted) -> _Ranking:
        """The ranking of a pool that is deep enough to hold every hit, or as deep as it may be."""
        ranking = self._rank(self._clauses.pool(query, filters, wanted.mode, DEPTHS[0]), query, wanted)
        for depth in DEPTHS[1:]:
            if ranking.pool.ends.isdisjoint(ranking.rows.tolist()):
                break
            ranking = self._rank(self._clauses.pool(query, filters, wanted.mode, depth), query, wanted)
        return ranking

    def _rank(self, pool: Pool, query: Query, wanted: Wanted) -> _Ranking:
        if wanted.mode == SEMANTIC:
            _ask_meaning(pool.lanes, query)
        found = pool.lanes.evidence(query, pool.mask)
        allowed = np.arange(len(pool.entries)) if pool.mask is None else np.flatnonzero(pool.mask)
        none = allowed[:0]
        if query.says_nothing or not len(allowed):
            return _Ranking(pool, none, found.bm25, found, none)
        hybrid = wanted.mode == "hybrid" and SEMANTIC in found.lanes
        lane = LEXICAL if wanted.mode == "hybrid" else wanted.mode
        weights, refusal = self._calibration.weights, self._calibration.refusal
        evidence = weights.evidence(found.lanes) if hybrid else found.lanes.get(lane, np.zeros_like(found.bm25))
        passing = evidence if pool.mask is None else evidence[allowed]
        if hybrid:
            part = slice(None) if pool.mask is None else allowed
            closeness, concepts = found.lanes[SEMANTIC][part], found.lanes[CONCEPT][part]
            least = _KEPT * min(_GOOD, float(passing.max()))
            seen = observed(passing, closeness, found.elsewhere, query.text)
            answered = refusal.answers(seen, float(concepts.max()))
        else:
            least = _LEAST.get(lane, _ANY)
            answered = bool(passing.max() >= least)
        scores = weights.scores(evidence) if hybrid else evidence
        if not answered:
            few = allowed[passing >= max(_ANY, _highest(passing, _NEAREST))]
            return _Ranking(pool, none, scores, found, _ordered(few, evidence, found.bm25)[:_NEAREST])
        rows = allowed[passing >= least]
        rows = _ordered(rows[scores[rows] >= wanted.min_score], evidence, found.bm25)
        return _Ranking(pool, np.sort(rows) if wanted.order == "plan" else rows, scores, found, none)


def _ask_meaning(lanes: Lanes, query: Query) -> None:
    """Raises BadQuery where a query cannot be asked by meaning alone, because the model is not to be had."""
    try:
        if lanes.meaning is not None:
            lanes.meaning.queries.of(query.text, lanes.concepts.officially(query.text))
    except EncoderUnavailable as error:
        raise BadQuery(f"mode: {SEMANTIC!r} found, but its model cannot be had: {error}") from error


def _ordered(rows: NDArray[np.int64], evidence: Scores, bm25: Scores) -> NDArray[np.int64]:
    """The rows, most evidence first."""
    return rows[np.lexsort((-bm25[rows], -evidence[rows]))]


def _highest(values: Scores, count: int) -> float:
    """The least of so many highest values."""
    return float(np.partition(values, -min(count, len(values)))[-min(count, len(values))])


def _hit(row: int, query: Query, ranking: _Ranking, same: Sequence[int] = ()) -> Hit:
    entries, lanes = ranking.pool.entries, ranking.pool.lanes
    found = {lane: float(scores[row]) for lane, scores in ranking.evidence.lanes.items()}
    ways = tuple(lanes.concepts.ways(query.text, entries[row].quote)) if found.get(CONCEPT) else ()
    hit = explain(entries[row], query, found, float(ranking.scores[row]), ways)
    return replace(hit, same=tuple(entries[other].clause_id for other in same)) if same else hit
