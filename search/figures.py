"""The figures of a text: a value with what it counts, as a query and a clause both write it.

In: a clause or a query in one form (`search/tokens.py`).  Out: `Figure`s in order.  Relied on: a figure is a numeral,
Arabic or Chinese, with what is counted right behind it (20小时, 三名); 万, 亿 and 成 belong to the numeral; the year
of a date, an ordinal (第三, 1号) and a code (5g, 4+n) count nothing, nor does 一个, which says "some", nor what leaves
the amount open (五六个, 几十人, 一年半载); both ends of a range count the same thing.
Example: "每周不少于20小时" has one: at least 20 小时; "八成" and "百分之八十" are both 80 %, 一刻钟 is 15 分钟.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ontology.numerals import ARABIC, CHINESE, SCALE, read_arabic, read_chinese, read_scale
from search.bounds import Bound, Stretch, bound_of
from search.units import SHARE, SPELLED_UNIT, UNIT, sized

_HALVED = "个?小时|个?钟头|个月|年|天"
_DIGIT, _PLACE = "一二两三四五六七八九", "十百千万亿"
_PAIR = rf"[〇零{_DIGIT}{_PLACE}]{{0,11}}?[{_DIGIT}]{{2}}"  # 五六, 三四十, 一百二三十: from the one to the other
# What leaves the amount open.
_OPEN = rf"""{_PAIR}[〇零{_DIGIT}{_PLACE}]*
      | (?:{ARABIC}|{CHINESE})?(?<![1-9]0)(?<!十)几[{_PLACE}]*  # 几十, 一百几十; but 20几 and 二十几 are some 25
      | 数(?![十百千万]分之)[{_PLACE}]+(?![{_DIGIT}])
      | [百千万亿][{_DIGIT}{_PLACE}]+  # 百十, 千八百
      | {CHINESE}年(?:半|{CHINESE})载"""
# 2023.3.30, 24/7, 2022-01/12: dates and codes; a share is printed in the lowest terms.
_JOINED = r"""\d+(?P<joint>[./-])\d+(?:(?P=joint)\d+)+|[\d.]+(?:[/⁄][\d.]+)+|(?:19|20)\d\d-\d\d?(?:/\d\d?)?(?!\d)"""
_FRACTION = "1[/⁄](?:[2-9]|10)|2[/⁄][35]|3[/⁄][45]|4[/⁄]5"
_FIGURE = re.compile(
    rf"""(?=[0-9{_DIGIT}{_PLACE}半几数对第a-z])(?:  # where no figure begins, nothing else is tried
      (?P<fraction>{_FRACTION})(?![\d./⁄号日月版届期级类]|{UNIT})
    | (?P<none>{_JOINED}
        | (?:19|20)\d\d(?:年|(?![\d.,多余几万亿千百]|\ ?(?:{UNIT})))
        | [一二][〇零○九][〇零○一二三四五六七八九]{{2}}年
        | \d{{1,2}}月(?:\d{{1,2}}[日号]?)?
        | 第(?:{CHINESE}|{ARABIC})
        | {ARABIC}[号版届期级]
        | [a-z]+[-+]?\d[\da-z./]*
        | {ARABIC}(?!{UNIT})[a-z+][\da-z+]*
        | 一(?:个(?!小时|钟头?|半|月[内之以半])|[家次天年月项处人户支](?!半))(?!半)
        | {_OPEN})
    | (?P<all>百分之?百)
    | (?P<half>一半|半数|对半)
    | (?<![上下前后大多])半(?P<halved>{_HALVED})
    | (?P<whole>[百千万]|{CHINESE})分之(?P<part>(?!{_PAIR}){CHINESE}|{ARABIC})(?P<past>(?<=十)几)?
    | (?P<tenths>[一二两三四五六七八九\d])成(?P<tenth>半|[一二三四五六七八九](?![个年天月人名项]))?
      (?![立为果员本长熟效功就]|不变)
    | (?:(?P<numeral>{ARABIC})(?P<few>[多余几])?(?P<scale>{SCALE})?|(?P<spelled>{CHINESE}))(?P<more>[多余]|(?<=十)几)?
      (?:个半(?P<middle>小时|钟头|月)|\ ?(?P<unit>(?(numeral)(?:{UNIT})|(?:{SPELLED_UNIT})))(?P<tail>(?<=[年天])半)?
        |(?(numeral)|(?!)))
    )""",
    re.VERBOSE,
)
_DASHES = frozenset("-−")
_TO = re.compile(r"[-—–~至到]{1,2}")
_LETTER = re.compile(r"(?![至到和或与及以左上])[\u4e00-\u9fff]")
_WHOLES = {"百": 100.0, "千": 1000.0, "万": 10_000.0}
_SOME = 5  # of ten: 十几年
_UNNAMED = "?"  # letters that are no unit: 12345热线
# 个 stands for these and some more.
_ANY, _ANY_OF = "个", frozenset("人所支场台项套件条")
MET = 0.5  # from here on a figure is what was asked for
_BOUND_UNSAID = 0.95  # 至少20小时 asked, 20小时 found
_WITHIN, _WITHIN_NEAR = 0.4, 0.3  # 至少20小时 asked, 24小时 found: the nearer the more
_AGAINST = -1.0  # 至少20小时 asked, 不超过20小时 found
_OTHER, _OTHER_NEAR = 0.1, 0.2  # the same unit with another value: the nearer the more


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: the value in the unit of its kind, "" where none is printed; `stretches` are its words and bounds."""

    value: float
    unit: str
    bound: Bound
    shown: str  # as it is printed
    stretches: tuple[Stretch, ...] = ()

    def agrees(self, other: Figure) -> float:
        """How far another figure says the same: 1 in value, unit and bound, 0 where it counts something else.

        Less where it says the opposite.
        """
        if not _counts_alike(self.unit, other.unit):
            return 0.0
        against = "=" not in (self.bound, other.bound) and self.bound != other.bound
        if self.value == other.value:
            return _AGAINST if against else _BOUND_UNSAID if self.bound != "=" == other.bound else 1.0
        if self.unit != other.unit or self.unit in ("", _UNNAMED):
            return 0.0
        smaller, larger = sorted((abs(self.value), abs(other.value)))
        if not against and self.bound == (">=" if other.value > self.value else "<="):
            return _WITHIN + _WITHIN_NEAR * smaller / larger
        return _OTHER + _OTHER_NEAR * smaller / larger


def read_figures(text: str) -> Iterator[Figure]:
    """The figures of a text in one form, in order."""
    places = [*_matches(text)]
    since = 0
    for found, behind in zip_longest(places, places[1:]):
        amount, word = _read(found)
        if not word and behind and _TO.fullmatch(text, found.end(), behind.start()):
            word = _read(behind)[1]
        unit, size = sized(word) if word else ("", 1.0)
        if not word and _LETTER.match(text, found.end()):
            unit = _UNNAMED
        start, end = found.span()
        bound, words = bound_of(text, start, end, since)
        yield Figure(round(amount * size, 6), unit, bound, found[0], tuple(sorted(((start, end), *words))))
        since = end


def agreement(asked: Sequence[Figure], said: Sequence[Figure]) -> float:
    """The mean, over the figures asked for, of how far those said agree; 0 where none was asked for."""
    return sum(_met(figure, said) for figure in asked) / len(asked) if asked else 0.0


def _met(asked: Figure, said: Sequence[Figure]) -> float:
    """How far the nearest figure agrees; where none does and one says the opposite, how far that one does."""
    best = least = 0.0
    for other in said:
        found = asked.agrees(other)
        best, least = max(best, found), min(least, found)
    return least if best < MET and least < 0 else best


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Where figures stand; digits behind a dash that leads on from no figure may be below zero, and are passed over."""
    end = -1
    for found in _FIGURE.finditer(text):
        start = found.start()
        led = text[start].isdigit() and text[start - 1 : start] in _DASHES
        if not found["none"] and (not led or end == start - 1):
            end = found.end()
            yield found


def _read(found: re.Match[str]) -> tuple[float, str]:
    """The amount, and the word of its unit, which may be none."""
    if found["half"]:
        return 50.0, SHARE
    if found["all"]:
        return 100.0, SHARE
    if found["fraction"]:
        return 100 * int(found[0][0]) / int(found[0][2:]), SHARE
    if found["halved"]:
        return 0.5, found["halved"]
    if found["whole"]:
        part = _value(found["part"]) + _SOME * bool(found["past"])
        return 100 * part / (_WHOLES.get(found["whole"]) or _value(found["whole"])), SHARE
    if found["tenths"]:
        return 10 * _value(found["tenths"]) + (5 if found["tenth"] == "半" else _value(found["tenth"] or "〇")), SHARE
    some = _SOME * ("几" in (found["few"], found["more"]))
    value = (_value(found["numeral"] or found["spelled"]) + some) * read_scale(found["scale"] or "")
    if found["middle"]:
        return value + 0.5, f"个{found['middle']}"
    return value + 0.5 * bool(found["tail"]), (found["unit"] or "").strip()


def _counts_alike(one: str, other: str) -> bool:
    """Whether two units count the same thing; what has none may count anything."""
    if one == other or not one or not other:
        return True
    return _ANY in (one, other) and not _ANY_OF.isdisjoint((one, other))


def _value(numeral: str) -> float:
    return float(read_arabic(numeral) if numeral[0].isascii() else read_chinese(numeral))
