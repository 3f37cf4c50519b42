"""The outline of a plan: every heading, box, action and table with its own text, in document order.

In: a `Source`.  Out: an `Outline` of `Item`s; raises `NotAPlan` where the text is none.  Relied on: what the modules of
the stage say: lines, paragraphs, tables, headings, boxes, leads, zones.
Example: "（一）健全城乡社区服务机制" is item "chuxiong/3.1", and its "1. 加强党的全面领导。" the task "chuxiong/3.1.1".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.drafts import LEAD_RANK, Draft
from ingest.errors import NotAPlan
from ingest.front import Front, drop_matter, find_front
from ingest.leads import split_leads
from ingest.lines import Line, read_lines
from ingest.nesting import Part, Table, nest
from ingest.paragraphs import Paragraph, join_lines
from ingest.passage import Passage
from ingest.structure import Item, Outline
from ingest.tables import TableLines, find_tables
from ingest.zones import SAFEGUARDS, chapter_zone, section_zone
from ontology.spans import Source

_HAN = re.compile("[\u4e00-\u9fff]")
_FURNITURE_TAIL = 40


def build_outline(source: Source) -> Outline:
    """The outline of the plan that `source` is; raises NotAPlan where it is none."""
    lines = drop_matter(read_lines(source))
    if not lines:
        raise NotAPlan(f"{source.plan_id}: found an empty text, expected a plan")
    parts = _parts(lines)
    paragraphs = [part for part in parts if isinstance(part, Paragraph)]
    front = find_front(paragraphs, _first_chapter(paragraphs))
    root = nest(_body(parts, paragraphs, front))
    _assign_zones(root)
    split_leads(root)
    _assign_zones(root)
    _assign_levels(root)
    _check(source, root, front.title is not None)
    start, end = front.title or (0, 0)
    matter = [p.passage for i, p in enumerate(paragraphs[: front.preamble]) if not start <= i < end]
    return Outline(source, tuple(_items(source, matter, _title(source, paragraphs[start:end]), root)))


def _title(source: Source, paragraphs: Sequence[Paragraph]) -> Passage:
    """The plan's title as printed; empty where it has none of its own."""
    if not paragraphs:
        return Passage(source, "", ())
    first, last = paragraphs[0].passage, paragraphs[-1].passage
    return first if first is last else Passage.read(source, first.offsets[0], last.offsets[-1] + 1)


def _parts(lines: list[Line]) -> list[Part]:
    """Paragraphs and tables in order; short lines after the last sentence are page furniture."""
    tables = find_tables(lines)
    while lines and not tables and not re.search(r"[。！？；）)”]$|负责$", lines[-1].text) and _is_tail(lines):
        lines = lines[:-1]
    parts: list[Part] = []
    position = 0
    for table in tables:
        start = table.start if table.caption is None else table.caption
        parts.extend(join_lines(lines[position:start]))
        parts.append(_table(lines, table))
        position = table.end
    rest = lines[position:]
    while len(rest) > 1 and not re.search(r"[。！？；）)”]$|负责$", rest[-1].text) and _is_tail(rest):
        rest = rest[:-1]
    parts.extend(join_lines(rest))
    return parts


def _is_tail(lines: Sequence[Line]) -> bool:
    """Whether the last line is a short stray after a finished sentence."""
    return len(lines) > 1 and len(lines[-1].text) <= 12 and re.search(r"[。）)]$|负责$", lines[-2].text) is not None


def _table(lines: Sequence[Line], table: TableLines) -> Table:
    caption = None if table.caption is None else lines[table.caption].passage
    start = table.start if table.caption is None else table.caption + 1
    return Table(caption, tuple(line.passage for line in lines[start : table.end]))


def _first_chapter(paragraphs: Sequence[Paragraph]) -> int:
    for index, paragraph in enumerate(paragraphs):
        number = paragraph.heading.number if paragraph.heading else None
        if number is not None and number.series in {"part", "chapter", "han"}:
            return index
    return len(paragraphs)


def _body(parts: list[Part], paragraphs: list[Paragraph], front: Front) -> list[Part]:
    """What follows the front matter."""
    if front.preamble >= len(paragraphs):
        return []
    first = paragraphs[front.preamble]
    start = next(index for index, part in enumerate(parts) if part is first)
    return parts[start:] if front.preamble else parts


def _assign_zones(root: Draft) -> None:
    """Give every draft its zone: chapters by their titles and order, what is within them by those."""
    chapters = [chapter for part in root.children("section") for chapter in _chapters(part)]
    worked = False
    for index, chapter in enumerate(chapters):
        secured = chapter.parent is not None and SAFEGUARDS.match(chapter.parent.title)
        last = index == len(chapters) - 1
        chapter.zone = "safeguards" if secured else chapter_zone(chapter.title, last=last, worked=worked)
        worked = worked or chapter.zone == "tasks"
        _pass_zone_on(chapter)
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


def _assign_levels(root: Draft) -> None:
    """Levels 1 to 3: chapters, sections, everything deeper; a numbered item or a principle is never above 3."""
    numbered = any(d.number and d.number.series in {"part", "chapter", "han"} for d in root.children("section"))
    for draft in root.walk():
        if draft.role == "section":
            draft.level = _level(draft, numbered=numbered)


def _level(draft: Draft, *, numbered: bool) -> int:
    outer = draft.parent.level if draft.parent is not None and draft.parent.role == "section" else 0
    series = draft.number.series if draft.number else None
    if series in {"arabic", "arabic_paren", "circled", "count", "dash", "bullet"} and (numbered or outer):
        return 3
    if series == "han_paren":
        return max(2, min(outer + 1, 3))
    if series is None and draft.rank >= LEAD_RANK and (numbered or draft.zone not in {"tasks", "safeguards"}):
        return 3
    return min(outer + 1, 3)


def _check(source: Source, root: Draft, titled: bool) -> None:
    sections = [draft for draft in root.walk() if draft.role == "section"]
    if not _HAN.search(source.text):
        raise NotAPlan(f"{source.plan_id}: found no Chinese text, expected a plan")
    if not sections:
        raise NotAPlan(f"{source.plan_id}: found no chapter heading, expected a plan with chapters (一、…, 第一章 …)")
    zones = {draft.zone for draft in sections} & {"ideas", "principles", "goals", "safeguards", "background"}
    if not titled and len(zones) < 2:
        raise NotAPlan(
            f"{source.plan_id}: found {len(sections)} headings but no title of a plan (规划, 纲要, 方案 …) and no chapter of "
            "guiding ideas, goals or safeguards, expected a plan"
        )


def _items(source: Source, front: list[Passage], title: Passage, root: Draft) -> list[Item]:
    plan = source.plan_id
    name = title.text or plan
    common = {"level": 0, "number": None, "section_id": None}
    items = [
        Item(
            id=f"{plan}/0",
            role="front",
            zone="front",
            title=name,
            heading=title,
            parent_id=None,
            unit_id=f"{plan}/0",
            unit=name,
            paragraphs=tuple(front),
            **common,
        ),
        Item(
            id=f"{plan}/0.1",
            role="front",
            zone="preamble",
            title=name,
            heading=title,
            parent_id=f"{plan}/0",
            unit_id=f"{plan}/0.1",
            unit=name,
            paragraphs=tuple(root.paragraphs()),
            **common,
        ),
    ]
    _number_items(plan, root, None, items)
    return items


def _number_items(prefix: str, draft: Draft, outer: Item | None, items: list[Item]) -> None:
    """Append the items of everything within `draft`, numbering each kind by its order."""
    counts: dict[str, int] = {}
    for child in draft.children():
        counts[child.role] = count = counts.get(child.role, 0) + 1
        item = _item(_address(prefix, child, count, draft), child, outer)
        items.append(item)
        _number_items(item.id, child, item, items)


def _address(prefix: str, child: Draft, count: int, parent: Draft) -> str:
    if child.role != "section":
        return f"{prefix}/{'appendix' if child.zone == 'appendix' else child.role}-{count}"
    return f"{prefix}/{count}" if parent.parent is None else f"{prefix}.{count}"


def _unit_id(item_id: str, draft: Draft) -> str:
    """The id of the task or safeguard that a section is, where it is one, else its own."""
    if draft.role == "section" and not draft.children("section") and draft.zone in {"tasks", "safeguards"}:
        return f"{item_id}/{'task' if draft.zone == 'tasks' else 'safeguard'}"
    return item_id


def _item(item_id: str, draft: Draft, outer: Item | None) -> Item:
    is_section = draft.role == "section"
    own_unit = is_section or draft.role == "action" or outer is None
    heading = draft.heading if draft.heading is not None else draft.lines[0].cut(0, 0)
    return Item(
        id=item_id,
        role=draft.role,
        zone=draft.zone,
        level=draft.level if is_section else 0,
        number=draft.printed,
        title=draft.title.strip(),
        heading=heading,
        parent_id=outer.id if outer else None,
        section_id=item_id if is_section else (outer.section_id if outer else None),
        unit_id=_unit_id(item_id, draft) if own_unit or outer is None else outer.unit_id,
        unit=draft.title.strip() if own_unit or outer is None else outer.unit,
        rule=draft.rule or "outline.table",
        paragraphs=draft.lines if draft.role == "table" else tuple(draft.paragraphs()),
    )
