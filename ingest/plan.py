"""What a plan says of itself: title, region, period, who issued it, its number and its dates.

In: an `Outline` and the `Regions`.  Out: one `Plan` fact; what the text does not say is None.  Relied on: the notice
before a plan names its issuer in its title and in its signature, the date stands alone on a line, and the title names
region and period.  Example: "宁政办发〔2022〕61号" is the document number of the plan that the notice issues.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.bodies import split_bodies
from ingest.dates import DATE, read_date
from ingest.numbering import han_value
from ingest.passage import Passage
from ingest.rules import Rule
from ingest.structure import Outline
from ontology.records import Plan
from ontology.regions import Region, Regions

# Titles longer than this are cut; headings down to this level speak of the plan's period.
_LONGEST_TITLE = 60
_SPEAKING = 2
_PLANS = {
    count: f"{numeral}五" for count, numeral in enumerate("十 十一 十二 十三 十四 十五 十六 十七 十八 十九".split(), 10)
}

FIVE_YEARS = Rule(
    "plan.five_years",
    "a five-year plan says the how manieth it is",
    re.compile(
        r"“?(?P<short>十[一二三四五六七八九]?)五”?(?!年|[、万千百个])|第(?P<long>十[一二三四五六七八九]?)个五年"
    ),
    (
        "楚雄州“十四五”城乡社区服务体系建设规划",
        "天津市十四五城乡社区服务体系建设规划",
        "国民经济和社会发展第十三个五年规划纲要",
    ),
    ("十五年规划", "三十五个"),
)
YEARS = Rule(
    "plan.years",
    "a plan that is no five-year plan prints its years in its title",
    re.compile(r"(?P<start>20\d{2})年?\s*[-—–－~～至到]+\s*(?P<end>20\d{2})年?"),
    ("社会工作人才队伍建设中长期规划（2011-2020）", "扩大内需战略规划纲要（2022－2035年）"),
    ("2035年远景目标纲要",),
)
NUMBER = Rule(
    "plan.document_number",
    "a document number is the issuer's word, the year in brackets and a count",
    re.compile(
        r"(?:^|通知|意见|[:：|])(?P<number>[\u4e00-\u9fff]{2,10}[〔\[［【（(〈]\s*20\d{2}\s*[〕\]］】）)〉]\s*第?\d{1,4}号)(?=[）)]?$|各)"
    ),
    ("宁政办发〔2022〕61号", "国务院关于印发国家环境保护“十二五”规划的通知国发〔2011〕42号"),
    ("国办发〔2021〕56号文件对新时代城乡社区服务体系建设作出全面部署",),
)
ISSUED = Rule(
    "plan.issued",
    "the date of issue stands alone on its line, or after the signature",
    re.compile(rf"^(?P<before>[^\d：:]{{0,80}}?)[（(]?(?P<date>{DATE.pattern.pattern})[）)]?$"),
    ("2022年8月29日", "????2022年6月6日", "（2021年1月4日）", "深圳市民政局2022年12月30日"),
    ("发布时间:2023.3.30", "2022年8月29日起施行。"),
)
PUBLISHED = Rule(
    "plan.published",
    "a page says when it was published",
    re.compile(rf"(?:发布|公开|公布|刊发|上网)(?:时间|日期)[*]*[:：|\s]*(?P<date>{DATE.pattern.pattern})"),
    ("(文章来源:深圳市民政局发布时间:2023.3.30)", "发布日期**:2022年1月"),
    ("公示日期内反馈意见",),
)
NOTICE = Rule(
    "plan.notice",
    "the title of a notice names who issues the plan, and the plan",
    re.compile(r"^(?P<issuers>[^。《》]{2,80}?)关于(?:联合)?(?:印发|发布|公布|转发)(?P<title>.*)$"),
    ("深圳市民政局深圳市发展和改革委员会关于印发《深圳市城乡社区服务体系建设“十四五”规划》的通知",),
    ("现将《天津市十四五城乡社区服务体系建设规划》印发给你们",),
)
NEWS = Rule(
    "plan.news",
    "a news agency says who issued the plan, and names it",
    re.compile(r"(?:近日|日前|电)[，,]?(?P<issuers>[^，。《》]{2,40}?)印发了?《(?P<title>[^》]{4,80})》"),
    ("新华社北京12月14日电近日，中共中央、国务院印发了《扩大内需战略规划纲要（2022－2035年）》",),
    ("现将《天津市十四五城乡社区服务体系建设规划》印发给你们",),
)
NAMED = Rule(
    "plan.named",
    "the notice names the plan it issues in 《》",
    re.compile(
        r"(?:印发|发布|公布|转发|现将|编制了|制定了)《(?P<title>.{4,80}?(?:规划|纲要|方案|计划|意见|行动)(?:[（(][^（）()]{2,16}[)）])?)》"
    ),
    ("现将《“十四五”数字经济发展规划》印发给你们",),
    ("根据《中华人民共和国国民经济和社会发展第十四个五年规划》",),
)
NATIONAL = Rule(
    "plan.national",
    "the bodies of the state issue for the nation",
    re.compile(r"^(?:中共中央|国务院|中央|国家|全国人)|中华人民共和国"),
    ("国务院", "国家发展和改革委员会", "中共中央办公厅"),
    ("深圳市民政局",),
)
RULES = (FIVE_YEARS, YEARS, NUMBER, ISSUED, PUBLISHED, NOTICE, NEWS, NAMED, NATIONAL)


@dataclass(frozen=True, slots=True)
class _Period:
    name: str | None
    start: int | None
    end: int | None


def find_plan(outline: Outline, regions: Regions) -> Plan:
    """The plan as it presents itself."""
    lines = outline.items[0].paragraphs
    title = _title(outline, lines)
    issuers = _issuers(title, lines)
    region = _region(regions, title.text, issuers, lines)
    period = _period(title.text, outline)
    return Plan(
        id=outline.source.plan_id,
        span=title.span(),
        rule="plan.title",
        title=title.text,
        region=region.name if region else None,
        region_code=region.code if region else None,
        level=region.level if region else None,
        period=period.name,
        start_year=period.start,
        end_year=period.end,
        issuers=issuers,
        document_number=_first(NUMBER, "number", lines),
        issued=_date(ISSUED, lines),
        published=_date(PUBLISHED, lines),
    )


def _title(outline: Outline, lines: Sequence[Passage]) -> Passage:
    """The plan's own title; a headline of the page gives way to the name that the notice gives in 《》."""
    own = outline.items[0].heading
    names = [
        line.cut(*found.span("title")) for rule in (NEWS, NAMED) for line in lines if (found := rule.match(line.text))
    ]
    headline = bool(own) and "#" in outline.source.text[max(0, own.offsets[0] - 3) : own.offsets[0]]
    if own and not (headline and names):
        return own
    if names:
        return names[0]
    filled = (passage for item in outline.items for passage in (item.heading, *item.paragraphs) if passage)
    return next(filled).cut(0, _LONGEST_TITLE)


def _issuers(title: Passage, lines: Sequence[Passage]) -> tuple[str, ...]:
    """The bodies that sign the notice, else those its title names, else those the plan's title opens with."""
    if signed := _signature(lines):
        return signed
    for line in lines:
        found = NOTICE.match(line.text) or NEWS.match(line.text)
        if found and (bodies := split_bodies(line.cut(*found.span("issuers")))):
            return bodies
    return split_bodies(title.cut(0, max(title.text.find("关于"), 0)))


def _signature(lines: Sequence[Passage]) -> tuple[str, ...]:
    """The bodies on the date's line and on the lines just before it."""
    for index, line in enumerate(lines):
        dated = ISSUED.match(line.text)
        if dated is None:
            continue
        names = split_bodies(line.cut(0, len(dated["before"].rstrip())))
        above = index - 1
        while above >= 0 and (more := split_bodies(lines[above])):
            names = (*more, *names)
            above -= 1
        if names:
            return names
    return ()


def _region(regions: Regions, title: str, issuers: Sequence[str], lines: Sequence[Passage]) -> Region | None:
    """The region that the title names, else the issuers or the notice; the nation for the bodies of the state."""
    said = (title, *issuers, *(line.text for line in lines if NOTICE.match(line.text)))
    for text in said:
        region = regions.find(text)
        if region is not None:
            return region
    return regions.find("中华人民共和国") if any(NATIONAL.match(text) for text in said) else None


def _period(title: str, outline: Outline) -> _Period:
    """The period the title names, else its years, else the latest that the headings of a 规划 speak of."""
    count = _five_years(title)
    years = YEARS.match(title)
    if count is None and years is not None:
        return _Period(years.group(), int(years["start"]), int(years["end"]))
    if count is None and re.search("规划|纲要", title):
        headings = [item.title for item in outline.items if item.role == "section" and item.level <= _SPEAKING]
        counts = [spoken for heading in headings if (spoken := _five_years(heading)) is not None]
        count = max(counts, default=None)
    if count is None:
        return _Period(None, None, None)
    start = 1966 + 5 * (count - 3)
    return _Period(_PLANS[count], start, start + 4)


def _five_years(text: str) -> int | None:
    """The count of the five-year plan that the text names: 14 for 十四五."""
    found = FIVE_YEARS.match(text)
    return han_value(found["short"] or found["long"]) if found else None


def _first(rule: Rule, group: str, lines: Sequence[Passage]) -> str | None:
    return next((found[group] for line in lines if (found := rule.match(line.text))), None)


def _date(rule: Rule, lines: Sequence[Passage]) -> str | None:
    """The first date that the rule finds, as precise as it is printed."""
    found = _first(rule, "date", lines)
    date = DATE.match(found) if found else None
    return read_date(date) if date else None
