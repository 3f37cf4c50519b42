"""How a plan counts its headings: which series it uses, and where another document begins in the same file.

In: the plan's parts.  Out: a `Scheme`.  Relied on: a plan that counts chapters counts nearly all of them; a title and
chapters that begin again at one belong to another document.
Example: a plan with sections "1.1" and "1.2" counts its chapters by bare numerals: "1 现状与形势".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.front_rules import NOTICE_TITLE, PLAN_TITLE
from ingest.headings import Heading
from ingest.numbering import Number, Series
from ingest.paragraphs import Paragraph
from ingest.parts import Part
from ingest.rules import Rule

BARE = Rule(
    "number.bare",
    "in a plan whose sections count 1.1, 1.2 a bare numeral counts the chapters",
    re.compile(r"^(?P<value>\d{1,2})[.．、]?(?P<title>[“\u4e00-\u9fff][^。；，,：:]{1,30})$"),
    ("1现状与形势", "2.指导思想、基本原则和建设目标"),
    ("2020年，建成应急体系", "1.1工作原则"),
)
RULES = (BARE,)

_TOP: frozenset[Series] = frozenset({"part", "chapter", "han"})
# A plan has so many chapters at least; another document begins after no fewer.
_FEWEST_CHAPTERS = 2


@dataclass(frozen=True, slots=True)
class Scheme:
    """Whether chapters and sections are counted, by which decimals, and the index of the part where the plan ends."""

    chapters: bool
    sections: bool
    decimals: frozenset[int]
    end: int

    @classmethod
    def read(cls, parts: Sequence[Part]) -> Scheme:
        """The scheme that the parts follow."""
        series = [series_of(part) for part in parts]
        decimals = frozenset(
            _decimal_chapter(part)
            for part, counted in zip(parts, series, strict=True)
            if isinstance(part, Paragraph) and counted == "decimal"
        )
        chapters = [index for index, counted in enumerate(series) if counted in _TOP]
        counted = bool(decimals) or len(chapters) >= _FEWEST_CHAPTERS
        return cls(counted, "han_paren" in series, decimals, _end(parts, series[chapters[0]] if chapters else None))

    def bare_chapter(self, text: str) -> Heading | None:
        """A chapter counted by a bare numeral, or None."""
        found = BARE.match(text) if self.decimals else None
        if found is None:
            return None
        value = int(found["value"])
        if not {value, value - 1} & self.decimals:
            return None
        number = Number("decimal", value, 0, found.start("title"))
        return Heading(number, found.start("title"), found.end("title"), None, BARE.name)


def number_of(part: Part) -> Number | None:
    """The number of the heading that the part is or opens with."""
    return part.heading.number if isinstance(part, Paragraph) and part.heading is not None else None


def series_of(part: Part) -> Series | None:
    """The series by which the part is counted."""
    number = number_of(part)
    return number.series if number is not None else None


def _decimal_chapter(part: Paragraph) -> int:
    """The chapter that a heading counted 1.1 stands in."""
    return int(re.split("[.．]", part.text, maxsplit=1)[0])


def _end(parts: Sequence[Part], top: Series | None) -> int:
    """The index of the title of a second document, the number of parts where there is none.

    `top` is the series that the chapters of the first are counted by.
    """
    chapters = 0
    title: int | None = None
    for index, part in enumerate(parts):
        number = number_of(part)
        if number is not None and number.series == top:
            if number.value == 1 and chapters >= _FEWEST_CHAPTERS and title is not None:
                return title
            chapters += 1
            title = None
        elif title is None and isinstance(part, Paragraph) and _is_title(part.text):
            title = index
    return len(parts)


def _is_title(text: str) -> bool:
    return PLAN_TITLE.match(text) is not None or ("。" not in text and NOTICE_TITLE.match(text) is not None)
