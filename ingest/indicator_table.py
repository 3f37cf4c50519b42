"""One indicator table: its columns, its rows, and where it ends.

In: a source and the place where a table may begin.  Out: an `IndicatorTable`, None where none begins there.
Relied on: a table has a column of targets beside names, row numbers, units or attributes; it ends with the last cell
that still makes a row, at the latest where running text begins.  Example: a table that begins with the lines 指标,
2025年目标值, 属性 ends with the last 预期性 before "三、主要任务".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.rules import Rule
from ingest.table_cells import CellLine, read_cell_lines
from ingest.table_header import read_header
from ingest.table_rows import Row, read_rows
from ingest.table_words import Column
from ontology.spans import Source

CELL_A_LINE = Rule(
    "indicator.cell-a-line",
    "a damaged table has one cell a line, in reading order",
    re.compile(r"\A\s*[^\s|｜]{1,12}(?:[ \t]*\n\s*[^\s|｜]{1,12}){2,}"),
    examples=("序号\n指标\n2020年\n基期值\n2025年\n目标值\n属性\n1", "\t指标\n\t2025年目标值\n\t属性\n"),
    counter_examples=("| 序号 | 指标 | 属性 |", "序号\t指标\t属性"),
)
LINE_A_ROW = Rule(
    "indicator.line-a-row",
    "a table that kept its rows parts their cells by tabs, bars or wide gaps",
    re.compile(r"\A[^\n]*\S(?:[ ]*[\t|｜][ ]*|[ \u3000]{2,})\S[^\n]*(?:[\t|｜]|[ \u3000]{2,})"),
    examples=("| 序号 | 指标 | 属性 |", "序号\t指标\t2025年", "序号  指标    2025年", "指标名称｜单位｜2025年"),
    counter_examples=("序号\n指标\n属性",),
)
TEXT_BEGINS = Rule(
    "indicator.text-begins",
    "a line with a full stop, or longer than any name, is running text",
    re.compile(r"^[ \t\u3000]*+[^\n|｜\t]*(?:[。；！？]|[^\n|｜\t]{90})", re.MULTILINE),
    examples=("\t1. 加强党的全面领导。建立健全联席会议制度", "注：面积按建筑面积计；"),
    counter_examples=("每百户居民拥有社区综合服务设施面积", "三、主要任务", "| 1 | 覆盖率 | 100% | 由民政部门统计。 |"),
)
RULES = (CELL_A_LINE, LINE_A_ROW, TEXT_BEGINS)

# Read at first, and doubled as long as the table goes on to the end of what was read.
_FIRST_WINDOW = 800
_LARGEST_WINDOW = 200_000


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """A table with at least one row; `source.text[start:end]` runs from its header to its last cell."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    rule: Rule
    start: int
    end: int


def read_table(source: Source, start: int, last_year: int | None) -> IndicatorTable | None:
    """The table whose header begins with the line at `start`; `last_year` is that of the plan's period, if known."""
    text = source.text
    window = _FIRST_WINDOW
    while True:
        limit = min(start + window, len(text))
        stop = TEXT_BEGINS.pattern.search(text, start, limit)
        end = stop.start() if stop else limit
        lines = read_cell_lines(source, start, end)
        table = _read(lines, start, last_year)
        open_ended = stop is None and limit < len(text) and window < _LARGEST_WINDOW
        if table is None or not open_ended or table.end < end - _FIRST_WINDOW // 2:
            return table
        window *= 2


def _read(lines: tuple[CellLine, ...], start: int, last_year: int | None) -> IndicatorTable | None:
    columns, below = read_header(lines, last_year)
    kinds = {column.kind for column in columns}
    if "target" not in kinds or len(columns) < 2 or not kinds & {"name", "attribute"}:
        return None
    rows = read_rows(columns, below)
    if not rows:
        return None
    end = max(cell.end for row in rows for cell in row.values())
    return IndicatorTable(
        columns, rows, LINE_A_ROW if any(len(line) > 1 for line in lines) else CELL_A_LINE, start, end
    )
