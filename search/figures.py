"""The figures of a text: a value with what it counts, as a query and a clause both write it.

In: a clause or a query.  Out: `Figure`s in order.  Relied on: a figure is a numeral, Arabic or Chinese, with what is
counted right behind it (20小时, 三名); 万, 亿 and 成 belong to the numeral; the year of a date counts nothing, nor does
一个, which says "some"; whoever is counted as 名 may be counted as 人; both ends of a range count the same thing.
Example: "每周不少于２０小时" has one: at least 20 小时; "八成" and "百分之八十" are both 80 %, 一刻钟 is 15 分钟.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from ontology.numerals import ARABIC, CHINESE, SCALE, read_arabic, read_chinese, read_scale

Bound = Literal["=", ">=", "<="]

# Units that two speakers write differently.
_SAME_UNIT = (
    *(("平米", "平方米"), ("块钱", "元"), ("块", "元"), ("口人", "人"), ("km", "公里"), ("千米", "公里")),
    *(("周岁", "岁"), ("个小时", "小时"), ("个钟", "小时"), ("钟头", "小时"), ("个月", "月")),
)
_SQUARE_METRES = "m2"  # what NFKC makes of ㎡
# Words of counting that stand for each other, of persons and of what has a door; 个 stands for these and some more.
_ALIKE = {"名": "人", "位": "人", "家": "所", "间": "所", "处": "所", "座": "所"}
_ANY, _ANY_OF = "个", frozenset("人所支场台项")
_COUNTED = "个小时 个钟头 个月 个 名 户 家 所 人 次 处 项 小时 分钟 年 天 月 平 元 米 公里 亩 倍 位 支 场 间 座 台 岁"
_SPANS = {"一刻钟": 15.0, "半小时": 30.0, "半个小时": 30.0, "半个钟头": 30.0}  # in 分钟
_FIGURE = re.compile(
    rf"""(?=[0-9一二两三四五六七八九十半百])(?:  # where no figure begins, nothing else is tried
      (?P<year>(?:19|20)\d\d年)
    | (?P<span>{"|".join(_SPANS)})
    | (?P<some>一(?:个(?!小时|钟头|月)|[家次天年月项处人户]))
    | 百分之(?P<share>{CHINESE}|{ARABIC})
    | (?P<tenths>[一二两三四五六七八九\d])成(?![立为果员本长熟效功就])
    | (?P<numeral>{ARABIC})(?P<scale>{SCALE})?[多余几]?(?P<unit>%|(?:(?![至到])[\u4e00-\u9fffa-z]{{1,3}})?)
    | (?P<spelled>{CHINESE})[多余几]?(?P<counted>{_COUNTED.replace(" ", "|")})
    )""",
    re.VERBOSE,
)
_TO = re.compile(r"[-—–~至到]{1,2}")
_PLAIN = r"(?<!不)(?<!不[得应能])"
_AT_LEAST = re.compile(
    rf"(?:不[得应能]?(?:低于|少于|小于)|至少|最少|{_PLAIN}(?:超过|高于|大于|多于)|≥|>)[^，。；,;]{{0,5}}\Z"
)
_AT_MOST = re.compile(
    rf"(?:不[得应能]?(?:超过|高于|大于|多于)|至多|最多|{_PLAIN}(?:低于|少于|小于)|不足|≤|<)[^，。；,;]{{0,5}}\Z"
)
_OR_MORE = re.compile(r"[^，。；,;]{0,3}?(?:及?以上|起)")
_OR_LESS = re.compile(r"[^，。；,;]{0,3}?(?:及?以[下内]|之内)")
_LOOK_BACK, _LOOK_AHEAD = 12, 6
_NEAR = 0.3  # what the same unit with another value can agree at most
_OTHER_BOUND = 0.7  # 至少20小时 asked, 不超过20小时 found
_WITHIN = 0.6  # 至少20小时 asked, 24小时 found


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `unit` is the letters behind the numeral, at most three, not all of which need be the unit."""

    value: float
    unit: str
    bound: Bound
    shown: str  # as it is printed

    def agrees(self, other: Figure) -> float:
        """How far another figure says the same: 1 in value, unit and bound, 0 where it counts something else."""
        if not _counts_alike(self.unit, other.unit):
            return 0.0
        if self.value == other.value:
            return 1.0 if self.bound == other.bound or "=" in (self.bound, other.bound) else _OTHER_BOUND
        if not self.unit:
            return 0.0
        beyond = ">=" if other.value > self.value else "<="
        if self.bound == beyond and other.bound in ("=", beyond):
            return _WITHIN
        smaller, larger = sorted((abs(self.value), abs(other.value)))
        return _NEAR * smaller / larger


def read_figures(text: str) -> Iterator[Figure]:
    """The figures of `text` in order."""
    plain = "".join(unicodedata.normalize("NFKC", text).lower().split()).replace(_SQUARE_METRES, "平方米")
    places = [found for found in _FIGURE.finditer(plain) if not found["year"] and not found["some"]]
    for found, behind in zip_longest(places, places[1:]):
        value, unit = _read(found)
        if not unit and behind and _TO.fullmatch(plain, found.end(), behind.start()):
            unit = _read(behind)[1]
        yield Figure(value, unit, _bound(plain, found), found[0])


def agreement(asked: Sequence[Figure], said: Sequence[Figure]) -> float:
    """The mean, over the figures asked for, of how far the nearest figure said agrees; 0 where none was asked for."""
    best = [max((figure.agrees(other) for other in said), default=0.0) for figure in asked]
    return sum(best) / len(best) if best else 0.0


def _read(found: re.Match[str]) -> tuple[float, str]:
    """Value and unit."""
    if found["span"]:
        return _SPANS[found["span"]], "分钟"
    if found["share"]:
        return _value(found["share"]), "%"
    if found["tenths"]:
        return 10 * _value(found["tenths"]), "%"
    if found["spelled"]:
        return _value(found["spelled"]), _unit(found["counted"])
    return _value(found["numeral"]) * read_scale(found["scale"] or ""), _unit(found["unit"])


def _counts_alike(one: str, other: str) -> bool:
    """Whether two units count the same thing; what has none may count anything."""
    first, second = (_ALIKE.get(unit[:1], unit[:1]) for unit in (one, other))
    if first == second or not first or not second:
        return True
    return _ANY in (first, second) and not _ANY_OF.isdisjoint((first, second))


def _value(numeral: str) -> float:
    return float(read_arabic(numeral) if numeral[0].isascii() else read_chinese(numeral))


def _unit(letters: str) -> str:
    for said, written in _SAME_UNIT:
        if letters.startswith(said):
            return written
    return letters


def _bound(text: str, found: re.Match[str]) -> Bound:
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    behind = (found["unit"] or "") + text[found.end() : found.end() + _LOOK_AHEAD]
    if _OR_MORE.match(behind) or _AT_LEAST.search(before):
        return ">="
    return "<=" if _OR_LESS.match(behind) or _AT_MOST.search(before) else "="
