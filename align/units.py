"""Units with what they say: each task, safeguard or special action with the clauses that stand in it.

In: facts.  Out: `Unit`s in the facts' order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontology.records import Clause, Fact, Safeguard, SpecialAction, Task


@dataclass(frozen=True, slots=True)
class Unit:
    """One headed unit and its clauses, without those of the actions under it."""

    fact: Task | Safeguard | SpecialAction
    clauses: tuple[Clause, ...]


def units(facts: Sequence[Fact]) -> Iterator[Unit]:
    """The units of the facts."""
    clauses: dict[str, list[Clause]] = {}
    for fact in facts:
        if isinstance(fact, Clause) and fact.unit_id is not None:
            clauses.setdefault(fact.unit_id, []).append(fact)
    for fact in facts:
        if isinstance(fact, Task | Safeguard | SpecialAction):
            yield Unit(fact, tuple(clauses.get(fact.id, ())))
