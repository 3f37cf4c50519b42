"""The sections of a plan: one fact a heading, in the order of the source.

In: an `Outline`.  Out: `Section` facts.  Relied on: every heading of the outline is one, boxes and their actions are
none.  Example: "（三）强化城乡社区服务供给" is a section of level 2 with the number "（三）".
"""

from __future__ import annotations

from ingest.structure import Item, Outline
from ontology.records import Section


def find_sections(outline: Outline) -> tuple[Section, ...]:
    """The sections, levels 1 to 3."""
    levels = {item.id: item.level for item in outline.items}
    return tuple(_section(item, levels) for item in outline.items if item.role == "section")


def _section(item: Item, levels: dict[str, int]) -> Section:
    parent = item.parent_id if item.parent_id is not None and levels.get(item.parent_id, 0) else None
    return Section(
        id=item.id,
        span=item.heading.span(),
        rule=item.rule,
        level=item.level,
        number=item.number,
        title=item.title,
        parent_id=parent,
        zone=item.zone,
    )
