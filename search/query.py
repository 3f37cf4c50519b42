"""A query as the lanes read it: one form of letters, its terms, its figures, what stands in quotation marks.

In: what somebody typed, whatever it is.  Out: a `Query`, with a note on each thing that was done to it.
Relied on: plans are printed in simplified characters, so 社區 asks for 社区; a name in quotation marks is meant to
the letter; the words that write a figure (不低于, 百分之, a unit) say nothing beside it.
Example: "每個村１名災害信息員" is read as "每个村1名灾害信息员", with a note; its matter is 每个村 and 灾害信息员.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from ontology.plain_text import simplified
from search.bounds import Stretch
from search.figures import Figure, read_figures
from search.tokens import terms
from search.writings import numerals

MAX_CHARACTERS = 1000
DAMAGED = "\ufffd"  # what stands for a character that cannot be read
NOTHING = "nothing that can be searched for: no letter, digit or Chinese character found"
_PAIRS = ("“”", '""', "「」", "『』", "《》", "‘’")  # no ', which is an apostrophe as often
_MARKS = "".join(_PAIRS)
_QUOTED = re.compile("|".join(f"{pair[0]}[^{_MARKS}]{{2,40}}{pair[1]}" for pair in _PAIRS))
_PARTED = "，"  # in the place of each letter of a figure, so that what was apart stays apart
_WORD = re.compile(r"[^\W_]")
_HALF = re.compile(r"[\ud800-\udfff]")  # of a character: from cut JSON, and from bytes that are no UTF-8


@dataclass(frozen=True, slots=True)
class Query:
    """One query, read."""

    text: str  # simplified and half-width
    terms: tuple[str, ...]
    matter: tuple[str, ...]  # the terms of what is left beside the figures
    names: tuple[str, ...]  # what stands in quotation marks
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]  # what was done to it

    @property
    def says_nothing(self) -> bool:
        """Whether there is no letter, digit or Chinese character in it."""
        return not _WORD.search(self.text)

    @property
    def figured(self) -> tuple[Stretch, ...]:
        """The stretches of the text that write its figures."""
        return tuple(_stretches(self.figures))

    @property
    def numerals(self) -> tuple[str, ...]:
        """The terms by which clauses may print the figures, none twice."""
        return tuple(dict.fromkeys(term for figure in self.figures for term in numerals(figure)))

    @property
    def looked_up(self) -> tuple[str, ...]:
        """All terms that the lane of words is asked for, none twice."""
        return tuple(dict.fromkeys((*self.terms, *self.matter, *self.numerals)))


def read_query(typed: str) -> Query:
    """The query somebody typed."""
    notes: list[str] = []
    if len(typed) > MAX_CHARACTERS:
        notes.append(f"query of {len(typed)} characters: only the first {MAX_CHARACTERS} were read")
    whole = readable(typed[:MAX_CHARACTERS])
    if damaged := whole.count(DAMAGED):
        notes.append(f"characters that are damaged: {damaged}, each read as {DAMAGED}")
    cut = unicodedata.normalize("NFKC", whole).lower()
    text = simplified(cut)
    if text != cut:
        notes.append(f"read in simplified characters: {text[:60]}")
    figures = tuple(read_figures(text))
    said = tuple(terms(text))
    query = Query(
        text=text,
        terms=said,
        matter=_matter(text, figures) if figures else said,
        names=tuple(dict.fromkeys(quoted[1:-1] for quoted in _QUOTED.findall(text))),
        figures=figures,
        notes=tuple(notes),
    )
    return replace(query, notes=(*notes, NOTHING)) if query.says_nothing else query


def _matter(text: str, figures: Iterable[Figure]) -> tuple[str, ...]:
    """The terms beside the figures; a letter left alone by them (每, 的, 达) says nothing."""
    left = [*text]
    for start, end in _stretches(figures):
        left[start:end] = _PARTED * (end - start)
    return tuple(term for term in terms("".join(left)) if len(term) > 1 or term.isascii())


def _stretches(figures: Iterable[Figure]) -> Iterator[Stretch]:
    return chain.from_iterable(figure.stretches for figure in figures)


def readable(typed: str) -> str:
    """The text with a sign of damage for each half of a character, which no file and no library takes."""
    return _HALF.sub(DAMAGED, typed)
