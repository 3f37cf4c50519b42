"""How the model of a folder is run, checked against what lies in it.

In: a folder with an ONNX file.  Out: `Manifest`: identity, files, what is described of it, the length of a vector.
Relied on: a folder of ours has `manifest.json` with the sha256 of every file; what it does not say is as
sentence-transformers' own files say it (`search/encoder/described.py`).
Example: `{"name": "crossplan-zh", "queryPrefix": "…", "dimensions": 512, "files": {"model.onnx": "3f…"}}`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from search.encoder.described import Described, described
from search.encoder.errors import EncoderUnavailable
from search.encoder.model_files import identity, read_json, sha256

MANIFEST = "manifest.json"
TOKENIZER = "tokenizer.json"
_ONNX_FILES = ("model.onnx", "onnx/model.onnx")


@dataclass(frozen=True, slots=True)
class Manifest:
    """How the model of a folder is run; `dimensions` is None where the model's own are taken."""

    identity: str
    onnx_file: Path
    tokenizer_file: Path
    described: Described
    dimensions: int | None
    batches: bool  # whether a text has the same vector alone and among others of its length


def onnx_file(folder: Path) -> Path | None:
    """The ONNX file of a model folder, if it has one."""
    return next((folder / name for name in _ONNX_FILES if (folder / name).is_file()), None)


def read_manifest(folder: Path) -> Manifest:
    """What is said of the model in `folder`; raises EncoderUnavailable where a file is missing or damaged."""
    said = read_json(folder / MANIFEST, {})
    files = said.get("files")
    hashes = _checked(folder, files) if isinstance(files, dict) else {}
    graph = onnx_file(folder)
    if graph is None:
        raise EncoderUnavailable(f"{folder}: no ONNX file found, expected one of: {', '.join(_ONNX_FILES)}")
    told = described(folder)
    dimensions, query_prefix = said.get("dimensions"), str(said.get("queryPrefix", told.query_prefix))
    if not isinstance(dimensions, int | None):
        raise EncoderUnavailable(f"{folder / MANIFEST}: dimensions {dimensions!r} found, expected a number")
    # A manifest that names the files is none of them, but may give them another prefix.
    beside = {"queryPrefix": query_prefix} if hashes and query_prefix != told.query_prefix else {}
    name = str(said.get("name", folder.resolve().name))
    return Manifest(
        identity=identity(folder, name, {**hashes, **beside}, MANIFEST if hashes else ""),
        onnx_file=graph,
        tokenizer_file=folder / TOKENIZER,
        described=replace(told, query_prefix=query_prefix),
        dimensions=dimensions,
        batches=said.get("batches") is True,
    )


def _checked(folder: Path, expected: dict[str, str]) -> dict[str, str]:
    for name, wanted in expected.items():
        found = sha256(folder / name)
        if found != wanted:
            raise EncoderUnavailable(f"{folder / name}: damaged: found sha256 {found[:12]}…, expected {wanted[:12]}…")
    return expected
