"""Verdicts as alignment carries them out: which facts share a concept, and which may not.

In: verdicts and the facts of all plans.  Out: for a fact the concept that a person decided on, and whether a concept is
closed to it.  Relied on: plans are aligned one after another, so the first of the facts that are the same brings the
concept, and the later of two that are different has to leave it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, count

from align.judged import find_judged
from align.verdicts import AlignmentVerdictError, MemberKind, Statement, Verdict, Verdicts, contradictions
from align.wording import plain
from ontology.problems import Problem
from ontology.records import Alignment, AlignmentMethod, Fact

# The first part of the id of a concept that a person names or that a fact founds.
_PREFIX: Mapping[MemberKind, str] = {
    "indicator": "indicator",
    "target": "target",
    "special_action": "action",
    "task": "theme",
    "department": "function",
}


@dataclass(frozen=True, slots=True)
class Joined:
    """A concept that a fact was brought to, and how."""

    concept: str
    label: str
    score: float
    method: AlignmentMethod


class Judgements:
    """What verdicts decide of the facts of some plans; it learns the concepts while these are aligned."""

    def __init__(self, verdicts: Verdicts, facts: Sequence[Fact], names: Mapping[str, Joined]) -> None:
        """`names` gives the concept of "prefix/name" in a vocabulary; raises AlignmentVerdictError."""
        self._facts = find_judged(verdicts, facts)
        self.problems = tuple(self._stray(verdicts, facts))
        statements = [Statement(verdict, self._ids(verdict)) for verdict in verdicts.entries]
        if mistakes := tuple(contradictions(statements)):
            raise AlignmentVerdictError(mistakes)
        self._class: dict[str, str] = {}  # fact -> the first of those that are the same
        self._named: dict[str, Joined] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self._shared: dict[str, Joined] = {}
        self._standing: defaultdict[str, set[str]] = defaultdict(set)  # concept -> classes of its judged facts
        self._titles: dict[str, str] = {}
        self._fill(statements, names)
        self._sizes = Counter(self._class.values())

    @classmethod
    def none(cls) -> Judgements:
        """No verdicts."""
        return cls(Verdicts(), (), {})

    def has(self, fact_id: str) -> bool:
        """Whether any verdict is about a fact."""
        return fact_id in self._class

    def are_one(self, one: str, other: str) -> bool:
        """Whether a person called two facts the same."""
        return one in self._class and self._class[one] == self._class.get(other)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether a person called two facts different."""
        return one in self._class and self._class.get(other) in self._apart[self._class[one]]

    def shared(self, fact_id: str) -> Joined | None:
        """The concept that a person decided on, as far as it is known yet."""
        own = self._class.get(fact_id, "")
        return self._named.get(own) or self._shared.get(own)

    def bars(self, fact_id: str, concept: str) -> bool:
        """Whether a concept holds a fact that a person called different from this one."""
        own = self._class.get(fact_id)
        return own is not None and not self._apart[own].isdisjoint(self._standing[concept])

    def title(self, fact_id: str) -> str:
        """A title of one of the facts that are the same as this one; empty where none has any."""
        return self._titles.get(self._class.get(fact_id, ""), "")

    def settle(self, fact_id: str, joined: Joined) -> None:
        """Keeps the concept that a fact was brought to, for those that are the same and those that are different."""
        own = self._class.get(fact_id)
        if own is not None:
            self._standing[joined.concept].add(own)
            if self._sizes[own] > 1:
                self._shared.setdefault(own, replace(joined, score=1.0, method="curated"))

    def revise(self, found: Iterable[Alignment], fact_id: str) -> Iterator[Alignment]:
        """The alignments of a fact that may have several, as the verdicts leave them."""
        alignments = tuple(found)
        if not self.has(fact_id):
            yield from alignments
            return
        shared = self.shared(fact_id)
        kept = [one for one in alignments if not self.bars(fact_id, one.concept)]
        if shared and alignments and shared.concept not in [one.concept for one in kept]:
            kept.append(_curated(alignments[0], shared))
        if not kept and alignments and alignments[0].kind != "task_theme":
            kept.append(_curated(alignments[0], self._own(alignments[0])))
        for one in kept:
            self.settle(fact_id, Joined(one.concept, one.label, one.score, one.method))
        yield from kept

    def _own(self, one: Alignment) -> Joined:
        """A concept for a fact alone, under its own title."""
        founded = f"{one.concept.partition('/')[0]}/{plain(one.title)}"
        numbered = (f"{founded}-{number}" for number in count(2))
        concept = next(each for each in chain((founded,), numbered) if not self.bars(one.fact_id, each))
        return Joined(concept, one.title, 1.0, "curated")

    def _ids(self, verdict: Verdict) -> tuple[str, ...]:
        return tuple(fact.fact_id for member in verdict.members for fact in self._facts.get(member, ())[:1])

    def _stray(self, verdicts: Verdicts, facts: Sequence[Fact]) -> Iterator[Problem]:
        """A problem for each fact of a verdict that is not there."""
        plans = {fact.plan_id for fact in facts}
        for verdict in verdicts.entries:
            for member in verdict.members:
                if member.plan_id not in plans:
                    found = f"found no plan {member.plan_id!r}, expected one loaded"
                elif not self._facts.get(member):
                    found = f"found no {member}, expected the fact that the verdict is about"
                else:
                    continue
                yield Problem("curation", verdict.place, f"{verdict.decision}: {found}")

    def _fill(self, statements: Sequence[Statement[str]], names: Mapping[str, Joined]) -> None:
        for facts in self._facts.values():  # facts of one plan, kind and wording
            self._unite([fact.fact_id for fact in facts])
        for statement in statements:
            for fact_id in statement.nodes:
                self._class.setdefault(fact_id, fact_id)
            if statement.verdict.decision == "same":
                self._unite(statement.nodes)
        for judged in (fact for facts in self._facts.values() for fact in facts):
            if judged.title:
                self._titles.setdefault(self._class[judged.fact_id], judged.title)
        for statement in statements:
            verdict = statement.verdict
            if verdict.decision == "different":
                for one, other in combinations(statement.nodes, 2):
                    self._apart[self._class[one]].add(self._class[other])
                    self._apart[self._class[other]].add(self._class[one])
            elif verdict.name and statement.nodes:
                self._named[self._class[statement.nodes[0]]] = _named(verdict, verdict.name, names)

    def _unite(self, fact_ids: Sequence[str]) -> None:
        """Makes one class of those that these facts are in."""
        classes = {self._class.setdefault(one, one) for one in fact_ids}
        self._class.update((one, fact_ids[0]) for one, own in self._class.items() if own in classes)


def _named(verdict: Verdict, name: str, names: Mapping[str, Joined]) -> Joined:
    """The concept that a verdict names: of a vocabulary, else a new one."""
    kinds = [member.kind for member in verdict.members]
    founded = f"{_PREFIX['indicator' if 'indicator' in kinds else kinds[0]]}/{plain(name)}"
    known = names.get(founded.replace("target/", "indicator/", 1))
    return replace(known, method="curated") if known else Joined(founded, name, 1.0, "curated")


def _curated(one: Alignment, joined: Joined) -> Alignment:
    return replace(one, concept=joined.concept, label=joined.label, score=joined.score, method="curated", evidence=None)
