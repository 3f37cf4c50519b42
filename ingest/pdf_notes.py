"""The notes at the foot of a page of a PDF, and the raised marks that lead to them.

In: the characters of one height, or the lines of a page.  Out: the characters without the marks, and the lines that are
notes.  Relied on: a mark is smaller than the text and stands above its line (`ingest.note_marks` knows what it may be);
a note is smaller than the text, the last on its page, and opens with a mark that stands on that page.
Example: "床位³供给" reads as "床位供给", and "3 床位：指……" below the text is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import groupby, takewhile
from statistics import median
from typing import Protocol, TypeVar

from ingest.note_marks import is_note_mark

_RAISED_SIZE, _RAISED_BY = 0.8, 0.15  # of the size of the characters beside it
_NOTE_SIZE = 0.93  # of the size of the text
_OPENING = re.compile(r"\s*([\[［(（【〔]?[0-9]{1,3}[\]］)）】〕]?|[①-⑳*＊※]{1,3})")


class Printed(Protocol):
    """What is printed in one size on one height."""

    @property
    def text(self) -> str:
        """What it says."""

    @property
    def base(self) -> float:
        """The height it stands on."""

    @property
    def size(self) -> float:
        """How large it is."""


Character = TypeVar("Character", bound=Printed)
Row = TypeVar("Row", bound=Printed)


def part_marks(row: Sequence[Character]) -> tuple[list[Character], tuple[str, ...]]:
    """The characters of one height, from the left, without the marks of notes among them, and these marks.

    What the row opens with is kept: it may be the mark of a note itself.
    """
    size = max(one.size for one in row)
    base = median(one.base for one in row if one.size > _RAISED_SIZE * size)
    kept: list[Character] = []
    marks: list[str] = []
    for raised, group in groupby(row, lambda one: _is_raised(one, size, base)):
        run = list(group)
        mark = "".join(one.text for one in run)
        if raised and kept and is_note_mark(mark, kept[-1].text):
            marks.append(mark)
        else:
            kept += run
    return kept, tuple(marks)


def _is_raised(one: Printed, size: float, base: float) -> bool:
    return one.size <= _RAISED_SIZE * size and one.base >= base + _RAISED_BY * size


def find_notes(lines: Sequence[Row], marks: Collection[str], usual_size: float) -> list[Row]:
    """The lines of a page that are notes: the small ones at its foot, from the first that opens with one of `marks`."""
    upwards = sorted(lines, key=lambda line: line.base)
    small = list(takewhile(lambda line: line.size < _NOTE_SIZE * usual_size, upwards))
    opening = [index for index, line in enumerate(small) if (found := _OPENING.match(line.text)) and found[1] in marks]
    return small[: opening[-1] + 1] if opening else []
