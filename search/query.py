"""A query as the lanes read it: one form of letters, its terms, its figures, what stands in quotation marks.

In: what somebody typed, whatever it is.  Out: a `Query`, with a note on each thing that was done to it.
Relied on: plans are printed in simplified characters, so 社區 asks for 社区; a name in quotation marks is meant to
the letter.  Example: "每個村１名災害信息員" is read as "每个村1名灾害信息员", with a note.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import opencc

from search.figures import Figure, read_figures
from search.tokens import terms

MAX_CHARACTERS = 1000
_QUOTED = re.compile(r"[“\"「『《‘']([^“”\"「」『』《》‘’']{2,40})[”\"」』》’']")
_WORD = re.compile(r"[0-9a-z\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Query:
    """One query, read."""

    text: str  # simplified and half-width
    terms: tuple[str, ...]
    names: tuple[str, ...]  # what stands in quotation marks
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]  # what was done to it

    @property
    def says_nothing(self) -> bool:
        """Whether there is no letter, digit or Chinese character in it."""
        return not _WORD.search(self.text)


def read_query(typed: str) -> Query:
    """The query somebody typed."""
    notes: list[str] = []
    if len(typed) > MAX_CHARACTERS:
        notes.append(f"query of {len(typed)} characters: only the first {MAX_CHARACTERS} were read")
    cut = unicodedata.normalize("NFKC", typed[:MAX_CHARACTERS]).lower()
    text = simplified(cut)
    if text != cut:
        notes.append(f"read in simplified characters: {text[:60]}")
    return Query(text, tuple(terms(text)), tuple(_QUOTED.findall(text)), tuple(read_figures(text)), tuple(notes))


def simplified(text: str) -> str:
    """The text in simplified characters; what has none stays as it is."""
    converted: str = _converter().convert(text)
    return converted


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
