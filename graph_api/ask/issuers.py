"""Whose documents a question asks for.

In: a question freed of the names of plans, and citations.  Out: those of the bodies that it names.  Relied on: the
title of a document says whose it is, or the words before it do; what two bodies issued together names both.
Example: "中共中央、国务院联合印发的" are of both, "中共中央单独或者与国务院联合发布的" of the first, whoever joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph_api.ask.stated import Cited

# Whose a document is, as a question says it, and as its title or issuer does.
_CENTRE = r"(?:中共中央|党中央|中央)"
_BOTH = re.compile(rf"{_CENTRE}[、和与及跟同]?国务院(?!办公厅)")
_BODIES = (
    (_BOTH, re.compile(r"中共中央[、和]?国务院")),
    (re.compile(r"国办|国务院办公厅"), re.compile(r"国务院办公厅|国办")),
    (re.compile(rf"{_CENTRE}(?!.?国务院)"), re.compile(r"中共中央|中办|党中央")),
    (
        re.compile(r"(?<!中央)(?<!中央[、和与及])(?<![与和跟同])国务院(?!办公厅)|国家级?(?!治理|制度)"),
        re.compile(r"国务院|中共中央|国办|民政部"),
    ),
    (re.compile(r"民政部"), re.compile(r"民政部")),
    (re.compile(r"自治区(?:一?级|里|政府|发|出|印|党委|那|的)"), re.compile(r"自治区")),
    (re.compile(r"(?<![一-鿿])省(?:一?级|里|政府|委|的)|省一?级|省里|自治区级"), re.compile(r"省|自治区")),
    (re.compile(r"州一?级|州里"), re.compile(r"州")),
    (re.compile(r"市一?级|市里|本市|全市(?![上认一都各普]|实施|执行|落实|贯彻)"), re.compile(r"市")),
)
# One body without another: "中共中央单独印发的"; with 或 both ways are meant.
_BY_ITSELF = re.compile(r"单独(?:印|发|颁|下|制)|单独名义|独自(?:印|发|下)")
_SEVERAL = re.compile(r"、|和")


def issuers_said(text: str) -> list[str]:
    """The words of a text that name whose documents are asked for."""
    return [word for said, _ in _BODIES for word in said.findall(text)]


def issued_by(text: str, own: Iterable[Cited], places: Iterable[str] = ()) -> list[Cited]:
    """The documents of the bodies that a text names, or of some places; none where it names nobody."""
    marks = [re.compile(re.sub(r"省$|自治区$", "", place)) for place in places]
    marks += [names for said, names in _BODIES if said.search(text)]
    found = [one for one in own if any(mark.search(f"{one.issuer or ''}{one.title}") for mark in marks)]
    return _by_itself(found) if _BY_ITSELF.search(text) else found


def _by_itself(found: Sequence[Cited]) -> list[Cited]:
    """Those that one body alone issued; all where none is."""
    return [one for one in found if not _SEVERAL.search(one.issuer or "")] or list(found)
