"""Numbers with their units, brought to one unit where they have one.

In: a figure as a plan prints it, or a number and a unit.  Out: `Amount`, and `in_unit`, which raises `Unlike` where two
units measure different things.  Relied on: Chinese puts the power of ten before the unit (万人, 亿元), so a unit is a
power and a word, and the word belongs to one family; a word of no family is compared with itself alone.
Example: "1.2万人" is 12000 人, and 3 公顷 are 45 亩; 3 人 in % is refused.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

# Each family's words with how many of its first word one of them is.
_FAMILIES: tuple[dict[str, float], ...] = (
    {"%": 1, "％": 1, "个百分点": 1, "百分点": 1, "‰": 0.1},
    {"人": 1, "名": 1, "位": 1},
    {"个": 1, "家": 1, "所": 1, "座": 1, "处": 1},
    {"平方米": 1, "㎡": 1, "m²": 1, "亩": 2000 / 3, "公顷": 10_000, "平方公里": 1_000_000, "平方千米": 1_000_000},
    {"米": 1, "公里": 1000, "千米": 1000},
    {"分钟": 1, "小时": 60, "天": 1440, "日": 1440},
    {"个月": 1, "年": 12},
)
_WORDS = {word: (next(iter(family)), factor) for family in _FAMILIES for word, factor in family.items()}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_POWERED = re.compile(r"(?P<powers>[十百千万亿]+)(?P<word>.+)")
_FULL = re.compile(r"(?:实现|达到|基本)?全(?:面)?覆盖")
_PRINTED = re.compile(r"(?:[≥>≤<＞＜≧≦约]=?)?(?P<number>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?)(?P<unit>[^0-9]*)")
_AROUND = re.compile(r"(?:以上|以下|以内|左右|及以上)$|[（()）\s]")
_DIGITS = 10  # of a result: 0.1 + 0.2 is 0.3


class Unlike(ValueError):
    """Two units that do not measure the same."""


class Amount(NamedTuple):
    """A number and its unit; the unit is "" where none is printed."""

    number: float
    unit: str


def read_amount(printed: str | None, unit: str | None) -> Amount | None:
    """The one number that a cell holds, in its own unit or else in `unit`; None where the cell holds no one number."""
    text = _AROUND.sub("", (printed or "").strip())
    if _FULL.fullmatch(text):
        return Amount(100.0, "%")
    found = _PRINTED.fullmatch(text)
    if found is None:
        return None
    number = float(re.sub("[,，]", "", found["number"]))
    own = found["unit"]
    if own in _POWERS:  # 3万, where the column or the name has the unit
        return Amount(number, f"{own}{unit or ''}")
    return Amount(number, own or unit or "")


@lru_cache(16_384)
def in_unit(amount: Amount, unit: str) -> float:
    """The number of `amount` in `unit`; raises Unlike."""
    family, factor = _scale(amount.unit)
    wanted, divisor = _scale(unit)
    if family != wanted:
        raise Unlike(f"{amount.unit or '无单位'} / {unit or '无单位'}")
    return tidy(amount.number * factor / divisor)


def tidy(number: float) -> float:
    """The number without what binary fractions add to it."""
    return float(f"{number:.{_DIGITS}g}")


@lru_cache(1024)
def _scale(unit: str) -> tuple[str, float]:
    """The family of a unit, named by its first word, and how many of that word one of it is."""
    if unit in _WORDS:
        return _WORDS[unit]
    if unit and set(unit) <= _POWERS.keys():
        return "", float(math.prod(_POWERS[power] for power in unit))
    powered = _POWERED.fullmatch(unit)
    if powered is None:
        return unit, 1.0
    family, factor = _WORDS.get(powered["word"], (powered["word"], 1.0))
    return family, factor * math.prod(_POWERS[power] for power in powered["powers"])
