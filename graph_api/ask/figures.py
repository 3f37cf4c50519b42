"""The words of a value as the plan has them.

In: the quote of a statement, its number and its unit.  Out: the stretch of the quote that says the value, comparing
words included.  Relied on: a quote states one value, and full coverage is 100 % in words.
Example: "每个村社区培养3名以上法律明白人" with 3 and 名 gives "3名以上".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SCALES = {"万": 10_000.0, "亿": 100_000_000.0, "": 1.0}
_BEFORE = r"(?:不少于|不低于|不小于|不超过|不得超出|不高于|超过|至少有?|大于|小于|近|约|[≥≤><])?"
_AFTER = r"(?:以上|以下|以内|左右)?"
_FIGURE = re.compile(rf"{_BEFORE}(\d+(?:\.\d+)?)(?:[-—~至](\d+(?:\.\d+)?))?(?:多|余)?(万|亿)?(?:多|余)?")
_MEASURED = re.compile(
    rf"{_BEFORE}(?P<number>\d+(?:\.\d+)?)(?P<scale>万|亿)?(?P<unit>平方米|小时|分钟|公里|户|人|名|位|元|%|亩|年|天|个|家)(?:{_AFTER})"
)
_AT_LEAST = re.compile(r"不少于|不低于|不小于|超过|至少|大于|[≥>]|以上")
_AT_MOST = re.compile(r"不超过|不得超出|不高于|小于|[≤<]|以下|以内")
_SINGLE = re.compile(r"(?:至少)?[一两](?=[名个家所处支座])")
_COVERED = re.compile(r"(?:基本)?(?:实现|达到)?全覆盖|全部覆盖|覆盖(?:到)?所有|双?过半|普遍")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a quote, with its unit and the words that compare it."""

    value: str
    number: float
    unit: str
    comparator: str


def figures_in(quote: str) -> Iterator[Figure]:
    """The figures of a quote that stand before a measure: of 1家1400平方米的社康中心 the 1家 and the 1400平方米."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", quote))
    for found in _MEASURED.finditer(text):
        number = float(found["number"]) * _SCALES[found["scale"] or ""]
        comparator = ">=" if _AT_LEAST.search(found[0]) else "<=" if _AT_MOST.search(found[0]) else "="
        yield Figure(found[0], number, found["unit"], comparator)


def verbatim(quote: str, number: float, unit: str) -> str:
    """The value as the quote has it, else the number with its unit."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", quote))
    figures = sorted(_FIGURE.finditer(text), key=lambda figure: not text.startswith(unit, figure.end()))
    for figure in figures:
        if abs(float(figure[1]) * _SCALES[figure[3] or ""] - number) <= 1e-6 * max(1.0, abs(number)):
            tail = re.match(rf"(?:{re.escape(unit)}|[多余]?{re.escape(unit)})?{_AFTER}", text[figure.end() :])
            span = (
                re.match(rf"[-—~至]\d+(?:\.\d+)?{re.escape(unit)}", text[figure.end() + len(tail[0]) :])
                if tail
                else None
            )
            return figure[0] + (tail[0] if tail else "") + (span[0] if span else "")
    worded = _COVERED.search(text) or _SINGLE.search(text)
    return f"{worded[0]}{unit}" if worded and worded.re is _SINGLE else worded[0] if worded else f"{number:g}{unit}"
