"""The zone and the level of every heading, from its title, its place and how it is numbered.

In: the tree of drafts.  Out: the same tree with `zone` and `level` set.  Relied on: what a chapter is for passes on to
what stands within it; a chapter is level 1, a section 2, and every item 3, however deep it stands.
Example: "——坚持系统观念。" in "（二）基本原则" is of level 3 in the zone "principles".
"""

from __future__ import annotations

from ingest.drafts import LEAD_RANK, Draft
from ingest.numbering import OUTER
from ingest.zones import SAFEGUARDS, chapter_zone, section_zone


def assign_zones(root: Draft) -> None:
    """Give every draft its zone: chapters by their titles and order, what is within them by those."""
    chapters = [chapter for part in root.children("section") for chapter in _chapters(part)]
    worked = False
    for index, chapter in enumerate(chapters):
        secured = chapter.parent is not None and SAFEGUARDS.match(chapter.parent.title)
        last = index == len(chapters) - 1
        chapter.zone = "safeguards" if secured else chapter_zone(chapter.title, last=last, worked=worked)
        worked = worked or chapter.zone == "tasks"
        _pass_zone_on(chapter)
    for appendix in root.children("front"):
        _pass_zone_on(appendix)
    of_parts = set(chapters)
    for part in root.children("section"):
        if part not in of_parts:
            part.zone = part.children("section")[0].zone


def _chapters(draft: Draft) -> list[Draft]:
    """The chapters of a part, or the chapter itself where the plan has no parts."""
    inner = draft.children("section")
    is_part = draft.number is not None and draft.number.series == "part"
    return inner if is_part and inner else [draft]


def _pass_zone_on(draft: Draft) -> None:
    for child in draft.children():
        own = child.role == "section" and child.rank < LEAD_RANK - 30
        child.zone = section_zone(child.title, draft.zone) if own else draft.zone
        _pass_zone_on(child)


def assign_levels(root: Draft) -> None:
    """Levels 1 to 3: chapters, sections, and every item, however it is numbered."""
    counted = any(d.number and d.number.series in OUTER for d in root.children("section"))
    for draft in root.walk():
        if draft.role == "section":
            draft.level = _level(draft, counted=counted)


def _level(draft: Draft, *, counted: bool) -> int:
    outer = draft.parent.level if draft.parent is not None and draft.parent.role == "section" else 0
    series = draft.number.series if draft.number else None
    if draft.rank >= LEAD_RANK or (series is not None and series not in OUTER and (counted or outer)):
        return 3
    if series == "han_paren":
        return max(2, min(outer + 1, 3))
    return min(outer + 1, 3)
