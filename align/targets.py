"""Quantified commitments, brought to what they commit to.

In: one plan's facts and the concepts so far.  Out: one alignment a target.  Relied on: two commitments are about the
same thing whatever their numbers, where the thing, whom it holds for and the kind of measure agree; a commitment to
what an indicator measures joins the indicator.
Example: "每个村社区培育1名灾害信息员" and "全区所有村(社区)均设置1名灾害信息员" are one commitment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.measures import Measure
from align.pool import ConceptPool
from ontology.records import Alignment, Clause, Fact, Target

# Commitments are worded freely: less agreement than between names of indicators is asked for.
LEAST = 0.65


def align_targets(facts: Sequence[Fact], pool: ConceptPool) -> Iterator[Alignment]:
    """The targets of one plan."""
    sentences = {fact.id: fact.text for fact in facts if isinstance(fact, Clause)}
    targets = [fact for fact in facts if isinstance(fact, Target)]
    things = {
        target.id: Measure.read(target.subject, target.unit_of_measure, sentences.get(target.clause_id or "", ""))
        for target in targets
    }
    brought = pool.bring(things, "target", LEAST)
    for target in targets:
        joined = brought[target.id]
        yield Alignment(
            kind="target",
            concept=joined.concept,
            label=joined.label,
            fact_id=target.id,
            plan_id=target.plan_id,
            title=target.subject,
            score=joined.score,
            method=joined.method,
            evidence=target.span.quote,
        )
