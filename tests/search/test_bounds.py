"""The words around a figure that make it a floor or a ceiling."""

from __future__ import annotations

import pytest

from search.bounds import Bound, bound_of


@pytest.mark.parametrize(
    ("text", "bound", "words"),
    [
        ("不得超过20小时", "<=", ["不得超过"]),
        ("超过20小时", ">=", ["超过"]),
        ("不足20小时", "<=", ["不足"]),
        ("约20小时以上", ">=", ["约", "以上"]),
        ("20小时（含）以上", ">=", ["以上"]),
        ("20小时以内", "<=", ["以内"]),
        ("20小时左右", "=", ["左右"]),
        ("达到20小时", "=", ["达到"]),
        ("起草20小时起草", "=", []),
    ],
)
def test_a_bound_is_told_with_its_words(text: str, bound: Bound, words: list[str]) -> None:
    text = text.replace("（", "(").replace("）", ")")
    start = text.index("20小时")
    found, stretches = bound_of(text, start, start + 4, 0)
    assert (found, [text[begin:end] for begin, end in stretches]) == (bound, words)


def test_words_before_an_earlier_figure_are_not_heard() -> None:
    text = "不低于18人20小时"
    assert bound_of(text, 6, 10, since=6) == ("=", ())
