"""A plan's own text laid out for reading, with one stretch of it marked.

In: the source exactly as stored, the sections found in it, and a span.  Out: blocks, one a printed line, each cut into
pieces so that the marked stretch, which may run over several lines, can be shown where it stands.
Relied on: a line that is wholly a section's heading is shown as one; a lead inside a paragraph
("一是党的领导不断加强。…") keeps its place and becomes an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A section as far as the layout needs it; offsets are those of its heading."""

    id: str
    level: int
    number: str | None
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with one look; `anchor` is the id of the section that begins here."""

    text: str
    marked: bool
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the source; `level` is 0 for a paragraph, else the depth of the heading."""

    level: int
    anchor: str | None
    pieces: tuple[Piece, ...]


def lay_out(text: str, headings: Sequence[Heading], start: int = 0, end: int = 0) -> Iterator[Block]:
    """The blocks of `text` with `text[start:end]` marked; headings in document order."""
    waiting = 0
    for line in _LINE.finditer(text):
        first = waiting
        while waiting < len(headings) and headings[waiting].start < line.end():
            waiting += 1
        yield _block(text, line.span(), headings[first:waiting], (start, end))


def _block(text: str, line: tuple[int, int], headings: Sequence[Heading], mark: tuple[int, int]) -> Block:
    if headings and headings[0].start <= line[0] and line[1] <= headings[0].end + 1:  # its final stop may be left out
        pieces = tuple(_pieces(text, line, {}, mark))
        return Block(min(headings[0].level, 3), headings[0].id, pieces)
    leads = {max(heading.start, line[0]): heading.id for heading in headings}
    return Block(0, None, tuple(_pieces(text, line, leads, mark)))


def _pieces(text: str, line: tuple[int, int], leads: dict[int, str], mark: tuple[int, int]) -> Iterator[Piece]:
    inner = {place for place in (*leads, *mark) if line[0] < place < line[1]}
    places = sorted({*line, *inner})
    for start, end in pairwise(places):
        yield Piece(text[start:end], mark[0] <= start and end <= mark[1], leads.get(start))
