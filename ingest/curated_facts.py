"""Facts as a person states them: what the verdict says, and what follows from where its quote stands.

In: a verdict, the place of its quote, and the facts around it.  Out: the fact, or a NoSuchUnit.  Relied on: the clause
of the quote says which section, task or action a fact belongs to, unless the verdict names another by its title.
Example: a target added for "每个社区配备1名灾害信息员" stands in the task of that clause, whose title is its `unit`.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from ingest.verdict_fields import CLASSES, FieldValue
from ingest.verdicts import Verdict
from ontology.records import (
    CURATED,
    Clause,
    Fact,
    Indicator,
    Safeguard,
    Section,
    SpecialAction,
    SpecialColumn,
    Task,
)
from ontology.spans import Span

# Fields that name another fact by its title: where its id stands, and what it may be, the likeliest first.
_LINKS: Mapping[str, tuple[str, tuple[type[Fact], ...]]] = {
    "unit": ("unit_id", (SpecialAction, Task, Safeguard, Section)),
    "column": ("column_id", (SpecialColumn,)),
    "under_task": ("under_task_id", (Task,)),
}


class NoSuchUnit(LookupError):
    """A title that no fact of the plan has, or a place without a section."""


class Surroundings:
    """The facts of a plan, looked up by what stands around a place."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.by_id = {fact.id: fact for fact in facts}
        self._clauses = _in_order(fact for fact in facts if isinstance(fact, Clause))
        self._sections = _in_order(fact for fact in facts if isinstance(fact, Section))
        self._rows = max((fact.row for fact in facts if isinstance(fact, Indicator)), default=0)
        self._facts = facts

    def added(self, verdict: Verdict, span: Span) -> Fact:
        """The fact that the verdict adds at `span`; raises NoSuchUnit."""
        kind = CLASSES[verdict.kind]
        names = [field.name for field in fields(kind)]
        derived = self._derived(span)
        if "unit_id" not in names:
            derived.pop("unit")  # there it is a unit of measure
        said: dict[str, Any] = {**dict.fromkeys(names), **derived, **verdict.fields}
        said |= self._linked(verdict, names)
        if kind in (Task, Safeguard) and said["section_id"] is None:
            raise NoSuchUnit(f"no section around {verdict.quote!r}")
        own = {name: value for name, value in said.items() if name in names}
        return kind(**{**own, "id": _id_of(verdict), "span": span, "rule": CURATED, "reason": verdict.reason})

    def changed(self, fact: Fact, verdict: Verdict) -> Fact:
        """The fact as the verdict has it; raises NoSuchUnit."""
        names = [field.name for field in fields(fact)]
        said: dict[str, Any] = {**verdict.fields, **self._linked(verdict, names)}
        reason = f"{fact.reason}; {verdict.reason}" if fact.reason else verdict.reason
        return replace(fact, **said, rule=CURATED, reason=reason)

    def _derived(self, span: Span) -> dict[str, FieldValue | None]:
        """What follows from the place."""
        clause, section = _last_before(self._clauses, span), _last_before(self._sections, span)
        within = clause if isinstance(clause, Clause) and span.start < clause.span.end else None
        section_id = within.section_id if within else section.id if section else None
        unit_id = (within.unit_id if within else None) or section_id or _preamble(span)
        task = self.by_id.get(f"{section_id}/task")
        return {
            "clause_id": within.id if within else None,
            "section_id": section_id,
            "unit_id": unit_id,
            "unit": self.title(unit_id) or self.title(span.plan_id),
            "under_task": self.title(task.id) if task else None,
            "under_task_id": task.id if task else None,
            "row": self._rows + 1,
            "comparator": "=",
        }

    def _linked(self, verdict: Verdict, names: Sequence[str]) -> Mapping[str, str | None]:
        """The ids of what the verdict names by title."""
        stated = {name: _LINKS[name] for name in verdict.fields if name in _LINKS and _LINKS[name][0] in names}
        return {id_name: self._titled(verdict.fields[name], kinds) for name, (id_name, kinds) in stated.items()}

    def _titled(self, title: FieldValue | None, kinds: tuple[type[Fact], ...]) -> str | None:
        if title is None:
            return None
        for kind in kinds:
            for fact in self._facts:
                if type(fact) is kind and self.title(fact.id) == title:
                    return fact.id
        raise NoSuchUnit(f"no {' or '.join(kind.kind for kind in kinds)} titled {title!r}")

    def title(self, fact_id: str | None) -> str | None:
        """The title of a fact; None for an id that is none."""
        title: str | None = getattr(self.by_id.get(fact_id or ""), "title", None)
        return title


def relinked(fact: Fact, was: Surroundings, now: Surroundings) -> Fact:
    """The fact with the titles that others have now; what pointed to one that is gone points to its section."""
    renewed: dict[str, Any] = {}
    names = {field.name for field in fields(fact)}
    for name, (id_name, _) in _LINKS.items():
        former = was.by_id.get(getattr(fact, id_name, None) or "")
        if former is None:
            continue
        linked: str | None = former.id
        if former.id not in now.by_id:
            section_id = getattr(former, "section_id", None) or _preamble(fact.span)
            renewed[id_name] = linked = section_id if name == "unit" else None
        if name in names and (title := now.title(linked)) != was.title(former.id):
            renewed[name] = title or (now.title(fact.plan_id) if name == "unit" else None)
    return replace(fact, **renewed) if renewed else fact


def _preamble(span: Span) -> str:
    """The id of what stands before the first chapter."""
    return f"{span.plan_id}/0.1"


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=_start)


def _start(fact: Fact) -> int:
    return fact.span.start


def _last_before(facts: Sequence[Fact], span: Span) -> Fact | None:
    index = bisect_right(facts, span.start, key=_start)
    return facts[index - 1] if index else None


def _id_of(verdict: Verdict) -> str:
    """An id that says what was added, whatever else stands in the file and in whatever order."""
    said = json.dumps([verdict.quote, sorted(verdict.fields.items())], ensure_ascii=False)
    return f"{verdict.plan_id}/curated/{verdict.kind}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"
