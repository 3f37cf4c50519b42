"""The boxes of a plan and the actions in them, and actions that stand alone where a plan lost its boxes.

In: an `Outline`.  Out: `SpecialColumn` and `SpecialAction` facts.  Relied on: the outline has told boxes from sections;
an action supports the task that it stands under.  Example: "专栏3 城乡社区服务设施补短板工程" holds
"1.村级综合服务设施提升工程。" and stands under the task "优化服务设施布局".
"""

from __future__ import annotations

from ingest.boxes import column_number
from ingest.structure import Item, Outline
from ontology.records import SpecialAction, SpecialColumn


def find_special_columns(outline: Outline) -> tuple[SpecialColumn, ...]:
    """The boxes in the order of the source."""
    tasks = _tasks(outline)
    return tuple(
        SpecialColumn(
            id=item.id,
            span=item.heading.span(),
            rule=item.rule,
            number=str(column_number(item.number)) if item.number else None,
            title=item.title,
            section_id=item.section_id,
            under_task=tasks[item.section_id].title if item.section_id in tasks else None,
        )
        for item in outline.items
        if item.role == "column"
    )


def find_special_actions(outline: Outline) -> tuple[SpecialAction, ...]:
    """The actions in the order of the source."""
    tasks = _tasks(outline)
    columns = {item.id: item for item in outline.items if item.role == "column"}
    return tuple(
        _action(item, columns.get(item.parent_id or ""), tasks.get(item.section_id or ""))
        for item in outline.items
        if item.role == "action"
    )


def _action(item: Item, column: Item | None, task: Item | None) -> SpecialAction:
    return SpecialAction(
        id=item.id,
        span=item.heading.span(),
        rule=item.rule,
        title=item.title,
        number=item.number,
        column=column.title if column else None,
        column_id=column.id if column else None,
        under_task=task.title if task else None,
        under_task_id=f"{task.id}/task" if task else None,
        section_id=item.section_id,
    )


def _tasks(outline: Outline) -> dict[str, Item]:
    """For each section, the task that a box in it supports: the section itself, or the last task before the box."""
    sections = {item.id: item for item in outline.items if item.role == "section"}
    holders = {item.parent_id for item in sections.values()}
    return {item.id: item for item in sections.values() if item.zone == "tasks" and item.id not in holders}
