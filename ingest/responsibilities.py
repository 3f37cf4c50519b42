"""Who is made responsible for what: one `Responsibility` a body and clause.

In: the outline and the clauses of a plan.  Out: `Responsibility` facts in the order of the source, each in the unit
(task, safeguard, action, else section) that its clause stands in: a list that closes a unit belongs to that unit.
Relied on: duties are given in the chapters that commit to work and in those that secure it; the words that give them
stand in `ingest.responsibility_rules`.
Example: "乡镇（街道）要抓好具体落实" makes 乡镇（街道） responsible, in the role "named".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.duties import read_duties
from ingest.passage import Passage
from ingest.responsibility_rules import RULES
from ingest.structure import Item, Outline
from ontology.records import Clause, Responsibility

__all__ = ["RULES", "find_responsibilities"]

_ZONES = frozenset({"goals", "tasks", "safeguards"})


def find_responsibilities(outline: Outline, clauses: Sequence[Clause]) -> tuple[Responsibility, ...]:
    """The responsibilities that the clauses give, in their order."""
    items = {item.id: item for item in outline.items}
    return tuple(
        fact
        for clause in clauses
        if clause.zone in _ZONES
        for fact in _responsibilities(clause, items[clause.id.partition("#")[0]])
    )


def _responsibilities(clause: Clause, item: Item) -> Iterator[Responsibility]:
    duties = read_duties(clause.text)
    if not duties:
        return
    passage = Passage.read(clause.span.source, clause.span.start, clause.span.end)
    for count, duty in enumerate(duties, 1):
        yield Responsibility(
            id=f"{clause.id}/responsibility-{count}",
            span=passage.span(duty.start, duty.end),
            rule=duty.rule,
            unit=item.unit,
            unit_id=item.unit_id,
            department=clause.text[duty.name.start : duty.name.end],
            role=duty.role,
            clause_id=clause.id,
        )
