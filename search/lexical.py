"""The lexical lane: BM25 over bigrams and words, with how much of the query each clause covers.

In: the terms of every entry.  Out: for a query, a score and a coverage for each entry.  Coverage is the share of the
query's inverse document frequency that an entry holds: 1.0 where every term stands in it; a term that no clause has
counts as the rarest, so a query about something else stays near 0.  Numbers count only in a query of numbers: "1号线"
is not covered by every clause with a 1 in it.  Relied on: a clause is so short that a term hardly stands in it twice,
so once is all that is kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.index_files import damaged, mapped
from search.postings import Places, Postings
from search.tokens import terms
from search.whole import Whole, rarity

Scores = NDArray[np.float32]
_K1, _B = 1.2, 0.75
_LENGTHS = "lengths.npy"
_MOST = np.iinfo(np.uint16).max  # terms that are counted


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """One value an entry: BM25 score, and covered share of the query (0 to 1)."""

    bm25: Scores
    coverage: Scores


@dataclass(frozen=True, slots=True)
class LexicalLane:
    """The postings, and how many terms each entry has."""

    postings: Postings
    lengths: NDArray[np.uint16]
    mean_length: float
    whole: Whole | None = None  # where these entries are only some

    @classmethod
    def build(cls, documents: Iterable[str]) -> LexicalLane:
        """The lane over `documents`, one an entry, in entry order."""
        lengths = array("H")

        def read() -> Iterator[list[str]]:
            for document in documents:
                found = terms(document)
                lengths.append(min(len(found) or 1, _MOST))
                yield found

        postings = Postings.build(read())
        counted = np.array(lengths, dtype=np.uint16)
        return cls(postings, counted, float(counted.mean()) if len(counted) else 1.0)

    @classmethod
    def among(cls, documents: Sequence[Sequence[str]], query_terms: Collection[str], whole: Whole) -> LexicalLane:
        """The lane over some documents of a whole, given by their terms, for queries of `query_terms` alone."""
        asked = frozenset(query_terms)
        postings = Postings.build(asked.intersection(document) for document in documents)
        return cls(postings, _lengths(documents), whole.mean_length, whole)

    def save(self, directory: Path) -> None:
        """Writes the lane below `directory`."""
        self.postings.save(directory)
        np.save(directory / _LENGTHS, self.lengths, allow_pickle=False)

    @classmethod
    def open(cls, directory: Path, size: int) -> LexicalLane:
        """The lane over `size` entries saved below `directory`, memory-mapped; raises IndexDamaged."""
        postings = Postings.open(directory, size)
        lengths = mapped(directory / _LENGTHS, np.uint16)
        if len(lengths) != size:
            raise damaged(directory / _LENGTHS, f"lengths of {len(lengths)}", f"{size}")
        return cls(postings, lengths, float(lengths.mean()) if len(lengths) else 1.0)

    def part(self, rows: NDArray[np.int64], query_terms: Collection[str]) -> LexicalLane:
        """The lane over some of the entries, for queries of `query_terms` alone."""
        held = {term: self.postings.rows(term) for term in query_terms}
        whole = Whole(len(self.lengths), self.mean_length, {term: len(having) for term, having in held.items()})
        postings = Postings.among(held, rows, len(self.lengths))
        return LexicalLane(postings, self.lengths[rows], self.mean_length, whole)

    def score(self, query_terms: Sequence[str]) -> LexicalScores:
        """BM25 and coverage of every entry; zeros where no term of the query stands in any entry."""
        bm25: Scores = np.zeros(len(self.lengths), dtype=np.float32)
        held = self._held(query_terms)
        for _, rows, weight in held:
            bm25[rows] += weight
        found = np.flatnonzero(bm25)
        bm25[found] /= 1 + _K1 * (1 - _B + _B * self.lengths[found] / self.mean_length)
        return LexicalScores(bm25, self._covered(held))

    def coverage(self, query_terms: Sequence[str]) -> Scores:
        """The share of the query that every entry covers."""
        return self._covered(self._held(query_terms))

    def _covered(self, held: Sequence[tuple[str, Places, float]]) -> Scores:
        words = [one for one in held if not one[0][0].isdigit() or one[0][-1].isalpha()] or held
        covered: Scores = np.zeros(len(self.lengths), dtype=np.float32)
        for _, rows, weight in words:
            covered[rows] += weight
        total = sum(weight for _, _, weight in words)
        return covered / np.float32(total) if total else covered

    def _held(self, query_terms: Sequence[str]) -> list[tuple[str, Places, float]]:
        """The terms of a query, each with its rows and what it weighs."""
        held = ((term, self.postings.rows(term)) for term in sorted(set(query_terms)))
        return [(term, rows, self._weight(term, len(rows))) for term, rows in held]

    def _weight(self, term: str, having: int) -> float:
        if self.whole is not None:
            return rarity(self.whole.frequencies.get(term, 0), self.whole.size)
        return rarity(having, len(self.lengths))


def _lengths(documents: Sequence[Sequence[str]]) -> NDArray[np.uint16]:
    return np.array([min(len(document) or 1, _MOST) for document in documents], dtype=np.uint16)
