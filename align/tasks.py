"""Tasks, brought to the themes they are about.

In: one plan's units and the theme reader.  Out: an alignment a task and theme; a task may have several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.judgements import Judgements
from align.themes import ThemeReader, Topic
from align.units import Unit
from ontology.records import Alignment, Task


def align_tasks(units: Iterable[Unit], reader: ThemeReader, judgements: Judgements) -> Iterator[Alignment]:
    """The themes of the tasks among the units."""
    for unit in units:
        if isinstance(unit.fact, Task):
            topics = reader.of_unit(unit.fact.title, unit.clauses)
            yield from judgements.revise([_alignment(unit.fact, topic, reader) for topic in topics], unit.fact.id)


def _alignment(task: Task, topic: Topic, reader: ThemeReader) -> Alignment:
    return Alignment(
        kind="task_theme",
        concept=topic.concept,
        label=reader.themes[topic.concept].pref_label,
        fact_id=task.id,
        plan_id=task.plan_id,
        title=task.title,
        score=topic.score,
        method="vocabulary",
        evidence=topic.evidence,
    )
