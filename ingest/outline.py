"""The outline of a plan: every heading, box, action and table with its own text, in document order.

In: a `Source`.  Out: an `Outline` of `Item`s; raises `NotAPlan` where the text is none.  Relied on: what the modules of
the stage say: lines, paragraphs, tables, headings, boxes, leads, zones.
Example: "（一）健全城乡社区服务机制" is item "chuxiong/3.1", and its "1. 加强党的全面领导。" the task "chuxiong/3.1.1".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.drafts import Draft
from ingest.errors import NotAPlan
from ingest.front import drop_matter, find_front
from ingest.front_rules import ISSUES, NOTICE_TITLE, PLAN_TITLE
from ingest.items import make_items
from ingest.leads import split_leads
from ingest.lines import read_lines
from ingest.nesting import nest
from ingest.paragraphs import Paragraph
from ingest.parts import Part, read_parts
from ingest.passage import Passage
from ingest.schemes import number_of, series_of
from ingest.structure import Outline
from ingest.zones import APPENDIX
from ingest.zoning import assign_levels, assign_zones
from ontology.spans import Source

_HAN = re.compile("[\u4e00-\u9fff]")
# Without a title of its own a text is taken for a plan where it has so many kinds of a plan's chapters.
_PLAN_LIKE = frozenset({"background", "ideas", "principles", "goals", "safeguards"})
_FEWEST_ZONES = 2
# The plan's title stands within so many paragraphs of the first point of the notice.
_LONGEST_NOTICE = 30


def build_outline(source: Source) -> Outline:
    """The outline of the plan that `source` is; raises NotAPlan where it is none."""
    if not _HAN.search(source.text):
        found = "no Chinese text" if source.text.strip() else "an empty text"
        raise NotAPlan(f"{source.plan_id}: found {found}, expected a plan in Chinese")
    parts = read_parts(drop_matter(read_lines(source)))
    paragraphs = [part for part in parts if isinstance(part, Paragraph)]
    front = find_front(paragraphs, _after_notice(paragraphs, _first_chapter(paragraphs, 0)))
    root = nest(_body(parts, paragraphs[front.preamble :]))
    assign_zones(root)
    split_leads(root)
    assign_zones(root)
    assign_levels(root)
    _check(source, root, titled=front.title is not None)
    start, end = front.title or (0, 0)
    matter = tuple(p.passage for i, p in enumerate(paragraphs[: front.preamble]) if not start <= i < end)
    return Outline(source, make_items(source.plan_id, _title(source, paragraphs[start:end]), matter, root))


def _title(source: Source, paragraphs: Sequence[Paragraph]) -> Passage:
    """The plan's title as printed; empty where it has none of its own."""
    if not paragraphs:
        return Passage(source, "", ())
    first, last = paragraphs[0].passage, paragraphs[-1].passage
    return first if first is last else Passage.read(source, first.offsets[0], last.offsets[-1] + 1)


def _first_chapter(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The index of the first paragraph from `start` on that is counted as a chapter."""
    for index in range(start, len(paragraphs)):
        if series_of(paragraphs[index]) in {"part", "chapter", "han"}:
            return index
    return len(paragraphs)


def _after_notice(paragraphs: Sequence[Paragraph], first: int) -> int:
    """The plan's first chapter, where `first` is the first point of the notice that issues it.

    A notice has no title of a plan above its points; the plan's stands below them, and its chapters begin again.
    """
    before = [paragraph.text for paragraph in paragraphs[:first]]
    if not any(map(ISSUES.match, before)) or any(map(_is_title, before)):
        return first
    for index in range(first + 1, min(first + _LONGEST_NOTICE, len(paragraphs))):
        if _is_title(paragraphs[index].text) and number_of(paragraphs[index]) is None:
            chapter = _first_chapter(paragraphs, index + 1)
            number = number_of(paragraphs[chapter]) if chapter < len(paragraphs) else None
            return chapter if number is not None and number.value == 1 else first
    return first


def _is_title(text: str) -> bool:
    """Whether the line is the title of a plan, and not of a notice or an entry in its list of appendices."""
    return PLAN_TITLE.match(text) is not None and not (NOTICE_TITLE.match(text) or APPENDIX.match(text))


def _body(parts: Sequence[Part], paragraphs: Sequence[Paragraph]) -> Sequence[Part]:
    """The parts from the first of the paragraphs on."""
    if not paragraphs:
        return ()
    return parts[next(index for index, part in enumerate(parts) if part is paragraphs[0]) :]


def _check(source: Source, root: Draft, *, titled: bool) -> None:
    """Raise NotAPlan where the text lacks what makes a plan."""
    sections = [draft for draft in root.walk() if draft.role == "section"]
    if not sections:
        raise NotAPlan(f"{source.plan_id}: found no chapter heading, expected a plan with chapters (一、…, 第一章 …)")
    if not titled and len({draft.zone for draft in sections} & _PLAN_LIKE) < _FEWEST_ZONES:
        raise NotAPlan(
            f"{source.plan_id}: found {len(sections)} headings but no title of a plan (规划, 纲要, 方案 …) and no "
            "chapters of guiding ideas, goals or safeguards, expected a plan"
        )
