"""Tables for Excel, R and pandas: one table as CSV, or a workbook of several.

In: tables with their heads.  Out: bytes.  The CSV is UTF-8 with a mark that tells Excel so.
Relied on: plan texts come from strangers, and a spreadsheet runs what looks like a formula; in the workbook every text
is typed as text, in the CSV a text that begins like a formula has an apostrophe before it.  Example: the quote
"=1+1" is the text =1+1 in the workbook and '=1+1 in the CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ontology.elements import Scalar

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Line = tuple[Scalar | None, ...]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What Excel holds in one cell, and on one sheet below the head.
_CELL_CHARACTERS = 32_767
_SHEET_ROWS = 1_048_575
_WIDTH = 14
# Without these a text such as "=1+1" or "http://…" would become a formula or a link.
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class SheetTooLong(ValueError):
    """More rows than one sheet of a workbook holds."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; `widths` are those of the columns that are not of the usual width, by their head."""

    name: str
    head: Sequence[str]
    lines: Sequence[Line]
    widths: Mapping[str, int] = field(default_factory=dict)


def to_csv_table(head: Sequence[str], lines: Iterable[Line]) -> bytes:
    """One table, lone surrogates as escapes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    for line in lines:
        writer.writerow(_harmless(value) for value in line)
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def to_workbook(sheets: Iterable[Sheet]) -> bytes:
    """A workbook; raises SheetTooLong."""
    import xlsxwriter  # it takes a while, and most services are asked for no workbook

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **_AS_TEXT}) as book:
        head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for sheet in sheets:
            _write(book, head, sheet)
    return content.getvalue()


def _write(book: Workbook, head: Format, table: Sheet) -> None:
    if len(table.lines) > _SHEET_ROWS:
        found = f"{table.name}: {len(table.lines):,} rows found"
        raise SheetTooLong(f"{found}, a sheet holds {_SHEET_ROWS:,}; export csv instead")
    sheet = book.add_worksheet(table.name)
    for at, title in enumerate(table.head):
        sheet.write_string(0, at, title, head)
        sheet.set_column(at, at, table.widths.get(title, _WIDTH))
    for line, values in enumerate(table.lines, start=1):
        for at, value in enumerate(values):
            _cell(sheet, line, at, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.lines), 1), len(table.head) - 1)


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
