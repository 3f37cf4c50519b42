"""Whatever is typed is read as a query, and what was done to it is said."""

from __future__ import annotations

import pytest

from search.query import read_query
from search.tokens import terms


def test_traditional_letters_and_full_width_digits_are_read_as_plans_print_them() -> None:
    query = read_query("每個村１名災害信息員")
    assert query.text == "每个村1名灾害信息员"
    assert query.notes == ("read in simplified characters: 每个村1名灾害信息员",)
    assert [figure.value for figure in query.figures] == [1]


def test_what_is_too_long_is_cut_and_says_so() -> None:
    query = read_query("社区" * 50_000)
    assert (len(query.text), query.notes) == (1000, ("query of 100000 characters: only the first 1000 were read",))


@pytest.mark.parametrize("typed", ["", "  ", "，。！？", "🙂🙂", "\x00", "__"])
def test_what_has_no_letter_says_nothing_and_is_told_so(typed: str) -> None:
    query = read_query(typed)
    assert query.says_nothing
    assert query.notes == ("nothing that can be searched for: no letter, digit or Chinese character found",)


@pytest.mark.parametrize("typed", ["水", "5G", "8", "〇", "𠮷", "\U00030edd", "é"])
def test_one_letter_says_something(typed: str) -> None:
    query = read_query(typed)
    assert not query.says_nothing
    assert query.notes == ()


def test_half_a_character_is_read_as_a_damaged_one_and_told() -> None:
    query = read_query("\ud800社区\udfff")
    assert query.text == "\ufffd社区\ufffd"
    assert query.notes == ("characters that are damaged: 2, each read as \ufffd",)
    assert read_query("\ud800").says_nothing


@pytest.mark.parametrize(
    ("typed", "matter"),
    [
        ("18名社区工作者", "社区工作者"),
        ("覆盖率要达到百分之八十以上", "覆盖率要"),
        ("每百户不低于30㎡", "每百户"),
        ("超过90%", ""),
        ("12345热线", "热线"),
        ("社区工作者", "社区工作者"),
    ],
)
def test_the_matter_is_what_is_left_beside_the_figures(typed: str, matter: str) -> None:
    assert read_query(typed).matter == tuple(terms(matter))


def test_a_figure_is_looked_up_in_every_writing() -> None:
    assert {"八成", "80", "之八"} <= {*read_query("覆盖率80%").looked_up}


def test_what_stands_in_quotation_marks_is_a_name() -> None:
    assert read_query("“干部规划家乡”行动和《社区条例》").names == ("干部规划家乡", "社区条例")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("'don't", ()),
        ("residents' rights and 'care'", ()),
        ("“甲乙》和「丙丁』", ()),
        ("‘甲乙’、“丙丁”、「戊己」、『庚辛』", ("甲乙", "丙丁", "戊己", "庚辛")),
        ('"甲乙"和"丙丁"', ("甲乙", "丙丁")),
        ("《关于“甲乙”的条例》", ("甲乙",)),
        ("“it's here”", ("it's here",)),
    ],
)
def test_an_opening_mark_is_paired_with_its_own_closing_one(typed: str, names: tuple[str, ...]) -> None:
    assert read_query(typed).names == names
