"""Where the indicator table stands: its caption and its lines, so that its cells are never read as text.

In: the lines of the plan.  Out: `TableLines` regions.  Relied on: an extractor leaves a table as a run of short lines
without full stops, or of lines cut by tabs or bars, that holds the words of its header.  Example: the lines "序号",
"指标", "2025年", "目标值", "属性", "1", "30平方米", "预期性".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lines import Line
from ingest.numbering import read_number
from ingest.rules import Rule
from ingest.table_cells import parted_by_blanks

HEADER = Rule(
    "table.header",
    "the header of an indicator table uses a few fixed words, each alone in its cell",
    re.compile(
        r"^(?:序号|编号|类别|类型|领域|指标(?:名称|类别|内容|类型)?|主要指标|属性|指标属性|单位|计量单位|目标值|基期值|现状值|规划值|"
        r"预期值|目标|基期|20\d\d年?(?:[（(].*[)）])?(?:目标值|基期值|现状值|目标|基期|现状|规划值|完成值|实际值|预期)?|"
        r"[“‘]?十[二三四五]五[”’]?(?:末|期末|目标|期间)?(?:目标值|年均增长)?|年均增长.*|累计.*)$"
    ),
    ("序号", "指标名称", "2020年基期值", "属性"),
    ("2020年底完成", "重点任务"),
)
VALUE = Rule(
    "table.value",
    "a cell holds a number, a bound on a number, a dash, or the attribute of the indicator",
    re.compile(
        r"^(?:预期性|约束性|均?[为达]?[≥≤><＞＜〉〈=＝约]?\s*[\d.,．%％‰:：/—～~\-–\[\]【】()（）]+[^。，；、]{0,14}|[—\-–/]+|"
        r".{0,8}\d.{0,10}(?:以上|以下|以内|左右)|[（(]?累计[)）]?|全覆盖|基本全覆盖|完成|持续\w{1,4}|明显\w{1,4}|进一步\w{1,4})$"
    ),
    ("预期性", "≥30平方米", "100%", "均为100%", "—", "18人以上", ">60"),
    ("重点任务", "1.加强城乡社区统筹规划。推动建设，促进发展", "农村社区综合服务设施覆盖率"),
)
CAPTION = Rule(
    "table.caption",
    "the caption names indicators and stands just before the table",
    re.compile(
        r"^(?:专栏|表|附表|附件)?\s*[\d一二三四五六七八九十]*[：:]?.{0,40}指标(?:体系|表|一览表|及目标值?|目标)?$"
    ),
    ("专栏1“十四五”城乡社区服务体系建设主要发展指标", "表1主要指标", "专栏1:“十四五”时期城乡社区服务体系建设主要指标"),
    ("专栏2社区服务共同体建设行动",),
)
RULES = (HEADER, VALUE, CAPTION)

_LONGEST_CELL = 60
_LONGEST_ROW = 400
_PARTED = re.compile("[\t|｜ \u3000\u2002]")
_COLUMNS = re.compile(r"\t|[|｜]|\S[ \u3000\u2002]{2,}\S")
_SENTENCE = re.compile("[。；]|，.*，")
# The fewest header words and values that make a run of short lines a table.
_HEADERS, _VALUES = 2, 3


@dataclass(frozen=True, slots=True)
class TableLines:
    """The lines `start:end` are a table; `caption` is the index of its caption line, None where there is none."""

    caption: int | None
    start: int
    end: int


def find_tables(lines: Sequence[Line]) -> tuple[TableLines, ...]:
    """The table regions in order."""
    tables: list[TableLines] = []
    index = 0
    while index < len(lines):
        end = _run(lines, index)
        table = _table(lines, index, end) if end - index >= _HEADERS else None
        if table is not None:
            tables.append(table)
        index = max(table.end if table else end, index + 1)
    return tuple(tables)


def _run(lines: Sequence[Line], start: int) -> int:
    """The end of the run of cell-like lines from `start`."""
    end = start
    while end < len(lines) and _is_cell(lines[end]):
        end += 1
    return end


def _is_cell(line: Line) -> bool:
    text = line.text
    if line.depth:
        return False
    if _is_row(line):
        return True
    if len(text) > _LONGEST_CELL or _SENTENCE.search(text) or text.endswith(("。", "：", "负责")):
        return False
    number = read_number(text)
    return number is None or number.end >= len(text) or number.series in {"arabic", "decimal", "dash"}


def _is_row(line: Line) -> bool:
    """Whether the line holds several cells cut by tabs, bars or wide gaps."""
    stored = line.passage.source.text
    if line.width >= _LONGEST_ROW or not _PARTED.search(stored, line.start, line.end):
        return False
    return len(_COLUMNS.findall(stored, line.start, line.end)) >= 2 and "。" not in line.text


def _cells(line: Line) -> list[str]:
    if not _is_row(line):
        return [line.text]
    raw = line.passage.source.text[line.start : line.end]
    return [re.sub(r"\s", "", cell) for cell in re.split(r"\t|[|｜]|[ \u3000\u2002]{2,}", raw) if cell.strip()]


def _table(lines: Sequence[Line], start: int, end: int) -> TableLines | None:
    """The table within the run `start:end`, from its first header word to its last value."""
    blanked = next((i for i in range(start, end) if parted_by_blanks(_stored(lines[i]))), None)
    if blanked is not None:
        rows = [i for i in range(blanked, end) if len(_stored(lines[i]).split()) > _HEADERS]
        caption = next((i for i in range(blanked - 1, max(blanked - 4, -1), -1) if CAPTION.match(lines[i].text)), None)
        return TableLines(caption, blanked, rows[-1] + 1) if len(rows) > 1 else None
    headers = [i for i in range(start, end) if any(HEADER.match(cell) for cell in _cells(lines[i]))]
    if not headers or sum(_count(HEADER, lines[i]) for i in headers) < _HEADERS:
        return None
    first = headers[0]
    values = [i for i in range(first, end) if any(VALUE.match(cell) for cell in _cells(lines[i]))]
    if _is_row(lines[first]):  # a table of rows ends with its last row, not with a heading that opens with a figure
        values = [i for i in values if _is_row(lines[i])] or values
    if sum(_count(VALUE, lines[i]) for i in values) < _VALUES:
        return None
    caption = next((i for i in range(first - 1, max(first - 4, -1), -1) if CAPTION.match(lines[i].text)), None)
    return TableLines(caption, first, values[-1] + 1)


def _stored(line: Line) -> str:
    return line.passage.source.text[line.start : line.end]


def _count(rule: Rule, line: Line) -> int:
    return sum(rule.match(cell) is not None for cell in _cells(line))
