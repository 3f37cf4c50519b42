"""The paragraphs of a plan: lines joined where a page or a column broke one sentence in two.

In: the lines of the plan.  Out: `Paragraph` records.  Relied on: a line that ends in the middle of a sentence goes on
in the next, unless that opens with a mark of its own.  Example: "…困难退役军人、农村转" and the next line
"移劳动力、残疾人等群体提供服务。" are one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ingest.headings import Heading, read_numbered
from ingest.lines import Line
from ingest.numbering import Number, read_number
from ingest.passage import Passage

# What closes a paragraph: a full stop, a bracket, or the end of a list of responsible bodies.
_CLOSED = re.compile(r"(?:[。！？；：…:;!?.”’）)】》]|负责|配合|落实|参与|承担|会同)$")
_BROKEN = re.compile(r"[，,、（(“《—]$")
# What opens a paragraph of its own: a box, what is appended, a note, a label in brackets (【牵头单位】), a bullet.
_MARK = re.compile(r"^(?:专栏|附件|附表|附录|表\d|图\d|目录$|注[：:]|[【\[][\u4e00-\u9fff]{2,8}[】\]]|[●■◆▶★◎○·])")
_INNER = re.compile("[。；，,]")
# A line at least this long that ends on a word was broken by the page.
_LONG = 40
# Where half of the lines of at least `_FULL` characters end on a word, the document is wrapped, at `_WIDEST` at most.
_WRAPPED_SHARE = 0.5
_FULL = 20
_WIDEST = 80
_RAGGED = 4
# Marks that open a heading wherever they stand at the beginning of a line.
_STRONG = {"part", "chapter", "section", "han", "han_paren"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its cleaned text, the blank lines before it, and the numbered heading it is or opens with."""

    passage: Passage
    gap: int
    heading: Heading | None

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.passage.text


def join_lines(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs that the lines make."""
    wrap = _read_wrap(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, wrap):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _paragraph(group: list[Line]) -> Paragraph:
    first = group[0]
    passage = first.passage
    if len(group) > 1:
        passage = Passage.read(passage.source, first.start, group[-1].end)
    return Paragraph(passage, first.gap, read_numbered(passage))


@dataclass(frozen=True, slots=True)
class _Wrap:
    """The width at which the document is wrapped, 0 where it is not, and whether an indent opens a paragraph."""

    width: int
    indents: bool


def _read_wrap(lines: Sequence[Line]) -> _Wrap:
    long = [line for line in lines if line.width >= _FULL]
    if len(long) < _FULL:
        return _Wrap(0, indents=False)
    open_ended = sum(not _CLOSED.search(line.text[-2:]) for line in long)
    typical = sorted(line.width for line in long)[len(long) * 3 // 4]
    if open_ended < len(long) * _WRAPPED_SHARE or typical > _WIDEST:
        return _Wrap(0, indents=False)
    indented = sum(line.indented for line in long)
    return _Wrap(typical, indents=len(long) // 20 < indented < len(long) * 3 // 4)


def _goes_on(group: list[Line], line: Line, wrap: _Wrap) -> bool:
    """Whether `line` continues the paragraph of `group`."""
    last = group[-1].text
    if line.depth or group[0].depth or _MARK.match(line.text):
        return False
    full = bool(wrap.width) and group[-1].width >= wrap.width - _RAGGED
    number = read_number(line.text)
    if wrap.indents and full and group[0].indented and not line.indented and not line.gap:
        return number is None or number.series not in _STRONG
    tail = "".join(part.text for part in group[-2:])[-2:]  # a closing word may itself be broken
    if _CLOSED.search(tail) or (number is not None and _opens_heading(line.passage, number)):
        return False
    if _BROKEN.search(last):
        return True
    if full:
        return not (line.indented and (wrap.indents or line.gap))
    if line.indented and wrap.indents:
        return False
    return _is_long(group) and any(_INNER.search(part.text) for part in group) and not _titled(group)


def _is_long(group: list[Line]) -> bool:
    """Whether its text is that of a sentence; no more of it is counted than that takes."""
    return any(length >= _LONG for length in accumulate(len(part.text) for part in group))


def _opens_heading(passage: Passage, number: Number) -> bool:
    return number.series not in {"arabic", "decimal"} or read_numbered(passage) is not None


def _titled(group: list[Line]) -> bool:
    """Whether the line is a heading of its own and therefore complete."""
    heading = read_numbered(group[0].passage) if len(group) == 1 else None
    return heading is not None and heading.body is None
