"""The facts of all plans, looked up by id: what stands under what, and by which name.

In: facts.  Out: `FactBook`, which knows each fact's class, the path of titles that leads to it, and what kind of unit
(task, safeguard, special action, section) a clause or a commitment stands in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.fact_properties import LABELS
from ontology.records import Clause, Fact, Section, SpecialAction

# The classes that clauses and commitments can stand in, and what a reader calls them.
UNIT_KINDS = {"Task": "task", "Safeguard": "safeguard", "SpecialAction": "special_action", "Section": "section"}


class FactBookError(Exception):
    """Two facts with one id, or a fact that points to a record which is not there."""


@dataclass(frozen=True, slots=True)
class FactBook:
    """All facts of a build."""

    facts: Sequence[Fact] = field(repr=False)
    by_id: Mapping[str, Fact] = field(repr=False)

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> FactBook:
        """The book of these facts; raises FactBookError where an id stands twice."""
        by_id: dict[str, Fact] = {}
        for fact in facts:
            if fact.id in by_id:
                other = by_id[fact.id].span
                raise FactBookError(f"{fact.id}: found at {other.start} and at {fact.span.start}, expected once")
            by_id[fact.id] = fact
        return cls(facts, by_id)

    def label(self, fact_id: str | None) -> str | None:
        """The class of a fact; None for an id that is no fact (the matter before the first chapter has no heading)."""
        fact = self.by_id.get(fact_id) if fact_id else None
        return LABELS[type(fact)] if fact else None

    def unit_kind(self, unit_id: str | None) -> str:
        """What kind of unit `unit_id` is; what stands under no heading counts as a section's."""
        return UNIT_KINDS.get(self.label(unit_id) or "", "section")

    def unit_title(self, unit_id: str | None) -> str | None:
        """The unit's own title."""
        unit = self.by_id.get(unit_id) if unit_id else None
        title: str | None = getattr(unit, "title", None)
        return title

    def section_path(self, section_id: str | None) -> tuple[str, ...]:
        """Titles from the chapter down to the section itself; empty for None."""
        section = self.by_id.get(section_id) if section_id else None
        if not isinstance(section, Section):
            return ()
        return (*self.section_path(section.parent_id), section.title)

    def clause_path(self, clause: Clause) -> tuple[str, ...]:
        """Titles from the chapter down to the innermost unit that the clause stands in, boxes included."""
        path = self.section_path(clause.section_id)
        unit = self.by_id.get(clause.unit_id) if clause.unit_id else None
        if isinstance(unit, SpecialAction):
            return (*path, *((unit.column,) if unit.column else ()), unit.title)
        return path
