"""An encoder run by sentence-transformers: any model of a hub, or a folder without an ONNX file.

In: a hub id or a folder.  Out: `HubEncoder`.  Needs the extra `models`, which brings torch; the model's own prompts for
queries and documents are used where it names them.
Example: `HubEncoder.open("BAAI/bge-small-zh-v1.5")` on a machine that reaches a hub or has the model in its cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from search.encoder.encoder import Progress, Vectors
from search.encoder.errors import EncoderUnavailable, one_line
from search.encoder.model_files import identity

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

CHUNK = 256


class HubEncoder:
    """A sentence-transformers model, by its id and revision, or by its folder and what lies in it."""

    def __init__(self, setting: str, model: SentenceTransformer) -> None:
        self._model = model
        revision = getattr(model[0].auto_model.config, "_commit_hash", None) if len(model) else None
        folder = Path(setting)
        if folder.is_dir():
            self.name = identity(folder, folder.resolve().name)
        else:
            self.name = f"{setting}@{revision}" if revision else setting
        self.dimensions = len(model.encode_document("一", show_progress_bar=False))

    @classmethod
    def open(cls, setting: str) -> HubEncoder:
        """The model `setting`; raises EncoderUnavailable without the extra `models` or without such a model."""
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            kind = (
                "that folder has no ONNX file, so it"
                if Path(setting).is_dir()
                else "no folder found, and an id of a hub"
            )
            raise EncoderUnavailable(
                f"CROSSPLAN_ENCODER: {setting!r}: {kind} needs sentence-transformers, which is not installed; "
                "expected: pip install 'crossplan[models]'"
            ) from error
        except OSError as error:
            raise EncoderUnavailable(
                f"CROSSPLAN_ENCODER: {setting!r}: torch cannot be loaded: {one_line(error)}"
            ) from error
        try:
            return cls(setting, SentenceTransformer(setting))
        except (OSError, ValueError, RuntimeError, ImportError) as error:
            raise EncoderUnavailable(
                f"CROSSPLAN_ENCODER: {setting!r}: no such model, expected a hub id or a model folder: {one_line(error)}"
            ) from error

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One row a query, of length 1."""
        return self._rows(self._model.encode_query(list(texts), normalize_embeddings=True, show_progress_bar=False))

    def encode_clauses(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row a clause, of length 1."""
        rows = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(texts), CHUNK):
            chunk = list(texts[start : start + CHUNK])
            made = self._model.encode_document(chunk, normalize_embeddings=True, show_progress_bar=False)
            rows[start : start + CHUNK] = self._rows(made)
            if progress is not None:
                progress(min(start + CHUNK, len(texts)), len(texts))
        return rows

    def _rows(self, made: object) -> Vectors:
        return np.asarray(made, dtype=np.float32).reshape(-1, self.dimensions)
