"""The years that a text names as a time by or at which something is so.

In: the cleaned text of a clause.  Out: its `Years`.  Relied on: a year that something is compared with
(比2007年, 由2005年的) or that stands in a title is no time of its own; a plan period stands for its last year
(“十三五”期末: 2020).
Example: "到2025年末" is 2025, "2022年底前" is 2022.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.segments import Segment

_PERIOD_ENDS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
_YEAR = re.compile(
    r"《[^》]{0,200}》"  # a title, skipped
    r"|(?<![\d〔\[])(?:20\d\d年?[-—–~～至]{1,2})?(?P<year>(?:19|20)\d\d)年(?!起|开始|以来|以前|之前|版|度|[^，。；]{0,3}水平)"
    r"|[“\"]?十(?P<period>[一二三四五六])五[”\"]?(?:(?:时期|期间)?(?P<end>期?末期?)|(?:期间|时期)(?!实际|水平|平均|的)|，)"
)
# What is compared with, or what a change starts from.
_COMPARED = re.compile(r"[比较与同从自由对于]\Z")


@dataclass(frozen=True, slots=True)
class YearMention:
    """`text[start:end]` names the year; `exact` where it is a year or the end of a period, not the period itself."""

    year: int
    start: int
    end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Years:
    """The years of one clause in text order."""

    mentions: tuple[YearMention, ...]

    @classmethod
    def read(cls, text: str) -> Years:
        """The years that `text` names."""
        return cls(tuple(_mentions(text)))

    def said_of(self, number: int, end: int) -> int | None:
        """The year said of the number at `number`: the last before it, else an exact one before `end`."""
        index = bisect_right(self.mentions, number, key=_start)
        if index:
            return self.mentions[index - 1].year
        return next((mention.year for mention in self.mentions[:1] if mention.exact and mention.start < end), None)

    def exact_before(self, end: int) -> int | None:
        """The last year named before `end` that is a year or the end of a period."""
        index = bisect_right(self.mentions, end, key=_start)
        return next(
            (mention.year for mention in reversed(self.mentions[max(0, index - 4) : index]) if mention.exact), None
        )

    def respective(self, text: str, segment: Segment, count: int) -> tuple[int, ...]:
        """One year for each of `count` numbers, where 分别 deals out as many: 到2022年、2025年，分别达到60%、80%."""
        index = bisect_right(self.mentions, segment.end, key=_start)
        if count < 2 or index != count or "分别" not in text[segment.start : segment.end]:
            return ()
        return tuple(mention.year for mention in self.mentions[:index])


def _start(mention: YearMention) -> int:
    return mention.start


def _mentions(text: str) -> Iterator[YearMention]:
    for match in _YEAR.finditer(text):
        named = match["year"] or match["period"]
        if named and not _COMPARED.search(text, max(0, match.start() - 1), match.start()):
            year = int(match["year"]) if match["year"] else _PERIOD_ENDS[match["period"]]
            yield YearMention(year, match.start(), match.end(), exact=bool(match["year"] or match["end"]))
