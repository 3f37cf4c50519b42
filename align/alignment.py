"""All facts to all concepts: what is the same across plans.

In: the facts of all plans, the vocabularies, a person's verdicts, and the register of what plans founded before.  Out:
the alignments, in the order of the kinds and of the facts, and the register as it is now.  Relied on: a plan's facts
stand together; plans are aligned in the order in which they were first added, and the first to state a thing that no
vocabulary has founds its concept; the plans after it join it, so that a further plan renames nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from align.actions import align_actions
from align.concept_register import ConceptRegister, Founded, PlanEntry
from align.departments import FunctionReader, align_departments
from align.indicators import align_indicators
from align.judgements import Joined, Judgements
from align.pool import ConceptPool
from align.targets import align_targets
from align.tasks import align_tasks
from align.themes import ThemeReader
from align.units import units
from align.verdicts import Verdicts
from align.wording import plain
from ontology.problems import Problem
from ontology.records import Alignment, Fact
from ontology.vocabulary import Vocabularies

NO_VERDICTS = Verdicts()
NO_CONCEPTS = ConceptRegister()
_ACTION = "action/"


@dataclass(frozen=True, slots=True)
class Aligned:
    """What plans share, and what is to be kept of it."""

    alignments: tuple[Alignment, ...]
    register: ConceptRegister
    problems: tuple[Problem, ...]  # verdicts about facts that are not there


def align(facts: Sequence[Fact], vocabularies: Vocabularies) -> tuple[Alignment, ...]:
    """What the facts of all plans share, one record a member of a concept."""
    return align_plans(facts, vocabularies).alignments


def align_plans(
    facts: Sequence[Fact],
    vocabularies: Vocabularies,
    verdicts: Verdicts = NO_VERDICTS,
    register: ConceptRegister = NO_CONCEPTS,
) -> Aligned:
    """What the facts of all plans share; raises AlignmentVerdictError for verdicts that contradict each other.

    With the register of many plans, the facts of one more are aligned without the facts of the others.
    """
    judgements = Judgements(verdicts, facts, _names(vocabularies) if verdicts.entries else {})
    aligner = _Aligner(vocabularies, judgements)
    plans = {(plan[0].plan_id, plan[0].span.source.sha256): plan for plan in _plans(facts)}
    entries = {entry.key: entry for entry in register.entries}
    found: list[Alignment] = []
    kept: list[PlanEntry] = []
    for key in dict.fromkeys((*entries, *plans)):
        aligner.begin()
        if key in plans:
            found += aligner.align(plans[key])
        else:
            aligner.remember(entries[key])
        kept.append(PlanEntry(*key, aligner.founded()))
    return Aligned(tuple(sorted(found, key=lambda one: one.kind)), ConceptRegister(tuple(kept)), judgements.problems)


class _Aligner:
    """Brings one plan after another to the concepts so far."""

    def __init__(self, vocabularies: Vocabularies, judgements: Judgements) -> None:
        self._judgements = judgements
        self._themes = ThemeReader.of(vocabularies.themes)
        self._functions = FunctionReader.of(vocabularies)
        self._measured = ConceptPool.of(vocabularies.indicators, judgements)
        self._purposes = ConceptPool(judgements)

    def begin(self) -> None:
        """Begins with the next plan."""
        self._measured.founded.clear()
        self._purposes.founded.clear()

    def align(self, plan: Sequence[Fact]) -> Iterator[Alignment]:
        """The alignments of one plan's facts."""
        its_units = tuple(units(plan))
        yield from align_indicators(plan, self._measured, self._judgements)
        yield from align_targets(plan, self._measured)
        yield from align_tasks(its_units, self._themes, self._judgements)
        yield from align_actions(its_units, self._themes, self._purposes, self._judgements)
        yield from align_departments(plan, self._functions, self._judgements)

    def remember(self, entry: PlanEntry) -> None:
        """Takes in what a plan founded that is not there now."""
        for founded in entry.founded:
            (self._purposes if founded.concept.startswith(_ACTION) else self._measured).remember(founded)

    def founded(self) -> tuple[Founded, ...]:
        """What the plan since `begin` founded."""
        return (*self._measured.founded, *self._purposes.founded)


def _plans(facts: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """The facts of each plan."""
    for _, plan in groupby(facts, key=lambda fact: fact.plan_id):
        yield tuple(plan)


def _names(vocabularies: Vocabularies) -> Mapping[str, Joined]:
    """The concepts of the vocabularies by "prefix/name"."""
    found: dict[str, Joined] = {}
    for vocabulary in (vocabularies.indicators, vocabularies.departments, vocabularies.themes):
        for concept in vocabulary:
            for name in concept.names:
                prefix = concept.id.partition("/")[0]
                found.setdefault(f"{prefix}/{plain(name)}", Joined(concept.id, concept.pref_label, 1.0, "curated"))
                if prefix == "theme":
                    purpose = Joined(_ACTION + concept.id.removeprefix("theme/"), concept.pref_label, 1.0, "curated")
                    found.setdefault(_ACTION + plain(name), purpose)
    return found
