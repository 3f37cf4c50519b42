"""The comma-long stretches of a clause: what one statement of it stands in.

In: the cleaned text of a clause.  Out: `Segment` spans in text order, without the punctuation between them.
Relied on: statements of one sentence are parted by commas, colons and semicolons; what stands in brackets, and the
commas within a number, part nothing.
Example: "到2025年,新建社区多功能运动场160个,健身步道500公里" has three.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# brackets with what is in them | the comma of 1,219 | the colon of 1:4 | anything that is no punctuation
_SEGMENT = re.compile(
    r"(?:[（(][^（）()。；;]{0,80}[）)]|(?<=\d)[,，](?=\d{3}(?!\d))|(?<=\d)[:：](?=\d)|[^，,；;：:。！？!?])+"
)
_SEGMENT_END = re.compile(r"[，,；;。：:]")
_OPENING = {"）": "（", ")": "(", "】": "【", "]": "["}
_LONGEST_BRACKET = 80
_LONGEST_LIST = 600


@dataclass(frozen=True, slots=True)
class Segment:
    """`text[start:end]` is one stretch."""

    start: int
    end: int


def read_segments(text: str) -> tuple[Segment, ...]:
    """The segments of `text` in order."""
    return tuple(Segment(match.start(), match.end()) for match in _SEGMENT.finditer(text))


def phrase_start(text: str, end: int, since: int, stops: str = "，,；;：:。！？（(【[《") -> int:
    """Where the phrase that ends at `end` begins: after the last of `stops` from `since` on.

    Brackets that close within the phrase belong to it.
    """
    position = end
    while position > since:
        character = text[position - 1]
        if character in _OPENING:
            opening = text.rfind(_OPENING[character], max(since, position - _LONGEST_BRACKET), position)
            if opening < 0:
                return position
            position = opening
        elif character in stops:
            return position
        else:
            position -= 1
    return position


def segment_end(text: str, position: int) -> int:
    """Where the segment that holds `position` ends, at most so far away as a list is long."""
    limit = min(len(text), position + _LONGEST_LIST)
    end = _SEGMENT_END.search(text, position, limit)
    return end.start() if end else limit


def in_bracket(text: str, position: int) -> bool:
    """Whether a bracket is open at `position`: （市民政局牵头，市财政局配合）."""
    since = max(0, position - _LONGEST_LIST)
    opened = max(text.rfind(bracket, since, position) for bracket in "（(【[〔")
    return opened >= 0 and all(text.rfind(bracket, opened, position) < 0 for bracket in "）)】]〕")
