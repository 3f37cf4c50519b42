"""Why two facts are one across plans, or are not.

In: two ids, the facts of all plans, their alignments and the verdicts.  Out: an `Explanation`: what was compared, what
keeps the two apart, how alike they are, and the rule or threshold that decided.  Relied on: a verdict comes first, then
what keeps two measured things apart whatever their words, then concepts of the vocabularies, then likeness.
Example: 农村社区综合服务设施覆盖率 and 城市社区综合服务设施覆盖率 are two, decided by the qualifier "农村 / 城市".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from align.actions import LEAST as LEAST_ACTION
from align.actions import purpose
from align.errors import AlignError
from align.indicators import LEAST as LEAST_INDICATOR
from align.judged import Judged, find_judged, judged
from align.measures import Measure, difference, likeness
from align.targets import LEAST as LEAST_TARGET
from align.verdicts import Chains, Member, Statement, Verdict, Verdicts
from ontology.records import Alignment, Clause, Fact, Indicator, SpecialAction, Target

Rule = Literal["verdict", "kind", "qualifier", "concept", "vocabulary", "likeness", "assignment", "nothing"]
_MEASURED = {"indicator", "target"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two facts, and what it was brought to."""

    id: str
    kind: str
    title: str
    quote: str | None  # None for a department, which many places name
    measure: Measure | None  # None for what is not compared by its words
    alignments: tuple[Alignment, ...]

    @property
    def concepts(self) -> frozenset[str]:
        """The ids of the concepts it stands in."""
        return frozenset(one.concept for one in self.alignments)

    def record(self) -> dict[str, object]:
        """The side as it is printed."""
        measure = self.measure
        return {
            "id": self.id,
            "kind": self.kind,
            "title": self.title,
            "quote": self.quote,
            "measure": measure
            and {
                "wording": measure.wording,
                "scope": measure.scope or None,
                "per": measure.per or None,
                "unit": measure.family or None,
                "of_each": measure.each,
                "list": measure.listed,
            },
            "concepts": [
                {
                    "id": one.concept,
                    "label": one.label,
                    "score": one.score,
                    "method": one.method,
                    "evidence": one.evidence,
                }
                for one in self.alignments
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Whether two facts are one, and what decided."""

    one: Side
    other: Side
    shared: tuple[str, ...]  # the concepts that both stand in
    rule: Rule
    why: str
    qualifier: str | None = None  # what keeps them apart whatever their words: "农村 / 城市"
    likeness: float | None = None
    threshold: float | None = None

    def record(self) -> dict[str, object]:
        """The explanation as it is printed."""
        return {
            "same": bool(self.shared),
            "rule": self.rule,
            "why": self.why,
            "shared": list(self.shared),
            "qualifier": self.qualifier,
            "likeness": self.likeness,
            "threshold": self.threshold,
            "one": self.one.record(),
            "other": self.other.record(),
        }


def explain(
    ids: tuple[str, str], facts: Sequence[Fact], alignments: Sequence[Alignment], verdicts: Verdicts
) -> Explanation:
    """Why the facts of these ids are one or are not; raises AlignError for an id that is none of an aligned fact."""
    one, other = (_side(fact_id, facts, alignments) for fact_id in ids)
    shared = tuple(sorted(one.concepts & other.concepts))
    qualifier, alike, threshold = _compared(one, other)
    rule, why = _verdict(one, other, facts, verdicts) or _decided(one, other, qualifier, (alike, threshold))
    return Explanation(
        one=one,
        other=other,
        shared=shared,
        rule=rule,
        why=why,
        qualifier=qualifier,
        likeness=alike,
        threshold=threshold,
    )


def _side(fact_id: str, facts: Sequence[Fact], alignments: Sequence[Alignment]) -> Side:
    told = ((fact, name) for fact in facts if (name := judged(fact)) and name.fact_id == fact_id)
    found = next(told, None)
    if found is None:
        raise AlignError(
            f"{fact_id}: found no such fact, expected the id of an indicator, target, action, task or department"
        )
    fact, name = found
    own = tuple(one for one in alignments if one.fact_id == fact_id)
    quote = None if name.kind == "department" else fact.span.quote
    return Side(fact_id, name.kind, name.title, quote, _measure(fact, facts), own)


def _measure(fact: Fact, facts: Sequence[Fact]) -> Measure | None:
    """The measured thing, or the purpose of an action, as alignment compares it."""
    if isinstance(fact, Indicator) and fact.name:
        return Measure.read(fact.name, fact.unit)
    if isinstance(fact, Target):
        clause = (each.text for each in facts if isinstance(each, Clause) and each.id == fact.clause_id)
        return Measure.read(fact.subject, fact.unit_of_measure, next(clause, ""))
    return purpose(fact) if isinstance(fact, SpecialAction) else None


def _compared(one: Side, other: Side) -> tuple[str | None, float | None, float | None]:
    """The qualifier that keeps two things apart, how alike they are, and the likeness from which they are one."""
    if one.measure is None or other.measure is None or not _comparable(one, other):
        return None, None, None
    least = {"special_action": LEAST_ACTION, "indicator": LEAST_INDICATOR, "target": LEAST_TARGET}
    apart = difference(one.measure, other.measure) if one.kind in _MEASURED else None
    return apart, likeness(one.measure, other.measure), min(least[one.kind], least[other.kind])


def _comparable(one: Side, other: Side) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} == _MEASURED


def _verdict(one: Side, other: Side, facts: Sequence[Fact], verdicts: Verdicts) -> tuple[Rule, str] | None:
    """The verdict on two facts, also one that follows from others; None where there is none."""
    found = find_judged(verdicts, facts)
    same = [_statement(verdict, found) for verdict in verdicts.entries if verdict.decision == "same"]
    chains = Chains(same)
    left, right = chains.reached(one.id), chains.reached(other.id)
    if places := left.get(other.id):
        reasons = "; ".join(each.verdict.reason for each in same if each.verdict.place in places)
        return "verdict", f"same by {', '.join(places)}: {reasons}"
    for verdict in verdicts.entries:
        nodes = set(_statement(verdict, found).nodes)
        if verdict.decision == "different" and nodes & left.keys() and nodes & right.keys():
            return "verdict", f"different by {verdict.place}: {verdict.reason}"
    return None


def _statement(verdict: Verdict, found: Mapping[Member, Sequence[Judged]]) -> Statement[str]:
    nodes = chain.from_iterable(found.get(member, ()) for member in verdict.members)
    return Statement(verdict, tuple(node.fact_id for node in nodes))


def _decided(
    one: Side, other: Side, qualifier: str | None, scores: tuple[float | None, float | None]
) -> tuple[Rule, str]:
    """What decided where no person did."""
    if not _comparable(one, other):
        return "kind", f"{one.kind} and {other.kind} are never compared"
    shared = sorted(one.concepts & other.concepts)
    if shared:
        ways = (_way(side, concept) for concept in shared for side in (one, other))
        return "concept", f"both stand in {', '.join(shared)}: {'; '.join(ways)}"
    if qualifier:
        return "qualifier", f"{qualifier} are two things whatever the other words"
    if not one.concepts or not other.concepts:
        lone = one if not one.concepts else other
        return "nothing", f"nothing tells what {lone.id} is"
    if "vocabulary" in {each.method for each in (*one.alignments, *other.alignments)} and one.kind not in _MEASURED:
        return "vocabulary", f"they are for different things: {_labels(one)} / {_labels(other)}"
    alike, threshold = scores
    if alike is not None and threshold is not None and alike < threshold:
        return "likeness", f"their likeness {alike:g} is below {threshold:g}"
    return "assignment", f"each was nearer to a concept of its own: {_labels(one)} / {_labels(other)}"


def _way(side: Side, concept: str) -> str:
    (found, *_) = (one for one in side.alignments if one.concept == concept)
    return f"{side.title or side.id} by {found.method} ({found.score:g})"


def _labels(side: Side) -> str:
    return ", ".join(one.label for one in side.alignments)
