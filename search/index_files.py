"""The files of an index, read so that a damaged one is told in one line and never misread.

In: a path, and what is expected there.  Out: a plain array over the file, mapped into memory, or the object of a JSON
file.  Relied on: numpy wrote the arrays with a header of one form, which is compared and not evaluated, and tells how
many bytes follow.  A `memmap` looks after itself at every cut, which takes longer than a short cut does; a plain array
over the same memory does not, so the rows of a term are cut out of 90 MB of steps in a microsecond.
Example: of `keys.npy` with one byte changed is said: "no array found, uint64 expected; run `crossplan ingest`".
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.errors import IndexDamaged

_MAGIC = b"\x93NUMPY\x01\x00"
_LENGTH = slice(len(_MAGIC), len(_MAGIC) + 2)
_LONGEST = 1024  # bytes of a header; numpy fills up to 128
_HEADER = re.compile(rb"\{'descr': '(\S{3,4})', 'fortran_order': False, 'shape': \((\d+),(?: (\d+))?\), \} *\n")


def damaged(path: Path, found: str, expected: str) -> IndexDamaged:
    """What is said of a file that is not as it was written."""
    return IndexDamaged(f"{path}: {found} found, {expected} expected; run `crossplan ingest`")


def mapped(path: Path, *kinds: type[np.generic], dimensions: int = 1) -> NDArray[Any]:
    """The array of a file, of one of the kinds; raises IndexDamaged."""
    expected = " or ".join(kind.__name__ for kind in kinds)
    try:
        with path.open("rb") as file:
            start = file.read(_LONGEST)
            size = file.seek(0, 2)
    except OSError as error:
        raise damaged(path, "no readable file", expected) from error
    behind = _LENGTH.stop + int.from_bytes(start[_LENGTH], "little")
    header = _HEADER.fullmatch(start[_LENGTH.stop : behind]) if start.startswith(_MAGIC) else None
    if header is None:
        raise damaged(path, "no array", expected)
    kind = next((np.dtype(kind) for kind in kinds if np.dtype(kind).str.encode() == header[1]), None)
    shape = tuple(int(length) for length in header.groups()[1:] if length is not None)
    if kind is None or len(shape) != dimensions:
        raise damaged(path, f"array of {header[1].decode('ascii', 'replace')} and {len(shape)} dimensions", expected)
    if size != behind + prod(shape) * kind.itemsize:
        raise damaged(path, f"{size} bytes", f"{behind + prod(shape) * kind.itemsize}")
    return np.asarray(np.memmap(path, kind, "r", behind, shape))


def content(path: Path) -> NDArray[np.uint8]:
    """The bytes of a file that holds some; raises IndexDamaged."""
    try:
        return np.asarray(np.memmap(path, np.uint8, "r"))
    except (OSError, ValueError) as error:
        raise damaged(path, "no readable content", "some") from error


def read_json(path: Path) -> object:
    """What a JSON file says; raises IndexDamaged."""
    try:
        said: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise damaged(path, "no readable JSON", "some") from error
    return said


def read_record(path: Path, kinds: Mapping[str, type]) -> dict[str, Any]:
    """The object of a JSON file, with a value of the right kind under each name; raises IndexDamaged."""
    said = read_json(path)
    if not isinstance(said, dict):
        raise damaged(path, type(said).__name__, "an object")
    for name, kind in kinds.items():
        if type(said.get(name)) is not kind:
            raise damaged(path, f"{name} {str(said.get(name))[:40]!r}", kind.__name__)
    return said


def of_words(value: object) -> bool:
    """Whether a value is a list of texts."""
    return isinstance(value, list) and all(isinstance(word, str) for word in value)
