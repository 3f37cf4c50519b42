"""The columns of an indicator table.

In: the cells of a table's first lines.  Out: its columns from left to right, and the lines that are left.
Relied on: the header names each column once; a year and what is measured in it may stand in two lines (2025年 over
目标值), and where a header says years only, the plan's period tells base and target apart.
Example: 序号, 指标, 2020年, 基期值, 2025年, 目标值, 属性 are five columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.table_cells import Cell, CellLine
from ingest.table_fit import is_value
from ingest.table_words import EMPTY, Column, ColumnKind, read_column

_MEASURED: tuple[ColumnKind, ...] = ("base", "target", "value")
_LONGEST_TITLE = 8
_LONGEST_NUMBER = 3  # digits of a row's number; a year has four


def read_header(lines: Sequence[CellLine], last_year: int | None) -> tuple[tuple[Column, ...], tuple[CellLine, ...]]:
    """The columns and the lines below them; no columns where the lines do not begin with a header.

    A header that is printed again at the top of a page is left out of the lines.

    `last_year` is the last year of the plan's period, None where that is not known.
    """
    if not lines:
        return (), ()
    if len(lines[0]) > 1:
        columns, rest = _header_by_lines(lines)
    else:
        columns, rest = _header_by_cells(lines)
    header = {_titles(line) for line in lines[: len(lines) - len(rest)]}
    below = tuple(line for line in rest if _titles(line) not in header)
    return settle(_under_years(columns), last_year), below


def _titles(line: CellLine) -> tuple[str, ...]:
    return tuple(cell.text if cell else "" for cell in line)


def _header_by_lines(lines: Sequence[CellLine]) -> tuple[list[Column], tuple[CellLine, ...]]:
    """The header of a table whose lines are its rows."""
    titles = list(_titles(lines[0]))
    below = 1
    while below < len(lines) and len(lines[below]) > 1 and _is_header(lines[below]):
        titles = _two_rows(titles, list(_titles(lines[below])))
        below += 1
    if not _is_header(lines[0]):
        return [], tuple(lines)
    return [read_column(title) or Column("other", title) for title in titles], tuple(lines[below:])


def _is_header(line: CellLine) -> bool:
    cells = [cell for cell in line if cell]
    return 2 * sum(read_column(cell.text) is not None for cell in cells) > len(cells)


def _two_rows(above: list[str], below: list[str]) -> list[str]:
    """The titles of a header in two rows: put together, or the lower ones in place of the one they divide."""
    divided = [index for index, title in enumerate(above) if _says_words(read_column(title) or _NONE)]
    if len(above) != len(below):
        first = divided[0] if divided else len(above)
        return [*above[:first], *below, *above[first + 1 :]] if divided else above
    for first in divided:
        if above[first + 1 : first + 2] == [""] and below[first + 1]:
            above = [*above[:first], "", *above[first + 1 :]]
    return [_both(upper, lower) for upper, lower in zip(above, below, strict=True)]


def _both(upper: str, lower: str) -> str:
    if not lower or upper == lower:
        return upper
    both = lower + upper if (read_column(lower) or _NONE).year else upper + lower
    return both if read_column(both) else lower


def _header_by_cells(lines: Sequence[CellLine]) -> tuple[list[Column], tuple[CellLine, ...]]:
    """The header of a table that has one cell a line: as long as cells name columns."""
    columns: list[Column] = []
    for index, line in enumerate(lines):
        text = _text(line)
        column = read_column(text)
        numbered = text.isdecimal() and len(text) <= _LONGEST_NUMBER
        if numbered or (column and _names_row(column, columns, lines[index:])):
            return columns, tuple(lines[index:])
        if column is None and not _names_column(lines[index + 1 : index + 2]):
            return columns, tuple(lines[index:])
        if column is None:
            if len(text) > _LONGEST_TITLE:
                return columns, tuple(lines[index:])
            column = Column("other", text)
        _add(columns, column)
    return columns, ()


def _names_row(column: Column, columns: Sequence[Column], lines: Sequence[CellLine]) -> bool:
    """Whether what reads as a column of growth names the first row: 居民收入年均增长（%）, then its values.

    Growth stands beside the values, so never behind the attribute.
    """
    if column.kind != "growth":
        return False
    below = [_text(line) for line in lines[1:3]]
    valued = len(below) > 1 and all(is_value(text) or EMPTY.match(text) for text in below)
    return valued or (bool(columns) and columns[-1].kind == "attribute")


def _names_column(lines: Sequence[CellLine]) -> bool:
    return any(read_column(_text(line)) is not None for line in lines)


def _text(line: CellLine) -> str:
    cell: Cell | None = line[0]
    return cell.text if cell and len(line) == 1 else ""


def _add(columns: list[Column], column: Column) -> None:
    """Add a column, or put "目标值" under the "2025年" before it."""
    last = columns[-1] if columns else _NONE
    if _says_words(column) and last.kind == "value" and last.year:
        columns[-1] = replace(column, title=last.title + column.title, year=last.year)
    else:
        columns.append(column)


def _says_words(column: Column) -> bool:
    return column.kind in ("base", "target") and column.year is None


def _under_years(columns: list[Column]) -> list[Column]:
    """The columns with words and years put together that stand in two rows: 基期, 目标, 2020年, 2025年."""
    words = [index for index, column in enumerate(columns) if _says_words(column)]
    years = [index for index, column in enumerate(columns) if column.kind == "value" and column.year]
    if not words or len(words) != len(years) or words[-1] > years[0]:
        return columns
    dated = dict(zip(words, (columns[index].year for index in years), strict=True))
    return [
        replace(column, year=dated.get(index, column.year))
        for index, column in enumerate(columns)
        if index not in years
    ]


def settle(columns: Sequence[Column], last_year: int | None) -> tuple[Column, ...]:
    """The columns with one target and at most one base among those that hold values."""
    measured = [column for column in columns if column.kind in _MEASURED]
    aims = [column for column in measured if column.kind == "target"]
    aims = aims or [column for column in measured if column.kind == "value"]
    if not aims:
        return tuple(columns)
    target = next((column for column in aims if last_year and column.year == last_year), aims[-1])
    base = _base(measured, target, last_year)
    return tuple(
        replace(column, kind="target" if column is target else "base" if column is base else "value")
        if column.kind in _MEASURED
        else column
        for column in columns
    )


def _base(measured: Sequence[Column], target: Column, last_year: int | None) -> Column | None:
    """The column of the values from which the target starts: the latest before it.

    Where the plan's period is not known, a later year may be a step on the way, and the first column is the base.
    """
    before = [column for column in measured if column is not target and column.kind != "target"]
    before = [column for column in before if not (column.year and target.year) or column.year < target.year]
    stated = [column for column in before if column.kind == "base"]
    if stated:
        return stated[-1]
    if not before:
        return None
    return before[-1] if last_year and target.year == last_year else before[0]


_NONE = Column("other", "")
