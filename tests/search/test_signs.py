"""Signs tell near vectors from far ones, saved and opened as made."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from search.errors import IndexDamaged
from search.rows import Rows
from search.signs import Signs

USUAL = np.full(100, 0.25, dtype=np.float32)


def signs() -> Signs:
    vectors = np.where(np.arange(100) < np.array([[0], [30], [100]]), 0.5, 0.0).astype(np.float32)
    return Signs.of(Rows.of(vectors), USUAL)


def test_the_distance_is_in_how_many_dimensions_the_sides_differ() -> None:
    query = np.where(np.arange(100) < 50, 0.4, 0.1).astype(np.float32)
    assert signs().distances(query).tolist() == [50, 20, 50]


def test_what_is_saved_is_mapped_and_tells_the_same(tmp_path: Path) -> None:
    signs().save(tmp_path)
    opened = Signs.open(tmp_path, USUAL)
    assert isinstance(opened.words, np.memmap)
    assert opened.distances(USUAL).tolist() == [0, 30, 100]


def test_damaged_signs_are_one_clear_line(tmp_path: Path) -> None:
    signs().save(tmp_path)
    (tmp_path / "signs.npy").write_bytes(b"")
    with pytest.raises(IndexDamaged, match="run `crossplan ingest`"):
        Signs.open(tmp_path, USUAL)
