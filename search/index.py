"""The clause index: what a query finds, where it stands, and why it was found.

In: clauses, wherever they are held.  Out: `SearchResult`.  Each lane (`search/lanes.py`) gives its evidence,
`search/fusion.py` adds it up, and a clause is a hit only where enough speaks for it (`search/ranking.py`), so a query
that the plans do not speak to ends in `no_result`, with what came nearest, instead of in the nearest noise.
Example: "老年友好型社区" finds "积极开展老年友好型社区创建，更好地满足老年人多方面的需要。"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from search.calibration import Calibration
from search.clauses import DEPTHS, Clauses
from search.encoder.errors import EncoderUnavailable
from search.entries import Entry
from search.errors import BadQuery
from search.explain import explain
from search.filters import Filters
from search.grouping import Grouped, leaders_of
from search.held import HeldClauses
from search.hits import Hit, KeptOut, SearchResult
from search.lanes import CONCEPT, LEXICAL, SEMANTIC, Lanes
from search.query import Query, read_query
from search.ranking import Ranking
from search.similar import similar_rows
from search.wanted import Wanted

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder


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
        pool, hits = ranking.pool, ranking.reaching(wanted.min_score)
        leaders = leaders_of(hits, pool.entries) if wanted.group else hits
        shown = np.flatnonzero(pool.passing[hits])
        if wanted.order == "plan":
            shown = shown[np.argsort(hits[shown])]
        groups = Grouped.of(hits[shown], leaders[shown]) if wanted.group else Grouped(hits[shown], {})
        page = groups.rows[wanted.offset : wanted.offset + wanted.limit]
        kept_out = None if len(shown) else _kept_out(ranking, len(np.unique(leaders)))
        return SearchResult(
            query=query,
            no_result=not len(ranking.hits),
            total=len(groups.rows),
            hits=tuple(_hit(row, asked, ranking, groups.others.get(row, ())) for row in page.tolist()),
            notes=(*asked.notes, *ranking.evidence.notes, *([kept_out.note] if kept_out else [])),
            nearest=tuple(_hit(row, asked, ranking) for row in ([] if len(shown) else ranking.nearest().tolist())),
            facets=pool.filters.facets(hits[shown], groups.others) if wanted.facets else {},
            kept_out=kept_out,
        )

    def similar(
        self, clause_id: str, filters: Filters | None = None, *, limit: int = 10, own_plan: bool = False
    ) -> tuple[Hit, ...]:
        """The clauses that say the like of one, nearest first; raises BadQuery for an id that is no clause."""
        pool, row = self._clauses.like(clause_id, filters or Filters(), own_plan, max(limit + 1, DEPTHS[0]))
        rows, nearness = similar_rows(pool.lanes, row, pool.passing, limit)
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
            near = pool.lanes.meaning.score(query.text, pool.lanes.concepts.reader.officially(query.text))
        except EncoderUnavailable:
            return {}
        return dict(zip(pool.ids, near.tolist(), strict=True))

    def close(self) -> None:
        """Gives back what is open; nothing can be asked afterwards."""
        self._clauses.close()

    def _ranking(self, query: Query, filters: Filters, wanted: Wanted) -> Ranking:
        """The ranking of a pool that is deep enough to hold every hit, or as deep as it may be."""
        for depth in DEPTHS:
            pool = self._clauses.pool(query, filters, wanted.mode, depth)
            if wanted.mode == SEMANTIC:
                _ask_meaning(pool.lanes, query)
            ranking = Ranking.of(pool, query, wanted.mode, self._calibration)
            if pool.ends.isdisjoint(ranking.hits.tolist()):
                break
        return ranking


def _ask_meaning(lanes: Lanes, query: Query) -> None:
    """Raises BadQuery where a query cannot be asked by meaning alone, because the model is not to be had."""
    try:
        lanes.vector(query)
    except EncoderUnavailable as error:
        raise BadQuery(f"mode: {SEMANTIC!r} found, but its model cannot be had: {error}") from error


def _kept_out(ranking: Ranking, reaching: int) -> KeptOut | None:
    """What kept every hit from being shown, where there are any; so many reach the least score."""
    if not len(ranking.hits):
        return None
    return KeptOut(by="filters", hits=reaching) if reaching else KeptOut(by="min score", hits=len(ranking.hits))


def _hit(row: int, query: Query, ranking: Ranking, same: Sequence[int] = ()) -> Hit:
    entries, lanes = ranking.pool.entries, ranking.pool.lanes
    found = {lane: float(scores[row]) for lane, scores in ranking.evidence.lanes.items()}
    ways = lanes.concepts.reader.ways(query.text, entries[row].quote, query.figured) if found.get(CONCEPT) else ()
    hit = explain(entries[row], query, found, float(ranking.scores[row]), tuple(ways))
    return replace(hit, same=tuple(entries[other].clause_id for other in same)) if same else hit
