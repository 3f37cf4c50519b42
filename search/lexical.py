"""The lexical lane: BM25 over bigrams and words, with how much of the query each clause covers.

In: the terms of every entry.  Out: for a query, a score and a coverage for each entry.  Coverage is the share of the
query's inverse document frequency that an entry holds: 1.0 where every term stands in it; a term that no clause has
counts as the rarest, so a query about something else stays near 0.  Numbers count only in a query of numbers, years
always: "1号线" is not covered by every clause with a 1 in it, nor 2025年 by every year.  A figure (18人) is no term: it
is held as far as it agrees with one of the entry (`search/figures.py`), so that 人 alone covers nothing of it.  Relied
on: a clause is so short that a term hardly stands in it twice, so once is all that is kept.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.fusion import Scores
from search.index_files import damaged, mapped
from search.postings import Places, Postings
from search.tokens import terms
from search.whole import Whole, rarity

_K1, _B = 1.2, 0.75
_LENGTHS = "lengths.npy"
_MOST = np.iinfo(np.uint16).max  # terms that are counted
# What a figure weighs among the words of a query: as three that one clause in fifty has, whatever the index holds.
_FIGURE = 12.0

_YEAR = re.compile(r"(?:19|20)\d\d")

_Held = tuple[str, Places, float]  # a term, the entries that have it, and its weight


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """For each entry its BM25 score, and what it holds of the weight that the query's words have in all."""

    bm25: Scores
    held: Scores
    total: float

    @property
    def coverage(self) -> Scores:
        """The covered share of the query, 0 to 1."""
        return _share(self.held, self.total)

    def beside(self, agreed: Scores, figures: int, near: Scores) -> Scores:
        """The covered share of a query that has so many figures too, which agree with those of each entry so far.

        They cover as much of it as the entry is on the matter, by words or by how `near` it is in meaning; what says
        the opposite (less than 0) covers less than what does not speak of it.
        """
        if self.total:
            agreed = agreed * np.maximum(self.coverage, near)
        worth = np.float32(_FIGURE * figures)
        covered = (self.held + worth * agreed) / (np.float32(self.total) + worth)
        return covered.clip(0.0).astype(np.float32)


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

    def score(self, query_terms: Collection[str], matter: Collection[str] | None = None) -> LexicalScores:
        """BM25 by all terms, and what is held of the matter: all terms where nothing else is said."""
        counted = query_terms if matter is None else matter
        held = self._held({*query_terms, *counted})
        bm25: Scores = np.zeros(len(self.lengths), dtype=np.float32)
        for _, rows, weight in held:
            bm25[rows] += weight
        found = np.flatnonzero(bm25)
        bm25[found] /= 1 + _K1 * (1 - _B + _B * self.lengths[found] / self.mean_length)
        return LexicalScores(bm25, *self._sum(_words([one for one in held if one[0] in {*counted}])))

    def coverage(self, query_terms: Collection[str]) -> Scores:
        """The share of the query that every entry covers."""
        return _share(*self._sum(_words(self._held(query_terms))))

    def having(self, terms_of_it: Iterable[str]) -> NDArray[np.bool_]:
        """Which entries have any of some terms."""
        found = np.zeros(len(self.lengths), dtype=np.bool_)
        for term in terms_of_it:
            found[self.postings.rows(term)] = True
        return found

    def _sum(self, words: Iterable[_Held]) -> tuple[Scores, float]:
        """What every entry holds of the weight of some words, and their weight."""
        held: Scores = np.zeros(len(self.lengths), dtype=np.float32)
        total = 0.0
        for _, rows, weight in words:
            held[rows] += weight
            total += weight
        return held, total

    def _held(self, query_terms: Iterable[str]) -> list[_Held]:
        """The terms of a query, each with its rows and what it weighs."""
        held = ((term, self.postings.rows(term)) for term in sorted(set(query_terms)))
        return [(term, rows, self._weight(term, len(rows))) for term, rows in held]

    def _weight(self, term: str, having: int) -> float:
        if self.whole is not None:
            return rarity(self.whole.frequencies.get(term, 0), self.whole.size)
        return rarity(having, len(self.lengths))


def _share(held: Scores, total: float) -> Scores:
    return held / np.float32(total) if total else held


def _words(held: list[_Held]) -> list[_Held]:
    """The terms that are no numbers, and the years; all terms where there is nothing else."""
    return [one for one in held if not one[0][0].isdigit() or one[0][-1].isalpha() or _YEAR.fullmatch(one[0])] or held


def _lengths(documents: Sequence[Sequence[str]]) -> NDArray[np.uint16]:
    return np.array([min(len(document) or 1, _MOST) for document in documents], dtype=np.uint16)
