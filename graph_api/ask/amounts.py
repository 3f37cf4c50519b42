"""Amounts as plans write them, for amounts as people say them.

In: the plain question.  Out: the same with measures in Arabic figures.  Relied on: a plan counts by 每千人 and 每百户,
prints shares in per cent and times in figures.  Example: "十五分钟", "八成", "一千个人" are 15分钟, 80%, 每千人.
"""

from __future__ import annotations

import re

from ontology.numerals import CHINESE, read_chinese

_TENTHS = re.compile(r"(?<![几现建组构形生完达分促变])([一二三四五六七八九])成(?![为立员果长效本年人功套熟绩体分都])")
_MEASURED = re.compile(
    rf"(?<![第每十〇一二三四五六七八九百千万])({CHINESE})(个?)(分钟|小时|平方米|公里|户|米|人(?!均))"
)
_BY = re.compile(r"(?:每|一|每一|平均)(百|千|万)(?:个|名|位)?(?=户|人|常住|居民|家|城镇|城市|农村|群众)")
_YUAN = re.compile(r"(?<=[几少\d十百千万亿])块钱")
_SQUARE = re.compile(r"平米|(?<=\d)平(?![方台整均等安时房])")
_LEAST = 10  # smaller ones are words: 一户, 两人


def in_figures(text: str) -> str:
    """A text with its amounts in the figures of plans."""
    text = _SQUARE.sub("平方米", _YUAN.sub("元", text))
    text = _TENTHS.sub(lambda found: f"{read_chinese(found[1])}0%", text)
    text = _BY.sub(r"每\1", text)
    return _MEASURED.sub(_figure, text)


def _figure(found: re.Match[str]) -> str:
    number = read_chinese(found[1])
    return f"{number}{found[3]}" if number >= _LEAST else found[0]
