"""The lines of a plan: what the extractor set apart, with blanks dropped and offsets kept.

In: a `Source`.  Out: `Line` records in order, blank ones left out.  Relied on: a line break sets apart, and where the
extractor lost the breaks, a wide indent after a full stop or before a numbered heading does.  Example: in
"…建设长期监护机制。　 （三）遏制重金属污染事件高发态势。　" the heading begins a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.passage import Passage
from ontology.spans import Source

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"\S[^{_BREAKS}]*")
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
_BLANKS = " \t\u3000\xa0\u2000-\u200a\u200b\ufeff"
_RUN = re.compile(rf"[{_BLANKS}]++")
_WIDE = re.compile("[\u3000\xa0]")
_MARK = (
    r"第[一二三四五六七八九十百]+[篇章节]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|专栏|——"
)
# A full stop that a numbered heading or a box follows at once.
_MAY_CUT = re.compile(rf"[{_BLANKS}。！？]")
_JOINED = re.compile(rf"[。！？](?={_MARK})(?!——)")
# A label of what is done, where a run of blanks parts it from the one before: 牵头单位：…    完成时限：….
_LABEL = r"(?:牵头|责任|配合|完成|计划|总|建设|实施)(?:单位|部门|领导|时限|时间|投资|地点|内容|规模)[：:]"
_STRONG = re.compile(rf"(?:{_MARK}|{_LABEL})")
_OPENS = re.compile(rf"(?:{_MARK}|\d{{1,2}}[.．、](?!\d))")
# What a blank sets apart from the title after it: a number, or the number of a box.
_NUMBERED = re.compile(rf"(?:{_MARK}|专栏\s*\d{{1,2}}[:：]?|(?<!\d)\d{{1,2}}[.．、])$")
_STOPS = frozenset("。！？")
_CLOSED = _STOPS | frozenset("；：”’）)】》.;:")
# A line longer than this is a whole document whose line breaks were lost; where it has fewer runs of blanks than one in
# so many characters, its paragraphs are set apart by single ones.
_LOST_BREAKS = 1500
_SPARSE = 1000
_INDENTED = re.compile(r"[\u3000\t]|\s{2}")
# A heading, a quotation (its items may be numbered: "> 1．…"), or a bullet.
_MARKDOWN = re.compile(r"\s*(?:(#{1,6})\s+|>[ \t]*(?:[-*+][ \t]+)?(?=\D|\d{1,2}[.．、）)](?!\d))|[-*+][ \t]+(?=\D))")

# A row of one cell is a frame around a line: "| 专栏2 污染防治工程 |"; the rule under it says nothing.
_FRAMED = re.compile(r"\s*\|(?P<cell>[^|\n]*)\|\s*")
_FRAME_RULE = re.compile(r"\s*:?-{2,}:?\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its cleaned text, the blank lines before it, and how deep a Markdown heading it is (0: none).

    `text`, `start` and `end` are those of the passage, read once: every stage asks for them.
    """

    passage: Passage
    text: str
    start: int
    end: int
    gap: int
    depth: int
    indented: bool

    @property
    def width(self) -> int:
        """How many characters it takes as stored, blanks within counted."""
        return self.end - self.start


def read_lines(source: Source) -> tuple[Line, ...]:
    """The lines of the source that are not blank."""
    raw = source.text
    lines: list[Line] = []
    previous = gap = 0
    for found in _LINE.finditer(raw):
        start = _after_break(raw, previous, found.start())
        gap += max(_breaks(raw, previous, start) - bool(lines), 0)
        cuts = _cut(raw, start, found.end()) if _MAY_CUT.search(raw, start, found.end()) else ((start, found.end()),)
        for stretch in cuts:
            line = _line(source, *stretch, gap)
            if line is not None:
                lines.append(line)
                gap = 0
        previous = found.end()
    return tuple(lines)


def _after_break(raw: str, start: int, end: int) -> int:
    """Where the last line begins in the blank stretch before a line's first character."""
    while end > start and raw[end - 1] not in _BREAKS:
        end -= 1
    return end


def _breaks(raw: str, start: int, end: int) -> int:
    """How many line breaks the blank stretch holds; a carriage return and a newline are one."""
    return len(_BREAK.findall(raw, start, end)) if end - start > 1 else end - start


def _line(source: Source, start: int, end: int, gap: int) -> Line | None:
    raw = source.text
    framed = _FRAMED.fullmatch(raw, start, end) if raw.startswith("|", start, end) else None
    if framed:
        start, end = framed.span("cell")
        if _FRAME_RULE.fullmatch(raw, start, end):
            return None
    marks = _MARKDOWN.match(raw, start, end)
    depth = len(marks[1] or "") if marks else 0
    passage = Passage.read(source, marks.end() if marks else start, end)
    if not passage:
        return None
    first, last = passage.offsets[0], passage.offsets[-1]
    indented = first > start and _INDENTED.match(raw, start, first) is not None
    return Line(passage, passage.text, first, last + 1, gap, depth, indented)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of one stored line, cut where a line break was lost."""
    runs = [run for run in _RUN.finditer(text, start, end) if run.start() > start]
    wide = sum(run.end() - run.start() > 1 for run in runs)
    lost = end - start > _LOST_BREAKS
    single = lost and wide * _SPARSE < end - start
    cuts = [stop.end() for stop in _JOINED.finditer(text, start, end)]
    cuts.extend(run.end() for run in runs if _breaks_line(text, run, lost=lost, single=single))
    position = start
    for cut in sorted(cuts):
        yield position, cut
        position = cut
    yield position, end


def _breaks_line(text: str, run: re.Match[str], *, lost: bool, single: bool) -> bool:
    """Whether the blanks stand for a line break: by their width, and by what is before and after them."""
    before = text[run.start() - 1]
    if run.end() - run.start() == 1:
        breaks = single and (before in _STOPS or _OPENS.match(text, run.end()) is not None)
    elif lost or before in _STOPS:
        breaks = True
    elif _WIDE.search(run.group()):
        breaks = before in _CLOSED or _OPENS.match(text, run.end()) is not None
    else:
        breaks = _STRONG.match(text, run.end()) is not None
    return breaks and _NUMBERED.search(text, max(run.start() - 6, 0), run.start()) is None
