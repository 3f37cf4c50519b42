"""The names of bodies in a phrase: one name a body, as the plan prints it.

In: cleaned text and the stretch of it that a duty was given to ("民政、发展改革部门", "各区、乡镇街道及有关部门").
Out: a `Reading`: the names in text order and where the stretch of names begins; no names where it names no body.
Relied on: names are listed with 、 or 和; a head that two share makes one name of them (市、区相关部门), a bare field
of work stands for its department (民政、发展改革部门); 有关部门 alone names nobody.
Example: "各级财政、金融、税务、市场监管等部门" names 财政, 金融, 税务 and 市场监管.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.department_words import (
    BODY,
    CONJUNCTION,
    FIELD,
    LEAD_IN,
    LEVEL,
    LIST_END,
    NOBODY,
    OF_ALL,
    PART,
    SHARED_HEAD,
    SHARED_LEVEL,
    SHORT_FORM,
)

_LONGEST_LISTED = 24
_LONGEST_FIELD = 8
_NO_NAME = re.compile(r"[的“”《》\d]")


@dataclass(frozen=True, slots=True)
class Name:
    """`text[start:end]` names one body; `shares` says that a head after it is its own too (科技、司法等部门)."""

    start: int
    end: int
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The names of a stretch, and where the stretch of names begins: unnamed bodies (有关部门) belong to it too."""

    names: tuple[Name, ...]
    start: int


def read_names(text: str, start: int, end: int, *, listed: bool = False) -> Reading:
    """The bodies that `text[start:end]` names, reading back from its end while every part is a body.

    `listed` says that the stretch is known to be a list of bodies, so that unknown names are names too.
    """
    lead_in = LEAD_IN.match(text, start, end)
    if lead_in and lead_in.end() < end:
        start = lead_in.end()
    parts = _joined(text, [part for piece in PART.finditer(text, start, end) for part in _parted(text, *piece.span())])
    names: list[Name] = []
    fields = False
    for part in reversed(parts):
        whole = text[part.start : part.end]
        fields = fields or part.shares
        sure = listed or part.shares
        if not (_is_body(whole, among=bool(names)) or (listed and _may_be_listed(whole, _LONGEST_LISTED))):
            if not (fields and _is_field(whole, sure=sure)):
                break
        elif whole.endswith("部门"):
            fields = True
        names.append(part)
    names.reverse()
    if not names:
        return Reading((), end)
    named = [name for name in names if not NOBODY.fullmatch(text, name.start, name.end)]
    return Reading(tuple(_bare(text, name) if len(named) > 1 else name for name in named), names[0].start)


def _parted(text: str, start: int, end: int) -> Iterator[Name]:
    """A part of the list parted at 和 and 及 where both sides are bodies: never within 文化和旅游局."""
    for conjunction in CONJUNCTION.finditer(text, start, end):
        left, right = text[start : conjunction.start()], text[conjunction.end() : end]
        if SHARED_HEAD.fullmatch(f"{left}、{right}"):
            continue
        if BODY.fullmatch(left) and any(shape.match(right) for shape in (BODY, NOBODY, FIELD)):
            yield _without_end(text, start, conjunction.start())
            yield from _parted(text, conjunction.end(), end)
            return
    yield _without_end(text, start, end)


def _without_end(text: str, start: int, end: int) -> Name:
    """The name without 等 or 等部门 after it, or the short form it gets: 各区（新区，以下简称“各区”）."""
    short_form = SHORT_FORM.search(text, start, end)
    if short_form and short_form.start() > start:
        end = short_form.start()
    closing = LIST_END.search(text, start, end)
    if closing and closing.start() > start:
        return Name(start, closing.start(), shares=bool(closing["head"]))
    return Name(start, end)


def _joined(text: str, parts: list[Name]) -> list[Name]:
    """Neighbours that share a head or a level made one: 市、区相关部门; 各级党委、政府."""
    joined: list[Name] = []
    for part in reversed(parts):
        if joined and text[part.end : joined[-1].start] == "、":
            pair = text[part.start : joined[-1].end]
            if SHARED_HEAD.fullmatch(pair) or SHARED_LEVEL.fullmatch(pair):
                joined[-1] = Name(part.start, joined[-1].end, joined[-1].shares)
                continue
        joined.append(part)
    joined.reverse()
    return joined


def _is_body(whole: str, *, among: bool) -> bool:
    """Whether it is a body by its shape; a level alone (区) is one only among others (区、街道)."""
    shapes = (BODY, NOBODY, SHARED_HEAD, SHARED_LEVEL, *((LEVEL,) if among else ()))
    return any(shape.fullmatch(whole) for shape in shapes)


def _is_field(whole: str, *, sure: bool) -> bool:
    of_all = OF_ALL.match(whole)
    bare = whole[of_all.end() :] if of_all else whole
    return bool(FIELD.fullmatch(bare)) or (sure and _may_be_listed(bare, _LONGEST_FIELD))


def _may_be_listed(whole: str, longest: int) -> bool:
    return 1 < len(whole) <= longest and not _NO_NAME.search(whole)


def _bare(text: str, name: Name) -> Name:
    """各级财政 in a list of bare fields is 财政."""
    of_all = OF_ALL.match(text, name.start, name.end)
    if of_all and FIELD.fullmatch(text, of_all.end(), name.end):
        return Name(of_all.end(), name.end)
    return name
