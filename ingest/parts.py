"""The parts of a plan in order: its paragraphs, and the tables that stand between them.

In: the lines of the plan.  Out: `Paragraph`s and `Table`s.  Relied on: what stands in a table is never a sentence,
and a short line after the last sentence is what the page had below the text.
Example: "滚动至顶部" after the last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import table_region, tables
from ingest.lines import Line
from ingest.paragraphs import Paragraph, join_lines
from ingest.passage import Passage
from ingest.tables import TableLines


@dataclass(frozen=True, slots=True)
class Table:
    """An indicator table: its caption, None where it has none, and its lines."""

    caption: Passage | None
    lines: tuple[Passage, ...]


Part = Paragraph | Table

_ENDED = re.compile(r"[。！？；：）)”]$|负责$")
# 责任单位：县农业农村局
_LABELLED = re.compile(r"^[【\[]?[\u4e00-\u9fff]{2,6}[：:】\]]")
_LONGEST_STRAY = 12


def read_parts(lines: Sequence[Line]) -> list[Part]:
    """The paragraphs and tables that the lines make."""
    parts: list[Part] = []
    position = 0
    for table in find_tables(lines):
        start = table.start if table.caption is None else table.caption
        parts.extend(join_lines(lines[position:start]))
        parts.append(_table(lines, table))
        position = table.end
    end = len(lines)
    while end - position > 1 and _is_stray(lines[end - 2], lines[end - 1]):
        end -= 1
    parts.extend(join_lines(lines[position:end]))
    return parts


def find_tables(lines: Sequence[Line]) -> tuple[TableLines, ...]:
    """The table regions in order: those known by their words, and between them those whose cells make rows."""
    found = tables.find_tables(lines)
    starts, ends = [*map(_first, found), len(lines)], [0, *(table.end for table in found)]
    further = [
        TableLines(None if one.caption is None else one.caption + end, one.start + end, one.end + end)
        for end, start in zip(ends, starts, strict=True)
        for one in table_region.find_tables(lines[end:start])
    ]
    return tuple(sorted((*found, *further), key=_first))


def _first(table: TableLines) -> int:
    return table.start if table.caption is None else table.caption


def _is_stray(previous: Line, line: Line) -> bool:
    """Whether the last line is short and unfinished after a finished sentence."""
    short = len(line.text) <= _LONGEST_STRAY and not (_ENDED.search(line.text) or _LABELLED.match(line.text))
    return short and _ENDED.search(previous.text) is not None


def _table(lines: Sequence[Line], table: TableLines) -> Table:
    caption = None if table.caption is None else lines[table.caption].passage
    start = table.start if table.caption is None else table.caption + 1
    return Table(caption, tuple(line.passage for line in lines[start : table.end]))
