"""Amounts as people say them, in the figures of plans."""

from __future__ import annotations

import pytest

from graph_api.ask.amounts import in_figures


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("十五分钟就能走到", "15分钟就能走到"),
        ("八成时间要待在社区", "80%时间要待在社区"),
        ("一千个人里有几个", "每千人里有几个"),
        ("给一万个城镇居民配几名", "给每万城镇居民配几名"),
        ("每一百户要多大", "每百户要多大"),
        ("该摊到多少平米", "该摊到多少平方米"),
        ("三百户左右一个网格", "300户左右一个网格"),
    ],
)
def test_what_is_measured_is_written_in_figures(said: str, written: str) -> None:
    assert in_figures(said) == written


@pytest.mark.parametrize("text", ["建成几个", "五社联动", "一老一小", "两名社工", "第一户", "十四五规划", "完成率几成"])
def test_other_numerals_stay_words(text: str) -> None:
    assert in_figures(text) == text
