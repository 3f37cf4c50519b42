"""How headings are numbered: the mark at the beginning of a line, its series and its value.

In: the cleaned text of a line.  Out: a `Number`, or None.  Relied on: a series of marks stands on one rank of the
outline throughout a plan, and ranks nest in the order of `SERIES`.
Example: "（三）强化城乡社区服务供给" carries the mark "（三）", series "han_paren", value 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.measures import UNIT
from ingest.remembered import remembered
from ingest.rules import Rule

Series = Literal[
    "part",
    "chapter",
    "section",
    "han",
    "word",
    "han_paren",
    "decimal",
    "arabic",
    "arabic_paren",
    "circled",
    "count",
    "dash",
    "bullet",
]
# The order in which series nest, outermost first.
SERIES: tuple[Series, ...] = (
    "part",
    "chapter",
    "section",
    "han",
    "word",
    "han_paren",
    "decimal",
    "arabic",
    "arabic_paren",
    "circled",
    "count",
    "dash",
    "bullet",
)
# Series that count chapters and sections; the others count items.
OUTER: frozenset[Series] = frozenset({"part", "chapter", "section", "han", "han_paren", "decimal"})

_HAN = "〇一二三四五六七八九十百"
# What makes the figures of a line a quantity or a date, not the beginning of a name.
_NO_NAME = r"[万亿千百年月%％‰]"

_COUNTED: tuple[Rule, ...] = (
    Rule(
        "number.part",
        "a part of a long plan is counted by 篇 or 编",
        re.compile(rf"^第(?P<value>[{_HAN}]+|\d{{1,3}})[篇编]"),
        ("第二篇坚持创新驱动发展全面塑造发展新优势",),
        ("第二批试点",),
    ),
    Rule(
        "number.chapter",
        "a chapter is counted by 章 or 部分",
        re.compile(rf"^第(?P<value>[{_HAN}]+|\d{{1,3}})(?:章|部分)"),
        ("第三章完善社区服务格局", "第一部分发展基础"),
        ("第十三个五年规划纲要",),
    ),
    Rule(
        "number.section",
        "a section of a chapter is counted by 节",
        re.compile(rf"^第(?P<value>[{_HAN}]+|\d{{1,3}})节"),
        ("第一节“十三五”主要成效",),
        ("第一时间响应",),
    ),
    Rule(
        "number.han",
        "a Chinese numeral with 、 counts chapters",
        re.compile(r"^(?P<value>[一二三四五六七八九十百]+)[、．.](?![一二三四五六七八九十]+[、，])"),
        ("三、主要任务", "十一、实施保障"),
        ("一是党的领导不断加强", "三个着力", "一、二、三产业融合发展"),
    ),
    Rule(
        "number.word",
        "a word may count what is done: 任务一, 项目2",
        re.compile(
            r"^(?:重点|主要|专项|子)?(?:任务|行动|工程|项目|举措|专项)(?P<value>[一二三四五六七八九十]{1,3}|\d{1,2})[：:、.．](?=[“《\u4e00-\u9fff])"
        ),
        ("任务一：夯实感知网络", "项目2：综合性消防站。新建消防站2座。"),
        ("项目一期工程，投资2亿元", "行动计划：实施改造", "任务一览表"),
    ),
    Rule(
        "number.han_paren",
        "a Chinese numeral in brackets, full-width or ASCII, counts sections",
        re.compile(r"^[（(](?P<value>[一二三四五六七八九十百]+)[)）]、?"),
        ("（一）指导思想", "(二)基本原则", "（三十六）完善组织协调机制"),
        ("（此件公开发布）",),
    ),
    Rule(
        "number.decimal",
        "decimal numbers count sections of sections, and a word follows them at once",
        re.compile(
            r"^(?P<value>\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]?(?=[“《\u4e00-\u9fff])(?![万亿个元年倍平公千百成米户人%％])"
        ),
        ("1.2工作原则", "2.1.3应急保障"),
        ("3.48亿元", "2022.12", "99.9%"),
    ),
    Rule(
        "number.arabic",
        "an Arabic numeral with a full stop or 、, or of two digits with a nought, counts items, figures may follow",
        re.compile(
            r"^(?P<value>\d{1,3})(?:[.．、](?!\d)|(?<=^0\d)(?=[“《\u4e00-\u9fff])"
            rf"|(?<!^0)[.．、](?=\d{{3,5}}(?!{_NO_NAME})[“”\u4e00-\u9fff]{{0,8}}(?:人才|工程|计划|行动|工作法|模式|热线|平台)))"
        ),
        (
            "1.加强党的全面领导",
            "１．新时代社区工作者主题培训行动",
            "2、优化服务设施布局",
            "01公共卫生补短板工程",
            "11.121人才计划",
            "3.12345热线提质行动",
        ),
        ("2025年", "3.48亿元", "100%", "10个试点", "0.058降至0.021", "12.125万人才", "2.2025年行动计划"),
    ),
    Rule(
        "number.arabic_paren",
        "an Arabic numeral in brackets counts items of items",
        re.compile(r"^[（(](?P<value>\d{1,2})[)）]"),
        ("（1）实施范围", "(2)保障措施"),
        ("（2021年1月4日）",),
    ),
    Rule(
        "number.circled",
        "a circled numeral counts items of items",
        re.compile(r"^(?P<value>[①-⑳])"),
        ("①应急广播体系建设",),
        ("一区一警",),
    ),
    Rule(
        "number.count",
        "一是, 二是 … at the beginning of a paragraph count its principles or achievements",
        re.compile(r"^(?:第?(?P<value>[一二三四五六七八九十]{1,3})(?:是|要|，是|,是))"),
        ("一是坚持党建引领。把坚持党的领导贯穿于城乡社区服务体系建设的全过程各方面",),
        ("一窗式受理", "一方面"),
    ),
    Rule(
        "number.dash",
        "a dash before a paragraph opens one principle or goal",
        re.compile(r"^(?:[—―–─－]{1,3}|--)"),
        ("——坚持党的全面领导。坚持将党的领导贯穿于社区服务",),
        ("-12-",),
    ),
    Rule(
        "number.bullet",
        "a bullet opens one item of a box or a list",
        re.compile(r"^[●■◆▶►★☆◎◇□▪•·]+"),
        ("●高校毕业生就业行动。每年开发见习岗位2000个。",),
        ("○一一年",),
    ),
)

# Held against the text as stored: in cleaned text the blank is gone.
SPACED = Rule(
    "number.spaced",
    "a bare numeral that a blank sets apart from a short title counts like one with 、 or a full stop",
    re.compile(
        rf"^(?:(?P<han>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])|(?P<arabic>\d{{1,2}}))"
        rf"[ \t\u3000]{{1,4}}"
        rf"(?P<title>(?!(?:{UNIT})|[年月日个])[“《\u4e00-\u9fff][^\s。；，,：:、]{{1,20}})(?=\s*$|(?(arabic)[。：:]|\s*$))",
        re.MULTILINE,
    ),
    ("一 总体要求", "1 发展思路。坚持创新驱动", "2  控制性水库：开工建设大型水库3座", "二　重点任务"),
    ("3 个试点", "五 个 方 面", "1 人均预期寿命 岁 78.3", "2 月底前完成"),
)
RULES = (*_COUNTED, SPACED)


@dataclass(frozen=True, slots=True)
class Number:
    """A heading's mark: its series, its value (0 for a dash), how deep a decimal goes, and where it ends."""

    series: Series
    value: int
    depth: int
    end: int  # index in the text just after the mark

    @property
    def rank(self) -> int:
        """How deep the series nests: smaller is further out."""
        return SERIES.index(self.series)

    @property
    def rule(self) -> str:
        """The name of the rule that found it."""
        return f"number.{self.series}"


@remembered
def read_number(text: str) -> Number | None:
    """The mark at the beginning of `text`, or None where there is none."""
    for series, pattern in _BY_FIRST.get(text[:1], ()):
        if found := pattern.match(text):
            printed = found.groupdict().get("value") or ""
            return Number(series, _value(printed), printed.count(".") + printed.count("．"), found.end())
    return None


def read_spaced_number(stored: str) -> Number | None:
    """The bare numeral that a blank sets apart from its title at the beginning of `stored`, or None.

    Its end is that of the numeral, which is the same in cleaned text.
    """
    found = SPACED.match(stored) if stored[:1].isdecimal() or stored[:1] in _HAN else None
    if found is None:
        return None
    if found["han"]:
        return Number("han", han_value(found["han"]), 0, found.end("han"))
    return Number("arabic", int(found["arabic"]), 0, found.end("arabic"))


def _by_first() -> dict[str, tuple[tuple[Series, re.Pattern[str]], ...]]:
    """The patterns that can match by the first character: one look spares them all on running text."""
    digits = "0123456789０１２３４５６７８９"
    numerals = _HAN.replace("〇", "")
    firsts: dict[Series, str] = {
        "part": "第",
        "chapter": "第",
        "section": "第",
        "han": numerals,
        "word": "重主专子任行工项举",
        "han_paren": "（(",
        "decimal": digits,
        "arabic": digits,
        "arabic_paren": "（(",
        "circled": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
        "count": numerals + "第",
        "dash": "—―–─－-",
        "bullet": "●■◆▶►★☆◎◇□▪•·",
    }
    patterns = [(series, rule.pattern) for series, rule in zip(SERIES, _COUNTED, strict=True)]
    characters = set("".join(firsts.values()))
    return {c: tuple((series, pattern) for series, pattern in patterns if c in firsts[series]) for c in characters}


_BY_FIRST = _by_first()


def _value(printed: str) -> int:
    if not printed:
        return 0
    last = re.split("[.．]", printed)[-1]
    if last.isdecimal():
        return int(last)
    if "①" <= last <= "⑳":
        return ord(last) - ord("①") + 1
    return han_value(last)


def han_value(numeral: str) -> int:
    """The value of a Chinese numeral below a thousand: 十一 is 11, 二十 is 20, 一百零三 is 103."""
    total = digit = 0
    for character in numeral:
        if character == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif character == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = "〇一二三四五六七八九".index(character) if character in "〇一二三四五六七八九" else digit
    return total + digit
