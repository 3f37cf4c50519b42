from __future__ import annotations

import pytest

from align.provenance import Shares, by_date, direction, shares
from align.reuse import Passage, Reuse


def passage(plan: str, place: int, quote: str) -> Passage:
    return Passage(plan, f"{plan}#c{place}", 0, quote)


ONE, TWO, THREE = (passage("a", place, quote) for place, quote in enumerate(("一二三四五", "六七 八九十", "甲乙"), 1))
OTHER = passage("b", 1, "一二三四五")


def test_shares_are_counted_by_letters_and_word_for_word_wins_over_nearly() -> None:
    found = [
        Reuse(ONE, OTHER, "adapted", 0.8, ()),
        Reuse(ONE, passage("c", 1, "一二三四五"), "shared", 1.0, ()),
        Reuse(ONE, passage("d", 1, "一二三四"), "adapted", 0.8, ()),
        Reuse(TWO, OTHER, "adapted", 0.7, ()),
    ]
    assert shares([ONE, TWO, THREE, OTHER], found) == (
        Shares("a", 3, own=0.167, shared=0.417, adapted=0.417),
        Shares("b", 1, own=1.0, shared=0.0, adapted=0.0),
    )


@pytest.mark.parametrize(
    ("here", "other", "expected"),
    [
        ("2022-08", "2021-12-27", "taken_over"),
        ("2021-12", "2022", "handed_on"),
        ("2022", "2022-08", None),
        ("2022-08", "2022-08", None),
        ("2022", None, None),
        (None, "2022", None),
    ],
)
def test_who_took_over_is_told_as_far_as_both_dates_are_printed(
    here: str | None, other: str | None, expected: str | None
) -> None:
    dates = {plan: date for plan, date in (("a", here), ("b", other)) if date}
    assert direction(Reuse(ONE, OTHER, "shared", 1.0, ()), dates) == expected


def test_the_earliest_plan_comes_first_and_those_without_a_date_last() -> None:
    ordered = by_date([ONE, OTHER, passage("c", 1, "x")], {"b": "2020", "c": "2019-01"})
    assert [one.plan_id for one in ordered] == ["c", "b", "a"]
