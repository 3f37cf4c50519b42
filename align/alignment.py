"""All facts to all concepts: what is the same across plans.

In: the facts of all plans, plan after plan in the order in which the plans were added, and the vocabularies.  Out: the
alignments, in the order of the kinds and of the facts.  Relied on: a plan's facts stand together; the plan added first
founds a concept that no vocabulary has, and the plans after it join it, so that a further plan renames nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from align.actions import align_actions
from align.departments import FunctionReader, align_departments
from align.indicators import align_indicators
from align.pool import ConceptPool
from align.targets import align_targets
from align.tasks import align_tasks
from align.themes import ThemeReader
from align.units import units
from ontology.records import Alignment, Fact
from ontology.vocabulary import Vocabularies


def align(facts: Sequence[Fact], vocabularies: Vocabularies) -> tuple[Alignment, ...]:
    """What the facts of all plans share, one record a member of a concept."""
    themes = ThemeReader.of(vocabularies.themes)
    functions = FunctionReader.of(vocabularies)
    measured, purposes = ConceptPool.of(vocabularies.indicators), ConceptPool()
    found: list[Alignment] = []
    for plan in _plans(facts):
        its_units = tuple(units(plan))
        found += align_indicators(plan, measured)
        found += align_targets(plan, measured)
        found += align_tasks(its_units, themes)
        found += align_actions(its_units, themes, purposes)
        found += align_departments(plan, functions)
    return tuple(sorted(found, key=lambda one: one.kind))


def _plans(facts: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """The facts of each plan."""
    for _, plan in groupby(facts, key=lambda fact: fact.plan_id):
        yield tuple(plan)
