"""A table whose cells an extractor ran together into one line.

In: a passage.  Out: the table in it.  Relied on: the header's words come in order, a name has
no bare number in it, rows are numbered in order, and the numbers of one row agree: base and target have as many
decimals, and the growth printed beside them is their growth.  Example: "1化学需氧量排放总量（万吨）2551.72347.6-8%2氨氮
排放总量" has the row 化学需氧量排放总量（万吨）, 2551.7, 2347.6, -8%.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from ingest.indicator_table import IndicatorTable
from ingest.measures import UNIT
from ingest.passage import Passage
from ingest.quantities import read_quantity
from ingest.rules import Rule
from ingest.table_cells import Cell
from ingest.table_header import settle
from ingest.table_rows import Row
from ingest.table_words import ColumnKind, read_column

_MEASURE = r"(?:(?:基期|现状|目标|规划|预期|实际)值?|完成值)"
# One column of a header: a word for names and units, the value of a year, a change between years.
_COLUMN = re.compile(
    rf"""序号|类别|领域|指标(?:名称|内容|属性)?|(?:计量)?单位|属性|{_MEASURE}
    |(?:19|20)\d\d年比(?:19|20)\d\d年(?:增长|下降|提高|变化)|(?:19|20)\d\d年末?{_MEASURE}|(?:19|20)\d\d年末?
    |年均(?:增速|增长率?)|累计""",
    re.VERBOSE,
)
JOINED = Rule(
    "indicator.joined-header",
    "the words of a header follow one another without anything between them",
    re.compile(
        rf"(?:序号|类别|领域)*指标(?:名称|内容)?(?:单位)?(?={_MEASURE}|(?:19|20)\d\d年)(?>{_COLUMN.pattern}){{2,}}",
        re.VERBOSE,
    ),
    examples=(
        "主要指标序号指标2010年2015年2015年比2010年增长1化学需氧量排放总量（万吨）",
        "序号指标内容预期值属性1生产安全事故死亡人数下降15%约束性",
    ),
    counter_examples=("到2025年，主要指标达到2020年水平", "指标2025年完成"),
)
RULES = (JOINED,)

_UNIT = rf"(?<=[0-9])(?:[%％‰]|个?百分点|{UNIT}(?=约束|预期|[<>≤≥＜＞0-9—]|\Z))"
# All the values of one row, and the number of the next.
_RUN = re.compile(rf"(?<![A-Za-z])(?:[<>≤≥＜＞.0-9—－−-]|[〔\[][0-9.]+[〕\]]|{_UNIT})+")
_NUMBER = r"(?:0|[1-9][0-9]{0,6})(?:[.][0-9]{1,3})?"
# One value of a row: a number with its comparator and unit, a cumulative one in brackets, a dash.
_PIECE = re.compile(rf"[<>≤≥＜＞]?[-－−]?{_NUMBER}(?:[%％‰]|个?百分点|{UNIT})?|[〔\[]{_NUMBER}[〕\]]|—+")
# A verb at the end of a name belongs to a value that has its own unit: 死亡人数下降15%.
_VERB = re.compile(r"(?:累计)?(?:下降|降低|减少|提高)\Z")
_CATEGORY = r"(?:[一-鿿、]{2,12})??"
_ATTRIBUTE = re.compile(r"约束性|预期性|指导性")
_NAME_ENDS = re.compile(r"[。；]|注[:：①]")
_LONGEST_NAME, _LONGEST_RUN, _LONGEST_PIECE = 60, 60, 16
_TO_OR_FROM_NOTHING = 3.0
_MEASURED: tuple[ColumnKind, ...] = ("base", "target", "value", "growth")


def read_joined_table(passage: Passage, last_year: int | None) -> IndicatorTable | None:
    """The table that runs together in `passage`, None where there is none."""
    header = JOINED.match(passage.text) if "指标" in passage.text else None
    if header is None:
        return None
    named = [read_column(title) for title in _COLUMN.findall(header.group())]
    columns = settle([column for column in named if column], last_year)
    kinds = tuple(column.kind for column in columns if column.kind in _MEASURED)
    grouped = any(column.kind == "category" for column in columns)
    rows = tuple(_rows(passage, header.end(), kinds, _CATEGORY if grouped else ""))
    if not rows:
        return None
    end = max(cell.end for row in rows for cell in row.values())
    return IndicatorTable(columns, rows, JOINED, passage.offsets[header.start()], end)


def _rows(passage: Passage, position: int, kinds: tuple[ColumnKind, ...], before: str) -> Iterator[Row]:
    """The rows from `position` on; `before` is what may stand before the number of a row, which some rows lack."""
    text, number = passage.text, 1
    while True:
        opening = re.compile(rf"{before}{number}(?![0-9.%％])").match(text, position)
        start = opening.end() if opening else position
        number += opening is not None
        found = _values(text, start, kinds, number)
        if found is None:
            return
        run_start, pieces = found
        verb = _VERB.search(text[start:run_start])
        if verb and len(pieces) == 1 and not text[max(place[1] for place in pieces.values()) - 1].isdigit():
            run_start -= len(verb.group())
            pieces = {kind: (run_start, place[1]) for kind, place in pieces.items()}
        row = {kind: _cell(passage, *place) for kind, place in pieces.items()}
        row["name"] = _cell(passage, start, run_start)
        position = max(place[1] for place in pieces.values())
        if attribute := _ATTRIBUTE.match(text, position):
            row["attribute"] = _cell(passage, *attribute.span())
            position = attribute.end()
        yield row


def _cell(passage: Passage, start: int, end: int) -> Cell:
    span = passage.span(start, end)
    return Cell(passage.text[start:end], span.start, span.end)


def _values(
    text: str, start: int, kinds: tuple[ColumnKind, ...], next_number: int
) -> tuple[int, dict[ColumnKind, tuple[int, int]]] | None:
    """Where the values of the row whose name starts at `start` begin, and each of them; None where the table ends.

    A number in the name (3岁以下婴幼儿托位数) may look like the values; those an attribute follows are the values.
    """
    position, first = start, None
    while run := _RUN.search(text, position, start + _LONGEST_NAME + _LONGEST_RUN):
        name = text[start : run.start()]
        if len(name) > _LONGEST_NAME or _NAME_ENDS.search(name):
            break
        ways = list(_ways(text, run.start(), run.end(), kinds)) if len(name) > 1 else []
        if ways:
            found = run.start(), min(ways, key=lambda way: _disagreement(text, way, run.end(), next_number))
            if _ATTRIBUTE.match(text, run.end()):
                return found
            if _ATTRIBUTE.search(text, run.end(), run.end() + _LONGEST_NAME) is None:
                return first or found
            first = first or found
        position = run.end()
    return first


def _ways(
    text: str, start: int, end: int, kinds: tuple[ColumnKind, ...]
) -> Iterator[dict[ColumnKind, tuple[int, int]]]:
    """The ways to cut `text[start:end]` into one value a kind, with at most a row number left over."""
    if not kinds:
        if not text[start:end] or (text[start:end].isdecimal() and end - start < 3):
            yield {}
        return
    for stop in range(start + 1, min(end, start + _LONGEST_PIECE) + 1):
        if _PIECE.fullmatch(text, start, stop):
            for rest in _ways(text, stop, end, kinds[1:]):
                yield {kinds[0]: (start, stop), **rest}


def _disagreement(text: str, way: dict[ColumnKind, tuple[int, int]], end: int, next_number: int) -> float:
    """How little the values of one row agree with one another and with the number of the next."""
    left_over = text[max(place[1] for place in way.values()) : end]
    wrong = 0.0 if left_over == str(next_number) else 1.0 if not left_over else 5.0
    cells = {kind: text[slice(*place)] for kind, place in way.items()}
    read = {kind: read_quantity(cell) for kind, cell in cells.items()}
    base, target, growth = read.get("base"), read.get("target"), read.get("growth")
    if not (base and target):
        return wrong
    wrong += abs(_decimals(cells["base"]) - _decimals(cells["target"]))
    wrong += abs(math.log10(abs(target.value / base.value))) if base.value and target.value else _TO_OR_FROM_NOTHING
    if growth and growth.unit and base.value:
        grown = target.value - base.value
        grown = grown if "百分点" in growth.unit else grown / base.value * 100
        wrong += min(abs(abs(grown) - abs(growth.value)), 10.0)
    return wrong


def _decimals(number: str) -> int:
    return len(number.rstrip("%％").partition(".")[2])
