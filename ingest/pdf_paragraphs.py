"""Where a paragraph begins among the printed lines of a PDF.

In: a line, the line before it, and the margins of the column.  Out: whether it begins a paragraph.  Relied on: Chinese
text fills its lines; the first line of a paragraph is indented, the last one mostly ends short of the margin.
Example: after "…健全完善城乡社区服务" that reaches the right margin, "体系。" at the left margin goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.numbering import read_number
from ingest.pdf_lines import Line

_INDENT = 0.8  # in characters, as the others
_SHORT = 2.2
_OTHER_SIZE = 0.2
_TITLE_SIZE, _TITLE_PITCH = 1.15, 2.5
_WIDE_PITCH = 1.45  # of the usual distance of two lines
_WIDER_PITCH = 1.2  # the same where nothing else sets paragraphs apart: no line is indented
_FEWEST = 4
_FEWEST_INDENTED = 0.05
_WIDE = 0.7
_CLOSED = re.compile("[。！？；：…）)]$")
_LEADERS = re.compile(r"[.…·．]{3,}\s*[-—]?\d{0,4}[-—]?$")
# What is not broken at the end of a line: "95%", "BIM/CIM", "（5G）、".
_WORD = re.compile(r"(?P<opened>[（(“‘《【]*)(?P<word>[0-9A-Za-z%.,/+-]{2,40})(?P<closed>[）)”’》】，。、；：]*)")
_WORD_WIDTH = 0.6
# What may hang over the margin at the end of a line.
_HANGING = re.compile("[，。、；：！？,.;:”’）)》】]$")
_LATIN_END, _LATIN_START = re.compile("[A-Za-z,]$"), re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a column begin and end, and how far apart they stand."""

    left: float
    right: float
    pitch: float
    indents: bool = True  # whether paragraphs begin with an indent

    def centres(self, line: Line) -> bool:
        """Whether the line stands in the middle of its column, off both margins."""
        before, after = line.left - self.left, self.right - line.right
        return before > line.size and abs(before - after) < 2 * line.size


def read_margins(lines: Sequence[Line], before: Margins | None) -> Margins:
    """The margins of the lines of one column; `before` holds where there are too few to tell."""
    widest = max(line.right - line.left for line in lines)
    full = [line for line in lines if line.right - line.left >= widest * _WIDE]
    if len(full) < _FEWEST and before is not None and widest <= (before.right - before.left) + 1:
        return before
    left, right = min(line.left for line in full), _right(full)
    steps = [(one.base - other.base, one) for one, other in pairwise(lines) if one.base > other.base]
    within = [step for step, line in steps if line.right >= right - _SHORT * line.size]  # a full line mostly goes on
    pitch = median(within or [step for step, _ in steps]) if steps else 0.0
    indented = sum(line.left > left + _INDENT * line.size for line in lines)
    return Margins(left, right, pitch, indented >= len(lines) * _FEWEST_INDENTED)


def _right(full: Sequence[Line]) -> float:
    """Where the lines end that fill the column; a full stop may hang over it by its width."""
    furthest = max(full, key=lambda line: line.right)
    within = max((line.right for line in full if not _HANGING.search(line.text)), default=furthest.right)
    return max(within, furthest.right - furthest.size)


def begins(line: Line, last: Line, margins: Margins, *, same_column: bool) -> bool:
    """Whether `line` begins a paragraph after `last`; only in the same column does their distance count."""
    if line.left > margins.left + _INDENT * line.size or abs(line.size - last.size) > _OTHER_SIZE * last.size:
        return True
    if "  " in line.text or "  " in last.text or _LEADERS.search(last.text):
        return True
    wide = _WIDE_PITCH if margins.indents else _WIDER_PITCH
    if same_column and last.base - line.base > max(margins.pitch * wide, line.size * _WIDE_PITCH):
        return True
    return not margins.indents and _CLOSED.search(last.text) is not None and read_number(line.text) is not None


def goes_on_as_title(line: Line, last: Line, margins: Margins, usual_size: float) -> bool:
    """Whether both lines are one title: larger than the text, centred, close together, the second without a number."""
    return (
        min(line.size, last.size) > usual_size * _TITLE_SIZE
        and abs(line.size - last.size) <= _OTHER_SIZE * last.size
        and last.base - line.base <= _TITLE_PITCH * line.size
        and (margins.centres(line) or margins.centres(last))
        and _CLOSED.search(last.text) is None
        and read_number(line.text) is None
    )


def ends_short(line: Line, following: Line, margins: Margins) -> bool:
    """Whether the line ends so far from the margin that the first word of `following` would have fitted on it."""
    word = _WORD.match(following.text)
    needed = _SHORT
    if word:
        needed += len(word["word"]) * _WORD_WIDTH + len(word["opened"]) + len(word["closed"])
    return line.right < margins.right - needed * line.size


def joined(text: str, more: str) -> str:
    """The line `more` as it goes on after `text`: only Latin words need a blank between."""
    return " " + more if _LATIN_END.search(text) and _LATIN_START.match(more) else more


def cell_paragraphs(lines: Sequence[Line], right: float) -> list[str]:
    """The paragraphs of a cell of a table; what ends without a full stop goes on in the next line."""
    texts: list[str] = []
    left = min((line.left for line in lines), default=0.0)
    last: Line | None = None
    for line in lines:
        ended = last is not None and _CLOSED.search(last.text) is not None
        short = last is not None and last.right < right - _SHORT * last.size
        starts = ended and (short or line.left > left + _INDENT * line.size or read_number(line.text) is not None)
        if last is None or starts:
            texts.append(line.text)
        else:
            texts[-1] += joined(texts[-1], line.text)
        last = line
    return texts
