"""Which cited documents a question means by their numbers.

In: a plain question, and citations.  Out: those whose number it has, and the beginnings of numbers in it.  Relied on:
a number is who issued the document, the year and a count (国办发〔2021〕56号); a list writes the first two once.
Example: "通民基字〔2014〕77号、86号" has two numbers, "文号是通民基字的" the beginning of some.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_api.ask.stated import Cited

_BRACKETS = re.compile(r"[〔〕\[\]()（）【】\s]")
_KIND = re.compile(r"[一-鿿]{2,}")  # what stands before the year
_LIST = re.compile(r"(?P<first>[一-鿿]{2,}[〔\[(（【]?20\d\d[〕\])）】]?)第?\d+号?(?:[、,，和与及]+第?\d+号)+")
_COUNT = re.compile(r"第?(\d+)号?")
_BARE = re.compile(r"(?<![\d〕\])）】])(\d+)号")
_TELLS = re.compile(r"(?:带|有|附|标).{0,4}(?:文号|字号)|(?:文号|字号)的")


def of_number(text: str, own: Sequence[Cited]) -> list[Cited]:
    """Those whose whole number a text has, else those of a number without its beginning: 77号."""
    letters = _BRACKETS.sub("", _spelled(text))
    whole = [one for one in own if one.document_number and _ends(_BRACKETS.sub("", one.document_number), letters)]
    counts = tuple(f"〕{count}号" for count in _BARE.findall(text))
    return whole or [one for one in own if counts and (one.document_number or "").endswith(counts)]


def beginnings(text: str, own: Sequence[Cited]) -> frozenset[str]:
    """The beginnings of the numbers of some documents that a text has."""
    kinds = {kind[0] for one in own if (kind := _KIND.match(one.document_number or ""))}
    return frozenset(kind for kind in kinds if kind in text)


def numbered(text: str, own: Sequence[Cited]) -> list[Cited]:
    """Those that a text asks for by having a number, or by how it begins; all where it says nothing of it."""
    asked = tuple(beginnings(text, own))
    if asked:
        return [one for one in own if (one.document_number or "").startswith(asked)]
    return [one for one in own if one.document_number] if _TELLS.search(text) else list(own)


def _ends(number: str, letters: str) -> bool:
    """Whether a number stands in some letters, and no longer one that it begins: 6号 in 56号 is none."""
    return re.search(rf"{re.escape(number.removesuffix('号'))}(?!\d)", letters) is not None


def _spelled(text: str) -> str:
    """A text with each number of a list written in full."""
    return _LIST.sub(lambda found: "、".join(f"{found['first']}{one}号" for one in _counts(found)), text)


def _counts(found: re.Match[str]) -> list[str]:
    return _COUNT.findall(found[0][len(found["first"]) :])
