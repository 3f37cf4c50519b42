"""The clause index: what a query finds, where it stands, and why it was found.

In: entries.  Out: `SearchResult`.  A query is scored by lanes; today there is one, the lexical lane, and a lane that
scores by meaning stands beside it when it comes (`LANES`).  A clause is a hit only where enough of the query stands in
it, so a query that the plans do not speak to ends in `no_result` instead of in the nearest noise.
Example: "老年友好型社区" finds "积极开展老年友好型社区创建，更好地满足老年人多方面的需要。"
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from search.entries import Entry, read_entries, write_entries
from search.errors import BadQuery, IndexDamaged
from search.filters import FilterIndex, Filters, Mask
from search.highlight import highlight
from search.lexical import LexicalLane
from search.tokens import terms

FORMAT = 1
Mode = Literal["hybrid", "lexical", "semantic"]
LANES: tuple[str, ...] = ("lexical",)
# A clause that holds less than this share of the query's weight shares words with it by chance.
MIN_COVERAGE = 0.2
MAX_QUERY_CHARACTERS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One clause found; `start`, `end` and `highlights` are offsets into the plan's source."""

    clause_id: str
    plan_id: str
    start: int
    end: int
    quote: str
    score: float
    lanes: dict[str, float]  # each lane's own score
    matched: tuple[str, ...]  # the query's words that stand in it
    highlights: tuple[tuple[int, int], ...]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The hits from `offset` on, how many there are in all, and what was done to the query."""

    query: str
    no_result: bool
    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]


class ClauseIndex:
    """The searchable clauses of all loaded plans."""

    def __init__(self, entries: Sequence[Entry], lexical: LexicalLane) -> None:
        self._entries = entries
        self._lexical = lexical
        self._filters = FilterIndex(entries)

    def __len__(self) -> int:
        return len(self._entries)

    @classmethod
    def build(cls, entries: Sequence[Entry]) -> ClauseIndex:
        """The index over `entries`; a clause is found by the title it stands under as well as by its own words."""
        return cls(entries, LexicalLane.build([f"{entry.quote}\n{'/'.join(entry.path[-1:])}" for entry in entries]))

    def save(self, directory: Path) -> None:
        """Writes the index into `directory`, which is made."""
        directory.mkdir(parents=True, exist_ok=True)
        write_entries(directory / "entries.jsonl", self._entries)
        self._lexical.save(directory / "bm25")
        meta = {"format": FORMAT, "entries": len(self._entries), "lanes": LANES}
        (directory / "index.json").write_text(json.dumps(meta) + "\n", encoding="utf-8")

    @classmethod
    def open(cls, directory: Path) -> ClauseIndex:
        """The index saved in `directory`; raises IndexDamaged where it is missing, incomplete or of another format."""
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
        return cls(entries, LexicalLane.open(directory / "bm25"))

    def filter_values(self, name: str) -> list[str]:
        """The values a filter may take, sorted; `name` is a field of Filters."""
        return self._filters.values(name)

    def search(
        self, query: str, filters: Filters | None = None, *, limit: int = 10, offset: int = 0, mode: Mode = "hybrid"
    ) -> SearchResult:
        """The clauses that speak to `query`, best first, ties in plan order; raises BadQuery."""
        if mode not in get_args(Mode):
            raise BadQuery(f"mode: {mode!r} found, expected one of: {', '.join(get_args(Mode))}")
        if mode != "hybrid" and mode not in LANES:
            raise BadQuery(f"mode: {mode!r} found, but this index has only the lanes: {', '.join(LANES)}")
        if limit < 1 or offset < 0:
            raise BadQuery(f"limit {limit} and offset {offset} found, expected a limit from 1 and an offset from 0")
        mask = self._filters.mask(filters or Filters())
        asked, notes = _shorten(query)
        query_terms = terms(asked)
        rows, scores = self._rank(query_terms, mask)
        page = rows[offset : offset + limit]
        wanted = frozenset(query_terms)
        return SearchResult(
            query=query,
            no_result=not len(rows),
            total=len(rows),
            hits=tuple(self._hit(int(row), float(scores[row]), wanted) for row in page),
            notes=notes,
        )

    def _rank(self, query_terms: Sequence[str], mask: Mask | None) -> tuple[np.ndarray, np.ndarray]:
        """Rows of the hits, best first, and every row's score."""
        lexical = self._lexical.score(query_terms)
        hit = lexical.coverage >= MIN_COVERAGE
        if mask is not None:
            hit &= mask
        rows = np.flatnonzero(hit)
        return rows[np.argsort(-lexical.bm25[rows], kind="stable")], lexical.bm25

    def _hit(self, row: int, score: float, query_terms: frozenset[str]) -> Hit:
        entry = self._entries[row]
        marks = highlight(entry.quote, query_terms)
        return Hit(
            clause_id=entry.clause_id,
            plan_id=entry.plan_id,
            start=entry.start,
            end=entry.end,
            quote=entry.quote,
            score=round(score, 4),
            lanes={"lexical": round(score, 4)},
            matched=marks.words,
            highlights=tuple((entry.start + start, entry.start + end) for start, end in marks.spans),
            path=entry.path,
        )


def _shorten(query: str) -> tuple[str, tuple[str, ...]]:
    """The part of the query that is read, and a note where it was cut."""
    if len(query) <= MAX_QUERY_CHARACTERS:
        return query, ()
    note = f"query of {len(query)} characters: only the first {MAX_QUERY_CHARACTERS} were read"
    return query[:MAX_QUERY_CHARACTERS], (note,)
