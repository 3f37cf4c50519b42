"""The indicators of a plan: one fact a row of its indicator table, with the cells that the source kept.

In: the `Outline`.  Out: `Indicator` facts in order.  Relied on: the outline knows where a table stands, and
`indicator_table` which cell stands under which column; a lost cell stays None and is never filled in.
Example: the lines "7", "每万城镇常住人口拥有社区工作者", "17人", "18人", "预期性" are row 7 with base 17人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.indicator_table import IndicatorTable, read_table
from ingest.joined_table import JOINED, read_joined_table
from ingest.passage import Passage
from ingest.quantities import Quantity, read_quantity
from ingest.structure import Item, Outline
from ingest.table_words import BARE_UNIT, EMPTY, Column, ColumnKind, last_year
from ontology.records import Indicator
from ontology.spans import Source

# The unit in brackets at the end of a name, with what is said beside it: （%，累计）.
_BRACKET = re.compile(r"[（(〔\[]([^（）()〔〕\[\]，,；;]{1,12})(?:[，,；;][^（）()〔〕\[\]]{1,12})?[）)〕\]]$")
# The number of a row that stands before its name: （1）, 2.
_NUMBERED = re.compile(r"^(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d))")
_CUMULATIVE = re.compile(r"^[〔\[【](.+)[〕\]】]$")
# The period that a plan covers is named in its title, or in the sentence that opens it.
_OPENING = 1000
_LINES_BEFORE_HEADER = 4


def find_indicators(outline: Outline) -> tuple[Indicator, ...]:
    """The rows of the plan's indicator tables, in order."""
    period_end = last_year(outline.source.text[:_OPENING])
    return tuple(fact for item in outline.items for fact in _of_item(outline.source, item, period_end))


def _of_item(source: Source, item: Item, period_end: int | None) -> Iterator[Indicator]:
    table = _table_of(source, item, period_end)
    if table is not None:
        yield from _facts(source, item, item.id, table)
        return
    for count, passage in enumerate(_joined(source, item), 1):
        joined = read_joined_table(passage, period_end)
        if joined is not None:
            yield from _facts(source, item, item.id if item.role == "table" else f"{item.id}/table-{count}", joined)


def _table_of(source: Source, item: Item, period_end: int | None) -> IndicatorTable | None:
    """The table of a table item; lines such as "单位：%" may stand between its caption and its header."""
    starts = [line.offsets[0] for line in item.paragraphs[:_LINES_BEFORE_HEADER]] if item.role == "table" else []
    tables = (read_table(source, start, period_end) for start in starts)
    return next((table for table in tables if table is not None), None)


def _joined(source: Source, item: Item) -> Iterator[Passage]:
    """The passages of the item in which a table may have run together."""
    if item.role == "table" and item.paragraphs:
        yield Passage.read(source, item.paragraphs[0].offsets[0], item.paragraphs[-1].offsets[-1] + 1)
    else:
        yield from (passage for passage in (item.heading, *item.paragraphs) if JOINED.match(passage.text))


def _facts(source: Source, item: Item, table_id: str, table: IndicatorTable) -> Iterator[Indicator]:
    years = {column.kind: column.year for column in table.columns}
    for number, row in enumerate(table.rows, 1):
        texts: dict[ColumnKind, str] = {kind: cell.text for kind, cell in row.items()}
        target = _target(texts)
        quantity = read_quantity(_plain(target)) if target else None
        yield Indicator(
            id=f"{table_id}/row-{number}",
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


def _target(texts: dict[ColumnKind, str]) -> str | None:
    """The target; where its cell is a dash, the figure for the whole period that stands beside it (〔13.5〕)."""
    target = texts.get("target")
    if target and EMPTY.match(target):
        growth = texts.get("growth")
        return None if growth is None or EMPTY.match(growth) else growth
    return target


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
