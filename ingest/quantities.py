"""The quantities of a stretch of cleaned text: how much, in what unit, and whether as a floor, a ceiling or about.

In: cleaned text (`Passage.text`).  Out: `Quantity` records in text order, none overlapping, values in plain units.
Relied on: 万 and 亿 belong to the number; a year, a date, a document's number and an ordinal (第十三次) are no
quantities, nor is what follows 每 (每300户), which only says per how many.  Example: "不低于1.5万户" is >= 15000 户.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ingest.comparators import comparator_at
from ingest.measures import SPELLED_UNIT, UNIT
from ontology.numerals import ARABIC, CHINESE, SCALE, read_arabic, read_chinese, read_scale
from ontology.records import Comparator

# arabic: 18人, 80%; range: 8—10个; spelled: 三名; fraction: 百分之八十, 三分之二, 2/3; ratio: 1:3; coverage: 全覆盖;
# majority: 过半; doubling: 翻一番
Form = Literal["arabic", "range", "spelled", "fraction", "ratio", "coverage", "majority", "doubling"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: `text[start:end]` is the number with its unit and the comparator words that touch it."""

    comparator: Comparator
    value: float  # in plain units: 15000.0 for 1.5万户; the lower end of a range
    unit: str  # "" where none is printed
    start: int
    end: int
    form: Form
    upper: float | None = None  # the upper end of a range


_DASH = r"(?:[-－—–―~～]{1,2}|至|到)"
_YEAR = r"(?:19|20)\d\d"

# Numbers that are no quantities, so that what follows them is not read from their middle.
_NAME = rf"""(?P<name>
      [〔\[（(【]{_YEAR}[〕\]）)】]第?\d+号        # 〔2021〕56号
    | {_YEAR}年?{_DASH}(?:{_YEAR}|\d\d)(?:年|(?![\d.%％]))  # 2016—2020年
    | {_YEAR}年(?:\d\d?月(?:\d\d?日)?)?         # 2025年, 2022年8月29日
    | {_YEAR}[./-]\d\d?[./-]\d\d?               # 2023.3.30
    | [二一][〇零○九][〇零○一二三四五六七八九]{{2}}年?  # 二〇三五年
    | \d\d?月(?:\d\d?日)?                       # 6月6日
    | \d\d?[:：]\d\d(?:[:：]\d\d|(?!\d))        # 11:25:36
    | (?:第|专栏|附[表件]|[图表])(?:\d+|[一二三四五六七八九十百〇零]+)  # 第130次, 第十三次, 专栏4
    | \d{{16,}}+ | \d{{1,3}}(?:,\d{{3}}){{6,}}+       # the number of a card or an account
    | \d+(?:号|[Xx×+＋])                        # 56号, 7×24小时, 4+N
    | https?://[!-~]+
    | (?<![A-Za-z_-])[A-Za-z][A-Za-z_-]*+\d+(?:[.]\d+)?(?![\d.]*[%％])  # PM2.5
    | \d+(?!{UNIT})[A-Za-z]                     # 5G
    | [“"‘]\d+[”"’]                             # “532”工作法
    | (?:\A|(?<=[。；;]))[（(]?\d\d?(?:[.．、](?!\d)|[）)])  # 1.  （2）
    | 每(?:隔|增加)?(?:{ARABIC}{SCALE}?|[一二两三四五六七八九十百千万]+)(?:{UNIT})?  # 每300户, 每万人
)"""
_ARABIC = rf"""(?P<arabic>
    (?<![0-9０-９.+%/_])(?P<minus>(?:\A|(?<=[（(、\s]))[-－−])?
    (?P<low>{ARABIC})
    (?:(?P<low_scale>{SCALE})?(?P<low_unit>{UNIT})?{_DASH}(?P<high>(?!{_YEAR}年){ARABIC}))?
    (?P<more>[多余])?(?P<scale>{SCALE})?(?P<over>[多余])?(?P<unit>{UNIT})?
)"""
_RATIO = rf"(?P<ratio>(?<![\d.:：])(?P<left>{ARABIC})[:：∶](?P<right>{ARABIC})(?![\d:：]))"
_SPELLED = rf"(?P<spelled>(?<![几数初新])(?P<numeral>{CHINESE})(?P<further>[多余])?(?P<counted>{SPELLED_UNIT}))"
_FRACTION = rf"(?P<fraction>(?P<whole>[百千万]|{CHINESE})分之(?P<part>百|{CHINESE}|{ARABIC}))"
_SLASHED = r"(?P<slashed>(?<![\d./-])(?P<above>\d\d?)/(?P<below>\d\d?)(?![\d./万亿-]))"
_COVERAGE = r"(?P<coverage>(?:全面?|全部)覆盖|覆盖到?(?:全部|所有))"
_MAJORITY = r"(?P<majority>(?<!一)过半数?(?![年天])|超半数|半数以上|一半)"
_DOUBLING = r"(?P<doubling>翻(?P<times>[一两二三四])番)"
# Names first, so that no quantity is read from their middle; then the forms of which a part is another form.
_QUANTITY = re.compile(
    "|".join((_NAME, _RATIO, _FRACTION, _SLASHED, _DOUBLING, _MAJORITY, _COVERAGE, _ARABIC, _SPELLED)), re.VERBOSE
)
# The characters with which a quantity or a name can begin.
_FIRST = re.compile(r"[\d一二两三四五六七八九十百千万第专附图表每全覆过超半翻〔\[（(【“\"‘A-Za-z－−-]")

# 基本实现…全覆盖: about, not all.
_BASICALLY = re.compile(r"基本上?(?=实现|达到|形成|建成|做到|完成|全|覆盖|普及|建立)[^，。；、,;]*\Z")
_CLAUSE = 60  # characters before 全覆盖 in which 基本 belongs to it


def read_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of `text` in order."""
    position = since = 0
    while candidate := _FIRST.search(text, position):
        match = _QUANTITY.match(text, candidate.start())
        position = match.end() if match else candidate.end()
        if match and match["name"] is None:
            read = _READERS[match.lastgroup or ""](text, match)
            quantity = _heard(text, match.start(), read, since)
            position = since = quantity.end
            yield quantity


def read_quantity(text: str) -> Quantity | None:
    """The first quantity of `text`, for a cell that holds one; None where it holds none ("完成国家下达任务")."""
    return next(read_quantities(text), None)


class _Read(NamedTuple):
    """What a number says by itself."""

    comparator: Comparator
    value: float
    unit: str
    end: int
    form: Form
    upper: float | None = None


def _heard(text: str, start: int, read: _Read, since: int) -> Quantity:
    """The quantity with the comparator that stands beside it, after `since`; a range stays "about"."""
    comparator, start, end = comparator_at(text, start, read.end, since)
    if comparator is None or read.form == "range":
        comparator = read.comparator
    unit = read.unit.replace("％", "%")
    return Quantity(comparator, read.value, unit, start, end, read.form, read.upper)


def _arabic(_text: str, match: re.Match[str]) -> _Read:
    scale = read_scale(match["scale"] or "")
    low, unit, end = read_arabic(match["low"]) * scale, match["unit"] or "", match.end()
    if match["high"]:
        low_unit, high = match["low_unit"] or "", read_arabic(match["high"]) * scale
        if match["low_scale"] or low_unit:  # 1万—2万户, but 1—2万户
            low = read_arabic(match["low"]) * read_scale(match["low_scale"] or "")
        if low < high:
            return _Read("~", float(low), unit or low_unit, end, "range", float(high))
        unit, end = low_unit, max(match.end(group) for group in ("low", "low_scale", "low_unit"))
        low = read_arabic(match["low"]) * read_scale(match["low_scale"] or "")
    more = match["more"] or match["over"]
    value = float(-low if match["minus"] else low)
    return _Read(">" if more else "=", value, unit, end, "arabic")


def _spelled(_text: str, match: re.Match[str]) -> _Read:
    value, more = float(read_chinese(match["numeral"])), match["further"]
    return _Read(">" if more else "=", value, match["counted"], match.end(), "spelled")


def _fraction(_text: str, match: re.Match[str]) -> _Read:
    """百分之八十 is 80 %, 千分之三 is 3 ‰, 三分之二 is 66.7 %."""
    whole, part = match["whole"], match["part"]
    number = read_arabic(part) if part[0] in _ARABIC_DIGITS else read_chinese("一百" if part == "百" else part)
    if whole in _SHARES:
        return _Read("=", float(number), _SHARES[whole], match.end(), "fraction")
    value = float(number * 100 / (read_chinese("一万" if whole == "万" else whole) or 1))
    return _Read("=", value, "%", match.end(), "fraction")


def _slashed(_text: str, match: re.Match[str]) -> _Read:
    """2/3 is 66.7 %."""
    above, below = read_arabic(match["above"]), read_arabic(match["below"])
    return _Read("=", float(above * 100 / (below or 1)), "%", match.end(), "fraction")


def _ratio(_text: str, match: re.Match[str]) -> _Read:
    """1:3 is a third; the ratio itself is its unit."""
    left, right = read_arabic(match["left"]), read_arabic(match["right"])
    return _Read("=", float(left / right) if right else 0.0, "", match.end(), "ratio")


def _coverage(text: str, match: re.Match[str]) -> _Read:
    """全覆盖 is 100 %, 基本…全覆盖 about 100 %."""
    basically = _BASICALLY.search(text[max(0, match.start() - _CLAUSE) : match.start()] + match[0][:1])
    return _Read("~" if basically else "=", 100.0, "%", match.end(), "coverage")


def _majority(_text: str, match: re.Match[str]) -> _Read:
    comparator: Comparator = "=" if match[0] == "一半" else ">=" if match[0] == "半数以上" else ">"
    return _Read(comparator, 50.0, "%", match.end(), "majority")


def _doubling(_text: str, match: re.Match[str]) -> _Read:
    """翻一番 is twofold, 翻两番 fourfold."""
    value = 2.0 ** float(read_chinese(match["times"]))
    return _Read("=", value, "倍", match.end(), "doubling")


_ARABIC_DIGITS = "0123456789０１２３４５６７８９"
_SHARES = {"百": "%", "千": "‰"}
_READERS: dict[str, Callable[[str, re.Match[str]], _Read]] = {
    "arabic": _arabic,
    "spelled": _spelled,
    "fraction": _fraction,
    "slashed": _slashed,
    "ratio": _ratio,
    "coverage": _coverage,
    "majority": _majority,
    "doubling": _doubling,
}
