"""Where the indicator tables of a plan stand, so that their cells are never read as text.

In: the lines of a plan.  Out: `TableLines` regions.  Relied on: a table begins with a line that names a column and
ends with the last cell that still makes a row, which `indicator_table` knows; its caption stands just before it.
Example: the lines "序号" to "80%以上" are a table, "重点任务" after them is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.indicator_table import read_table
from ingest.lines import Line
from ingest.remembered import remembered
from ingest.table_cells import read_cell_lines, row_start
from ingest.table_words import read_column
from ingest.tables import CAPTION, TableLines
from ontology.spans import Source

_CAPTION_LINES = 3
# A text that seems to begin a table at every other line, and never does, is searched no further.
_FEWEST_ATTEMPTS, _LINES_AN_ATTEMPT = 50, 1000
_LONGEST_HEADER = 400
_LONGEST_TITLE = 16
_PARTED = re.compile("[\t|\u3000]|[ \xa0]{2}")


def find_tables(lines: Sequence[Line]) -> tuple[TableLines, ...]:
    """The table regions in order."""
    tables: list[TableLines] = []
    index, attempts = 0, _FEWEST_ATTEMPTS + len(lines) // _LINES_AN_ATTEMPT
    while index < len(lines) and attempts:
        table = None
        if _opens(lines[index]):
            table = read_table(lines[index].passage.source, lines[index].start, None)
            attempts -= table is None
        if table is None:
            index += 1
            continue
        start, end = index, index + 1
        while end < len(lines) and lines[end].start < table.end:
            end += 1
        tables.append(TableLines(_caption(lines, start, tables[-1].end if tables else 0), start, end))
        index = end
    return tuple(tables)


def _opens(line: Line) -> bool:
    """Whether the first cell of the line names a column that tables begin with."""
    if len(line.text) <= _LONGEST_TITLE and _is_first(line.text):
        return True
    stored = line.passage.source.text
    if len(line.text) > _LONGEST_HEADER or not _PARTED.search(stored, line.start, line.end):
        return False
    return _is_header(stored[row_start(stored, line.start) : line.end])


@remembered
def _is_header(row: str) -> bool:
    """Whether the row has several cells, of which the first names a column that tables begin with."""
    cells = read_cell_lines(Source("row", row), 0, len(row))
    named = [cell for cell in (cells[0] if cells else ()) if cell]
    return len(named) > 1 and _is_first(named[0].text)


def _is_first(cell: str) -> bool:
    column = read_column(cell)
    return column is not None and column.kind in ("row", "category", "name")


def _caption(lines: Sequence[Line], start: int, since: int) -> int | None:
    """The line that is the caption of the table at `start`."""
    before = range(start - 1, max(start - 1 - _CAPTION_LINES, since - 1), -1)
    return next((index for index in before if CAPTION.match(lines[index].text)), None)
