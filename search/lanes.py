"""The lanes of an index together: what each finds for a query, and what could not be asked.

In: entries, and an encoder where there is one.  Out: for a query, the evidence of each lane, 0 to 1 an entry.
Relied on: words, meaning, concepts and figures fail in different places, so each is kept by itself and a lane that
cannot be had leaves the others as they are.  Example: without its encoder it still finds "灾害信息员" by its words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.concepts import ConceptLane
from search.encoder.errors import EncoderUnavailable
from search.entries import Entry
from search.figures import Figure, agreement, read_figures
from search.fusion import Scores
from search.lexical import LexicalLane
from search.meaning import MeaningLane
from search.names import held
from search.part import Part
from search.query import Query
from search.rows import Floats
from search.tokens import one_form
from search.vectors import Vectors

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder, Progress

LEXICAL, SEMANTIC, CONCEPT, FIGURES = "lexical", "semantic", "concept", "figures"
NAMES = "names"  # no lane to be searched by alone: what stands in quotation marks, held to the letter
_BM25, _CONCEPTS, _VECTORS = "bm25", "concepts", "vectors"
# Figures are compared in so many of the clauses that the other lanes bring up, and in those that print the numeral, the
# most promising first; of very many clauses, and of a server's, in no more of these either.
READ, _PRINTED = 300, 1000
_REMEMBERED = 4096  # clauses whose figures stay read
WITHOUT = "searched by words alone: the index was made without a model; run `crossplan ingest`"
NOT_ALL = "searched by words alone: {} of {} clauses have no vector yet; run `crossplan ingest`"


def lane_names(meaning: bool) -> tuple[str, ...]:
    """The lanes of an index with or without meaning."""
    return (LEXICAL, *((SEMANTIC,) if meaning else ()), CONCEPT, FIGURES)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What each lane found for one query; `bm25` orders entries that cover the same share of it."""

    lanes: dict[str, Scores]
    bm25: Scores
    notes: tuple[str, ...]
    elsewhere: float = 0.0  # how near the background comes to the query, where there is meaning


def _said() -> Callable[[str], tuple[Figure, ...]]:
    """Reads the figures of a clause; queries of figures come back to the same clauses."""
    return lru_cache(maxsize=_REMEMBERED)(lambda quote: tuple(read_figures(one_form(quote))))


@dataclass(frozen=True)
class Lanes:
    """The lanes over one list of entries."""

    entries: Sequence[Entry] = field(repr=False)
    lexical: LexicalLane
    concepts: ConceptLane
    meaning: MeaningLane | None
    lacking: tuple[str, ...] = ()  # what this index does without though it was wanted
    said: Callable[[str], tuple[Figure, ...]] = field(default_factory=_said, repr=False)

    @classmethod
    def build(
        cls,
        entries: Sequence[Entry],
        encoder: Encoder | None,
        known: Vectors | None = None,
        progress: Progress | None = None,
    ) -> Lanes:
        """The lanes over `entries`; a clause is found by the title it stands under as well as by its own words.

        Without an encoder there are the vectors that are known.  The other lanes are made beside them: an encoder
        leaves the interpreter to others while it reckons.
        """
        with ThreadPoolExecutor(1) as beside:
            lexical = beside.submit(LexicalLane.build, (entry.searched for entry in entries))
            concepts = beside.submit(ConceptLane.build, entries)
            meaning = MeaningLane.kept(entries, known) if known is not None and encoder is None else None
            if encoder is not None:
                meaning = MeaningLane.build(entries, encoder, known, progress)
            return cls(entries, lexical.result(), concepts.result(), meaning)

    def save(self, directory: Path) -> None:
        """Writes the lanes below `directory`."""
        self.lexical.save(directory / _BM25)
        self.concepts.save(directory / _CONCEPTS)
        if self.meaning is not None:
            self.meaning.vectors.save(directory / _VECTORS)

    @classmethod
    def open(cls, directory: Path, entries: Sequence[Entry], opener: Callable[[], Encoder] | None) -> Lanes:
        """The lanes saved below `directory`; raises IndexDamaged.  Without `opener` there is no meaning."""
        size = len(entries)
        lexical, concepts = LexicalLane.open(directory / _BM25, size), ConceptLane.open(directory / _CONCEPTS, size)
        if opener is None:
            return cls(entries, lexical, concepts, None)
        if not (directory / _VECTORS).is_dir():
            return cls(entries, lexical, concepts, None, (WITHOUT,))
        vectors = Vectors.open(directory / _VECTORS, size)
        if vectors.lacking:  # clauses without a vector would stand behind all others
            return cls(entries, lexical, concepts, None, (NOT_ALL.format(vectors.lacking, size),))
        return cls(entries, lexical, concepts, MeaningLane.over(vectors, opener))

    def among(self, rows: NDArray[np.int64], query: Query) -> Lanes:
        """The lanes over some rows, for one query; each is weighed as among all."""
        return Lanes(
            Part(self.entries, rows),
            self.lexical.part(rows, query.looked_up),
            self.concepts.part(rows, query.text),
            MeaningLane(self.meaning.vectors.among(rows), self.meaning.queries) if self.meaning else None,
            self.lacking,
            self.said,
        )

    @staticmethod
    def vectors(directory: Path) -> Vectors:
        """The vectors alone; raises IndexDamaged."""
        return Vectors.open(directory / _VECTORS)

    @property
    def names(self) -> tuple[str, ...]:
        """The lanes there are."""
        return lane_names(meaning=self.meaning is not None)

    def vector(self, query: Query) -> Floats | None:
        """What the query means; None where there is no meaning to ask for.  Raises EncoderUnavailable."""
        if self.meaning is None:
            return None
        return self.meaning.queries.of(query.text, self.concepts.reader.officially(query.text))

    def evidence(self, query: Query) -> Evidence:
        """What each lane finds for a query; a lane that cannot be asked is left out and noted."""
        lexical = self.lexical.score(query.terms, query.matter)
        lanes = {LEXICAL: lexical.coverage, CONCEPT: self.concepts.score(query.text, query.figured)}
        notes = [*self.lacking]
        elsewhere = 0.0
        if self.meaning is not None:
            try:
                asked = query.text, self.concepts.reader.officially(query.text)
                lanes[SEMANTIC], elsewhere = self.meaning.score(*asked), self.meaning.elsewhere(*asked)
            except EncoderUnavailable as error:
                notes.append(f"searched by words alone: {error}")
        if query.figures:
            agreed = self._figures(query, lanes, lexical.bm25)
            near = lanes.get(SEMANTIC, lexical.coverage)
            lanes[FIGURES], lanes[LEXICAL] = agreed.clip(0.0), lexical.beside(agreed, len(query.figures), near)
        if query.names:
            said = held(query.names, self.lexical, self.entries)
            notes += said.notes
            if said.share is not None:
                lanes[NAMES] = said.share
                if SEMANTIC not in lanes:  # the words are all there is to rank by
                    lanes[LEXICAL] = np.float32(0.5) * (said.share + lanes[LEXICAL])
        return Evidence(lanes, lexical.bm25, tuple(notes), elsewhere)

    def _figures(self, query: Query, found: dict[str, Scores], bm25: Scores) -> Scores:
        """How far the figures of each clause agree with those asked for, in the clauses worth reading.

        Below 0 where a clause says the opposite.
        """
        promising = sum(found.values(), start=np.zeros(len(self.entries), dtype=np.float32))
        printed = np.flatnonzero(self.lexical.having(query.numerals))
        most = bm25.max(initial=0.0) or 1
        nearest = np.argsort(-bm25[printed] / most - promising[printed], kind="stable")[:_PRINTED]
        rows = {*np.argsort(-promising, kind="stable")[:READ].tolist(), *printed[nearest].tolist()}
        agreed: Scores = np.zeros(len(self.entries), dtype=np.float32)
        for row in rows:
            agreed[row] = agreement(query.figures, self.said(self.entries[row].quote))
        return agreed
