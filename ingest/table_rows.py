"""The rows of an indicator table: which cell stands under which column, though cells were lost.

In: the columns and the cells below the header.  Out: one mapping of column kind to cell a row.  Relied on: cells keep
their order, so a table is the best way from left to right through its columns, row after row, where a cell that fits
its column counts for it and a column left out counts against it.  A row that kept one value has it as the target.
Example: under 序号, 指标, 2020年基期值, 2025年目标值, 属性 the lines "3", "—", "60%以上" are row 3 without name and
attribute.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.table_cells import Cell, CellLine
from ingest.table_fit import fit, skip_cost
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


@dataclass(frozen=True, slots=True)
class _Step:
    """The best way to put a cell under column `at`: its score and the step before it."""

    score: float
    at: int
    before: _Step | None = None
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
    for step, cell in zip(_walk(columns, cells), cells, strict=False):
        if step.opens and row:
            yield row
            row = {}
        if step.at != _BAND:
            kind = columns[step.at].kind
            row[kind] = row[kind].joined(cell) if kind in row and kind in _GOES_ON else cell
    if row:
        yield row


def _walk(columns: Sequence[Column], cells: Sequence[Cell]) -> list[_Step]:
    """The best way through the cells, up to the cell after which going on costs more than it brings."""
    skips = [0.0]
    for column in columns:
        skips.append(skips[-1] + (0.0 if column is _UNCALLED else skip_cost(column.kind)))
    ways = [_Step(0.0, _BAND, number=_number(cells[0]) - 1 if cells and _number(cells[0]) else 0)]
    best, most = ways[0], 0.0
    for cell in cells:
        ways = [max(_steps(columns, skips, ways, at, cell), key=_score) for at in range(_BAND, len(columns))]
        for way in ways[1:]:
            closed = way.score - skips[-1] + skips[way.at + 1]
            if columns[way.at].kind in _LAST and closed > most:
                best, most = way, closed
    steps: list[_Step] = []
    while best.before:
        steps.append(best)
        best = best.before
    return steps[::-1]


def _score(way: _Step) -> float:
    return way.score


def _steps(columns: Sequence[Column], skips: list[float], ways: list[_Step], at: int, cell: Cell) -> Iterator[_Step]:
    """The ways to put `cell` under column `at` after each of `ways`."""
    for way in ways:
        rest = 0.0 if way.at == _BAND else skips[-1] - skips[way.at + 1]
        if way.at != _BAND and columns[way.at].kind in ("name", "category"):
            rest += _NAME_ALONE_COST
        if at == _BAND:
            yield _Step(way.score - rest - _BAND_COST, at, way, opens=True, number=way.number)
            continue
        kind = columns[at].kind
        number = _number(cell) if kind == "row" else way.number + 1
        fits = _NEXT_NUMBER if kind == "row" and number == way.number + 1 else fit(cell.text, kind)
        yield _Step(way.score - rest - skips[at] + fits, at, way, opens=True, number=number)
        if fits == 1.0 and way.number and _number(cell) == way.number + 1 and _UNCALLED not in columns:
            fits = _NEXT_NUMBER_AS_VALUE
        if at > way.at > _BAND:
            between = skips[at] - skips[way.at + 1]
            yield _Step(way.score - between + fits, at, way, number=way.number)
        elif at == way.at and kind in _GOES_ON:
            yield _Step(way.score - _GOES_ON_COST + min(fits, 0.0), at, way, number=way.number)


def _number(cell: Cell) -> int:
    return int(cell.text) if cell.text.isdecimal() and len(cell.text) <= 3 else 0
