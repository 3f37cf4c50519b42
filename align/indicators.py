"""Rows of indicator tables, brought to the measured thing they share.

In: one plan's facts and the concepts so far.  Out: one alignment a row, none for a row that nothing identifies.
Relied on: a row has a name, or its plan says the same value of the same unit elsewhere, once, and there with a name; or
its value is the norm of one concept, and the plan speaks of that by its name.
Examples, where a table lost its names: "推动实现每万城镇常住人口拥有社区工作者18人以上" identifies the row "18人以上",
"确保新建社区商业和综合服务设施面积达标" the row "10%以上".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from align.judgements import Joined, Judgements
from align.measures import Measure, difference, likeness
from align.pool import ConceptPool
from ontology.records import Alignment, Baseline, Clause, Fact, Indicator, Target

# Names of indicators are official and agree nearly to the letter.
LEAST = 0.8
LEAST_INFERRED = 0.65
# An inference is never as sure as a name; one from a norm is less sure than one from the number itself.
_INFERRED, _NORMED = 0.8, 0.6


def align_indicators(facts: Sequence[Fact], pool: ConceptPool, judgements: Judgements) -> Iterator[Alignment]:
    """The rows of one plan: the named ones first, as they may found concepts that the nameless join.

    A nameless row that a person called the same as another goes by the other's name.
    """
    rows = [fact for fact in facts if isinstance(fact, Indicator)]
    named = {row.id: row.name or judgements.title(row.id) for row in rows}
    things = {row.id: Measure.read(named[row.id], row.unit) for row in rows if named[row.id]}
    brought = pool.bring(things, "indicator", LEAST)
    taken = {joined.concept for row_id, joined in brought.items() if joined.method == "curated"}
    for row in rows:
        if row.id in brought:
            yield _alignment(row, brought[row.id], row.name or "", None)
    nameless = [row for row in rows if row.id not in brought]
    for row, joined, quote in _inferred(nameless, facts, pool, taken):
        judgements.settle(row.id, joined)
        yield _alignment(row, joined, "", quote)


def _inferred(
    rows: Sequence[Indicator], facts: Sequence[Fact], pool: ConceptPool, taken: set[str]
) -> Iterator[tuple[Indicator, Joined, str]]:
    """Rows without a name, each with its concept and the words that show it; adds the concepts to those taken."""
    statements = _statements(facts)
    left: list[Indicator] = []
    for row in rows:
        statement = only_statement(row, statements)
        near = pool.nearest(row.id, statement.thing, LEAST_INFERRED) if statement else None
        if statement and near and near.concept not in taken:
            taken.add(near.concept)
            yield row, Joined(near.concept, near.label, near.score * _INFERRED, "inferred"), statement.quote
        else:
            left.append(row)
    for row in left:
        spoken = [one for one in _normed(row, facts, pool) if one[0].concept not in taken]
        if len(spoken) == 1:
            taken.add(spoken[0][0].concept)
            yield row, *spoken[0]


def _normed(row: Indicator, facts: Sequence[Fact], pool: ConceptPool) -> Iterator[tuple[Joined, str]]:
    """The concepts whose norm a row has, as far as a clause of its plan has all of one of their names."""
    clauses = [fact for fact in facts if isinstance(fact, Clause)]
    for joined, names in pool.normed(row.id, row.value or 0.0, Measure.read("", row.unit).family, _NORMED):
        for clause in clauses:
            letters = Measure.read("", None, clause.text).around
            if any(name.pairs <= letters for name in names):
                yield joined, clause.span.quote
                break


@dataclass(frozen=True, slots=True)
class _Statement:
    """A number in running text, and what it counts."""

    thing: Measure
    value: float
    comparator: str | None
    quote: str


def _statements(facts: Sequence[Fact]) -> list[_Statement]:
    sentences: Mapping[str, str] = {fact.id: fact.text for fact in facts if isinstance(fact, Clause)}
    found: list[_Statement] = []
    for fact in facts:
        if isinstance(fact, Target | Baseline):
            comparator = fact.comparator if isinstance(fact, Target) else None
            sentence = sentences.get(fact.clause_id or "", "")
            thing = Measure.read(fact.subject, fact.unit_of_measure, sentence)
            found.append(_Statement(thing, fact.value, comparator, fact.span.quote))
    return found


def only_statement(row: Indicator, statements: Sequence[_Statement]) -> _Statement | None:
    """The statement with the row's value, unit and comparator, where the plan counts one thing only with these."""
    family = Measure.read("", row.unit).family
    fitting = [
        one
        for one in statements
        if one.value == row.value and one.thing.family == family and one.comparator in (None, row.comparator)
    ]
    if not fitting:
        return None
    first = fitting[0]
    same = all(
        one.thing.wording == first.thing.wording
        or (difference(one.thing, first.thing) is None and likeness(one.thing, first.thing) >= LEAST)
        for one in fitting
    )
    return first if same else None


def _alignment(row: Indicator, joined: Joined, title: str, evidence: str | None) -> Alignment:
    return Alignment(
        kind="indicator",
        concept=joined.concept,
        label=joined.label,
        fact_id=row.id,
        plan_id=row.plan_id,
        title=title,
        score=round(joined.score, 3),
        method=joined.method,
        evidence=evidence,
    )
