"""Dates as documents print them, kept at the precision they have.

In: cleaned text.  Out: "2022-08-29", "2022-12" or "2022".  Relied on: a date is written with 年月日, with points or
with hyphens, in Arabic or in Chinese digits.  Example: "二○一一年十二月十五日" is "2011-12-15".
"""

from __future__ import annotations

import re

from ingest.numbering import han_value
from ingest.rules import Rule

_D = r"[0-9０-９]"
_HAN_DIGITS = "〇○ＯO零一二三四五六七八九"
DATE = Rule(
    "date.any",
    "a date has a year of four digits and a month, and mostly a day",
    re.compile(
        rf"(?P<year>(?:19|20|１９|２０){_D}{{2}}|二[{_HAN_DIGITS}]{{3}})(?:年|[-./．—](?={_D}{{1,2}}[-./．—月]))"
        rf"(?:(?P<month>{_D}{{1,2}}|十[一二]?|[一二三四五六七八九])(?:月|[-./．—](?={_D}))"
        rf"(?:(?P<day>{_D}{{1,2}}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号|(?!\d)))?)?"
    ),
    ("2022年8月29日", "2023.3.30", "二○一一年十二月十五日", "2022年12月", "2021-12-12"),
    ("3.48亿元", "第十四个五年"),
)
RULES = (DATE,)

_ZEROS = str.maketrans("○ＯO零", "〇〇〇〇")


def read_date(found: re.Match[str]) -> str:
    """The date that `DATE` matched, year first, as precise as it is printed."""
    parts = [_year(found["year"])]
    for part in (found["month"], found["day"]):
        if part is None:
            break
        parts.append(f"{_number(part):02}")
    return "-".join(parts)


def _year(printed: str) -> str:
    if printed[0].isdecimal():
        return str(int(printed))
    return "".join(str("〇一二三四五六七八九".index(digit)) for digit in printed.translate(_ZEROS))


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else han_value(printed)
