"""What a heading looks like: numbered or not, alone on its line or run into its text.

In: the cleaned text of a paragraph.  Out: a `Heading`: where its title lies and where its text begins.  Relied on: a
title is one short phrase closed by a full stop or by the line; a sentence of the text is long or has commas.
Example: "1.加强党的全面领导。建立健全…" is the title "加强党的全面领导" run into its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.numbering import OUTER, Number, read_number
from ingest.rules import Rule

_HAN = "\u4e00-\u9fff"

# Titles so fixed that they are known even where the extractor joined them to the text without a full stop.
FIXED = (
    r"指导思想|基本原则|工作原则|总体思路|总体要求|总体目标|发展目标|主要目标|工作目标|具体目标|战略目标|发展基础|发展现状|"
    r"面临形势|发展形势|发展环境|规划背景|编制依据|主要任务|重点任务|保障措施|组织保障|实施保障|组织实施"
)

LEAD = Rule(
    "heading.lead",
    "a paragraph opens with its title: one short phrase without a comma, closed by a full stop, and text after it",
    re.compile(rf"^(?P<title>[“《（(]?[{_HAN}][^。！？；，,;：:!?]{{2,44}})[。！](?=.)", re.DOTALL),
    (
        "强化基本民生兜底保障。落实兜底民生服务社会工作“双百工程”,发挥社会工作专业优势",
        "完善城乡社区综合服务设施功能。加强社区养老、托育、助残和公共卫生等专项服务设施建设。",
        "社区文化、体育、卫生、教育、科普服务行动。推进医疗卫生优质服务基层行,做好传染病、慢性病防控",
    ),
    (
        "提升社区(村)法律顾问履职能力,提升法律服务质量。深化社区公共法律服务工作室标准化建设",
        "到2025年末，党建引领城乡社区服务机制更加健全。",
        "推动多方参与。",
    ),
)
LEAD_LINE = Rule(
    "heading.lead_line",
    "the same title stands on a line of its own and keeps its full stop",
    re.compile(rf"^(?P<title>[“《（(]?[{_HAN}][^。！？；，,;：:!?]{{2,38}})。$"),
    ("推动多方参与。", "增强惠民公共服务供给。"),
    ("推动形成人人有责、人人尽责,人人享有的城乡社区服务格局。", "推动多方参与"),
)
LINE = Rule(
    "heading.line",
    "a title without a number stands on a line of its own and has no full stop and no comma",
    re.compile(rf"^(?P<title>[“《（(]?[{_HAN}][^。！？；，,;：:!?|]{{1,44}})$"),
    ("规划背景", "健全完善党建引领多方参与的城乡社区服务新格局", "“十四五”发展形势"),
    ("市民政局、各区人民政府等按职责分工负责。", "优化营商环境，激发市场活力。"),
)
# Paragraphs that open with a full short sentence which is text, never a title.
NO_LEAD = Rule(
    "heading.no_lead",
    "a sentence that opens with a time, a pointer, a body or a word for doing something to something is text",
    re.compile(
        r"^(?:将|把|到|由|力争|具体|其中|同时|此外|目前|当前|近年来|截至|截止|近期|要(?!素)|应(?![急用对届])|可(?![再持视靠信])|"
        r"本(?!土|地)|我[国省市州县区](?!的)|各(?:级|地|区|县|市|州|省|旗|乡|镇|街道|有关|相关|部门|单位|成员)|"
        r"“?十[一二三四五六]五”?(?:时期|期间|以来)|一方面|另一方面|注[：:]|新华社|现将)"
    ),
    ("将社区服务体系建设纳入地方经济和社会发展相关规划。", "各区要将社区服务体系建设经费纳入地方财政预算"),
    ("对外开放持续扩大", "以人民至上理念引领", "应急能力不断提升", "各项工作稳步推进", "“十四五”发展形势"),
)
NO_LINE = Rule(
    "heading.no_line",
    "a line that names responsible bodies, or opens with a word for doing something to something, is no title",
    re.compile(
        r"(?:负责|配合|落实)[）)]?$|^(?:将|把|到|由|注[：:]|新华社|现将|各(?:级|地|有关)|“?(?:此件|本件))|[\d％%]$"
    ),
    ("市民政局、各区人民政府等按职责分工负责",),
    ("“十三五”时期城乡社区服务体系建设发展状况", "规划背景"),
)
PAIR = Rule(
    "heading.pair",
    "a principle or a goal may be two short phrases of like length before its text",
    re.compile(
        rf"^(?P<title>[“{_HAN}][^。！？；，,;：:!?]{{2,11}}[，,][^。！？；，,;：:!?]{{3,14}})。(?=.)", re.DOTALL
    ),
    ("需求导向,服务居民。始终把实现好、维护好", "完善分配格局，内需潜能不断释放。分配结构明显改善"),
    (
        "坚持党建引领。全面加强党建引领社区服务的制度体系建设,建立健全",
        "到2025年，全市覆盖率达到80%以上的目标全面实现。",
    ),
)
WEAK_LEAD = Rule(
    "heading.weak_lead",
    "a sentence that opens with a preposition is a title only among titles",
    re.compile(r"^(?:按|通过|依托|根据|结合|围绕|针对|以(?=.*为)|对(?![外口接标])|从(?![严紧])|为(?![民老农])|在)"),
    ("依托区域重大战略打造内需新增长极。", "围绕推动制造业高质量发展引导资源集聚。"),
    ("对外开放持续扩大", "为民服务功能更强"),
)
JOINED = Rule(
    "heading.joined",
    "a fixed title is known where the extractor joined it to its text",
    re.compile(rf"^(?P<title>(?:{FIXED})(?:(?:、|和|与)(?:{FIXED}))*)(?![和与及、。：:])(?=.{{12}})"),
    ("指导思想坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻", "发展基础“十三五”时期，全市民生投入累计超过"),
    ("指导思想", "主要任务", "指导思想。坚持以习近平新时代中国特色社会主义思想为指导"),
)
RULES = (LEAD, LEAD_LINE, LINE, NO_LEAD, NO_LINE, PAIR, WEAK_LEAD, JOINED)

_STOP = re.compile("[。！？]")
_COMMA = re.compile("[，,]")
_COLON = re.compile("[：:]")
_INNER = re.compile("[，,；;。]")
# What opens a sentence about a time, not a title; an outer title may name a year (2035年远景目标).
_DATE = re.compile(r"(?:到|至)“?(?:\d{4}年|十)")
_DEEP_DATE = re.compile(r"(?:到|至)?“?(?:\d{4}年|十)")
# The shortest title, and the longest of each kind of heading, in characters.
_SHORTEST = 2
_MOST_COMMAS = 2
_LONGEST_PAIR = 30
_LONGEST_LINE = 64
_LONGEST_RUN_IN = 48
_LONGEST_COLON = 26


@dataclass(frozen=True, slots=True)
class Heading:
    """The title at `title_start:title_end` of its paragraph; the text begins at `body`, None where the line ends."""

    number: Number | None
    title_start: int
    title_end: int
    body: int | None
    rule: str


def read_numbered(text: str) -> Heading | None:
    """The numbered heading that `text` is or opens with, or None."""
    number = read_number(text)
    if number is None or number.end >= len(text):
        return None
    if number.series in OUTER:
        return _joined_heading(text, number) or _closed_heading(text, number)
    return _colon_heading(text, number) or _closed_heading(text, number)


def _closed_heading(text: str, number: Number) -> Heading | None:
    """A title closed by a full stop or by the line."""
    stop = _STOP.search(text, number.end)
    end = stop.start() if stop else len(text.rstrip("：:，,"))
    run_in = stop is not None and stop.end() < len(text)
    title = text[number.end : end]
    if not _is_title(title, number, run_in=run_in) or (stop is None and _is_sentence(title)):
        return None
    if stop is not None and not run_in and number.series not in OUTER and _COMMA.search(title):
        return None  # one whole sentence is text
    return Heading(number, number.end, end, stop.end() if run_in and stop else None, f"heading.{number.series}")


def _is_sentence(title: str) -> bool:
    """Whether a line without a full stop is nevertheless text."""
    colon = _COLON.search(title)
    return "；" in title or (colon is not None and len(title) - colon.end() >= _SHORTEST)


def _colon_heading(text: str, number: Number) -> Heading | None:
    """An item whose title is closed by a colon: "（1）智慧养老：支持…"."""
    colon = _COLON.search(text, number.end, number.end + _LONGEST_COLON)
    if colon is None or colon.end() >= len(text) or _INNER.search(text, number.end, colon.start()):
        return None
    if colon.start() - number.end < _SHORTEST:
        return None
    return Heading(number, number.end, colon.start(), colon.end(), f"heading.{number.series}")


def _joined_heading(text: str, number: Number) -> Heading | None:
    """A fixed title that the extractor joined to the sentence after it."""
    found = JOINED.match(text[number.end : number.end + 60])
    if found is None or not _COMMA.search(text, number.end) or not _STOP.search(text, number.end):
        return None
    end = number.end + found.end("title")
    return Heading(number, number.end, end, end, JOINED.name)


def _is_title(title: str, number: Number, *, run_in: bool) -> bool:
    if not _SHORTEST <= len(title) <= (_LONGEST_RUN_IN if run_in else _LONGEST_LINE):
        return False
    deep = number.series not in OUTER
    if not re.search(f"[{_HAN}]", title) or (_DEEP_DATE if deep else _DATE).match(title):
        return False
    commas = len(_COMMA.findall(title))
    return commas <= _MOST_COMMAS and not (deep and run_in and commas and len(title) > _LONGEST_PAIR)


def read_lead(text: str) -> Heading | None:
    """The unnumbered title that `text` opens with or is, closed by a full stop, or None."""
    for rule in (LEAD, LEAD_LINE):
        found = rule.match(text)
        if found and not NO_LEAD.match(text):
            body = found.end() if rule is LEAD else None
            return Heading(None, found.start("title"), found.end("title"), body, rule.name)
    return None


def read_pair(text: str) -> Heading | None:
    """The title of two phrases that a principle or goal opens with, or None."""
    found = PAIR.match(text)
    if found is None or NO_LEAD.match(text) or WEAK_LEAD.match(text):
        return None
    return Heading(None, found.start("title"), found.end("title"), found.end(), PAIR.name)


def read_line(text: str) -> Heading | None:
    """The unnumbered title that `text` is, without a full stop, or None."""
    found = LINE.match(text)
    if found is None or NO_LINE.match(text):
        return None
    return Heading(None, found.start("title"), found.end("title"), None, LINE.name)
