"""What a model folder says of itself, checked against what lies in it.

In: a folder in sentence-transformers' format with an ONNX file.  Out: `Manifest`: identity, the prefix of a query,
the length of a vector, how token vectors become one.  Relied on: a folder of ours has `manifest.json` with the sha256
of every file; a folder of others has `config_sentence_transformers.json` and `1_Pooling/config.json`, or neither.
Example: `{"name": "crossplan-zh", "queryPrefix": "…", "dimensions": 512, "files": {"model.onnx": "3f…"}}`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.encoder.errors import EncoderUnavailable

MANIFEST = "manifest.json"
TOKENIZER = "tokenizer.json"
_ONNX_FILES = ("model.onnx", "onnx/model.onnx")


@dataclass(frozen=True, slots=True)
class Manifest:
    """How the model of a folder is run; `dimensions` is None where the model's own are taken."""

    identity: str
    onnx_file: Path
    tokenizer_file: Path
    query_prefix: str
    dimensions: int | None
    mean: bool  # of all token vectors, instead of the first one's
    batches: bool  # whether a text has the same vector alone and among others of its length


def onnx_file(folder: Path) -> Path | None:
    """The ONNX file of a model folder, if it has one."""
    return next((folder / name for name in _ONNX_FILES if (folder / name).is_file()), None)


def read_manifest(folder: Path) -> Manifest:
    """What is said of the model in `folder`; raises EncoderUnavailable where a file is missing or damaged."""
    said = _json(folder / MANIFEST) if (folder / MANIFEST).is_file() else {}
    hashes = _checked(folder, said["files"]) if isinstance(said.get("files"), dict) else {}
    graph = onnx_file(folder)
    if graph is None:
        raise EncoderUnavailable(f"{folder}: no ONNX file found, expected one of: {', '.join(_ONNX_FILES)}")
    if not hashes:
        files = (graph, *sorted(graph.parent.glob(f"{graph.name}?data")), folder / TOKENIZER)
        hashes = {path.name: _sha256(path) for path in files}
    whole = hashlib.sha256("".join(f"{name}={hashes[name]};" for name in sorted(hashes)).encode()).hexdigest()
    pooling = _json(folder / "1_Pooling/config.json", {})
    prompts = _json(folder / "config_sentence_transformers.json", {}).get("prompts") or {}
    return Manifest(
        identity=f"{said.get('name', folder.name)}@{whole[:16]}",
        onnx_file=graph,
        tokenizer_file=folder / TOKENIZER,
        query_prefix=str(said.get("queryPrefix", prompts.get("query", ""))),
        dimensions=said.get("dimensions"),
        mean=not (pooling.get("pooling_mode_cls_token") or pooling.get("pooling_mode") == "cls"),
        batches=said.get("batches") is True,
    )


def _checked(folder: Path, expected: dict[str, str]) -> dict[str, str]:
    for name, wanted in expected.items():
        found = _sha256(folder / name)
        if found != wanted:
            raise EncoderUnavailable(f"{folder / name}: damaged: found sha256 {found[:12]}…, expected {wanted[:12]}…")
    return expected


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise EncoderUnavailable(f"{path}: no readable file found, expected a part of the model") from error


def _json(path: Path, missing: dict[str, Any] | None = None) -> dict[str, Any]:
    if missing is not None and not path.is_file():
        return missing
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EncoderUnavailable(f"{path}: no readable JSON found, expected a part of the model") from error
    if not isinstance(content, dict):
        raise EncoderUnavailable(f"{path}: {type(content).__name__} found, expected a JSON object")
    return content
