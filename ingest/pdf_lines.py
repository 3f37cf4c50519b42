"""The printed lines of a page, or of one cell of a table, in the order they are read.

In: characters with their places.  Out: `Line`s, column by column.  Relied on: what stands at one height and close
together is one line; text in two columns leaves a gutter near the middle of the page that hardly any line crosses, and
a line that does (a title) is read after what stands above it and before what stands below it.
Example: "目　　录" is the line "目录", since single characters are spread; words far apart keep two blanks between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.grid import GridCell
from ingest.pdf_notes import part_marks
from ingest.pdf_page import Glyph

_SAME_HEIGHT = 0.45  # of the size of the characters, as the gaps below
_WORD_GAP, _BLANK_GAP, _WIDE_GAP = 0.18, 0.6, 1.5
_TWICE = 0.3  # bold type is often one character printed twice
# What a line may be counted by, with nothing but a blank behind it: "一 总体要求", "1.2 河流".
_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}|[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}")
_LATIN = re.compile(r"[0-9A-Za-z]")
# Where a gutter may lie, in shares of the width of the text, and how clear it must be.
_GUTTER = (0.35, 0.65)
_GUTTER_STEP = 2.0
_MOST_CROSSING = 0.12
_FEWEST_LINES = 6
_NARROWEST = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, or a stretch of it that a wide gap sets apart."""

    text: str
    left: float
    right: float
    base: float
    size: float
    marks: tuple[str, ...] = ()  # of notes, which are no part of the text

    @property
    def top(self) -> float:
        """Where its characters reach to."""
        return self.base + self.size


@dataclass(frozen=True, slots=True)
class Table:
    """A table on its page: its place and its rows."""

    left: float
    right: float
    top: float
    columns: int
    rows: tuple[tuple[GridCell, ...], ...]


Block = Line | Table


def read_stretches(glyphs: Iterable[Glyph]) -> list[Line]:
    """The stretches of text from the top, those of one height from the left."""
    stretches: list[Line] = []
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if row and abs(row[0].base - glyph.base) > _SAME_HEIGHT * max(row[0].size, glyph.size):
            stretches += _stretches(row)
            row = []
        row.append(glyph)
    return stretches + _stretches(row)


def join_stretches(stretches: Sequence[Line]) -> list[Line]:
    """The lines that stretches of the same height make."""
    lines: list[Line] = []
    for one in stretches:
        last = lines[-1] if lines else None
        if last is None or abs(last.base - one.base) > _SAME_HEIGHT * max(last.size, one.size) or one.left < last.right:
            lines.append(one)
            continue
        spread = len(last.text.split()[-1]) == 1 or len(one.text) == 1
        gap = "" if spread else "  "
        lines[-1] = Line(last.text + gap + one.text, last.left, one.right, last.base, max(last.size, one.size))
    return lines


def in_columns(placed: Sequence[Block], gutter: float | None) -> list[list[Block]]:
    """The runs of what stands on a page in the order they are read: from the top, left column before right."""
    ordered = sorted(placed, key=lambda one: -one.top)
    if gutter is None:
        return [ordered]
    runs: list[list[Block]] = []
    left: list[Block] = []
    right: list[Block] = []
    for one in ordered:
        if one.left < gutter < one.right:
            runs += [run for run in (left, right, [one]) if run]
            left, right = [], []
        else:
            (left if one.right <= gutter else right).append(one)
    return runs + [run for run in (left, right) if run]


def find_gutters(pages: Sequence[Sequence[Block]]) -> list[float | None]:
    """Where the gutter of each page lies, None for a page in one column.

    A page with too few lines to tell has the gutter of the others, where most have one.
    """
    found = [_gutter(page) for page in pages]
    known = sorted(gutter for gutter in found if gutter is not None)
    if len(known) * 2 < len(pages):
        return found
    usual = known[len(known) // 2]
    return [
        usual if gutter is None and _crossing(page, usual) <= _most_crossing(page) else gutter
        for page, gutter in zip(pages, found, strict=True)
    ]


def _crossing(placed: Sequence[Block], at: float) -> int:
    return sum(one.left < at < one.right for one in placed)


def _most_crossing(placed: Sequence[Block]) -> int:
    return max(int(len(placed) * _MOST_CROSSING), 1)


def _gutter(placed: Sequence[Block]) -> float | None:
    """Where the gutter between two columns lies; None for text in one column."""
    if len(placed) < 2 * _FEWEST_LINES:
        return None
    first, last = min(one.left for one in placed), max(one.right for one in placed)
    width = last - first
    steps = int(width * (_GUTTER[1] - _GUTTER[0]) / _GUTTER_STEP)
    places = [first + width * _GUTTER[0] + _GUTTER_STEP * step for step in range(steps)]
    crossing = {at: _crossing(placed, at) for at in places}
    fewest = min(crossing.values(), default=len(placed))
    if fewest > _most_crossing(placed):
        return None
    clear = [at for at in places if crossing[at] == fewest]
    gutter = clear[len(clear) // 2]
    sides = [one for one in placed if one.right <= gutter], [one for one in placed if one.left >= gutter]
    return gutter if all(_is_column(side, width) for side in sides) else None


def _is_column(placed: Sequence[Block], width: float) -> bool:
    return len(placed) >= _FEWEST_LINES and median(one.right - one.left for one in placed) >= width * _NARROWEST


def _stretches(row: Sequence[Glyph]) -> list[Line]:
    """The stretches of one height."""
    found: list[list[Glyph]] = []
    kept, marks = part_marks(sorted(row, key=lambda glyph: glyph.left)) if row else ([], ())
    for glyph in kept:
        last = found[-1][-1] if found else None
        if last and last.text == glyph.text and glyph.left - last.left < _TWICE * glyph.size:
            continue
        if last and glyph.left - last.right <= _WIDE_GAP * max(last.size, glyph.size):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return [_stretch(glyphs, () if index else marks) for index, glyphs in enumerate(found)]


def _stretch(glyphs: Sequence[Glyph], marks: tuple[str, ...]) -> Line:
    text = glyphs[0].text
    for last, glyph in pairwise(glyphs):
        gap = (glyph.left - last.right) / max(last.size, glyph.size)
        apart = _NUMBER.fullmatch(text) or (_LATIN.match(last.text[-1]) and _LATIN.match(glyph.text[0]))
        text += (" " if gap > _BLANK_GAP or (apart and gap > _WORD_GAP) else "") + glyph.text
    size = median(glyph.size for glyph in glyphs)
    return Line(text, glyphs[0].left, glyphs[-1].right, median(glyph.base for glyph in glyphs), size, marks)
