"""What stands around the plan and is no part of it: page furniture, the table of contents, the notice that issues it.

In: the lines of a document.  Out: the lines that are text, and where among the paragraphs the plan's own title stands.
Relied on: page numbers, menus and picture links are lines of their own; a table of contents repeats the headings, most
often with page numbers; the plan's title is the last title-like line before its first chapter.
Example: "第二节 “十四五”发展形势 3" is a line of the table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.front_rules import (
    CONTENTS_HEAD,
    CONTENTS_LINE,
    FURNITURE,
    MATTER,
    NOTICE_TITLE,
    PAGE,
    PLAN_TITLE,
    YEARS_LINE,
)
from ingest.lines import Line
from ingest.numbering import OUTER, read_number
from ingest.paragraphs import Paragraph
from ingest.zones import BACKGROUND, IDEAS

# A line longer than this is no cell of a table.
_LONGEST_CELL = 25
# A table of contents without its heading has so many lines at least; its lines are so long at most.
_SHORTEST_CONTENTS = 3
_LONGEST_CONTENTS = 400
# Tables of contents are looked for among so many lines, and so many at most.
_CONTENTS_REACH = 2000
_MOST_CONTENTS = 4
_LONGEST_HEADING = 70
_LEADERS = re.compile(r"[.…·．\s]*[-—]?\d{0,3}[-—]?$")
# A title this short has begun on the line before; the beginning of a title is so long at most.
_SHORT_TITLE = 12
_LONGEST_BEGINNING = 40
# The plan's title and its preamble stand among so many paragraphs.
_REACH = 80


@dataclass(frozen=True, slots=True)
class Front:
    """Where the plan begins: its own title is the paragraphs `title`, its preamble begins at paragraph `preamble`."""

    title: tuple[int, int] | None
    preamble: int


def drop_matter(lines: Sequence[Line]) -> list[Line]:
    """The lines without page furniture and without tables of contents."""
    kept = [line for line, previous in zip(lines, (None, *lines), strict=False) if not _is_furniture(line, previous)]
    names = [_name(line.text) for line in kept]
    last = {name: index for index, name in enumerate(names) if name}
    index = found = 0
    while index < min(len(kept), _CONTENTS_REACH) and found < _MOST_CONTENTS:
        end = _contents(kept, names, last, index)
        if end is None:
            index += 1
            continue
        found += 1
        del kept[index:end]
        del names[index:end]
        last = {name: place for place, name in enumerate(names) if name}
    return kept


def _is_furniture(line: Line, previous: Line | None) -> bool:
    if PAGE.match(line.text):
        return previous is not None and len(previous.text) > _LONGEST_CELL
    return FURNITURE.match(line.text) is not None


def _name(text: str) -> str:
    """A heading without the leaders and the page number that a table of contents gives it; empty for text."""
    return "" if len(text) > _LONGEST_HEADING or "。" in text[:-1] else _LEADERS.sub("", text.rstrip("。"))


def _contents(lines: list[Line], names: list[str], last: dict[str, int], start: int) -> int | None:
    """The end of the table of contents that begins at `start`; None where none does."""
    headed = CONTENTS_HEAD.match(lines[start].text) is not None
    number = None if headed else read_number(lines[start].text)
    if not headed and (number is None or number.series not in OUTER or last.get(names[start], start) == start):
        return None
    first = end = start + headed
    repeated = 0
    while (
        end < min(len(lines), first + _LONGEST_CONTENTS) and names[end] and (end == first or names[end] != names[first])
    ):
        again = last[names[end]] > end
        paged = CONTENTS_LINE.match(lines[end].text) is not None
        if not again and not paged:
            break
        repeated += again
        end += 1
    if headed:
        return end
    return end if end - first >= _SHORTEST_CONTENTS and repeated * 2 >= end - first else None


def find_front(paragraphs: Sequence[Paragraph], body: int) -> Front:
    """What stands before paragraph `body`, the first that is numbered as a chapter (or the end where none is)."""
    reach = min(body, _REACH)
    title = _find_title(paragraphs, reach)
    start = title[1] if title else 0
    if body < len(paragraphs):
        start = max([start, *(i + 1 for i in range(start, reach) if MATTER.match(paragraphs[i].text))])
        return Front(title, start)
    while start < reach and MATTER.match(paragraphs[start].text) and not opens_chapter(paragraphs[start].text):
        start += 1
    return Front(title, start)


def opens_chapter(text: str) -> bool:
    """Whether a line without a number is a title that only a first chapter has."""
    return len(text) <= 14 and (BACKGROUND.match(text) is not None or IDEAS.match(text) is not None)


def _find_title(paragraphs: Sequence[Paragraph], reach: int) -> tuple[int, int] | None:
    """The paragraphs `start:end` that are the plan's own title: the last so titled before its preamble."""
    best: tuple[int, int] | None = None
    for index in range(reach):
        text = paragraphs[index].text
        if best is not None and not MATTER.match(text):
            break
        if PLAN_TITLE.match(text) and not NOTICE_TITLE.match(text):
            best = _first_line(paragraphs, index, reach), index + 1
        elif best is not None and best[1] == index and YEARS_LINE.match(text):
            best = best[0], index + 1
    return best


def _first_line(paragraphs: Sequence[Paragraph], index: int, reach: int) -> int:
    """The first of the lines that the title ending at `index` is printed on."""
    title = paragraphs[index].text
    start = index
    while start and _may_begin(paragraphs[start - 1].text):
        joined = paragraphs[start - 1].text + title
        named = any(joined in paragraphs[other].text for other in range(reach) if not start - 1 <= other <= index)
        if not (named or title.startswith("关于") or len(title) < _SHORT_TITLE):
            break
        start, title = start - 1, joined
    return start


def _may_begin(text: str) -> bool:
    """Whether a line may be the beginning of a title that goes on in the next."""
    closed = NOTICE_TITLE.match(text) or PLAN_TITLE.match(text) or re.search(r"[。：；:;)）〕》\d日号]$", text)
    return len(text) <= _LONGEST_BEGINNING and not closed
