"""Tasks, brought to the themes they are about.

In: one plan's units and the theme reader.  Out: an alignment a task and theme; a task may have several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.themes import ThemeReader
from align.units import Unit
from ontology.records import Alignment, Task


def align_tasks(units: Iterable[Unit], reader: ThemeReader) -> Iterator[Alignment]:
    """The themes of the tasks among the units."""
    for unit in units:
        if not isinstance(unit.fact, Task):
            continue
        for topic in reader.of_unit(unit.fact.title, unit.clauses):
            yield Alignment(
                kind="task_theme",
                concept=topic.concept,
                label=reader.themes[topic.concept].pref_label,
                fact_id=unit.fact.id,
                plan_id=unit.fact.plan_id,
                title=unit.fact.title,
                score=topic.score,
                method="vocabulary",
                evidence=topic.evidence,
            )
