"""A stretch of the source with the whitespace dropped that extraction put inside words, and the way back to offsets.

In: a `Source` and a range.  Out: `Passage.text`, on which every rule reads, and `Passage.span(i, j)`, which leads a
match back to its place in the source.  Relied on: Chinese has no spaces between words, so a blank between two Chinese
characters, or at a line break, is never meant.  Example: "完 善 服务" reads as "完善服务".
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, field

from ontology.spans import Source, Span

# Whitespace of any kind, with the byte-order mark and the zero-width characters that web pages leave behind, and the
# marks of bold type in Markdown.
_BLANK = re.compile(r"(?:[\s\u200b\u200c\u200d\u2060\ufeff]|\*\*)+")
# One of the characters of these; a stretch without any is taken as it stands.
_MAYBE_BLANK = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff*]")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
# A blank between two of these is meant: Latin words and numbers side by side.
_LATIN = frozenset(string.ascii_letters + string.digits)


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    """The range without the blanks at its ends."""
    leading = _BLANK.match(raw, start, end)
    start = leading.end() if leading else start
    while start < end and (raw[end - 1].isspace() or raw[end - 1] in _UNSEEN or raw.endswith("**", start, end)):
        end -= 2 if raw[end - 1] == "*" else 1
    return start, end


def _breaks_number(raw: str, blank: re.Match[str]) -> bool:
    """Whether a line break fell within a number."""
    return "\n" in blank.group() and raw[blank.start() - 1].isdecimal() and raw[blank.end()].isdecimal()


@dataclass(frozen=True, slots=True)
class Passage:
    """Cleaned text with the source offset of each of its characters."""

    source: Source = field(repr=False)
    text: str
    offsets: Sequence[int] = field(repr=False)  # a range where no blank was dropped

    @classmethod
    def read(cls, source: Source, start: int, end: int) -> Passage:
        """The passage of `source.text[start:end]`; empty where that is blank."""
        raw = source.text
        if not _MAYBE_BLANK.search(raw, start, end):
            return cls(source, raw[start:end], range(start, end))
        start, end = _trimmed(raw, start, end)
        if not _BLANK.search(raw, start, end):
            return cls(source, raw[start:end], range(start, end))
        words: list[str] = []
        offsets: list[int] = []
        position = start
        for blank in _BLANK.finditer(raw, start, end):
            words.append(raw[position : blank.start()])
            offsets.extend(range(position, blank.start()))
            meant = raw[blank.start() - 1] in _LATIN and raw[blank.end()] in _LATIN and not _breaks_number(raw, blank)
            if meant:
                words.append(" ")
                offsets.append(blank.start())
            position = blank.end()
        words.append(raw[position:end])
        offsets.extend(range(position, end))
        return cls(source, "".join(words), tuple(offsets))

    def __bool__(self) -> bool:
        return bool(self.text)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The source span of `text[start:end]`, by default of the whole; raises SpanError where that is empty."""
        end = len(self.text) if end is None else end
        if not 0 <= start < end <= len(self.text):
            return self.source.span(0, 0)  # raises, naming the plan
        return self.source.span(self.offsets[start], self.offsets[end - 1] + 1)

    def cut(self, start: int, end: int) -> Passage:
        """The passage of `text[start:end]`."""
        return Passage(self.source, self.text[start:end], self.offsets[start:end])
