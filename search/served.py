"""The clauses that a server holds: its indexes bring up those worth weighing, the lanes weigh them here.

In: a query.  Out: a `Pool` of the clauses that the full-text index ranks first for its words, its concepts and its
figures, and the vector index for its meaning; each is weighed by counts over all clauses, so it has the score that it
has where every clause is looked at.  Relied on: a hit stands far up in one of these ranks, and where the last of a rank
is a hit itself, more are asked for (`search/index.py`).  Whether the plans speak to a query is a matter of all clauses,
so under filters the first of all are weighed beside the first that pass; they were mostly asked for before.
Example: for "老人吃饭" come clauses with 老人 by their words, and those on 助餐 by concept and by meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from graph.looks import Passing, by_id, full_text
from graph.searchable import Edition, EditionSuperseded
from search.about import About
from search.candidates import CONCEPTS, WORDS, Brought, Candidate, Sought, Weighing
from search.clauses import Pool
from search.concept_reading import ConceptReader
from search.encoder.errors import EncoderUnavailable
from search.errors import BadQuery
from search.filters import Filters
from search.lanes import lane_names
from search.meaning import QueryVectors
from search.query import Query
from search.rows import Floats
from search.tags import tag, tagged
from search.tokens import terms
from search.vectors import unit
from search.wanted import WITH_FIGURES, Mode
from search.whole import Whole

if TYPE_CHECKING:
    from graph.neo4j_search import Neo4jSearch
    from search.encoder.encoder import Encoder

_TRIES = 3  # a load takes longer than a query, so that the second mostly does
_COUNTS, _CLAUSES, _QUERIES = 200_000, 10_000, 200  # kept of an edition at most, some 3 KB a clause
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _State:
    """One edition of the clauses, and what was learnt of it so far."""

    edition: Edition
    about: About
    background: Floats
    queries: QueryVectors | None
    counts: dict[str, int] = field(default_factory=dict)  # by full-text query
    candidates: dict[int, Candidate] = field(default_factory=dict)  # by row
    brought: dict[tuple[str, Mode, int], Brought] = field(default_factory=dict)  # for a query, unfiltered

    def bring(self, asked: tuple[str, Mode, int], found: Brought) -> None:
        """Keeps what was brought up for a query: under filters it is weighed again."""
        if len(self.brought) >= _QUERIES:
            self.brought.clear()
        self.brought[asked] = found


class ServedClauses:
    """The clauses of whichever graph the server holds."""

    def __init__(self, server: Neo4jSearch, opener: Callable[[], Encoder] | None) -> None:
        self._server = server
        self._opener = opener
        self._known: _State | None = None
        self._reader = ConceptReader()

    def __len__(self) -> int:
        return self._state().about.size

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes there are."""
        return lane_names(meaning=self._state().queries is not None)

    def filter_values(self, name: str) -> list[str]:
        """The values a filter may take, sorted; `name` is a field of Filters."""
        return sorted(self._state().about.filters[name])

    def pool(self, query: Query, filters: Filters, mode: Mode, depth: int) -> Pool:
        """The clauses that the indexes bring up; raises BadQuery for a filter value that no clause has."""
        return self._settled(lambda state: self._brought(state, query, filters, mode, depth))

    def like(self, clause_id: str, filters: Filters, own_plan: bool, depth: int) -> tuple[Pool, int]:
        """Those nearest to a clause, itself among them; raises BadQuery for an id that is no clause."""
        return self._settled(lambda state: self._alike(state, clause_id, filters, own_plan, depth))

    def close(self) -> None:
        """Closes the connections."""
        self._server.close()

    def _brought(self, state: _State, query: Query, filters: Filters, mode: Mode, depth: int) -> Pool:
        asked = self._reader.asked(query.text)
        every = {concept: worth for linked in asked.values() for concept, worth in linked.items()}
        sought = Sought(
            terms=tuple(sorted(set(query.terms))) if mode not in ("semantic", "concept") else (),
            concepts=every if mode not in ("semantic", "lexical") else {},
            numerals=query.numerals if mode in WITH_FIGURES else (),
            vector=self._vector(state, query) if mode not in ("lexical", "concept") else None,
        )
        passing, share = tagged(state.about, filters, depth)
        found = self._looked(state, sought, passing, share)
        key = query.text, mode, depth
        if passing.filters:
            everywhere = state.brought.get(key) or self._looked(state, sought, Passing((), depth), 1.0)
            state.bring(key, everywhere)
            found = found.beside(everywhere)
        else:
            state.bring(key, found)
        weighing = self._weighing(state, query.looked_up, asked)
        return weighing.pool(self._candidates(state, found.rows), found.ends, filters)

    def _looked(self, state: _State, sought: Sought, passing: Passing, share: float) -> Brought:
        """What the indexes bring up of what passes, which is some share of all."""
        looks = [*sought.looks(passing, state.about, share)]
        ranks = self._server.found(state.edition, [*looks, *sought.printed(passing)])
        broken = (rank[-1] for rank in ranks[: len(looks)] if len(rank) == passing.most)
        return Brought(frozenset(chain.from_iterable(ranks)), frozenset(broken))

    def _alike(self, state: _State, clause_id: str, filters: Filters, own_plan: bool, depth: int) -> tuple[Pool, int]:
        (itself,) = self._server.found(state.edition, [by_id(clause_id)])
        if not itself:
            raise BadQuery(f"clause: {clause_id[:80]!r} found, expected the id of a clause")
        record = self._candidates(state, itself)[0].record
        passing, share = tagged(state.about, filters, depth)
        if not own_plan:
            passing = Passing(passing.filters, depth, tag("plans", record.entry.plan_id))
        own_terms = () if state.queries else tuple(terms(record.entry.quote))
        vector = unit(record.steps) if state.queries else None
        looks = Sought(terms=own_terms, vector=vector).looks(passing, state.about, share)
        ranks = self._server.found(state.edition, [*looks])
        rows = {*itself, *chain.from_iterable(ranks)}
        pool = self._weighing(state, own_terms, ()).pool(self._candidates(state, rows), (), Filters())
        return pool, next(row for row, entry in enumerate(pool.entries) if entry.clause_id == clause_id)

    def _candidates(self, state: _State, brought: Iterable[int]) -> list[Candidate]:
        """The clauses of these rows in plan order; what was brought up before is not sent again."""
        rows = sorted(brought)
        found = {row: state.candidates[row] for row in rows if row in state.candidates}
        new = [row for row in rows if row not in found]
        if new:
            found |= {text.row: Candidate.of(text) for text in self._server.texts(state.edition, new)}
            if len(state.candidates) > _CLAUSES:
                state.candidates.clear()
            state.candidates.update(found)
        return [found[row] for row in rows]

    def _vector(self, state: _State, query: Query) -> Floats | None:
        """What the query means; None where that cannot be asked, which the lanes then note."""
        if state.queries is None or query.says_nothing:
            return None
        try:
            return state.queries.of(query.text, self._reader.officially(query.text))
        except EncoderUnavailable:
            return None

    def _weighing(self, state: _State, words: Collection[str], concepts: Collection[str]) -> Weighing:
        """The counts of words and concepts over all clauses, asked for where they are not known yet."""
        asked = {full_text(WORDS, {word: 1}): word for word in words}
        asked |= {full_text(CONCEPTS, {concept: 1}): concept for concept in concepts}
        new = [query for query in asked if query not in state.counts]
        if new:
            if len(state.counts) > _COUNTS:
                state.counts.clear()
                new = [*asked]
            state.counts.update(zip(new, self._server.counts(state.edition, new), strict=True))
        frequencies = {name: state.counts[query] for query, name in asked.items()}
        return Weighing(
            about=state.about,
            whole=Whole(state.about.size, state.about.mean_length, frequencies),
            terms=tuple(words),
            reader=self._reader,
            background=state.background,
            queries=state.queries,
            wants_meaning=self._opener is not None,
        )

    def _settled(self, work: Callable[[_State], T]) -> T:
        """What `work` gives from one edition; begun again where another was loaded meanwhile."""
        for _ in range(_TRIES - 1):
            try:
                return work(self._state())
            except EditionSuperseded:
                self._known = None
        return work(self._state())

    def _state(self) -> _State:
        if self._known is None:
            edition = self._server.edition()
            about = About.read(edition.about)
            queries = QueryVectors(about.model, self._opener) if about.model and self._opener else None
            self._known = _State(edition, about, about.background.vectors(), queries)
        return self._known
