"""The pages of a PDF as what is printed on them: characters with their places, and the rules of tables.

In: a PDF file.  Out: `Page` records.  Relied on: a character is printed at a place, in whatever order the file lists
it; text that is turned is a watermark.  All lengths are points, counted from the page's lower left corner.
Example: "规" of 16 points that begins at 90 on the line at 700 is `Glyph("规", 90.0, 106.0, 700.0, 16.0)`.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.errors import UnreadableText
from ingest.pdf_rules import Rule, read_drawn

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_MOST_PAGES = 5_000
_MOST_GLYPHS = 60_000
_TURNED = 0.2  # radians
_SMALLEST = 2.0
_WANTED = "expected a PDF with a text layer"
# Characters that fonts for printing put in place of the usual ones: radicals, ligatures of Latin letters.
_RADICALS = range(0x2E80, 0x2FE0)
_LIGATURES = range(0xFB00, 0xFB07)


class Glyph(NamedTuple):
    """A printed character: where it begins and ends, the line it stands on, and its size."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed on one page."""

    number: int  # from 1
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictures: int
    unreadable: int  # characters that have no code


def read_pages(path: Path) -> Iterator[Page]:
    """The pages in order; raises UnreadableText where the file is no PDF, is damaged, or needs a password."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise UnreadableText(
                f"{path}: found an encrypted PDF, expected one that opens without a password"
            ) from None
        raise UnreadableText(f"{path}: found no PDF or a damaged one, {_WANTED}") from None
    if len(document) > _MOST_PAGES:
        raise UnreadableText(f"{path}: found {len(document)} pages, expected at most {_MOST_PAGES}")
    for index in range(len(document)):
        try:
            page = document[index]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            raise UnreadableText(f"{path}: found a damaged page {index + 1}, {_WANTED}") from None
        yield _read(page, text, index + 1)
        text.close()
        page.close()
    document.close()


def _read(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int) -> Page:
    width, height = page.get_size()
    printed = tuple(_glyphs(text.raw))
    glyphs = tuple(glyph for glyph in printed if glyph is not None)
    rules, pictures = read_drawn(page.raw)
    return Page(number, width, height, glyphs, rules, pictures, len(printed) - len(glyphs))


def _glyphs(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Glyph | None]:
    """The characters in the order of the file, None for one that has no code."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(min(pdfium.FPDFText_CountChars(text), _MOST_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code <= 0x20 or (code in (0xA0, 0xAD, 0x3000, 0xFFFE)):
            continue
        if code in (0xFFFD, 0xFFFF) or 0xD800 <= code <= 0xF8FF or code > 0x10FFFF:
            yield None
            continue
        if abs(pdfium.FPDFText_GetCharAngle(text, index)) > _TURNED:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.b, matrix.d)
        if size >= _SMALLEST:
            yield Glyph(_usual(code), box.left, box.right, y.value, size)


def _usual(code: int) -> str:
    text = chr(code)
    return unicodedata.normalize("NFKC", text) if code in _RADICALS or code in _LIGATURES else text
