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
from ingest.plan_rules import (
    FIRST_WORDS,
    FIVE_YEARS,
    ISSUED,
    NAMED,
    NATIONAL,
    NEWS,
    NOTICE,
    NUMBER,
    PUBLISHED,
    PUBLISHER,
    SPAN,
    YEARS,
)
from ingest.rules import Rule
from ingest.structure import Outline
from ontology.records import Plan
from ontology.regions import Region, Regions

# Headings down to this level speak of the plan's period.
_SPEAKING = 2
# An opinion may be signed and dated below its last chapter.
_CLOSING_LINES = 3
# Where a plan says how long it runs.
_BEFORE_WORK = frozenset({"preamble", "ideas", "goals", "principles", "background"})
# The numerals of the five-year plans from 十五 on, the tenth being 十.
_HAN_TENS = ("十", *(f"十{digit}" for digit in "一二三四五六七八九"))


@dataclass(frozen=True, slots=True)
class _Period:
    name: str | None
    start: int | None
    end: int | None


def find_plan(outline: Outline, regions: Regions) -> Plan:
    """The plan as it presents itself."""
    lines = outline.items[0].paragraphs
    title, rule = _title(outline, lines)
    issuers = _issuers(title, lines)
    region = _region(regions, title.text, issuers, lines)
    period = _period(title.text, outline)
    return Plan(
        id=outline.source.plan_id,
        span=title.span(),
        rule=rule,
        title=title.text,
        region=region.name if region else None,
        region_code=region.code if region else None,
        level=region.level if region else None,
        period=period.name,
        start_year=period.start,
        end_year=period.end,
        issuers=issuers,
        document_number=_first(NUMBER, "number", lines),
        issued=_date(ISSUED, lines) or _date(ISSUED, outline.items[-1].paragraphs[-_CLOSING_LINES:]),
        published=_date(PUBLISHED, lines),
    )


def _title(outline: Outline, lines: Sequence[Passage]) -> tuple[Passage, str]:
    """The plan's own title and the rule that found it; a headline gives way to the name in the notice."""
    own = outline.items[0].heading
    names = [
        (line.cut(*found.span("title")), rule.name)
        for rule in (NEWS, NAMED)
        for line in lines
        if (found := rule.match(line.text))
    ]
    headline = bool(own) and "#" in outline.source.text[max(0, own.offsets[0] - 3) : own.offsets[0]]
    if own and not (headline and names):
        return own, outline.items[0].rule
    if names:
        return names[0]
    filled = (passage for item in outline.items for passage in (item.heading, *item.paragraphs) if passage)
    first = next(filled)
    opening = FIRST_WORDS.match(first.text)
    return first.cut(0, opening.end() if opening else len(first.text)), FIRST_WORDS.name


def _issuers(title: Passage, lines: Sequence[Passage]) -> tuple[str, ...]:
    """The bodies that sign the notice, else those its title names, else those the plan's title opens with."""
    if signed := _signature(lines):
        return signed
    for line in lines:
        found = NOTICE.match(line.text) or NEWS.match(line.text)
        if found and (bodies := split_bodies(line.cut(*found.span("issuers")))):
            return bodies
    if titled := split_bodies(title.cut(0, max(title.text.find("关于"), 0))):
        return titled
    pages = (line.cut(*found.span("issuers")) for line in lines if (found := PUBLISHER.match(line.text)))
    return next((bodies for page in pages if (bodies := split_bodies(page))), ())


def _signature(lines: Sequence[Passage]) -> tuple[str, ...]:
    """The bodies on the date's line and on the lines just before it, else on those just below."""
    for index, line in enumerate(lines):
        dated = ISSUED.match(line.text)
        if dated is None:
            continue
        names = split_bodies(line.cut(0, len(dated["before"].rstrip())))
        above = index - 1
        while above >= 0 and (more := split_bodies(lines[above])):
            names = (*more, *names)
            above -= 1
        names = names or _bodies_below(lines[index + 1 :])
        if names:
            return names
    return ()


def _bodies_below(lines: Sequence[Passage]) -> tuple[str, ...]:
    """The bodies that sign under the date of a title page."""
    names: tuple[str, ...] = ()
    for line in lines:
        more = split_bodies(line)
        if not more:
            break
        names = (*names, *more)
    return names


def _region(regions: Regions, title: str, issuers: Sequence[str], lines: Sequence[Passage]) -> Region | None:
    """The region that the title names, else the issuers or the notice; the nation for the bodies of the state."""
    said = (title, *issuers, *(line.text for line in lines if NOTICE.match(line.text)))
    for text in said:
        region = regions.find(text)
        if region is not None:
            return region
    return regions.find("中华人民共和国") if any(NATIONAL.match(text) for text in said) else None


def _period(title: str, outline: Outline) -> _Period:
    """The period the title names, else its years, else those it says it runs, else the latest its headings speak of."""
    count = _five_years(title)
    years = YEARS.match(title)
    if count is None and years is not None:
        return _Period(years.group(), int(years["start"]), int(years["end"]))
    if count is None and (span := _span(outline)):
        return span
    if count is None and re.search("规划|纲要", title):
        headings = [item.title for item in outline.items if item.role == "section" and item.level <= _SPEAKING]
        counts = [spoken for heading in headings if (spoken := _five_years(heading)) is not None]
        count = max(counts, default=None)
    if count is None:
        return _Period(None, None, None)
    start = 1966 + 5 * (count - 3)
    return _Period(f"{_HAN_TENS[count - 10]}五", start, start + 4)


def _span(outline: Outline) -> _Period | None:
    """The years the text before the work says the plan runs; they are no name of a period."""
    for item in outline.items:
        if item.zone in _BEFORE_WORK:
            for line in item.paragraphs:
                if found := SPAN.match(line.text):
                    return _Period(None, int(found["start"]), int(found["end"]))
    return None


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
