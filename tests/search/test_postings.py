"""Postings give back the rows they were built from, whatever the steps between them, and are refused where damaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import IndexDamaged
from search.postings import Postings


def test_a_step_takes_a_byte_below_128_and_more_above() -> None:
    documents: list[tuple[str, ...]] = [()] * 301
    for row in (3, 5, 300):
        documents[row] = ("社区",)
    postings = Postings.build(documents)
    assert postings.steps.tobytes() == bytes([0x03, 0x02, 0x82, 0x27])
    assert postings.rows("社区").tolist() == [3, 5, 300]


@given(st.lists(st.lists(st.sampled_from("甲乙丙丁"), max_size=6), max_size=400))
def test_every_term_has_the_rows_that_have_it(documents: list[list[str]]) -> None:
    postings = Postings.build(documents)
    for term in "甲乙丙丁戊":
        assert postings.rows(term).tolist() == [row for row, held in enumerate(documents) if term in held]


@pytest.mark.parametrize("row", [0, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152])
def test_a_step_as_long_as_can_be_is_read_again(row: int) -> None:
    documents: list[tuple[str, ...]] = [()] * row
    assert Postings.build([*documents, ("乙",), ("甲", "乙")]).rows("甲").tolist() == [row + 1]


def test_what_is_saved_is_mapped_and_read_again(tmp_path: Path) -> None:
    Postings.build([["甲"], ["乙", "甲"]]).save(tmp_path)
    opened = Postings.open(tmp_path, 2)
    assert isinstance(opened.steps.base, np.memmap)
    assert opened.rows("甲").tolist() == [0, 1]


@pytest.mark.parametrize("name", ["keys", "starts", "steps"])
def test_damaged_postings_are_one_clear_line(tmp_path: Path, name: str) -> None:
    postings = Postings.build([["甲"], ["乙", "甲"]])
    for cut in (0, 20, -1):
        postings.save(tmp_path)
        path = tmp_path / f"{name}.npy"
        path.write_bytes(path.read_bytes()[:cut])
        with pytest.raises(IndexDamaged, match="run `crossplan ingest`"):
            Postings.open(tmp_path, 2)
