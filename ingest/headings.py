"""What a heading looks like: numbered or not, alone on its line or run into its text.

In: the cleaned text of a paragraph, or its passage.  Out: a `Heading`: where its title lies and where its text begins.
Relied on: a title is one short phrase closed by a full stop or by the line; a sentence is long or has commas.
Example: "1.加强党的全面领导。建立健全…" is the title "加强党的全面领导" run into its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.heading_rules import BODIES, COLON_LEAD, JOINED, LEAD, LEAD_LINE, LINE, NO_LEAD, NO_LINE, PAIR, WEAK_LEAD
from ingest.numbering import OUTER, SPACED, Number, read_number, read_spaced_number
from ingest.passage import Passage

_HAN = re.compile("[\u4e00-\u9fff]")
_STOP = re.compile("[。！？]")
_COMMA = re.compile("[，,]")
# What only a sentence has: a comma, or a number that is no year.
_SAID = re.compile(r"[，,]|\d(?!\d*年)")
_COLON = re.compile("[：:]")
_INNER = re.compile("[，,；;。]")
_PUNCTUATION = re.compile("[，,；;。：:、！？]")
# What opens a sentence about a time, not a title; an outer title may name a year (2035年远景目标).
_DATE = re.compile(r"(?:到|至)“?(?:\d{4}年|十)")
_DEEP_DATE = re.compile(r"(?:到|至)?“?(?:\d{4}年|十)")
# The shortest title, and the longest of each kind of heading, in characters.
_SHORTEST = 2
_SHORTEST_LEAD = 4
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


def read_numbered(passage: Passage) -> Heading | None:
    """The numbered heading that the passage is or opens with, or None."""
    text = passage.text
    number = read_number(text)
    if number is None and text:
        number = read_spaced_number(_stored(passage))
        closed = _colon_heading(text, number) or _closed_heading(text, number) if number else None
        return replace(closed, rule=SPACED.name) if closed else None
    if number is None or number.end >= len(text):
        return None
    first = _outer_heading if number.series in OUTER else _colon_heading
    return (
        _heading_with_bodies(text, number)
        or first(text, number)
        or _closed_heading(text, number)
        or _spaced_heading(passage, number)
    )


def _stored(passage: Passage) -> str:
    """How the passage opens as stored, blanks and all."""
    start = passage.offsets[0]
    return passage.source.text[start : start + _LONGEST_COLON + _SHORTEST_LEAD]


def _heading_with_bodies(text: str, number: Number) -> Heading | None:
    """A title before the bracket of the bodies responsible, which belongs to its text."""
    end = number.end + _LONGEST_RUN_IN
    bodies = BODIES.pattern.search(text, number.end)
    if bodies is None or bodies.start() > end:
        return None
    end = bodies.start()
    if _STOP.search(text, number.end, end) or not _is_title(text[number.end : end], number, run_in=True):
        return None
    return Heading(number, number.end, end, end, BODIES.name)


def _spaced_heading(passage: Passage, number: Number) -> Heading | None:
    """A title that only a blank sets apart from its text: "1. 加强党的领导 建立健全…"."""
    text, offsets = passage.text, passage.offsets
    window = range(number.end + _SHORTEST_LEAD, min(number.end + _LONGEST_COLON, len(text)))
    blanks = [index for index in window if offsets[index] - offsets[index - 1] > 1]
    if len(blanks) != 1 or _PUNCTUATION.search(text, number.end, blanks[0]):
        return None
    return Heading(number, number.end, blanks[0], blanks[0], number.rule)


def _closed_heading(text: str, number: Number) -> Heading | None:
    """A title closed by a full stop or by the line."""
    stop = _STOP.search(text, number.end)
    end = stop.start() if stop else len(text.rstrip("：:，,"))
    run_in = stop is not None and stop.end() < len(text)
    title = text[number.end : end]
    if not _is_title(title, number, run_in=run_in) or (stop is None and _is_sentence(title)):
        return None
    if stop is not None and not run_in and number.series not in OUTER and _SAID.search(title):
        return None  # one whole sentence is text
    return Heading(number, number.end, end, stop.end() if run_in and stop else None, number.rule)


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
    return Heading(number, number.end, colon.start(), colon.end(), number.rule)


def _outer_heading(text: str, number: Number) -> Heading | None:
    """A title that runs into its text without a full stop: a fixed one, or one before a colon and a whole sentence."""
    return _joined_heading(text, number) or (_colon_heading(text, number) if text.endswith("。") else None)


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
    if not _HAN.search(title) or (_DEEP_DATE if deep else _DATE).match(title):
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


def read_named_action(text: str) -> Heading | None:
    """The action that a paragraph of a box names before a colon, or None."""
    found = COLON_LEAD.match(text)
    return Heading(None, found.start("title"), found.end("title"), found.end(), COLON_LEAD.name) if found else None


def read_line(text: str) -> Heading | None:
    """The unnumbered title that `text` is, without a full stop, or None."""
    found = LINE.match(text)
    if found is None or NO_LINE.match(text):
        return None
    return Heading(None, found.start("title"), found.end("title"), None, LINE.name)
