"""Names in quotation marks: which clauses hold them to the letter, and what is said where none does."""

from __future__ import annotations

from dataclasses import replace

from search.lexical import LexicalLane
from search.names import held
from tests.search.test_index import ENTRIES

LANE = LexicalLane.build([entry.searched for entry in ENTRIES])


def test_a_clause_holds_the_names_that_stand_in_it_or_in_its_title() -> None:
    found = held(("灾害信息员", "儿童关爱行动"), LANE, ENTRIES)
    assert found.share is not None
    assert found.share.tolist() == [0.5, 0, 0.5, 0.5, 0, 0]
    assert found.notes == ()


def test_a_line_break_and_full_width_letters_do_not_hide_a_name() -> None:
    for name, row in (("社区综合服务设施", 1), ("5g通达比例", 4)):
        share = held((name,), LANE, ENTRIES).share
        assert share is not None
        assert share.nonzero()[0].tolist() == [row]


def test_a_name_whose_terms_stand_apart_is_not_held() -> None:
    entries = [replace(ENTRIES[0], quote="信息员和灾害信息，息员。", path=("信息员灾害",))]
    found = held(("灾害信息员",), LexicalLane.build([entry.searched for entry in entries]), entries)
    assert found.share is None
    assert found.notes == ("no clause holds “灾害信息员” to the letter: searched as without quotation marks",)


def test_a_name_without_a_term_is_held_by_none() -> None:
    assert held(("！？",), LANE, ENTRIES).share is None
