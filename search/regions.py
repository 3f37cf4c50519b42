"""Which regions a region lies in, and which lie within it, by their codes alone.

In: codes of GB/T 2260.  Out: the codes of wider and of narrower regions.  Relied on: the first two digits are the
province, the next two the prefecture or city, the last two the county, and 000000 is the nation; a test compares this
with every region of `ontology/vocabulary`.
Example: 532301 (楚雄市) lies in 532300 (楚雄彝族自治州), 530000 (云南省) and 000000.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CODE = re.compile(r"[0-9]{6}")
_ID = "region/"


def region_id(code: str) -> str:
    """The id of the region of a code."""
    return f"{_ID}{code}"


def region_code(region: str) -> str:
    """The code in the id of a region; what has no such beginning stays as it is."""
    return region.removeprefix(_ID)


def wider(code: str) -> tuple[str, ...]:
    """The code and those of the regions around it, from the nearest to the nation; alone what is no code."""
    if not _CODE.fullmatch(code):
        return (code,)
    return tuple(dict.fromkeys((code, f"{code[:4]}00", f"{code[:2]}0000", "000000")))


def narrower(known: Iterable[str]) -> dict[str, list[str]]:
    """By the code of each region around one of those known: those that are it or lie within it, in their order."""
    within: dict[str, list[str]] = {}
    for code in known:
        for outer in wider(code):
            within.setdefault(outer, []).append(code)
    return within
