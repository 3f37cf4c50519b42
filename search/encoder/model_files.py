"""The files of a model folder: what they are called together, and what the JSON among them says.

In: a folder.  Out: an identity that is another one whenever the vectors would be, so that an index notices a model that
was changed in place.  Relied on: any file may change vectors (weights, tokenizer, pooling, prompts, dense modules) but
what is written for people.  A file of a few megabytes counts by its content; a larger one by its size and the time it
was written, because a search for one query opens the model anew, and reading a gigabyte for its hash would take longer
than the search.  A copy with other times is another model: that encodes once more, and misses nothing.
Example: "bge-base-zh-v1.5@3f5a…".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from search.encoder.errors import EncoderUnavailable

_SMALL = 32 * 2**20  # bytes that are hashed in a few hundredths of a second
_FOR_PEOPLE = frozenset({".md", ".png", ".jpg", ".svg"})
_SHOWN = 16


def identity(folder: Path, name: str, known: Mapping[str, str] | None = None, apart: str = "") -> str:
    """The name with a hash of the folder, without the file `apart`.

    `known` are the hashes of files that are known already, and of what else changes the vectors.  Raises
    EncoderUnavailable for a file that cannot be read.
    """
    hashes = dict(known or {})
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        told = hidden or path.suffix.lower() in _FOR_PEOPLE or inside.as_posix() in {*hashes, apart}
        if not told and path.is_file():
            hashes[inside.as_posix()] = _state(path)
    whole = hashlib.sha256("".join(f"{key}={hashes[key]};" for key in sorted(hashes)).encode()).hexdigest()
    return f"{name}@{whole[:_SHOWN]}"


def sha256(path: Path) -> str:
    """The hash of a file; raises EncoderUnavailable."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise _unreadable(path, "file") from error


def read_json(path: Path, missing: object = None) -> Any:
    """What a JSON file says, of the kind that `missing` is; that where there is no file.  Raises EncoderUnavailable."""
    if not path.is_file():
        return missing
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path, "JSON") from error
    if type(content) is not type(missing):
        raise EncoderUnavailable(f"{path}: {type(content).__name__} found, expected {type(missing).__name__}")
    return content


def _state(path: Path) -> str:
    try:
        state = path.stat()
    except OSError as error:
        raise _unreadable(path, "file") from error
    return sha256(path) if state.st_size <= _SMALL else f"{state.st_size} bytes of {state.st_mtime_ns}"


def _unreadable(path: Path, kind: str) -> EncoderUnavailable:
    return EncoderUnavailable(f"{path}: no readable {kind} found, expected a part of the model")
