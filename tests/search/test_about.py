"""What travels with the clauses of a server comes back as it was, or is refused."""

from __future__ import annotations

import json

import numpy as np
import pytest

from graph.errors import StoreVersionMismatch
from search.about import About, Record
from search.errors import IndexDamaged
from search.rows import Rows
from tests.search.test_index import ENTRIES

BACKGROUND = Rows.of(np.array([[0.6, 0.8], [1.0, 0.0]], dtype=np.float32))
ABOUT = About(6, 26.5, {"plans": {"a": 3, "b": 3}}, "letters@1", BACKGROUND)


def test_what_holds_of_all_clauses_comes_back_as_it_was() -> None:
    read = About.read(ABOUT.text())
    assert (read.size, read.mean_length, read.filters, read.model) == (6, 26.5, ABOUT.filters, "letters@1")
    assert read.background.vectors().tolist() == BACKGROUND.vectors().tolist()


def test_clauses_without_a_model_have_no_dimensions() -> None:
    none = About(0, 0.0, {}, "", Rows.of(np.zeros((0, 0), dtype=np.float32)))
    assert About.read(none.text()).dimensions == 0


def test_a_clause_comes_back_with_its_vector() -> None:
    record = Record(ENTRIES[1], np.array([-127, 0, 5], dtype=np.int8), 0.5)
    read = Record.read(record.text())
    assert (read.entry, read.steps.tolist(), read.scale) == (ENTRIES[1], [-127, 0, 5], 0.5)


def test_another_format_and_what_is_none_are_refused() -> None:
    other = json.dumps({**json.loads(ABOUT.text()), "format": 99})
    with pytest.raises(StoreVersionMismatch, match="format 99 found, 2 expected; `crossplan ingest` loads it anew"):
        About.read(other)
    for broken in ("", "[]", '{"format": 2}'):
        with pytest.raises(IndexDamaged, match="cannot be read; run `crossplan ingest`"):
            About.read(broken)
        with pytest.raises(IndexDamaged, match="clauses cannot be read; run `crossplan ingest`"):
            Record.read(broken)
