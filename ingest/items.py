"""The items of an outline, made from its drafts, each with its address.

In: the tree of drafts and what stands before it.  Out: `Item`s in document order.  Relied on: the place in the tree is
the address, so the same text gives the same addresses.  Example: the third action in the box of the second item of
section 3.1 is "ningxia/3.1.2/column-1/action-3".
"""

from __future__ import annotations

from ingest.drafts import Draft
from ingest.passage import Passage
from ingest.structure import Item, Zone


def make_items(plan_id: str, title: Passage, matter: tuple[Passage, ...], root: Draft) -> tuple[Item, ...]:
    """The items of the plan: the matter before it, its preamble, and everything within the root."""
    items = [
        _front(f"{plan_id}/0", "front", None, title, matter),
        _front(f"{plan_id}/0.1", "preamble", f"{plan_id}/0", title, tuple(root.paragraphs())),
    ]
    _number_items(plan_id, root, None, items)
    return tuple(items)


def _front(item_id: str, zone: Zone, parent_id: str | None, title: Passage, text: tuple[Passage, ...]) -> Item:
    return Item(
        id=item_id,
        role="front",
        zone=zone,
        level=0,
        number=None,
        title=title.text,
        heading=title,
        parent_id=parent_id,
        section_id=None,
        unit_id=item_id,
        unit=title.text,
        rule="front.plan_title",
        paragraphs=text,
    )


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
        rule=draft.rule or "table.header",
        paragraphs=draft.lines if draft.role == "table" else tuple(draft.paragraphs()),
    )
