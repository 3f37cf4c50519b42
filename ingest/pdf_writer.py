"""Writes what stands on the pages of a PDF as one text: paragraphs and tables go on over lines, columns and pages.

In: the lines and tables of one column after the other.  Out: the `ExtractedText`.  Relied on: a paragraph or a table
that reaches the end of a page goes on at the top of the next; a header of a table that stands on both is printed again.
Example: "…农村转" at the foot of page 3 and "移劳动力…" at the head of page 4 are one paragraph on two pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.extracted import ExtractedText, TextWriter
from ingest.grid import GridCell, table_lines
from ingest.pdf_lines import Block, Line, Table, join_stretches
from ingest.pdf_paragraphs import Margins, begins, ends_short, goes_on_as_title, joined, read_margins


@dataclass(slots=True)
class _OpenTable:
    """A table that may go on on the next page: its rows, each with its page."""

    columns: int
    rows: list[tuple[GridCell, ...]]
    pages: list[int]

    def go_on(self, table: Table, page: int) -> None:
        """Adds what stands on the next page: a header printed again is dropped, a row cut in two is put together."""
        rows = [*table.rows]
        if rows and _texts(rows[0]) == _texts(self.rows[0]):
            rows = rows[1:]
        if rows and _is_rest(rows[0], self.rows[-1]):
            last = self.rows.pop()
            self.rows.append(tuple(map(_joined_cells, last, rows[0])))
            rows = rows[1:]
        self.rows += rows
        self.pages += [page] * len(rows)


@dataclass(slots=True)
class SheetWriter:
    """Writes runs of lines and tables, with what came last."""

    usual_size: float
    writer: TextWriter = field(default_factory=lambda: TextWriter("page"))
    _last: Line | None = None
    _margins: Margins | None = None
    _last_margins: Margins | None = None
    _table: _OpenTable | None = None  # the last block, where it was a table
    _text: str = ""

    def take(self, run: Sequence[Block], page: int) -> None:
        """Adds what stands in one column of a page."""
        lines = join_stretches([one for one in run if isinstance(one, Line)])
        if lines:
            self._margins = read_margins(lines, self._margins)
        tables = [one for one in run if isinstance(one, Table)]
        blocks: list[Block] = sorted([*lines, *tables], key=lambda one: -one.top)
        for index, block in enumerate(blocks):
            if isinstance(block, Table):
                self._take_table(block, page, first=index == 0)
            else:
                self._take_line(block, page, first=index == 0)

    def extracted(self) -> ExtractedText:
        """The text, when all is taken."""
        self._close_table()
        return self.writer.extracted()

    def _take_line(self, line: Line, page: int, *, first: bool) -> None:
        self._close_table()
        margins = self._margins or Margins(line.left, line.right, 0.0)
        last = self._last
        goes_on = last is not None and (
            not (
                ends_short(last, line, self._last_margins or margins)
                or begins(line, last, margins, same_column=not first)
            )
            or (not first and goes_on_as_title(line, last, margins, self.usual_size))
        )
        if not goes_on:
            self.writer.end_line()
            self._text = ""
        text = joined(self._text, line.text) if goes_on else line.text
        self.writer.write(text, page)
        self._text, self._last, self._last_margins = text, line, margins

    def _take_table(self, table: Table, page: int, *, first: bool) -> None:
        if first and self._table and self._table.columns == table.columns:
            self._table.go_on(table, page)
            return
        self._close_table()
        self._table = _OpenTable(table.columns, [*table.rows], [page] * len(table.rows))

    def _close_table(self) -> None:
        if self._table is None:
            return
        self.writer.set_apart()
        for index, text in table_lines(self._table.rows):
            self.writer.line(text, self._table.pages[index])
        self.writer.set_apart()
        self._last, self._table = None, None


def _texts(row: Sequence[GridCell]) -> list[tuple[str, ...]]:
    return [cell.paragraphs for cell in row]


def _is_rest(row: Sequence[GridCell], above: Sequence[GridCell]) -> bool:
    """Whether the first row of a page is the rest of a row cut by the page: it has neither a first nor a last cell."""
    return len(row) == len(above) > 2 and not row[0].paragraphs and not row[-1].paragraphs and any(_texts(row))


def _joined_cells(cell: GridCell, rest: GridCell) -> GridCell:
    return GridCell((*cell.paragraphs, *rest.paragraphs), cell.columns, cell.rows)
