r"""The text of a document that is no plain text, as its reader writes it: lines, with the place of each.

In: stretches of text with the number of the page or paragraph they stand on.  Out: an `ExtractedText`, whose offsets
all facts count.  Relied on: a paragraph is one line; a table row is one line with a tab between two cells; a blank line
stands before and after a table or a box, and nowhere else.
Example: `write("一、总体要求", 1)`, `end_line()` gives the text "一、总体要求\n", of which all stands in paragraph 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.numbering import read_number
from ontology.places import Places, Unit

# What no text should hold: control characters besides tab, soft hyphens, lone surrogates, and no characters.
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\ud800-\udfff\ufeff\ufffe\uffff]")
_LONGEST_HEADING = 60
_DEEPEST_MARK = 6
_LINE_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """A document's text; `places` leads an offset back to its page or paragraph, None for a plain text file."""

    text: str
    places: Places | None = None


def heading_mark(depth: int, text: str) -> str:
    """The mark of Markdown for a heading that has no number of its own, "" for any other line; depth 0 is text."""
    if not depth or len(text) > _LONGEST_HEADING or "。" in text or read_number(text) is not None:
        return ""
    return "#" * min(depth, _DEEPEST_MARK) + " "


def printable(text: str) -> str:
    """The text without what is not printed, every line break as a newline."""
    return _UNPRINTED.sub("", _LINE_BREAKS.sub("\n", text))


class TextWriter:
    """Writes the text of one document from its first character to its last."""

    def __init__(self, unit: Unit) -> None:
        self._unit: Unit = unit
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._numbers: list[int] = []
        self._last = "\n"
        self._apart = False

    @property
    def length(self) -> int:
        """How many characters are written."""
        return self._length

    def write(self, text: str, number: int) -> None:
        """Adds `text`, which stands on page or in paragraph `number`, to the line begun."""
        text = printable(text)
        if not text:
            return
        if self._apart and self._length:
            self._add("\n")
        self._apart = False
        if not self._numbers or self._numbers[-1] != number:
            self._starts.append(self._length)
            self._numbers.append(number)
        self._add(text)

    def end_line(self) -> None:
        """Ends the line begun, if any."""
        if self._last != "\n":
            self._add("\n")

    def set_apart(self) -> None:
        """Ends the line begun and leaves a blank line before the next."""
        self.end_line()
        self._apart = True

    def line(self, text: str, number: int) -> None:
        """Adds a whole line, which may hold line breaks of its own; nothing where it is blank."""
        if text.strip():
            self.write(text.strip(" \n"), number)
            self.end_line()

    def extracted(self) -> ExtractedText:
        """The text written; without any, its places are None."""
        self.end_line()
        places = Places(self._unit, tuple(self._starts), tuple(self._numbers)) if self._starts else None
        return ExtractedText("".join(self._parts), places)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]
