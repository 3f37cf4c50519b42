"""The paragraphs of a plan: lines joined where a page or a column broke one sentence in two.

In: the lines of the plan.  Out: `Paragraph` records.  Relied on: a line that ends in the middle of a sentence goes on
in the next, unless that opens with a mark of its own.  Example: "…困难退役军人、农村转" and the next line
"移劳动力、残疾人等群体提供服务。" are one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.headings import read_numbered
from ingest.lines import Line
from ingest.numbering import read_number
from ingest.passage import Passage

# What closes a paragraph: a full stop, a bracket, or the end of a list of responsible bodies.
_CLOSED = re.compile(r"(?:[。！？；：…:;!?.”’）)】》]|负责|配合|落实|参与|承担|会同)$")
_BROKEN = re.compile(r"[，,、（(“《—]$")
_MARK = re.compile(r"^(?:专栏|附件|附表|附录|表\d|图\d|目录$|注[：:]|[●■◆▶★◎○·])")
_INNER = re.compile("[。；，,]")
# A line at least this long that ends on a word was broken by the page.
_LONG = 40
# Where most lines of text end on a word, the whole document is wrapped at a width.
_WRAPPED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or heading: cleaned text, the blank lines before it, its Markdown depth (0: none)."""

    passage: Passage
    gap: int
    depth: int

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.passage.text


def join_lines(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs that the lines make."""
    width = _wrap_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _paragraph(group: list[Line]) -> Paragraph:
    first = group[0]
    if len(group) == 1:
        return Paragraph(first.passage, first.gap, first.depth)
    passage = Passage.read(first.passage.source, first.start, group[-1].end)
    return Paragraph(passage, first.gap, first.depth)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the document is wrapped, 0 where it is not."""
    long = [line for line in lines if len(line.text) >= 20]
    if len(long) < 20:
        return 0
    open_ended = sum(not _CLOSED.search(line.text[-2:]) for line in long)
    widths = sorted(len(line.text) for line in long)
    typical = widths[len(widths) * 3 // 4]
    return typical if open_ended >= len(long) * _WRAPPED_SHARE and typical <= 80 else 0


def _goes_on(group: list[Line], line: Line, width: int) -> bool:
    """Whether `line` continues the paragraph of `group`."""
    last = group[-1].text
    if line.depth or group[0].depth or _MARK.match(line.text) or _CLOSED.search(last[-2:]):
        return False
    if _BROKEN.search(last):
        return not _opens_heading(line.text)
    if _opens_heading(line.text):
        return False
    if width:
        return len(last) >= width - 4 and not (line.indented and line.gap)
    return len(last) >= _LONG and bool(_INNER.search(last)) and not _titled(group, last)


def _opens_heading(text: str) -> bool:
    number = read_number(text)
    return number is not None and (number.series not in {"arabic", "decimal"} or read_numbered(text) is not None)


def _titled(group: list[Line], last: str) -> bool:
    """Whether the line is a heading of its own and therefore complete."""
    heading = read_numbered(last) if len(group) == 1 else None
    return heading is not None and heading.body is None
