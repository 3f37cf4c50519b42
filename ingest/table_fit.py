"""How well a cell fits a column of an indicator table, and what it costs that a row has no cell there.

In: the cleaned text of a cell and the kind of a column.  Out: scores to be added up along a row: about 1 where the
cell is what the column holds, below 0 where it is not.  Relied on: a value is little more than a number (比2020年下降
18%), a name is words and no value, an attribute is one of a closed set.  Example: "65岁以上老年人健康管理率" opens with
a number and is a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.quantities import read_quantity
from ingest.table_words import ATTRIBUTE, BARE_UNIT, EMPTY, WORDED_VALUE, ColumnKind

# What may stand around the number of a value: "较2020年累计下降18%左右", "均为100%", "[5]".
_AROUND = re.compile(
    r"(?:[比较]?(?:(?:19|20)\d\d年|上年|十[一二三四五六]五末?)|年均|累计|平均|力争|均|为|达到?|下降|提高|增长|增加|减少|降低|提升|控制在"
    r"|保持在?|不变|左右|以上|以下|以内|每年|全国|全省|全市|[其的于到至约])|[^一-鿿]"
)
_HAN = re.compile(r"[一-鿿]")
_LONGEST_VALUE, _LONGEST_NAME, _LONGEST_CATEGORY = 30, 80, 14

# Lost most easily: the base value, of which a damaged row that kept one value has none.
_SKIP: dict[ColumnKind, float] = {
    "row": 0.6,
    "category": 0.05,
    "name": 0.6,
    "unit": 0.3,
    "base": 0.2,
    "target": 0.6,
    "value": 0.2,
    "growth": 0.2,
    "attribute": 0.3,
    "other": 0.1,
}


def skip_cost(kind: ColumnKind) -> float:
    """What it costs that a row has lost its cell under a column of this kind."""
    return _SKIP[kind]


def is_value(text: str) -> bool:
    """Whether the cell is a number with little around it."""
    if len(text) > _LONGEST_VALUE or not any(character.isdigit() for character in text):
        return False
    quantity = read_quantity(text)
    rest = text[: quantity.start] + text[quantity.end :] if quantity else text
    return len(_HAN.findall(_AROUND.sub("", rest))) <= (2 if quantity else 0)


def likeness(text: str, kinds: Sequence[ColumnKind]) -> list[float]:
    """How well a cell that says `text` fits a column of each kind; the order of row numbers is scored elsewhere."""
    value = is_value(text)
    return [_FITS[kind](text, value) for kind in kinds]


def _name(text: str, value: bool) -> float:
    if len(_HAN.findall(text)) < 2 or len(text) > _LONGEST_NAME or ATTRIBUTE.match(text) or BARE_UNIT.match(text):
        return -2.0
    return -1.0 if value else 0.2 if WORDED_VALUE.match(text) else 1.0


def _category(text: str, value: bool) -> float:
    return min(_name(text, value), 0.5) if len(text) <= _LONGEST_CATEGORY else -1.0


def _unit(text: str, _value: bool) -> float:
    return 1.0 if BARE_UNIT.match(text) else 0.3 if EMPTY.match(text) else -2.0


def _base(text: str, value: bool) -> float:
    if value:
        return 1.0
    if EMPTY.match(text):
        return 0.8
    if WORDED_VALUE.match(text) and len(text) <= _LONGEST_VALUE:
        return 0.6
    return -3.0 if ATTRIBUTE.match(text) else -1.0


def _target(text: str, value: bool) -> float:
    return 0.5 if EMPTY.match(text) else _base(text, value)


def _attribute(text: str, _value: bool) -> float:
    return 1.0 if ATTRIBUTE.match(text) else -3.0


def _other(text: str, _value: bool) -> float:
    return 0.3 if _HAN.search(text) and not ATTRIBUTE.match(text) else -0.5


def _row(text: str, _value: bool) -> float:
    return 0.5 if text.isdecimal() and len(text) <= 3 else -2.0


_FITS: dict[ColumnKind, Callable[[str, bool], float]] = {
    "row": _row,
    "category": _category,
    "name": _name,
    "unit": _unit,
    "base": _base,
    "target": _target,
    "value": _base,
    "growth": _base,
    "attribute": _attribute,
    "other": _other,
}
