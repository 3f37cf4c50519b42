"""Whatever is typed is read as a query, and what was done to it is said."""

from __future__ import annotations

import pytest

from search.query import read_query


def test_traditional_letters_and_full_width_digits_are_read_as_plans_print_them() -> None:
    query = read_query("每個村１名災害信息員")
    assert query.text == "每个村1名灾害信息员"
    assert query.notes == ("read in simplified characters: 每个村1名灾害信息员",)
    assert [figure.value for figure in query.figures] == [1]


def test_what_is_too_long_is_cut_and_says_so() -> None:
    query = read_query("社区" * 50_000)
    assert (len(query.text), query.notes) == (1000, ("query of 100000 characters: only the first 1000 were read",))


@pytest.mark.parametrize("typed", ["", "  ", "，。！？", "🙂🙂", "\x00"])
def test_what_has_no_letter_says_nothing(typed: str) -> None:
    assert read_query(typed).says_nothing


@pytest.mark.parametrize("typed", ["水", "5G", "8"])
def test_one_letter_says_something(typed: str) -> None:
    assert not read_query(typed).says_nothing


def test_what_stands_in_quotation_marks_is_a_name() -> None:
    assert read_query("“干部规划家乡”行动和《社区条例》").names == ("干部规划家乡", "社区条例")
