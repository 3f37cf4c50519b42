"""Which model search by meaning uses: the settings of `search`.

In: the environment, e.g. `CROSSPLAN_ENCODER=BAAI/bge-base-zh-v1.5`.  Out: one frozen `SearchSettings`.
An index remembers the model that made it: another one here takes effect with the next `crossplan ingest`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from graph.environment import read_environment, variable

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder

NONE = "none"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """The encoder."""

    encoder: str = field(
        default="",
        metadata=variable(
            "CROSSPLAN_ENCODER",
            str,
            "a sentence-transformers model (hub id or folder) or an ONNX folder; empty: built in; none: words alone",
        ),
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> SearchSettings:
        """The settings that the variables give; raises graph.errors.SettingsError."""
        return read_environment(cls, environ)

    def opener(self) -> Callable[[], Encoder] | None:
        """What opens the encoder, raising EncoderUnavailable where it cannot be had; None for words alone."""
        return None if self.encoder == NONE else partial(_open, self.encoder)


def _open(setting: str) -> Encoder:
    from search.encoder.opening import open_encoder  # what runs models takes a while to import

    return open_encoder(setting or None)
