"""The cells of a table's lines, with their places in the source.

In: a source and the stretch where a table stands.  Out: one tuple of `Cell` a line, None for a cell that is empty.
Relied on: cells are parted by bars (Markdown), tabs or at least two blanks, or by single ones where the first line is
a header parted so (序号 指标 2025年); a line without any of these is one cell.
A word spread over its cell (指　标) is one cell.  Example: "| 1 | 每万人拥有社区工作者 |  | 18人 |" has four cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.passage import Passage
from ingest.table_words import read_column
from ontology.spans import Source


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty: its cleaned text and its place."""

    text: str
    start: int
    end: int

    def joined(self, other: Cell) -> Cell:
        """The cell with `other`, in which it goes on: a line was too short for the whole name."""
        return Cell(self.text + other.text, self.start, other.end)


CellLine = tuple[Cell | None, ...]

_BAR = re.compile(r"(?<!\\)[|｜]")
_TAB = re.compile(r"\t")
# What parts two cells that are aligned by blanks.
_GAP = re.compile("[ \u3000\xa0\u2002\u2003]{2,}|[\u3000\t]")
_BLANK = re.compile("[ \u3000\xa0\u2002\u2003]+")
# A header parted by single blanks has so many columns at least, and half of them named as columns are.
_FEWEST_BLANKED = 3
_BETWEEN_TABS = re.compile(r"\S[ \u3000]*\t[ \u3000]*\S")
# Markdown's line under the header: | --- | :---: |
_RULER = re.compile(r"[\s|:+=_-]+")
_SPREAD = re.compile(r"[一-鿿]")
# The number of a page that stands between two lines of a table: — 12 —
_PAGE_NUMBER = re.compile(r"[-—–]{1,2}\s*\d{1,4}\s*[-—–]{1,2}")


def read_cell_lines(source: Source, start: int, end: int) -> tuple[CellLine, ...]:
    """The cells of each line of `source.text[start:end]` that is not blank."""
    bounds = list(_lines(source.text, start, end))
    blanked = bool(bounds) and parted_by_blanks(source.text[slice(*bounds[0])])
    tabbed = any(_BETWEEN_TABS.search(source.text, *bound) for bound in bounds)
    lines: list[CellLine] = []
    for first, last in bounds:
        raw = source.text[first:last]
        if not _RULER.fullmatch(raw) and not _PAGE_NUMBER.fullmatch(raw.strip()):
            lines.append(_cells(source, first, last, _BLANK if blanked else _TAB if tabbed else None))
    return tuple(line for line in lines if any(line))


def parted_by_blanks(line: str) -> bool:
    """Whether the line is a header whose cells single blanks part, and nothing else."""
    cells = line.split()
    if len(cells) < _FEWEST_BLANKED or _BAR.search(line) or _GAP.search(line.strip()):
        return False
    return 2 * sum(read_column(cell) is not None for cell in cells) > len(cells)


def row_start(text: str, start: int) -> int:
    """Where the row begins whose first words stand at `start`: blanks and bars before them are empty cells."""
    while start > 0 and text[start - 1] in " \t\u3000|｜":
        start -= 1
    return start


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines from the one `start` stands in."""
    start = row_start(text, start)
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _cells(source: Source, start: int, end: int, parted: re.Pattern[str] | None) -> CellLine:
    raw = source.text
    bars = [bar.start() for bar in _BAR.finditer(raw, start, end)]
    if len(bars) >= 2:
        if not raw[start : bars[0]].strip():
            start, bars = bars[0] + 1, bars[1:]
        if bars and not raw[bars[-1] + 1 : end].strip():
            end, bars = bars[-1], bars[:-1]
        return tuple(_between(source, start, end, [(bar, bar + 1) for bar in bars]))
    if parted is _BLANK:
        start, end = end - len(raw[start:end].lstrip()), start + len(raw[start:end].rstrip())
    if parted:
        return tuple(_between(source, start, end, [cut.span() for cut in parted.finditer(raw, start, end)]))
    while start < end and raw[start].isspace():
        start += 1
    cells = _between(source, start, end, [gap.span() for gap in _GAP.finditer(raw, start, end)])
    return tuple(_unspread(cell for cell in cells if cell))


def _between(source: Source, start: int, end: int, cuts: list[tuple[int, int]]) -> Iterator[Cell | None]:
    for first, last in zip([start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True):
        passage = Passage.read(source, first, last)
        text = passage.text.replace("*", "")
        yield Cell(text, passage.offsets[0], passage.offsets[-1] + 1) if text else None


def _unspread(cells: Iterator[Cell]) -> Iterator[Cell]:
    """The cells with 指　标 put together again: words spread over their cell, one character a gap."""
    spread: Cell | None = None
    for cell in cells:
        single = _SPREAD.fullmatch(cell.text) is not None
        if spread and not single:
            yield spread
            spread = None
        if single:
            spread = spread.joined(cell) if spread else cell
        else:
            yield cell
    if spread:
        yield spread
