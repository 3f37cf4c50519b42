"""The lexical lane: BM25 over bigrams and words, with how much of the query each clause covers.

In: the terms of every entry.  Out: for a query, a score and a coverage for each entry.  Coverage is the share of the
query's inverse document frequency that an entry holds: 1.0 where every term stands in it; a term that no clause has
counts as the rarest, so a query about something else stays near 0.  Numbers count only in a query of numbers: "1号线"
is not covered by every clause with a 1 in it.
"""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from search.errors import IndexDamaged
from search.tokens import terms
from search.whole import Whole, rarity

Scores = NDArray[np.float32]
_K1, _B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """One value an entry: BM25 score, and covered share of the query (0 to 1)."""

    bm25: Scores
    coverage: Scores


class LexicalLane:
    """A BM25 index and the postings that coverage is read from."""

    def __init__(self, bm25: bm25s.BM25, whole: Whole | None = None) -> None:
        self._bm25 = bm25
        self._whole = whole  # where these entries are only some
        self._rows: NDArray[np.int32] = bm25.scores["indices"]
        self._starts: NDArray[np.int64] = bm25.scores["indptr"]
        self._size: int = bm25.scores["num_docs"]

    @classmethod
    def build(cls, documents: Sequence[str]) -> LexicalLane:
        """The lane over `documents`, one an entry, in entry order."""
        bm25 = bm25s.BM25(method="lucene", k1=_K1, b=_B)
        # An empty term stands for a text without tokens: BM25 divides by the mean length, which must not be 0.
        bm25.index([terms(document) or [""] for document in documents] or [[""]], show_progress=False)
        return cls(bm25)

    @classmethod
    def among(cls, documents: Sequence[Sequence[str]], query_terms: Collection[str], whole: Whole) -> LexicalLane:
        """The lane over some documents of a whole, given by their terms, for queries of `query_terms` alone."""
        counts = [Counter(document) for document in documents]
        bm25 = bm25s.BM25(method="lucene", k1=_K1, b=_B)
        bm25.vocab_dict = {term: place for place, term in enumerate(sorted(set(query_terms)))}
        rows: list[int] = []
        scores: list[float] = []
        starts = [0]
        for term in bm25.vocab_dict:
            weight = rarity(whole.frequencies.get(term, 0), whole.size)
            for row, held in enumerate(counts):
                if often := held[term]:
                    saturation = _K1 * (1 - _B + _B * len(documents[row]) / whole.mean_length)
                    rows.append(row)
                    scores.append(weight * often / (often + saturation))
            starts.append(len(rows))
        bm25.scores = {
            "data": np.array(scores, dtype=np.float32),
            "indices": np.array(rows, dtype=np.int32),
            "indptr": np.array(starts, dtype=np.int64),
            "num_docs": len(documents),
        }
        bm25.nonoccurrence_array = None  # of other variants than Lucene's
        return cls(bm25, whole)

    def save(self, directory: Path) -> None:
        """Writes the lane below `directory`; raises OSError."""
        try:
            self._bm25.save(directory, show_progress=False)
        except OSError as error:
            if error.errno is not None:
                raise
            # numpy counts the items it could not write and leaves the reason out; short of space is the one there is.
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(directory)) from error

    @classmethod
    def open(cls, directory: Path) -> LexicalLane:
        """The lane saved below `directory`, its arrays memory-mapped; raises IndexDamaged where it cannot be read."""
        try:
            return cls(bm25s.BM25.load(directory, mmap=True, show_progress=False))
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise IndexDamaged(
                f"{directory}: no readable BM25 index, one was expected; run `crossplan ingest`"
            ) from error

    def score(self, query_terms: Sequence[str]) -> LexicalScores:
        """BM25 and coverage of every entry; zeros where no term of the query stands in any entry."""
        unique = sorted(set(query_terms))
        known = self._bm25.get_tokens_ids(unique)
        bm25 = self._bm25.get_scores_from_ids(known) if known else np.zeros(self._size, dtype=np.float32)
        words = [term for term in unique if not term[0].isdigit() or term[-1].isalpha()] or unique
        return LexicalScores(bm25, self._coverage(words))

    def _coverage(self, words: Sequence[str]) -> Scores:
        covered: Scores = np.zeros(self._size, dtype=np.float32)
        total = 0.0
        for word in words:
            rows = self._having(word)
            if self._whole is not None:
                weight = rarity(self._whole.frequencies.get(word, 0), self._whole.size)
            else:
                weight = rarity(len(rows), self._size)
            covered[rows] += weight
            total += weight
        return covered / np.float32(total) if total else covered

    def _having(self, term: str) -> NDArray[np.int32]:
        for place in self._bm25.get_tokens_ids([term]):
            return self._rows[self._starts[place] : self._starts[place + 1]]
        return self._rows[:0]
