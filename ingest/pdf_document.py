"""The text of a PDF: each page read into lines and tables, without what belongs to the paper.

In: the path of a PDF.  Out: its `ExtractedText` with the page of each stretch.  Relied on: a page whose characters are
a picture has a picture and no text; a font that does not say which characters it prints cannot be read.
Example: a page of two columns gives the lines of the left one, then those of the right one, without the page number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText
from ingest.grid import GridCell
from ingest.pdf_furniture import find_furniture
from ingest.pdf_grids import Grid, GridBox, find_grids
from ingest.pdf_lines import Block, Line, Table, find_gutters, in_columns, join_stretches, read_stretches
from ingest.pdf_notes import find_notes
from ingest.pdf_page import Glyph, Page, read_pages
from ingest.pdf_paragraphs import cell_paragraphs
from ingest.pdf_writer import SheetWriter

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
    usual_size = median(sizes) if sizes else 0.0
    for sheet, page, left_out in zip(sheets, lines, furniture, strict=True):
        marks = {mark for stretch in sheet.stretches for mark in stretch.marks}
        left_out.update(find_notes([line for line in page if line not in left_out], marks, usual_size))
    writing = SheetWriter(usual_size)
    blocks: list[list[Block]] = [
        [one for one in sheet.stretches if not any(_stands_in(one, line) for line in left_out)] + [*sheet.tables]
        for sheet, left_out in zip(sheets, furniture, strict=True)
    ]
    for sheet, placed, gutter in zip(sheets, blocks, find_gutters(blocks), strict=True):
        for run in in_columns(placed, gutter):
            writing.take(run, sheet.number)
    return writing.extracted()


def _stands_in(stretch: Line, line: Line) -> bool:
    return stretch.base == line.base and line.left <= stretch.left and stretch.right <= line.right


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
