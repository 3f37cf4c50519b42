"""Entries come back from the disk as they were, one by one and all together, and damage is told where it is met."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from search.errors import IndexDamaged
from search.stored_entries import StoredEntries, write_entries
from tests.search.test_index import ENTRIES

MANY = [replace(ENTRIES[at % 6], clause_id=f"a/1#c{at}", themes=("theme/care",) * (at % 3)) for at in range(100)]


@pytest.fixture
def stored(tmp_path: Path) -> StoredEntries:
    write_entries(tmp_path, MANY)
    return StoredEntries.open(tmp_path, len(MANY))


def test_they_are_what_was_written(stored: StoredEntries) -> None:
    assert list(stored) == MANY
    assert [stored[0], stored[31], stored[32], stored[99], stored[-1]] == [MANY[at] for at in (0, 31, 32, 99, -1)]
    assert stored[30:34] == MANY[30:34]
    assert len(stored) == 100


@pytest.mark.parametrize("row", [100, -101])
def test_there_is_none_behind_the_last(stored: StoredEntries, row: int) -> None:
    with pytest.raises(IndexError):
        stored[row]


def test_none_are_stored_as_none(tmp_path: Path) -> None:
    write_entries(tmp_path, [])
    assert list(StoredEntries.open(tmp_path, 0)) == []


def test_another_number_of_them_is_damage(tmp_path: Path, stored: StoredEntries) -> None:
    with pytest.raises(IndexDamaged, match="run `crossplan ingest`"):
        StoredEntries.open(tmp_path, 200)


def test_bytes_that_are_no_clauses_are_told_with_their_place(tmp_path: Path, stored: StoredEntries) -> None:
    path = tmp_path / "entries.bin"
    data = np.frombuffer(path.read_bytes(), dtype=np.uint8).copy()
    data[stored.starts[2] : stored.starts[3]] = 7
    path.write_bytes(data.tobytes())
    damaged = StoredEntries.open(tmp_path, len(MANY))
    assert damaged[0] == MANY[0]
    with pytest.raises(IndexDamaged, match="no clauses found, some in block 1 expected"):
        damaged[40]
