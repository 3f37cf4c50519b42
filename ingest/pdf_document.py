"""The text of a PDF: its paragraphs and tables in reading order, put together over lines, columns and pages.

In: the pages of a PDF.  Out: its `ExtractedText` with the page of each stretch.  Relied on: a paragraph or a table that
reaches the end of a page goes on at the top of the next; a header of a table that stands on both is printed again.
Example: "…农村转" at the foot of page 3 and "移劳动力…" at the head of page 4 are one paragraph on two pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText, TextWriter
from ingest.grid import GridCell, table_lines
from ingest.pdf_furniture import find_furniture
from ingest.pdf_grids import Grid, GridBox, find_grids
from ingest.pdf_lines import Block, Line, Table, find_gutters, in_columns, join_stretches, read_stretches
from ingest.pdf_page import Glyph, Page, read_pages
from ingest.pdf_paragraphs import Margins, begins, cell_paragraphs, ends_short, goes_on_as_title, joined, read_margins

_FEWEST_CHARACTERS = 10
_SCANNED_SHARE = 0.5
_UNREADABLE_SHARE = 0.3
_CENTRE = 0.35  # of a character's size above its line


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, read: its stretches of text outside tables, and its tables."""

    number: int
    height: float
    stretches: tuple[Line, ...]
    tables: tuple[Table, ...]


def read_pdf(path: Path, before_page: Callable[[], None]) -> ExtractedText:
    """The text of the PDF at `path`, calling `before_page` before each page; raises UnreadableText."""
    sheets: list[Sheet] = []
    counts: list[tuple[int, int, int]] = []
    for page in read_pages(path):
        before_page()
        counts.append((len(page.glyphs), page.unreadable, page.pictures))
        sheets.append(_sheet(page))
    _check_readable(counts, path)
    return _written(sheets)


def _sheet(page: Page) -> Sheet:
    """The lines and tables of a page."""
    grids = find_grids(page.rules)
    within: dict[int, list[Glyph]] = {index: [] for index in range(len(grids))}
    free: list[Glyph] = []
    for glyph in page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.base + _CENTRE * glyph.size
        index = next((at for at, grid in enumerate(grids) if grid.holds(x, y)), None)
        (free if index is None else within[index]).append(glyph)
    tables = tuple(_table(grid, within[index]) for index, grid in enumerate(grids) if within[index])
    return Sheet(page.number, page.height, tuple(read_stretches(free)), tables)


def _check_readable(pages: Sequence[tuple[int, int, int]], path: Path) -> None:
    """Raises UnreadableText where the pages, each as (characters, unreadable ones, pictures), hold no text to read."""
    if not pages:
        raise UnreadableText(f"{path}: found a PDF without pages, expected a plan")
    scanned = sum(characters < _FEWEST_CHARACTERS and pictures > 0 for characters, _, pictures in pages)
    if scanned >= len(pages) * _SCANNED_SHARE:
        raise UnreadableText(
            f"{path}: found a scanned PDF ({scanned} of {len(pages)} pages are pictures without text), expected a text "
            "layer: recognise its characters (OCR) first"
        )
    unreadable = sum(page[1] for page in pages)
    if unreadable > _UNREADABLE_SHARE * (unreadable + sum(page[0] for page in pages)):
        raise UnreadableText(f"{path}: found a PDF whose fonts do not say which characters they print, expected a text")


def _written(sheets: Sequence[Sheet]) -> ExtractedText:
    """The text of the pages."""
    lines = [join_stretches(sheet.stretches) for sheet in sheets]
    furniture = find_furniture(lines, [sheet.height for sheet in sheets])
    sizes = [line.size for page in lines for line in page for _ in range(len(line.text))]
    writing = _Writing(median(sizes) if sizes else 0.0)
    blocks: list[list[Block]] = [
        [one for one in sheet.stretches if not any(_stands_in(one, line) for line in left_out)] + [*sheet.tables]
        for sheet, left_out in zip(sheets, furniture, strict=True)
    ]
    for sheet, page, gutter in zip(sheets, blocks, find_gutters(blocks), strict=True):
        for run in in_columns(page, gutter):
            writing.take(run, sheet.number)
    return writing.writer.extracted()


def _stands_in(stretch: Line, line: Line) -> bool:
    return stretch.base == line.base and line.left <= stretch.left and stretch.right <= line.right


@dataclass(slots=True)
class _Writing:
    """Writes runs of lines and tables, with what came last."""

    usual_size: float
    writer: TextWriter = field(default_factory=lambda: TextWriter("page"))
    _last: Line | None = None
    _margins: Margins | None = None
    _last_margins: Margins | None = None
    _table: Table | None = None  # the last block, where it was a table
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

    def _take_line(self, line: Line, page: int, *, first: bool) -> None:
        margins = self._margins or Margins(line.left, line.right, 0.0)
        if self._table:
            self.writer.set_apart()
            self._table = None
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
        before = self._table if first else None
        rows = table.rows
        if before is None or before.columns != table.columns:
            self.writer.set_apart()
        elif rows and before.rows and _texts(rows[0]) == _texts(before.rows[0]):
            rows = rows[1:]
        for _, text in table_lines(rows):
            self.writer.line(text, page)
        self._last, self._table = None, table


def _texts(row: Sequence[GridCell]) -> list[tuple[str, ...]]:
    return [cell.paragraphs for cell in row]


def _table(grid: Grid, glyphs: Sequence[Glyph]) -> Table:
    rows: dict[int, list[GridCell]] = {}
    held: dict[GridBox, list[Glyph]] = {box: [] for box in grid.boxes}
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.base + _CENTRE * glyph.size
        box = next((box for box in grid.boxes if box.left <= x <= box.right and box.bottom <= y <= box.top), None)
        if box is not None:
            held[box].append(glyph)
    for box, inside in held.items():
        lines = join_stretches(read_stretches(inside))
        cell = GridCell(tuple(cell_paragraphs(lines, box.right)), box.columns, box.rows)
        rows.setdefault(box.row, []).append(cell)
    return Table(grid.left, grid.right, grid.top, grid.columns, tuple(tuple(row) for row in rows.values()))
