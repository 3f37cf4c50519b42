"""What a page carries besides its text: running headers, footers and page numbers.

In: the lines of each page.  Out: those that are no text of the document.  Relied on: a running header stands at the
same height of the page, with the same words, on several pages; a page number stands alone at the edge of its page.
Example: "— 12 —" below the text, and "某市人民政府公报　2022年第12期" above it, are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.pdf_lines import Line

_EDGE = 0.13  # of the height of the page
_SAME_HEIGHT = 6.0  # points
_DIGITS = re.compile(r"\d+")
# "— 12 —", "第12页 共30页", "12 / 30"; a number with nothing around it may also be a cell of a table.
_DRESSED = re.compile(
    r"[-—–─－·•]+\s*(?:\d{1,4}|[ivxlIVXL]{1,6})\s*[-—–─－·•]+|第\s*\d{1,4}\s*页(?:[\s，,/／]*共\s*\d{1,4}\s*页)?|"
    r"\d{1,4}\s*[/／]\s*\d{1,4}"
)
_REPEATED = 3


def find_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[set[Line]]:
    """The lines of each page that belong to the paper and not to the text."""
    edges = [[line for line in lines if _at_edge(line, height)] for lines, height in zip(pages, heights, strict=True)]
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    needed = max(min(_REPEATED, len(pages)), 2)
    repeated = [{line for line in lines if _is_repeated(line, seen, needed)} for lines in edges]
    return [found | _page_numbers(lines, found) for lines, found in zip(pages, repeated, strict=True)]


def _at_edge(line: Line, height: float) -> bool:
    return line.base < height * _EDGE or line.base > height * (1 - _EDGE)


def _page_numbers(lines: Sequence[Line], left_out: set[Line]) -> set[Line]:
    """The page number that stands at the very edge of what is left of the page."""
    kept = sorted((line for line in lines if line not in left_out), key=lambda line: line.base)
    return {line for line in {*kept[:1], *kept[-1:]} if _DRESSED.fullmatch(line.text)}


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.replace(" ", "")), round(line.base / _SAME_HEIGHT)


def _is_repeated(line: Line, seen: Counter[tuple[str, int]], needed: int) -> bool:
    text, height = _key(line)
    return sum(seen[text, near] for near in (height - 1, height, height + 1)) >= needed
