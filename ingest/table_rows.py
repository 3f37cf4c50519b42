"""The rows of an indicator table: which cell stands under which column, though cells were lost.

In: the columns and the cells below the header.  Out: one mapping of column kind to cell a row.  Relied on: cells keep
their order, so a table is the best way from left to right through its columns, row after row, where a cell that fits
its column counts for it and a column left out counts against it.  A row that kept one value has it as the target.
Example: under 序号, 指标, 2020年基期值, 2025年目标值, 属性 the lines "3", "—", "60%以上" are row 3 without name and
attribute.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.table_cells import Cell, CellLine
from ingest.table_fit import likeness, skip_cost
from ingest.table_words import Column, ColumnKind

Row = Mapping[ColumnKind, Cell]

# A row may begin with its number though no column is called 序号.
_UNCALLED = Column("row", "")
_BAND = -1  # a line that heads the rows below it ("一、服务设施") and is no row
_BAND_COST, _GOES_ON_COST, _NAME_ALONE_COST = 0.7, 0.5, 0.8
# The number that the next row should have is that row's number sooner than a value of this row.
_NEXT_NUMBER, _NEXT_NUMBER_AS_VALUE = 1.2, -0.9
_GOES_ON: tuple[ColumnKind, ...] = ("name", "category", "other")
_LAST: tuple[ColumnKind, ...] = ("base", "target", "value", "growth", "attribute", "unit", "other", "row")
_MOST_CELLS = 3000
# So many cells that make no row are no part of the table, nor is what follows them.
_MOST_STRAY_CELLS = 24


class _Way(NamedTuple):
    """The best way to put a cell under column `at`: its score and the way before it."""

    score: float
    at: int
    before: _Way | None = None
    opens: bool = False  # whether the cell opens a row
    number: int = 0  # of the row


def read_rows(columns: Sequence[Column], lines: Sequence[CellLine]) -> tuple[Row, ...]:
    """The rows in order; what follows the table's last row is left out."""
    if any(len(line) > 1 for line in lines):
        return tuple(_rows_by_line(columns, lines))
    cells = [line[0] for line in lines if line[0]][:_MOST_CELLS]
    return tuple(_rows_by_cell(columns, cells))


def _rows_by_line(columns: Sequence[Column], lines: Sequence[CellLine]) -> Iterator[Row]:
    """Each line is a row; a line with fewer cells than columns is set under them as well as it fits."""
    measured = {"base", "target", "value", "attribute"}
    for line in lines:
        if len(line) == len(columns):
            row: Row = {column.kind: cell for column, cell in zip(columns, line, strict=True) if cell}
        else:
            row = next(_rows_by_cell(columns, [cell for cell in line if cell]), {})
        if len(row) > 1 and measured & row.keys():
            yield row


def _rows_by_cell(columns: Sequence[Column], cells: Sequence[Cell]) -> Iterator[Row]:
    """The rows of a table that has one cell a line."""
    if not any(column.kind == "row" for column in columns):
        columns = (_UNCALLED, *columns)
    row: dict[ColumnKind, Cell] = {}
    for way, cell in zip(_walk(columns, cells), cells, strict=False):
        if way.opens and row:
            yield row
            row = {}
        if way.at != _BAND:
            kind = columns[way.at].kind
            row[kind] = row[kind].joined(cell) if kind in row and kind in _GOES_ON else cell
    if row:
        yield row


def _walk(columns: Sequence[Column], cells: Sequence[Cell]) -> list[_Way]:
    """The best way through the cells, up to the cell after which going on costs more than it brings."""
    walk = _Columns(columns)
    ways = [_Way(0.0, _BAND, number=max(_number(cells[0]) - 1, 0) if cells else 0)]
    best, most, stray = ways[0], 0.0, 0
    for cell in cells:
        stray += 1
        if stray > _MOST_STRAY_CELLS:
            break
        ways = walk.place(cell, ways)
        for way in ways[1:]:
            closed = way.score - walk.leave[way.at]
            if walk.kinds[way.at] in _LAST and closed > most:
                best, most, stray = way, closed, 0
    steps: list[_Way] = []
    while best.before:
        steps.append(best)
        best = best.before
    return steps[::-1]


class _Columns:
    """What it costs to enter the columns of a table, to pass between them and to leave them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.kinds = tuple(column.kind for column in columns)
        # A row number where no column is called so costs nothing when it is missing.
        self._numbered = _UNCALLED not in columns
        skips = [0.0]
        for column in columns:
            skips.append(skips[-1] + (0.0 if column is _UNCALLED else skip_cost(column.kind)))
        self._skips = skips
        alone = dict.fromkeys(("name", "category"), _NAME_ALONE_COST)
        # By column, and for a band, which is at -1, last.
        self.leave = [skips[-1] - skips[at + 1] + alone.get(kind, 0.0) for at, kind in enumerate(self.kinds)] + [0.0]

    def place(self, cell: Cell, ways: Sequence[_Way]) -> list[_Way]:
        """The best way to each column with `cell` under it, the first between rows."""
        fits = likeness(cell.text, self.kinds)
        number = _number(cell)
        left = max(ways, key=lambda way: way.score - self.leave[way.at])
        left_score = left.score - self.leave[left.at]
        placed = [_Way(left_score - _BAND_COST, _BAND, left, opens=True, number=left.number)]
        for at, kind in enumerate(self.kinds):
            if kind == "row":
                placed.append(self._next_row(at, number, fits[at], ways))
                continue
            best = _Way(left_score - self._skips[at] + fits[at], at, left, opens=True, number=left.number + 1)
            for way in ways:
                if not _BAND < way.at <= at:
                    continue
                if way.at == at:
                    score = way.score - _GOES_ON_COST + min(fits[at], 0.0) if kind in _GOES_ON else best.score
                else:
                    taken = self._numbered and fits[at] == 1.0 and number == way.number + 1 > 1
                    between = self._skips[at] - self._skips[way.at + 1]
                    score = way.score - between + (_NEXT_NUMBER_AS_VALUE if taken else fits[at])
                if score > best.score:
                    best = _Way(score, at, way, number=way.number)
            placed.append(best)
        return placed

    def _next_row(self, at: int, number: int, fits: float, ways: Sequence[_Way]) -> _Way:
        """The best way to open a row with its number."""
        scores = [way.score - self.leave[way.at] + (_NEXT_NUMBER if number == way.number + 1 else fits) for way in ways]
        best = max(range(len(ways)), key=scores.__getitem__)
        return _Way(scores[best] - self._skips[at], at, ways[best], opens=True, number=number)


def _number(cell: Cell) -> int:
    return int(cell.text) if cell.text.isdecimal() and len(cell.text) <= 3 else 0
