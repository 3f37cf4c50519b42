"""The text of a Word file as it is read on paper, all changes accepted.

In: a .docx file.  Out: its `ExtractedText`, with the paragraph that each stretch comes from.  Relied on: what Word
shows is in the main part, in reading order; list numbers are counted, not written; deleted text, comments, hidden text,
notes with their marks, page headers and footers are no part of the document; a text box is read where it is anchored.
Example: a paragraph 总体要求 in a list that prints 一、 is the line "一、总体要求"; as a heading of depth 1 without
a list, it is "# 总体要求".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from ingest.docx_numbering import Numbering, read_numbering
from ingest.docx_package import DocxPackage, open_docx
from ingest.docx_styles import Style, paragraph_style, read_styles
from ingest.docx_words import attribute, child, child_value, children, flag, word_name
from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText, TextWriter, heading_mark, printable
from ingest.grid import GridCell, table_lines
from ingest.note_marks import is_note_mark

_MOST_CELLS = 50_000
# What stands in a paragraph and is not read: properties, what was deleted or moved away, what older programs show
# instead, codes of fields, the reading above a character.
_UNREAD = frozenset({"pPr", "rPr", "del", "moveFrom", "Fallback", "instrText", "delText", "rt", "tblPr", "tblGrid"})
# What in a run leads to a note, with the mark that may follow it.
_NOTES = ("footnoteReference", "endnoteReference")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(path: Path) -> ExtractedText:
    """The text of the Word file at `path`; raises UnreadableText."""
    with open_docx(path) as package:
        styles, numbering = package.related("styles"), package.related("numbering")
        reader = _Reader(
            dict(read_styles(package.elements(styles))) if styles else {"": Style()},
            read_numbering(package.elements(numbering)) if numbering else Numbering(),
        )
        for block in _body(package, path):
            reader.read(block)
    return reader.writer.extracted()


def _body(package: DocxPackage, path: Path) -> Iterator[Element]:
    """The paragraphs and tables of the body, each cleared when it is read."""
    body: Element | None = None
    depth = cells = 0
    for event, element in package.elements(package.main):
        if event == "start":
            depth += 1
            name = word_name(element)
            if name == "body" and depth == 2:
                body = element
            cells += name == "tc"
            if cells > _MOST_CELLS:
                raise UnreadableText(f"{path}: found more than {_MOST_CELLS} table cells, expected a plan")
            continue
        depth -= 1
        if body is not None and depth == 2:
            yield element
            body.clear()
    if body is None:
        raise UnreadableText(f"{path}: found no text in {package.main!r}, expected a Word document")


@dataclass(slots=True)
class _Paragraph:
    """What a paragraph holds: its text, its place, and the text boxes anchored in it."""

    text: str
    number: int
    boxes: list[Element]


@dataclass(slots=True)
class _Reader:
    """Reads blocks in order, counting paragraphs and lists."""

    styles: dict[str, Style]
    numbering: Numbering
    writer: TextWriter = field(default_factory=lambda: TextWriter("paragraph"))
    _count: int = 0
    _carried: str = ""  # the text of paragraphs whose end was deleted

    def read(self, *blocks: Element) -> None:
        """Writes the text of the blocks."""
        for block in _blocks(blocks):
            if word_name(block) == "tbl":
                self._write_table(block)
                continue
            paragraph = self._paragraph(block)
            self.writer.line(paragraph.text, paragraph.number)
            for box in paragraph.boxes:
                self.writer.set_apart()
                self.read(*box)
                self.writer.set_apart()

    def _write_table(self, table: Element) -> None:
        self.writer.set_apart()
        rows, numbers = [], []
        for row in _inner(table, "tr"):
            if flag(child(row, "trPr"), "del"):
                continue
            numbers.append(self._count + 1)
            rows.append([*_skipped(row), *(self._cell(cell) for cell in _inner(row, "tc") if not _is_deleted(cell))])
        for index, line in table_lines(rows):
            self.writer.line(line, numbers[index])
        self.writer.set_apart()

    def _cell(self, cell: Element) -> GridCell:
        properties = child(cell, "tcPr")
        span = next(child_value(properties, "gridSpan"), "1")
        merges = [*children(properties, "vMerge"), *children(properties, "hMerge")] if properties is not None else []
        continues = any(attribute(merge, "val") in {"", "continue"} for merge in merges)
        texts = tuple(self._cell_texts(cell))
        return GridCell(texts, int(span) if span.isdecimal() and len(span) < 4 else 1, continues=continues)

    def _cell_texts(self, container: Iterable[Element]) -> Iterator[str]:
        for block in _blocks(container):
            if word_name(block) == "tbl":
                rows = [[self._cell(cell) for cell in _inner(row, "tc")] for row in _inner(block, "tr")]
                yield from (line for _, line in table_lines(rows))
                continue
            paragraph = self._paragraph(block)
            yield from paragraph.text.split("\n")
            for box in paragraph.boxes:
                yield from self._cell_texts(box)

    def _paragraph(self, element: Element) -> _Paragraph:
        self._count += 1
        properties = child(element, "pPr")
        style = self._style(properties)
        found = _Inline()
        found.read(element)
        text = self._carried + printable("".join(found.parts))
        if flag(child(properties, "rPr"), "del"):
            self._carried = text
            return _Paragraph("", self._count, found.boxes)
        self._carried = ""
        printed = self._number(style, next(child_value(properties, "pStyle"), ""))
        lines = [line for line in (line.strip() for line in text.split("\n")) if line]
        if not lines or style.contents:
            return _Paragraph("", self._count, found.boxes)
        lines[0] = heading_mark(style.depth or 0, printed + lines[0]) + printed + lines[0]
        return _Paragraph("\n".join(lines), self._count, found.boxes)

    def _style(self, properties: Element | None) -> Style:
        named = next(child_value(properties, "pStyle"), "")
        return paragraph_style(properties).over(self.styles.get(named) or self.styles[""])

    def _number(self, style: Style, style_id: str) -> str:
        if not style.list_id or style.list_id == "0":
            return ""
        level = style.list_level
        if level is None:
            level = self.numbering.style_levels.get((style.list_id, style_id), 0)
        return self.numbering.print_next(style.list_id, level)


@dataclass(slots=True)
class _Inline:
    """The text of a paragraph's runs, and the text boxes among them."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def read(self, element: Element) -> None:
        """Adds what stands within the element."""
        for one in element:
            name = word_name(one)
            if name in {"t", "mathText"}:
                self.parts.append((one.text or "").replace("\n", " "))
            elif name in _SIGNS:
                self.parts.append(_SIGNS[name])
            elif name == "txbxContent":
                self.boxes.append(one)
            elif name == "r" and self._is_unread(one):
                continue
            elif name not in _UNREAD:
                self.read(one)

    def _is_unread(self, run: Element) -> bool:
        """Whether the run is hidden, or is the mark of a footnote."""
        properties = child(run, "rPr")
        if flag(properties, "vanish") or any(child(run, name) is not None for name in _NOTES):
            return True
        if "superscript" not in child_value(properties, "vertAlign"):
            return False
        raised = "".join(text.text or "" for text in children(run, "t"))
        return is_note_mark(raised, self.parts[-1] if self.parts else "")


def _blocks(container: Iterable[Element]) -> Iterator[Element]:
    """The paragraphs and tables, those within content controls and accepted changes too."""
    for one in container:
        name = word_name(one)
        if name in {"p", "tbl"}:
            yield one
        elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice"}:
            yield from _blocks(one)


def _inner(container: Iterable[Element], name: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, those within content controls too."""
    for one in container:
        found = word_name(one)
        if found == name:
            yield one
        elif found in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _inner(one, name)


def _skipped(row: Element) -> list[GridCell]:
    """An empty cell for the columns that the row leaves out at its left."""
    before = next(child_value(child(row, "trPr"), "gridBefore"), "")
    return [GridCell((), int(before))] if before.isdecimal() and 0 < int(before) < 100 else []


def _is_deleted(cell: Element) -> bool:
    return child(cell, "tcPr", "cellDel") is not None
