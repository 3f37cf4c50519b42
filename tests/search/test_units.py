"""The units of figures: which words count the same, and which are the beginning of another word."""

from __future__ import annotations

import re

import pytest

from search.units import UNIT, sized, words_of


@pytest.mark.parametrize(
    ("word", "kind", "size"), [("刻钟", "分钟", 15), ("名", "人", 1), ("年", "月", 12), ("户", "户", 1)]
)
def test_a_word_counts_a_kind(word: str, kind: str, size: float) -> None:
    assert sized(word) == (kind, size)
    assert words_of(kind)[word] == size


@pytest.mark.parametrize("letters", ["人才", "家庭", "项目", "平台", "次性", "热线", "mbit"])
def test_the_beginning_of_another_word_is_no_unit(letters: str) -> None:
    assert re.match(UNIT, letters) is None


def test_what_is_no_kind_has_no_words() -> None:
    assert words_of("") == words_of("?") == {}
