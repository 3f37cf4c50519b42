"""The rules on a page of a PDF: the straight lines that frame its tables and boxes.

In: a page of PDFium.  Out: its horizontal and vertical `Rule`s, and how many pictures it has.  Relied on: a rule is
drawn as a line, as an edge of a box, or as a box so thin that it looks like a line; parts of a page may be drawn within
a form that has a scale of its own.
Example: a table of two columns drawn as three vertical and two horizontal lines gives five rules.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

_STRAIGHT = 1.0
_SHORTEST = 4.0
_MOST_OBJECTS = 50_000
_MOST_RULES = 4_000
_DEEPEST_FORM = 4


class Rule(NamedTuple):
    """A straight line: horizontal where `bottom == top`, vertical where `left == right`."""

    left: float
    bottom: float
    right: float
    top: float


class _Scale(NamedTuple):
    """How a point of a drawing is put on the page."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: _Scale) -> _Scale:
        e, f = outer.place(self.e, self.f)
        return _Scale(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            e,
            f,
        )


def read_drawn(page: pdfium.FPDF_PAGE) -> tuple[tuple[Rule, ...], int]:
    """The rules of the page, and how many pictures stand on it."""
    rules: list[Rule] = []
    pictures = 0
    for drawn, scale in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(drawn)
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules.extend(_rules(drawn, scale))
        if len(rules) > _MOST_RULES:  # a map or a chart, no table
            return (), pictures
    return tuple(rules), pictures


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, _Scale]]:
    """What is drawn on the page and in its forms, each with its scale."""
    first = range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS))
    waiting = [(pdfium.FPDFPage_GetObject(page, index), _Scale(), 0) for index in first]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        drawn, outer, depth = waiting.pop()
        scale = _scale(drawn).within(outer)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_FORM:
            yield drawn, scale
        elif depth < _DEEPEST_FORM:
            inner = range(min(pdfium.FPDFFormObj_CountObjects(drawn), _MOST_OBJECTS))
            waiting += [(pdfium.FPDFFormObj_GetObject(drawn, index), scale, depth + 1) for index in inner]


def _scale(drawn: pdfium.FPDF_PAGEOBJECT) -> _Scale:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, matrix):
        return _Scale()
    return _Scale(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _rules(path: pdfium.FPDF_PAGEOBJECT, scale: _Scale) -> Iterator[Rule]:
    """The straight edges of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_RULES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = scale.place(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _edge(last, point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _edge(point, begun)
        last = point


def _edge(first: tuple[float, float], second: tuple[float, float]) -> Iterator[Rule]:
    (left, right), (bottom, top) = (sorted(pair) for pair in zip(first, second, strict=True))
    if top - bottom <= _STRAIGHT and right - left >= _SHORTEST:
        yield Rule(left, (bottom + top) / 2, right, (bottom + top) / 2)
    elif right - left <= _STRAIGHT and top - bottom >= _SHORTEST:
        yield Rule((left + right) / 2, bottom, (left + right) / 2, top)
