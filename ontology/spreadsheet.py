"""The graph for Excel and pandas: one CSV table, or a workbook with a sheet a class.

In: a graph, the schema, the ontology's names.  Out: bytes.  The CSV is UTF-8 with a mark that tells Excel so; columns
have the ontology's own words.  The workbook is headed in Chinese, its sheet 说明 says what each column means, and its
sheet 关系 has every relation with what an inferred one follows from.
Relied on: plan texts come from strangers, and a spreadsheet runs what looks like a formula; in the workbook every text
is typed as text, in the CSV a text that begins like a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ontology.elements import Graph, Scalar
from ontology.names import Names
from ontology.schema import GraphSchema
from ontology.tables import ABOUT, CITED, Row, all_columns, columns, plain, rows
from ontology.terms import Terms

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What Excel holds in one cell, and on one sheet below the head.
_CELL_CHARACTERS = 32_767
_SHEET_ROWS = 1_048_575
_OWN_NAMES = {"class": "类别", "id": "标识", "url": "网址", "plan": "规划", "region": "地区", "section": "章节"}
_WIDTHS = {"url": 12, "quote": 60, "text": 60, "title": 30, "name": 30, "plan": 24, "section": 30}
_RELATION_COLUMNS = ("关系", "起点类别", "起点", "终点类别", "终点", "推理依据", "由何推出")


class SheetTooLong(ValueError):
    """More rows than one sheet of a workbook holds."""


def to_csv(graph: Graph, schema: GraphSchema, base: str) -> bytes:
    """One table of all nodes; a relation is a column with the ids it leads to, joined by "; "."""
    text = io.StringIO(newline="")
    head = all_columns(schema)
    writer = csv.writer(text)
    writer.writerow(head)
    for row in rows(graph, base):
        writer.writerow(_harmless(row.values.get(column)) for column in head)
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def to_xlsx(graph: Graph, schema: GraphSchema, base: str, terms: Terms) -> bytes:
    """A workbook: 说明, a sheet for each class that has nodes, 关系.  Raises SheetTooLong."""
    content = io.BytesIO()
    names = Names.read(terms)
    # Without these options a text such as "=1+1" or "http://…" would become a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        sheets = _Sheets(book, names)
        by_label: dict[str, list[Row]] = {}
        for row in rows(graph, base):
            by_label.setdefault(row.label, []).append(row)
        sheets.legend({label: columns(schema, label) for label in by_label}, Names.read(terms, "en"))
        for label in sorted(by_label):
            sheets.label(label, columns(schema, label), by_label[label])
        sheets.relations(graph)
    return content.getvalue()


class _Sheets:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook, names: Names) -> None:
        self._book = book
        self._names = names
        self._head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})

    def legend(self, used: dict[str, tuple[str, ...]], english: Names) -> None:
        """What each column of each sheet is called in the ontology, in Chinese and in English."""
        lines = [
            (self._names.of(label), self._title(column), column, self._english(column, english))
            for label in sorted(used)
            for column in used[label]
        ]
        self._write("说明", ("工作表", "列", "术语", "English"), lines, {"English": 40})

    def label(self, label: str, head: Sequence[str], found: Iterable[Row]) -> None:
        """The nodes of one class."""
        lines = [tuple(row.values.get(column) for column in head) for row in found]
        titles = tuple(self._title(column) for column in head)
        widths = {self._title(column): width for column, width in _WIDTHS.items()}
        self._write(self._names.of(label), titles, lines, widths)

    def relations(self, graph: Graph) -> None:
        """Every relation, an inferred one with its axiom and the ids it follows from."""
        lines = [
            (
                self._names.relation(each.type),
                *(self._names.of(each.start_label), each.start_id),
                *(self._names.of(each.end_label), each.end_id),
                *(plain(each.properties.get(name, "")) for name in ("inferredBy", "derivedFrom")),
            )
            for each in graph.relations
        ]
        self._write("关系", _RELATION_COLUMNS, lines, {"起点": 40, "终点": 40, "由何推出": 40})

    def _write(
        self, name: str, head: Sequence[str], lines: Sequence[tuple[Scalar | None, ...]], widths: dict[str, int]
    ) -> None:
        if len(lines) > _SHEET_ROWS:
            raise SheetTooLong(f"{name}: {len(lines):,} rows found, a sheet holds {_SHEET_ROWS:,}; export csv instead")
        sheet = self._book.add_worksheet(name)
        for at, title in enumerate(head):
            sheet.write_string(0, at, title, self._head)
            sheet.set_column(at, at, widths.get(title, 14))
        for line, values in enumerate(lines, start=1):
            for at, value in enumerate(values):
                _cell(sheet, line, at, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(lines), 1), len(head) - 1)

    def _title(self, column: str) -> str:
        return _OWN_NAMES.get(column) or (self._names.relation(column) if column.isupper() else self._names.of(column))

    def _english(self, column: str, english: Names) -> str:
        if column in (*ABOUT, *CITED):
            return column
        return english.relation(column) if column.isupper() else english.of(column)


def _cell(sheet: Worksheet, line: int, at: int, value: Scalar | None) -> None:
    """A number as a number, anything else as text; a text longer than a cell is cut and ends in "…"."""
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, at, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, at, value)
    else:
        cut = len(value) > _CELL_CHARACTERS
        sheet.write_string(line, at, value[: _CELL_CHARACTERS - 1] + "…" if cut else value)


def _harmless(value: Scalar | None) -> Scalar | None:
    """The value, marked as text where a spreadsheet would run it; a sign alone ("=") is no formula."""
    runs = isinstance(value, str) and len(value) > 1 and value.startswith(_FORMULA)
    return f"'{value}" if runs else value
