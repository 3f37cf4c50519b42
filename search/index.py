"""The clause index: what a query finds, where it stands, and why it was found.

In: entries.  Out: `SearchResult`.  Each lane (`search/lanes.py`) gives its evidence, `search/fusion.py` adds it up, and
a clause is a hit only where enough speaks for it, so a query that the plans do not speak to ends in `no_result`, with
what came nearest, instead of in the nearest noise.
Example: "老年友好型社区" finds "积极开展老年友好型社区创建，更好地满足老年人多方面的需要。"
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.entries import Entry, read_entries, write_entries
from search.errors import BadQuery, IndexDamaged
from search.explain import MIN_COVERAGE, explain
from search.filters import FilterIndex, Filters, Mask
from search.fusion import Scores, Weights
from search.grouping import Grouped, grouped
from search.hits import Hit, SearchResult
from search.lanes import CONCEPT, LEXICAL, SEMANTIC, Evidence, Lanes
from search.query import Query, read_query
from search.refusal import Refusal
from search.similar import similar_rows
from search.vectors import Progress, Vectors
from search.wanted import Wanted

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder

FORMAT = 2
_NEAREST = 3  # shown where nothing speaks to the query
# How probable an answer must be: to lose an answer is worse than to show what is merely near.
_ANSWERED = 0.065
# Of the best clause's evidence, what a further hit has at least; beside a perfect clause as beside a good one.
_KEPT, _GOOD = 0.5, 0.6
# The least that a lane alone must find for a hit.
_LEAST = {LEXICAL: MIN_COVERAGE, SEMANTIC: 0.3}
_ANY = 1e-6


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Rows of the hits in the order wanted, the score of every entry, and what the lanes found."""

    rows: NDArray[np.int64]
    scores: Scores
    evidence: Evidence
    nearest: NDArray[np.int64]


class ClauseIndex:
    """The searchable clauses of all loaded plans."""

    def __init__(self, entries: Sequence[Entry], lanes: Lanes) -> None:
        self._entries = entries
        self._lanes = lanes
        self._filters = FilterIndex(entries)

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes that this index has."""
        return self._lanes.names

    @classmethod
    def build(
        cls,
        entries: Sequence[Entry],
        encoder: Encoder | None = None,
        known: Vectors | None = None,
        progress: Progress | None = None,
    ) -> ClauseIndex:
        """The index over `entries`; without an encoder by words alone.  Vectors that `known` has are not made again."""
        return cls(entries, Lanes.build(entries, encoder, known, progress))

    def save(self, directory: Path) -> None:
        """Writes the index into `directory`, which is made."""
        directory.mkdir(parents=True, exist_ok=True)
        write_entries(directory / "entries.jsonl", self._entries)
        self._lanes.save(directory)
        meta = {"format": FORMAT, "entries": len(self._entries), "lanes": self._lanes.names}
        (directory / "index.json").write_text(json.dumps(meta) + "\n", encoding="utf-8")

    @classmethod
    def open(cls, directory: Path, opener: Callable[[], Encoder] | None = None) -> ClauseIndex:
        """The index saved in `directory`; `opener` gives the encoder when a query first asks for meaning.

        Raises IndexDamaged where the index is missing, incomplete or of another format.
        """
        try:
            meta = json.loads((directory / "index.json").read_text(encoding="utf-8"))
            entries = read_entries(directory / "entries.jsonl")
        except (OSError, ValueError) as error:
            raise IndexDamaged(
                f"{directory}: no readable search index, one was expected; run `crossplan ingest`"
            ) from error
        if meta.get("format") != FORMAT or meta.get("entries") != len(entries):
            found = f"format {meta.get('format')} with {len(entries)} clauses"
            expected = f"format {FORMAT} with {meta.get('entries')}"
            raise IndexDamaged(f"{directory}: {found} found, {expected} expected; run `crossplan ingest`")
        return cls(entries, Lanes.open(directory, entries, opener))

    @staticmethod
    def vectors(directory: Path) -> Vectors:
        """The vectors of the index saved in `directory`, to be taken over; raises IndexDamaged."""
        return Lanes.vectors(directory)

    def filter_values(self, name: str) -> list[str]:
        """The values a filter may take, sorted; `name` is a field of Filters."""
        return self._filters.values(name)

    def search(self, query: str, filters: Filters | None = None, wanted: Wanted | None = None) -> SearchResult:
        """The clauses that speak to `query`, best first, ties in plan order; raises BadQuery."""
        wanted = wanted or Wanted()
        if wanted.mode != "hybrid" and wanted.mode not in self._lanes.names:
            raise BadQuery(f"mode: {wanted.mode!r} found, but this index has only: {', '.join(self._lanes.names)}")
        mask = self._filters.mask(filters or Filters())
        asked = read_query(query)
        ranking = self._rank(asked, mask, wanted)
        groups = grouped(ranking.rows, self._entries) if wanted.group else Grouped(ranking.rows, {})
        page = groups.rows[wanted.offset : wanted.offset + wanted.limit]
        return SearchResult(
            query=query,
            no_result=not len(ranking.rows),
            total=len(groups.rows),
            hits=tuple(self._hit(row, asked, ranking, groups.others.get(row, ())) for row in page.tolist()),
            notes=(*asked.notes, *ranking.evidence.notes),
            nearest=tuple(self._hit(row, asked, ranking) for row in ranking.nearest.tolist()),
            facets=self._filters.facets(ranking.rows) if wanted.facets else {},
        )

    def similar(
        self, clause_id: str, filters: Filters | None = None, *, limit: int = 10, own_plan: bool = False
    ) -> tuple[Hit, ...]:
        """The clauses that say the like of one, nearest first; raises BadQuery for an id that is no clause."""
        row = self._places.get(clause_id)
        if row is None:
            raise BadQuery(f"clause: {clause_id[:80]!r} found, expected the id of a clause")
        mask = self._filters.mask(filters or Filters())
        allowed = np.ones(len(self._entries), dtype=np.bool_) if mask is None else mask.copy()
        if not own_plan:
            allowed &= ~self._filters.having("plans", self._entries[row].plan_id)
        rows, nearness = similar_rows(self._lanes, row, allowed, limit)
        asked = read_query(self._entries[row].quote)
        lane = SEMANTIC if self._lanes.meaning else LEXICAL
        return tuple(
            explain(self._entries[other], asked, {lane: float(nearness[other])}, float(nearness[other]))
            for other in rows.tolist()
        )

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {entry.clause_id: row for row, entry in enumerate(self._entries)}

    def _rank(self, query: Query, mask: Mask | None, wanted: Wanted) -> _Ranking:
        found = self._lanes.evidence(query)
        allowed = np.arange(len(self._entries)) if mask is None else np.flatnonzero(mask)
        none = allowed[:0]
        if query.says_nothing or not len(allowed):
            return _Ranking(none, found.bm25, found, none)
        if wanted.mode == "hybrid" and SEMANTIC in found.lanes:
            evidence = Weights().evidence(found.lanes)
            least = _KEPT * min(_GOOD, float(evidence[allowed].max()))
            closeness = found.lanes[SEMANTIC]
            answered = Refusal().answered(evidence[allowed], closeness[allowed], query.text) >= _ANSWERED
            scores = Weights().scores(evidence)
        else:
            lane = LEXICAL if wanted.mode == "hybrid" else wanted.mode
            evidence = scores = found.lanes.get(lane, np.zeros_like(found.bm25))
            least = _LEAST.get(lane, _ANY)
            answered = bool(evidence[allowed].max() >= least)
        best = allowed[np.lexsort((-found.bm25[allowed], -evidence[allowed]))]
        if not answered:
            return _Ranking(none, scores, found, best[:_NEAREST][evidence[best[:_NEAREST]] > 0])
        rows = best[(evidence[best] >= least) & (scores[best] >= wanted.min_score)]
        return _Ranking(np.sort(rows) if wanted.order == "plan" else rows, scores, found, none)

    def _hit(self, row: int, query: Query, ranking: _Ranking, same: Sequence[int] = ()) -> Hit:
        found = {lane: float(scores[row]) for lane, scores in ranking.evidence.lanes.items()}
        ways = tuple(self._lanes.concepts.ways(query.text, self._entries[row].quote)) if found.get(CONCEPT) else ()
        hit = explain(self._entries[row], query, found, float(ranking.scores[row]), ways)
        return replace(hit, same=tuple(self._entries[other].clause_id for other in same)) if same else hit
