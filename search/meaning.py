"""The meaning lane: how near each clause comes to what a query means, whatever words it uses.

In: the vectors of an index and an encoder.  Out: for a query, a closeness for each entry: by how many standard
deviations its cosine stands above that of sentences of all fields (laws and reports), in tenths; and how near the
nearest few of those sentences come by the same measure.  Relied on: some queries lie near everything ("服务怎么样"),
so a bare cosine says little and its distance from the common run says more.
Example: 0.2 is what two sentences of one domain have in common, from 0.5 on they mostly speak of the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from search.background import Usual, usual
from search.encoder.errors import EncoderUnavailable
from search.entries import Entry
from search.rows import Floats
from search.vectors import Vectors

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder, Progress

_TENTHS = 10.0
# What the query in official terms counts beside the query as it was typed.
_OFFICIAL = 0.75


@dataclass(frozen=True)
class QueryVectors:
    """The vectors of queries; the encoder is opened by the first query that asks for meaning."""

    model: str  # that made the vectors of the clauses
    opener: Callable[[], Encoder] = field(repr=False)  # raises EncoderUnavailable

    def of(self, text: str, officially: str) -> Floats:
        """The vector of a text as it was typed and in official terms, of length 1; raises EncoderUnavailable."""
        return self._kept(text, officially)

    @cached_property
    def _kept(self) -> Callable[[str, str], Floats]:
        """The last ones are kept: candidates are looked for by one, and weighed by it again."""
        return lru_cache(maxsize=64)(self._encoded)

    def _encoded(self, text: str, officially: str) -> Floats:
        if text == officially:
            alone: Floats = self._encoder.encode_queries([text])[0]
            return alone
        typed, official = self._encoder.encode_queries([text, officially])
        both: Floats = typed + np.float32(_OFFICIAL) * official
        return both / np.float32(np.linalg.norm(both) or 1.0)

    @cached_property
    def _encoder(self) -> Encoder:
        encoder = self.opener()
        if encoder.name != self.model:
            raise EncoderUnavailable(
                f"{encoder.name} is set, but the index was made by {self.model}; run `crossplan ingest`"
            )
        return encoder


@dataclass(frozen=True)
class MeaningLane:
    """The lane over one index."""

    vectors: Vectors
    queries: QueryVectors = field(repr=False)

    @classmethod
    def build(
        cls, entries: Sequence[Entry], encoder: Encoder, known: Vectors | None, progress: Progress | None
    ) -> MeaningLane:
        """The lane over `entries`; vectors that `known` has by the same model are not made again."""
        return cls.over(Vectors.build(entries, encoder, known, progress), lambda: encoder)

    @classmethod
    def kept(cls, entries: Sequence[Entry], known: Vectors) -> MeaningLane:
        """The lane over what `known` has of `entries`, of which nothing is asked before its model is to be had."""

        def unavailable() -> Encoder:
            raise EncoderUnavailable(f"{known.model} is not to be had")

        return cls.over(Vectors.kept(entries, known), unavailable)

    @classmethod
    def over(cls, vectors: Vectors, opener: Callable[[], Encoder]) -> MeaningLane:
        """The lane over these vectors; `opener` gives the encoder that made them."""
        return cls(vectors, QueryVectors(vectors.model, opener))

    def score(self, text: str, officially: str) -> Floats:
        """The closeness of every entry to a text as it was typed and in official terms; raises EncoderUnavailable."""
        return self._closeness(self.queries.of(text, officially), self._usual(text, officially))

    def near(self, vector: Floats) -> Floats:
        """The closeness of every entry to a vector."""
        return self._closeness(vector, usual(self.vectors.background, vector))

    def elsewhere(self, text: str, officially: str) -> float:
        """The closeness of what has nothing to do with the plans, at its nearest; raises EncoderUnavailable."""
        beside = self._usual(text, officially)
        return (beside.nearest - beside.mean) / (beside.deviation * _TENTHS)

    @cached_property
    def _usual(self) -> Callable[[str, str], Usual]:
        """The last ones are kept: it is asked for by the clauses and by itself."""
        return lru_cache(maxsize=64)(lambda *asked: usual(self.vectors.background, self.queries.of(*asked)))

    def _closeness(self, vector: Floats, beside: Usual) -> Floats:
        tenths = np.float32(beside.deviation * _TENTHS)
        closeness: Floats = (self.vectors.cosines(vector) - np.float32(beside.mean)) / tenths
        return np.clip(closeness, 0.0, 1.0)
