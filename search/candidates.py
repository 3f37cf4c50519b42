"""The candidates for a query: how a server is asked for them, and the pool that they make.

In: what a query asks for, then what the server brought up.  Out: `Look`s, one for each rank, and a `Pool`.  Relied on:
how rare a term is comes with the candidates (`Whole`), so that each is weighed as among all clauses.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.looks import Look, Passing, by_meaning, by_words, full_text
from graph.searchable import Stored
from search.about import About, Record
from search.clauses import Pool
from search.concept_reading import ConceptReader
from search.concepts import ConceptLane
from search.filters import FilterIndex, Filters
from search.lanes import READ, WITHOUT, Lanes
from search.lexical import LexicalLane
from search.meaning import MeaningLane, QueryVectors
from search.rows import Floats
from search.vectors import Vectors
from search.whole import Whole

WORDS, CONCEPTS = "words", "concepts"  # the properties with a full-text index
_TERMS = 1000  # in one question to the full-text index, which takes 1,024


@dataclass(frozen=True, slots=True)
class Candidate:
    """One clause that a server brought up, and by what it is found."""

    row: int  # its place among all
    record: Record
    words: tuple[str, ...]
    concepts: tuple[str, ...]

    @classmethod
    def of(cls, text: Stored) -> Candidate:
        """The candidate that a server stores as `text`."""
        return cls(text.row, Record.read(text.record), _parted(text.words), _parted(text.concepts))


@dataclass(frozen=True, slots=True)
class Brought:
    """The rows that a server's indexes bring up, and those at which a rank breaks off."""

    rows: frozenset[int]
    ends: frozenset[int]

    def beside(self, other: Brought) -> Brought:
        """Both together."""
        return Brought(self.rows | other.rows, self.ends | other.ends)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a query asks a server for; what is empty is not asked for."""

    terms: tuple[str, ...] = ()
    concepts: Mapping[str, float] = field(default_factory=dict)  # by which a clause can speak of it, with their worth
    numerals: tuple[str, ...] = ()
    vector: Floats | None = None

    def looks(self, passing: Passing, about: About, share: float) -> Iterator[Look]:
        """One look for each rank; `share` is the estimated share of all clauses that pass."""
        for prop, weighed in ((WORDS, dict.fromkeys(self.terms, 1.0)), (CONCEPTS, self.concepts)):
            if weighed:
                yield by_words(full_text(prop, dict([*weighed.items()][:_TERMS])), passing)
        if self.vector is not None and about.model:
            near = about.size if share * about.size <= passing.most else round(2 * passing.most / share)
            yield by_meaning(self.vector.tolist(), max(1, min(about.size, near)), passing)

    def printed(self, passing: Passing) -> Iterator[Look]:
        """The look for clauses that print the figures asked for, few of which another rank brings up."""
        if self.numerals:
            query = full_text(WORDS, dict.fromkeys(self.numerals, 1.0))
            yield by_words(query, Passing(passing.filters, READ, passing.without))


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the lanes over candidates need beside them."""

    about: About
    whole: Whole
    terms: tuple[str, ...]
    reader: ConceptReader
    background: Floats
    queries: QueryVectors | None
    wants_meaning: bool

    def pool(self, candidates: Sequence[Candidate], ends: Collection[int], filters: Filters) -> Pool:
        """The pool of candidates, which come in plan order; `ends` are those rows where a rank broke off.

        The filters' values are those of all clauses; the candidates need have none of them.
        """
        records = [candidate.record for candidate in candidates]
        entries = [record.entry for record in records]
        lexical = LexicalLane.among([one.words for one in candidates], self.terms, self.whole)
        concepts = ConceptLane.among([one.concepts for one in candidates], self.whole, self.reader)
        lacking = (WITHOUT,) if self.wants_meaning and self.queries is None else ()
        lanes = Lanes(entries, lexical, concepts, self._meaning(records), lacking)
        broken = frozenset(place for place, one in enumerate(candidates) if one.row in ends)
        values = FilterIndex(entries, regions=self.about.filters["regions"])
        return Pool(entries, lanes, values, values.passing(filters), broken)

    def _meaning(self, records: Sequence[Record]) -> MeaningLane | None:
        if self.queries is None:
            return None
        steps = np.array([record.steps for record in records], dtype=np.int8)
        vectors = Vectors(
            model=self.about.model,
            rows=steps.reshape(len(records), self.about.dimensions),
            scales=np.array([record.scale for record in records], dtype=np.float32),
            keys=np.zeros(len(records), dtype=np.uint64),
            background=self.background,
        )
        return MeaningLane(vectors, self.queries)


def _parted(words: str) -> tuple[str, ...]:
    """The words, each kept once however many clauses have it."""
    return tuple(map(sys.intern, words.split()))
