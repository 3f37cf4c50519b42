"""However a clause prints a figure, one of the terms that the figure is looked up by stands in it."""

from __future__ import annotations

import pytest

from search.figures import read_figures
from search.tokens import one_form, terms
from search.writings import numerals


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("80%", ("80%", "八成", "百分之八十", "8成")),
        ("百分之九十", ("90%", "九成", "百分之九十")),
        ("0.5%", ("千分之五", "5‰", "0.5%")),
        ("50%", ("一半", "半数", "五成", "50％")),
        ("100%", ("百分百", "百分之百", "100%")),
        ("1/3", ("三分之一", "1/3")),
        ("三分之二", ("三分之二", "2/3")),
        ("25%", ("四分之一", "1/4", "25%")),
        ("15分钟", ("15分钟", "一刻钟", "十五分钟")),
        ("90分钟", ("一个半小时", "1.5小时", "90 分钟")),
        ("20小时", ("20个小时", "二十小时")),
        ("半年", ("6个月", "六个月", "半年")),
        ("30㎡", ("30平方米", "三十平米")),
        ("1名", ("1名", "一名", "一人")),
        ("2位", ("两名", "二人")),
        ("1.5万户", ("15000户", "15,000户", "一万五千户", "1.5万户")),
        ("30.5亿元", ("305000万元", "30.5亿元")),
        ("12345", ("12345热线",)),
    ],
)
def test_every_way_of_printing_a_figure_is_looked_up(asked: str, printed: tuple[str, ...]) -> None:
    (figure,) = read_figures(one_form(asked))
    sought = set(numerals(figure))
    assert [one for one in printed if not sought & set(terms(f"达到{one}以上"))] == []


def test_the_figure_as_it_stands_comes_first_and_no_term_twice() -> None:
    (figure,) = read_figures("80%")
    assert numerals(figure) == ["80", "八成", "8", "之八", "八十"]


@pytest.mark.parametrize("unit", ["", "人", "%", "亿元"])
def test_a_figure_too_long_to_be_counted_is_looked_up_as_it_stands(unit: str) -> None:
    digits = "9" * 400
    (figure,) = read_figures(f"{digits}{unit}")
    assert numerals(figure) == [digits]
