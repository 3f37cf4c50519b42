"""The tasks and the safeguards of a plan: the finest headed units of the chapters that commit and that secure.

In: an `Outline`.  Out: `Task` and `Safeguard` facts.  Relied on: a section of such a chapter that holds no other
section is one; the section around it is its group.  Example: "1. 服务民生保障。" in "（三）强化城乡社区服务供给" is a
task of that group, "（一）加强组织领导。" in "四、保障措施" a safeguard.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.outline_rules import OutlineRule
from ingest.structure import Item, Outline
from ontology.records import Safeguard, Task


def find_tasks(outline: Outline) -> tuple[Task, ...]:
    """The tasks in the order of the source."""
    return tuple(
        Task(
            id=f"{item.id}/task",
            span=item.heading.span(),
            rule=TASK.name,
            title=item.title,
            parent=parent,
            section_id=item.id,
        )
        for item, parent in _finest(outline)
        if item.zone == "tasks"
    )


def find_safeguards(outline: Outline) -> tuple[Safeguard, ...]:
    """The safeguards in the order of the source."""
    return tuple(
        Safeguard(
            id=f"{item.id}/safeguard",
            span=item.heading.span(),
            rule=SAFEGUARD.name,
            title=item.title,
            parent=parent,
            section_id=item.id,
        )
        for item, parent in _finest(outline)
        if item.zone == "safeguards"
    )


def _finest(outline: Outline) -> Iterator[tuple[Item, str | None]]:
    """The sections that hold no other, each with the title of the section around it."""
    sections = {item.id: item for item in outline.items if item.role == "section"}
    holders = {item.parent_id for item in sections.values()}
    for item in sections.values():
        if item.id not in holders:
            parent = sections.get(item.parent_id) if item.parent_id is not None else None
            yield item, parent.title if parent is not None else None


TASK = OutlineRule(
    "task.finest_section",
    "a section of a chapter that commits to work is a task where no other section stands in it",
    find_tasks,
    examples=(
        "三、主要任务\n（一）强化社区服务供给\n⟦1.服务民生保障。⟧落实兜底民生服务。",
        "三、主要任务\n⟦（一）发展助餐服务⟧\n支持社区食堂为老年人助餐。",
    ),
    counter_examples=(
        "三、主要任务\n⟦（一）强化社区服务供给⟧\n1.服务民生保障。落实兜底民生服务。",
        "二、总体要求\n⟦（一）基本原则⟧\n坚持党的领导。",
    ),
)
SAFEGUARD = OutlineRule(
    "safeguard.finest_section",
    "a section of the chapter that secures the work is a safeguard where no other section stands in it",
    find_safeguards,
    examples=("四、保障措施\n⟦（一）加强组织领导。⟧各级要落实主体责任。",),
    counter_examples=("二、总体要求\n⟦（一）基本原则⟧\n坚持党的领导。",),
)
RULES = (TASK, SAFEGUARD)
