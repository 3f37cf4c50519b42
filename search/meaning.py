"""The meaning lane: how near each clause comes to what a query means, whatever words it uses.

In: the vectors of an index and an encoder.  Out: for a query, a closeness for each entry: by how many standard
deviations its cosine stands above that of sentences of all fields (laws and reports), in tenths.  Relied on: some
queries lie near everything ("服务怎么样"), so a bare cosine says little and its distance from the common run says more.
Example: 0.2 is what two sentences of one domain have in common, from 0.5 on they mostly speak of the same thing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from search.encoder.errors import EncoderUnavailable
from search.vectors import Floats, Vectors

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder

_TENTHS = 10.0
# What the query in official terms counts beside the query as it was typed.
_OFFICIAL = 0.75


@dataclass(frozen=True)
class MeaningLane:
    """The lane over one index; the encoder is opened by the first query that asks for meaning."""

    vectors: Vectors
    opener: Callable[[], Encoder] = field(repr=False)  # raises EncoderUnavailable

    def score(self, text: str, officially: str) -> Floats:
        """The closeness of every entry to a text as it was typed and in official terms; raises EncoderUnavailable."""
        if text == officially:
            return self.near(self._encoder.encode_queries([text])[0])
        typed, official = self._encoder.encode_queries([text, officially])
        both: Floats = typed + np.float32(_OFFICIAL) * official
        return self.near(both / np.float32(np.linalg.norm(both) or 1.0))

    def near(self, vector: Floats) -> Floats:
        """The closeness of every entry to a vector."""
        background = self.vectors.background @ vector
        deviation = float(background.std()) or 1.0
        closeness: Floats = (self.vectors.cosines(vector) - background.mean()) / np.float32(deviation * _TENTHS)
        return np.clip(closeness, 0.0, 1.0)

    @cached_property
    def _encoder(self) -> Encoder:
        encoder = self.opener()
        if encoder.name != self.vectors.model:
            raise EncoderUnavailable(
                f"{encoder.name} is set, but the index was made by {self.vectors.model}; run `crossplan ingest`"
            )
        return encoder
