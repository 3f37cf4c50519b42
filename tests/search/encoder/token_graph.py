"""The smallest ONNX model that gives a vector a token, written without the library that models are made with."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.encoder.opening import SHIPPED

_FLOAT, _INT64 = 1, 7
_INT = 2  # kind of an attribute


def token_graph(folder: Path) -> None:
    """Puts a model into a folder: of each token of the shipped tokenizer its number, times 1, 2, 3 and 4."""
    nodes = (
        _node("Cast", ["input_ids"], "floating", _part(1, b"to"), _part(3, _FLOAT), _part(20, _INT)),
        _node("Unsqueeze", ["floating", "axes"], "column"),
        _node("Mul", ["column", "times"], "last_hidden_state"),
    )
    arrays = (_array("axes", _INT64, np.array([2])), _array("times", _FLOAT, np.arange(1, 5, dtype=np.float32)))
    graph = b"".join(
        (
            *(_part(1, node) for node in nodes),
            _part(2, b"tokens"),
            *(_part(5, array) for array in arrays),
            _part(11, _value("input_ids", _INT64, 2)),
            _part(12, _value("last_hidden_state", _FLOAT, 3)),
        )
    )
    (folder / "model.onnx").write_bytes(_part(1, 8) + _part(7, graph) + _part(8, _part(2, 13)))
    shutil.copy(SHIPPED / "tokenizer.json", folder)


def _part(number: int, value: int | bytes) -> bytes:
    """A field of a protocol buffer."""
    if isinstance(value, int):
        return _number(number << 3) + _number(value)
    return _number(number << 3 | 2) + _number(len(value)) + value


def _number(value: int) -> bytes:
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + _number(value >> 7)


def _node(kind: str, read: list[str], written: str, *attribute: bytes) -> bytes:
    parts = [*(_part(1, name.encode()) for name in read), _part(2, written.encode()), _part(4, kind.encode())]
    return b"".join(parts) + (_part(5, b"".join(attribute)) if attribute else b"")


def _array(name: str, kind: int, values: NDArray[np.generic]) -> bytes:
    return _part(1, len(values)) + _part(2, kind) + _part(8, name.encode()) + _part(9, values.tobytes())


def _value(name: str, kind: int, dimensions: int) -> bytes:
    shape = b"".join(_part(1, _part(2, f"{name}{at}".encode())) for at in range(dimensions))
    return _part(1, name.encode()) + _part(2, _part(1, _part(1, kind) + _part(2, shape)))
