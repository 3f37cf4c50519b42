"""The indicators of a plan: one fact a row of its indicator table, with the cells that the source kept.

In: the `Outline`.  Out: `Indicator` facts in order.  Relied on: the outline knows where a table stands, `table_header`
what its columns are and `table_rows` which cell stands under which; a lost cell stays None and is never filled in.
Example: the lines "7", "每万城镇常住人口拥有社区工作者", "17人", "18人", "预期性" are row 7 with base 17人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.joined_table import JOINED, find_joined_table
from ingest.passage import Passage
from ingest.quantities import Quantity, read_quantity
from ingest.rules import Rule
from ingest.structure import Item, Outline
from ingest.table_cells import read_cell_lines
from ingest.table_header import read_header
from ingest.table_rows import Row, read_rows
from ingest.table_words import BARE_UNIT, Column, ColumnKind, last_year
from ontology.records import Indicator
from ontology.spans import Source

CELL_A_LINE = Rule(
    "indicator.cell-a-line",
    "a damaged table has one cell a line, in reading order",
    re.compile(r"\A\s*[^\s|]{1,12}(?:[ \t]*\n\s*[^\s|]{1,12}){2,}"),
    examples=("序号\n指标\n2020年\n基期值\n2025年\n目标值\n属性\n1", "\t指标\n\t2025年目标值\n\t属性\n"),
    counter_examples=("| 序号 | 指标 | 属性 |", "序号\t指标\t属性"),
)
LINE_A_ROW = Rule(
    "indicator.line-a-row",
    "a table that kept its rows parts their cells by tabs, bars or wide gaps",
    re.compile(r"\A[^\n]*\S(?:[ ]*[\t|][ ]*|[ \u3000]{2,})\S[^\n]*(?:[\t|]|[ \u3000]{2,})"),
    examples=("| 序号 | 指标 | 属性 |", "序号\t指标\t2025年", "序号  指标    2025年"),
    counter_examples=("序号\n指标\n属性",),
)
RULES = (CELL_A_LINE, LINE_A_ROW)

_BRACKET = re.compile(r"[（(〔\[]([^（）()〔〕\[\]]{1,12})[）)〕\]]$")
_NUMBERED = re.compile(r"^(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d))")
_CUMULATIVE = re.compile(r"^[〔\[【](.+)[〕\]】]$")
# The period that a plan covers is named in its title, or in the sentence that opens it.
_OPENING = 1000


def find_indicators(outline: Outline) -> tuple[Indicator, ...]:
    """The rows of the plan's indicator tables, in order."""
    period_end = last_year(outline.source.text[:_OPENING])
    return tuple(fact for item in outline.items for fact in _of_item(outline.source, item, period_end))


def _of_item(source: Source, item: Item, period_end: int | None) -> Iterator[Indicator]:
    if item.role == "table" and item.paragraphs:
        start, end = item.paragraphs[0].offsets[0], item.paragraphs[-1].offsets[-1] + 1
        lines = read_cell_lines(source, start, end)
        columns, below = read_header(lines, period_end)
        rule = LINE_A_ROW if any(len(line) > 1 for line in lines) else CELL_A_LINE
        if columns:
            yield from _facts(source, item, _Table(item.id, columns, read_rows(columns, below), rule))
            return
    passages = (item.heading, *item.paragraphs)
    if item.role == "table" and item.paragraphs:
        passages = (Passage.read(source, start, end),)
    joined = 0
    for passage in passages:
        columns, rows = find_joined_table(passage, period_end)
        if rows:
            joined += 1
            table_id = item.id if item.role == "table" else f"{item.id}/table-{joined}"
            yield from _facts(source, item, _Table(table_id, columns, rows, JOINED))


@dataclass(frozen=True, slots=True)
class _Table:
    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    rule: Rule


def _facts(source: Source, item: Item, table: _Table) -> Iterator[Indicator]:
    years = {column.kind: column.year for column in table.columns}
    for number, row in enumerate(table.rows, 1):
        texts: dict[ColumnKind, str] = {kind: cell.text for kind, cell in row.items()}
        target = texts.get("target")
        quantity = read_quantity(_plain(target)) if target else None
        yield Indicator(
            id=f"{table.id}/row-{number}",
            span=source.span(min(cell.start for cell in row.values()), max(cell.end for cell in row.values())),
            rule=table.rule.name,
            row=number,
            name=_NUMBERED.sub("", texts["name"]) if "name" in texts else None,
            base_year=years.get("base"),
            base_value=texts.get("base"),
            target_year=years.get("target"),
            target_value=target,
            attribute=texts.get("attribute"),
            comparator=quantity.comparator if quantity else "=",
            value=quantity.value if quantity else None,
            unit=_unit(quantity, texts, table.columns) if quantity else None,
            section_id=item.section_id,
        )


def _plain(value: str) -> str:
    """A value without the brackets that mark it as cumulative: 〔1200〕."""
    bracketed = _CUMULATIVE.match(value)
    return bracketed[1] if bracketed else value


def _unit(quantity: Quantity, texts: dict[ColumnKind, str], columns: Sequence[Column]) -> str | None:
    """The unit of the target: its own, or that of its row, of its name, or of its column."""
    titles = [column.title for column in columns if column.kind in ("target", "name")]
    stated = [texts.get("unit", ""), *(_in_brackets(text) for text in (texts.get("name", ""), *titles))]
    return quantity.unit or next((unit for unit in stated if BARE_UNIT.match(unit)), None)


def _in_brackets(text: str) -> str:
    bracket = _BRACKET.search(text)
    return bracket[1] if bracket else ""
