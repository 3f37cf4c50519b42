"""An encoder run by onnxruntime and tokenizers: no torch, no network.

In: a model folder.  Out: `OnnxEncoder`.  Relied on: an index that is built bit by bit is the same as one built at once,
so a text has one vector, whatever runs with it.  Quantised activations take their ranges from all that runs, so each
text runs by itself; where a model has them fixed (`search/training/ranges.py`), those of one length run together.
Example: `OnnxEncoder.open(folder).encode_queries(["老人吃饭"])` has the shape (1, 512).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as state
from tokenizers import Encoding, Tokenizer

from search.encoder.encoder import Progress, Vectors
from search.encoder.errors import EncoderUnavailable, one_line
from search.encoder.manifest import Manifest, read_manifest

MAX_TOKENS = 512
MAX_THREADS = 8
CHUNK = 512
FEW = 2  # texts are done before threads have started
TOGETHER = 128  # tokens read the weights once; of more the processor would not keep near what it reckons
_REFUSALS = (
    state.Fail,
    state.InvalidArgument,
    state.InvalidGraph,
    state.InvalidProtobuf,
    state.NoSuchFile,
    state.NotImplemented,
    state.RuntimeException,
    RuntimeError,
)
_TINY = np.float32(1e-12)
_INPUTS = frozenset({"input_ids", "attention_mask", "token_type_ids"})


class OnnxEncoder:
    """A sentence encoder out of a folder with an ONNX file and a `tokenizer.json`."""

    def __init__(
        self, manifest: Manifest, session: onnxruntime.InferenceSession, tokenizer: Tokenizer, threads: int
    ) -> None:
        self._manifest = manifest
        self._session = session
        self._tokenizer = tokenizer
        self._threads = threads
        self._inputs = [given.name for given in session.get_inputs()]
        output = self._output([tokenizer.encode("一")])
        if output.ndim == 3 and manifest.described.unrun:
            found = f"{manifest.described.unrun} found, which onnxruntime alone does not run"
            raise EncoderUnavailable(
                f"{manifest.onnx_file}: {found}, expected a graph that ends with one vector a text"
            )
        width = min(output.shape[-1], manifest.dimensions or output.shape[-1])
        self.name = manifest.identity if width == output.shape[-1] else f"{manifest.identity}/{width}"
        self.dimensions = width

    @classmethod
    def open(cls, folder: Path, threads: int | None = None) -> OnnxEncoder:
        """The encoder of `folder`; raises EncoderUnavailable where a file is missing, damaged or of another kind."""
        manifest = read_manifest(folder)
        tokenizer = _tokenizer(manifest.tokenizer_file)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(manifest.onnx_file, options, providers=["CPUExecutionProvider"])
            if unknown := {given.name for given in session.get_inputs()} - _INPUTS:
                raise EncoderUnavailable(
                    f"{manifest.onnx_file}: inputs {sorted(unknown)} found, expected only {sorted(_INPUTS)}"
                )
            return cls(manifest, session, tokenizer, threads or min(os.cpu_count() or 1, MAX_THREADS))
        except _REFUSALS as error:
            raise EncoderUnavailable(
                f"{manifest.onnx_file}: no ONNX model that runs, expected one: {one_line(error)}"
            ) from error

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One row a query, of length 1; the model's own prefix for queries is put before each."""
        return self._encode([f"{self._manifest.described.query_prefix}{text}" for text in texts], None)

    def encode_clauses(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row a clause, of length 1, read behind the model's own prefix; `progress` hears how far it is."""
        prefix = self._manifest.described.document_prefix
        return self._encode([f"{prefix}{text}" for text in texts] if prefix else texts, progress)

    def _encode(self, texts: Sequence[str], progress: Progress | None) -> Vectors:
        rows = np.empty((len(texts), self.dimensions), dtype=np.float32)
        if len(texts) <= FEW:
            for place, text in enumerate(texts):
                rows[place] = self._run([self._tokenizer.encode(text)])[0]
            return rows
        with ThreadPoolExecutor(self._threads) as pool:
            for start in range(0, len(texts), CHUNK):
                chunk = self._tokenizer.encode_batch_fast(list(texts[start : start + CHUNK]))
                batches = _batches(chunk, TOGETHER if self._manifest.batches else 0)
                made = pool.map(self._run, ([chunk[place] for place in batch] for batch in batches))
                for batch, vectors in zip(batches, made, strict=True):
                    rows[[start + place for place in batch]] = vectors
                if progress is not None:
                    progress(min(start + CHUNK, len(texts)), len(texts))
        return rows

    def _run(self, texts: Sequence[Encoding]) -> Vectors:
        """One row a text; all of them have as many tokens."""
        output = self._output(texts)
        if output.ndim == 3:  # one vector a token
            output = output.mean(axis=1) if self._manifest.described.mean else output[:, 0]
        output = output[:, : self._manifest.dimensions].astype(np.float32)
        output /= np.maximum(np.linalg.norm(output, axis=1, keepdims=True), _TINY)
        return output

    def _output(self, texts: Sequence[Encoding]) -> Vectors:
        """What the graph gives: a vector a text, or one a token."""
        tokens = {
            "input_ids": [text.ids for text in texts],
            "attention_mask": [text.attention_mask for text in texts],
            "token_type_ids": [text.type_ids for text in texts],
        }
        feed = {name: np.array(tokens[name], dtype=np.int64) for name in self._inputs}
        output: Vectors = self._session.run(None, feed)[0]
        return output


def _batches(texts: Sequence[Encoding], tokens: int) -> list[list[int]]:
    """The places of the texts, those of one length together as long as there are no more tokens; the longest first."""
    by_length: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        by_length.setdefault(len(text.ids), []).append(place)
    return [
        places[at : at + most]
        for length, places in sorted(by_length.items(), reverse=True)
        for most in (max(1, tokens // length),)
        for at in range(0, len(places), most)
    ]


def _tokenizer(path: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except Exception as error:  # the library raises no other for a file it cannot read
        raise EncoderUnavailable(f"{path}: no readable tokenizer found, expected a part of the model") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer
