"""Who is made responsible in a clause: the bodies it names, in what role, and the words that say so.

In: the cleaned text of a clause.  Out: `Duty` records in text order, one a body and role, none twice.
Relied on: the words that give a duty stand directly beside the names (`ingest.responsibility_rules`); a name that one
rule has read is not read again by the next.
Example: "各区、街道要做好资金统筹" gives 各区 and 街道 a named duty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.department_names import Name, Reading, read_names
from ingest.department_words import OFFICE
from ingest.remembered import remembered
from ingest.responsibility_rules import (
    BEFORE_SUBJECT,
    BY,
    CHARGE,
    CHARGE_KIND,
    CLOSING,
    DIVISION,
    DUE,
    HANDED_DUTY,
    JOIN,
    LABEL,
    LEAD,
    MADE_TO,
    SUBJECT,
    TOGETHER,
    TOLD_IN_BRACKET,
)
from ingest.rules import Rule
from ingest.segments import Segment, in_bracket, phrase_start, read_segments, segment_end
from ontology.records import Role

_LEADING_LABEL = re.compile(r"牵头|主责|主办|承办")
# All up to what ends a list; brackets with what is in them belong to it: 各县（市、区）政府.
_LIST = re.compile(r"(?:[（(][^（）()；;。]{0,40}[）)]|[^（）()；;。【】\[\]〔〕])*")
# The same within a bracket, where a semicolon parts its members: （牵头单位：…；配合单位：…）.
_BRACKETED_LIST = re.compile(r"(?:[（(][^（）()；;。]{0,40}[）)]|[^（）()。【】\[\]〔〕])*")
# What the bodies of a list each do, said in the list: 责任单位：市应急管理局牵头，市气象局配合.
_TOLD_APART = re.compile(r"(?:牵头|配合|协助|参与|参加)(?:[，,；;、]|\Z)")
_BRACKET_ENDS = ("）", ")", "】", "]")
# How a name in a bracket of bodies may end: an office, a place, an enterprise.
_MAY_BE_BODY = re.compile(
    r"(?:[局委厅办部署院会队府处社行台站所组州市县区镇乡旗盟]|中心|集团|公司|街道|单位|部门|企业|高校|分局|[）)])\Z"
)
_ENDS_AS_BODY = re.compile(r"[局委厅办部署会院府门位队]\Z")
_MODAL = re.compile(r"(?:要|应当?|必须|须|将|可)\Z")
_SHORTEST = 5  # characters of a clause that names a body and its duty: 各区负责。
_LONGEST_SUBJECT = 160
_LONGEST_LIST = 600


@dataclass(frozen=True, slots=True)
class Duty:
    """`text[name.start:name.end]` is made responsible in the role; `text[start:end]` says so."""

    name: Name
    role: Role
    start: int
    end: int
    rule: str


@remembered
def read_duties(text: str) -> tuple[Duty, ...]:
    """The duties of `text` in the order of the names."""
    if len(text) < _SHORTEST:
        return ()
    found: dict[tuple[int, int], Duty] = {}
    for finder in (_divisions, _labels, _closings, _leads, _joins, _handed, _stated):
        for duty in finder(text):
            found.setdefault((duty.name.start, duty.name.end), duty)
    duties = sorted(found.values(), key=lambda duty: (duty.name.start, duty.name.end))
    return tuple(_once(text, _extended(text, duties)))


def _each(reading: Reading, role: Role, start: int, end: int, rule: Rule) -> Iterator[Duty]:
    return (Duty(name, role, start, end, rule.name) for name in reading.names)


def _divisions(text: str) -> Iterator[Duty]:
    since = 0
    for match in DIVISION.matches(text):
        limit = max(since, match.start() - _LONGEST_LIST)
        start, since = phrase_start(text, match.start(), limit), match.end()
        if _MODAL.search(text, start, match.start()):
            continue  # 各单位要按照职责分工: what they are to do, not a list
        reading = read_names(text, start, match.start(), listed=True)
        found = [*_each(reading, "joint", reading.start, match.end(), DIVISION)]
        while start - 1 > limit and text[start - 1] in "，,":  # 省商务厅、财政厅，省税务局按职责分工负责
            end = start - 1
            start = phrase_start(text, end, limit)
            reading = read_names(text, start, end, listed=True)
            if reading.start != start or not all(
                _ENDS_AS_BODY.search(text, name.start, name.end) for name in reading.names
            ):
                break
            found += _each(reading, "joint", start, match.end(), DIVISION)
        yield from found


def _labels(text: str) -> Iterator[Duty]:
    labels = list(LABEL.matches(text))
    for label, following in zip(labels, (*labels[1:], None), strict=False):
        limit = min(label.end() + _LONGEST_LIST, following.start() if following else len(text))
        listing = (_BRACKETED_LIST if in_bracket(text, label.start()) else _LIST).match(text, label.end(), limit)
        end = label.end() + len(listing.group().rstrip("，,、；; ")) if listing else label.end()
        if end == label.end() or _TOLD_APART.search(text, label.end(), end):
            continue
        role: Role = "lead" if _LEADING_LABEL.match(label["label"]) else "joint"
        reading = read_names(text, label.end(), _list_end(text, label.end(), end), listed=True)
        yield from (_told(text, duty) for duty in _each(reading, role, label.start(), end, LABEL))


def _list_end(text: str, start: int, end: int) -> int:
    """Where the last name of a list ends: before what says by when, and before 按职责分工负责."""
    while due := DUE.pattern.search(text, start, end):
        end = due.start()
    return next((match.start() for match in DIVISION.pattern.finditer(text, start, end) if match.end() == end), end)


def _told(text: str, duty: Duty) -> Duty:
    """The duty with the role that a bracket behind the name gives: 市住房城乡建设局（牵头）."""
    told = TOLD_IN_BRACKET.pattern.search(text, duty.name.start, duty.name.end)
    if told is None or told.start() == duty.name.start:
        return duty
    return replace(duty, name=Name(duty.name.start, told.start()), role="lead" if told["lead"] else "joint")


def _closings(text: str) -> Iterator[Duty]:
    """The bodies in the bracket that closes a unit, where all that it holds are bodies."""
    match = CLOSING.match(text) if text.rstrip("。；;").endswith(_BRACKET_ENDS) else None
    if match is None or _TOLD_APART.search(match["names"]):
        return
    start, end = match.span("names")
    reading = read_names(text, start, _list_end(text, start, end), listed=True)
    duties = [_told(text, duty) for duty in _each(reading, "joint", start - 1, end + 1, CLOSING)]
    names = [text[duty.name.start : duty.name.end] for duty in duties]
    if reading.start == start and any(map(OFFICE.fullmatch, names)) and all(map(_MAY_BE_BODY.search, names)):
        yield from duties


def _leads(text: str) -> Iterator[Duty]:
    yield from _before(text, LEAD, "lead")


def _joins(text: str) -> Iterator[Duty]:
    yield from _before(text, JOIN, "joint")
    for match in TOGETHER.matches(text):
        reading = read_names(text, *match.span("names"))
        yield from _each(reading, "joint", match.start(), match.end(), TOGETHER)


def _before(text: str, rule: Rule, role: Role) -> Iterator[Duty]:
    """The bodies that stand directly before what the rule finds."""
    since = 0
    for match in rule.matches(text):
        start = phrase_start(text, match.start(), max(since, match.start() - _LONGEST_LIST))
        since = match.end()
        bracketed = in_bracket(text, start)
        handed = text.rfind("由", start, match.start()) + 1 or start  # 以上任务均由省发展改革委牵头
        reading = read_names(text, handed, match.start(), listed=bracketed)
        yield from _each(reading, role, start, match.end() if bracketed else segment_end(text, match.end()), rule)


def _handed(text: str) -> Iterator[Duty]:
    """由A负责…: A, where all between 由 and what is to be done names bodies."""
    for match in BY.matches(text):
        start, end = match.span("handed")
        for duty in HANDED_DUTY.finditer(text, start, end):
            reading = read_names(text, start, duty.start())
            if reading.names and reading.start == start:
                yield from _each(reading, "named", match.start(), segment_end(text, duty.end()), BY)
                break


def _stated(text: str) -> Iterator[Duty]:
    """Duties that a comma-long statement gives as a whole."""
    if "责任" not in text and not SUBJECT.match(text):
        return
    segments = read_segments(text)
    for before, segment in zip((None, *segments), segments, strict=False):
        yield from _charges(text, segment)
        yield from _made_to(text, segment)
        yield from _subjects(text, segment, before)


def _charges(text: str, segment: Segment) -> Iterator[Duty]:
    """压实A责任: A, and in the segment after it "B直接责任": B."""
    part = text[segment.start : segment.end]
    charge = CHARGE.match(part)
    if charge:
        position = charge.start("held")
    elif part.endswith("责任") and CHARGE_KIND.search(part) and segment.start > 0:
        position = 0  # goes on from the segment before: 压实各区主体责任,街道直接责任
    else:
        return
    for kind in CHARGE_KIND.finditer(part, position):
        start, end = segment.start + position, segment.start + kind.start()
        position = min(kind.end() + 1, len(part)) if part[kind.end() : kind.end() + 1] in "、，和" else kind.end()
        reading = read_names(text, start, end)
        if end > start and reading.start == start:
            yield from _each(reading, "named", segment.start, segment.start + kind.end(), CHARGE)


def _made_to(text: str, segment: Segment) -> Iterator[Duty]:
    """督促A、B落实…责任: A and B, where all between names bodies."""
    match = MADE_TO.pattern.match(text[segment.start : segment.end])
    if match:
        start, end = (segment.start + offset for offset in match.span("held"))
        reading = read_names(text, start, end)
        if reading.start == start:
            yield from _each(reading, "named", segment.start, segment.end, MADE_TO)


def _subjects(text: str, segment: Segment, before: Segment | None) -> Iterator[Duty]:
    """The bodies that a statement opens with, and those listed before the comma in front of it."""
    opening = BEFORE_SUBJECT.match(text, segment.start)
    start = opening.end() if opening else segment.start
    for duty in SUBJECT.pattern.finditer(text, start, min(segment.end, start + _LONGEST_SUBJECT)):
        if duty.start() == start:
            continue
        reading = read_names(text, start, duty.start())
        if reading.names and reading.start == start:
            yield from _each(reading, "named", segment.start, segment.end, SUBJECT)
            if before and _listed_before(text, before, segment):
                listed = read_names(text, before.start, before.end)
                if listed.start == before.start:
                    yield from _each(listed, "named", before.start, segment.end, SUBJECT)
            return


def _listed_before(text: str, before: Segment, segment: Segment) -> bool:
    near = before.end + 1 == segment.start and before.end - before.start <= _LONGEST_SUBJECT
    return near and text[before.end] in "，,"


def _extended(text: str, duties: list[Duty]) -> Iterator[Duty]:
    """A named duty runs on to the next one, or to the end of the clause: 各级政府要…，列入议事日程，定期研究."""
    after = len(text)
    starts = sorted({duty.start for duty in duties}, reverse=True)
    ends: dict[int, int] = {}
    for start in starts:
        ends[start] = after
        after = start
    for duty in duties:
        end = ends[duty.start] if duty.rule == SUBJECT.name else duty.end
        while end > duty.end and text[end - 1] in "，,；;。：:、！ ":
            end -= 1
        yield replace(duty, end=max(end, duty.end))


def _once(text: str, duties: Iterator[Duty]) -> Iterator[Duty]:
    seen: set[tuple[str, Role]] = set()
    for duty in duties:
        key = (text[duty.name.start : duty.name.end], duty.role)
        if key not in seen:
            seen.add(key)
            yield duty
