"""Text reuse: which passages of a plan stand, word for word or nearly, in another plan, and what was changed in them.

In: passages (clauses) of several plans with their places.  Out: `Reuse` records, the best for each passage in each
other plan, with the `Edit`s that lead from the other text to this one.  Relied on: a number is one sign (80% to 90% is
a changed figure, not a changed digit), blanks and the width of marks are accidents of the file, and fewer than three
signs in a row that two texts share are chance.  Only texts are compared: who took over from whom is a matter of dates.
Example: "每百户居民拥有社区综合服务设施面积不低于30平方米" taken over with 不低于 changed to 达到.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import LCSseq, MatchingBlock

from align.fingerprints import candidates

ReuseKind = Literal["shared", "adapted"]
EditKind = Literal["inserted", "dropped", "replaced"]
Changed = Literal["figure", "body", "place", "words"]

SHORTEST = 10  # signs; shorter sentences are alike by chance
LEAST = 0.6  # of a passage's signs stand in the other, in runs of at least _CHANCE
MOST = 5  # other plans for one passage
_CHANCE = 3
_SIGN = re.compile(r"\d+(?:\.\d+)?[%％‰]?|[A-Za-z]+|\S")
_END = re.compile(r"[\s。；;，,、：:.]+$")
# What a replaced stretch is, where both texts look like it.
_CHANGES: tuple[tuple[Changed, re.Pattern[str]], ...] = (
    ("figure", re.compile(r"[0-9]|全覆盖")),
    ("body", re.compile(r"(?:部门|[厅局委办部署])$")),
    ("place", re.compile(r"^[全我各]?[国省市州盟区县旗镇乡]$|(?:自治区|自治州|[省市州盟区县旗])$")),
)
_PRIVATE, _PRIVATE_SIZE = 0xF0000, 0x1FFFE


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be compared; `start` is where `quote` begins in the plan's source."""

    plan_id: str
    id: str
    start: int
    quote: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One change from the other passage to this one; places are offsets into the sources, of words that are there."""

    kind: EditKind
    changed: Changed
    text: str  # in this passage
    start: int
    other_text: str
    other_start: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage and the one of another plan that it shares its words with; `share` is what part of its signs."""

    passage: Passage
    other: Passage
    kind: ReuseKind
    share: float
    edits: tuple[Edit, ...] = field(repr=False)


def find_reuse(passages: Sequence[Passage], of_plan: str | None = None) -> tuple[Reuse, ...]:
    """The reuse between plans, of all passages or of those of one plan: of each at most MOST, the most alike first.

    Passages of earlier plans come first: where a phrase is everybody's, those that come first stand for all.
    """
    read = _read(passages)
    best: dict[int, dict[str, tuple[float, int]]] = defaultdict(dict)
    for pair in candidates([one.signs for one in read]):
        for number, other in (pair, pair[::-1]):
            plan = passages[other].plan_id
            if plan == passages[number].plan_id or of_plan not in {None, passages[number].plan_id}:
                continue
            share = _share(read[number].signs, read[other].signs)
            if share >= LEAST and share > best[number].get(plan, (0.0, 0))[0]:
                best[number][plan] = (share, other)
    return tuple(
        _reuse(passages, read, number, other)
        for number in sorted(best)
        for _, other in sorted(best[number].values(), key=lambda found: (-found[0], found[1]))[:MOST]
    )


@dataclass(frozen=True, slots=True)
class _Signs:
    """A passage as signs, a character each, with their places in the quote; the marks at its end do not count."""

    signs: str
    spans: tuple[tuple[int, int], ...]


def _read(passages: Sequence[Passage]) -> list[_Signs]:
    """The signs of all passages; a number or a Latin word is a character of its own beyond those in use."""
    words: dict[str, str] = {}
    read = []
    for passage in passages:
        found = list(_SIGN.finditer(_END.sub("", passage.quote)))
        texts = (unicodedata.normalize("NFKC", match[0]) for match in found)
        signs = "".join(text if len(text) == 1 else words.setdefault(text, _beyond(len(words))) for text in texts)
        long_enough = len(signs) >= SHORTEST
        read.append(_Signs(signs, tuple(match.span() for match in found)) if long_enough else _Signs("", ()))
    return read


def _beyond(number: int) -> str:
    """A character of the private planes; numbers past their end begin again, and then look alike."""
    return chr(_PRIVATE + number % _PRIVATE_SIZE)


def _share(signs: str, others: str) -> float:
    """The part of `signs` that stands in `others` in runs that are no chance; 0 where it is less than LEAST."""
    if signs in others:
        return 1.0
    if LCSseq.similarity(signs, others, score_cutoff=math.ceil(LEAST * len(signs))) == 0:
        return 0.0
    return sum(one.size for one in _blocks(signs, others)) / len(signs)


def _blocks(signs: str, others: str) -> list[MatchingBlock]:
    """The runs that both have, in order; the last one, empty, ends both."""
    blocks = LCSseq.opcodes(signs, others).as_matching_blocks()
    return [one for one in blocks if one.size >= _CHANCE or one.a == len(signs)]


def _reuse(passages: Sequence[Passage], read: Sequence[_Signs], number: int, against: int) -> Reuse:
    here, there = read[number], read[against]
    passage, other = passages[number], passages[against]
    if here.signs in there.signs:
        return Reuse(passage, other, "shared", 1.0, ())
    blocks = _blocks(here.signs, there.signs)
    edits: list[Edit] = []
    changed = at = at_other = 0
    for block in blocks:
        first, last, other_first, other_last = _apart(here.signs, there.signs, (at, block.a, at_other, block.b))
        if last > first or other_last > other_first:
            text, start = _words(passage, here, first, last)
            other_text, other_start = _words(other, there, other_first, other_last)
            edits.append(_edit(text, start, other_text, other_start))
            changed += last - first
        at, at_other = block.a + block.size, block.b + block.size
    return Reuse(passage, other, "adapted", round(1 - changed / len(here.signs), 3), tuple(edits))


def _apart(signs: str, others: str, stretch: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The stretch of each that differs, without what both begin or end with."""
    first, last, other_first, other_last = stretch
    while first < last and other_first < other_last and signs[first] == others[other_first]:
        first, other_first = first + 1, other_first + 1
    while first < last and other_first < other_last and signs[last - 1] == others[other_last - 1]:
        last, other_last = last - 1, other_last - 1
    return first, last, other_first, other_last


def _words(passage: Passage, read: _Signs, first: int, last: int) -> tuple[str, int]:
    """The words of some signs as printed, and where they begin in the source."""
    if first == last:
        before = read.spans[first - 1][1] if first else 0
        return "", passage.start + before
    start, end = read.spans[first][0], read.spans[last - 1][1]
    return passage.quote[start:end], passage.start + start


def _edit(text: str, start: int, other_text: str, other_start: int) -> Edit:
    kind: EditKind = "replaced" if text and other_text else "inserted" if text else "dropped"
    return Edit(kind, _changed(text, other_text), text, start, other_text, other_start)


def _changed(text: str, other_text: str) -> Changed:
    """What a replacement changes, read from both texts."""
    for changed, pattern in _CHANGES:
        if pattern.search(text) and pattern.search(other_text):
            return changed
    return "words"
