"""The years that a text names as a time by or at which something is so.

In: cleaned text.  Out: `YearMention` records in text order.  Relied on: a year that something is compared with
(比2007年, 由2005年的) or that stands in a title is no time of its own; a plan period stands for its last year
(“十三五”期末: 2020).
Example: "到2025年末" is 2025, "2022年底前" is 2022.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PERIOD_ENDS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
_YEAR = re.compile(
    r"《[^》]*》"  # a title, skipped
    r"|(?<![\d〔\[])(?:20\d\d年?[-—–~～至]{1,2})?(?P<year>(?:19|20)\d\d)年(?!以来|以前|之前|版|度|[^，。；]{0,3}水平)"
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


def read_years(text: str) -> tuple[YearMention, ...]:
    """The years of `text` in order."""
    return tuple(
        YearMention(
            int(match["year"]) if match["year"] else _PERIOD_ENDS[match["period"]],
            match.start(),
            match.end(),
            exact=bool(match["year"] or match["end"]),
        )
        for match in _YEAR.finditer(text)
        if (match["year"] or match["period"]) and not _COMPARED.search(text, max(0, match.start() - 1), match.start())
    )
