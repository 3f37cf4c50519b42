"""Why a fact was found: its rule, where it stands, what stands before and after it, and what was refused beside it.

In: the facts of one plan, clauses included.  Out: an `Explanation` a fact.  Relied on: what is stated in a clause is
judged by that clause alone, so the clause and those beside it are what a reader has to see; a heading or a table row is
judged among its like.  Refused are numbers and titles of the same clause that look like facts of this kind.
Example: beside the target "实现城市社区“10分钟健身圈”全覆盖" the number "10分钟" was refused as part of a name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, groupby

from ingest.fact_book import FactBook
from ingest.passage import Passage
from ingest.quantity_rules import NO_COMMITMENT
from ingest.references import read_refused_citations
from ingest.rulebook import rulebook
from ingest.statements import read_refused
from ontology.records import Baseline, Clause, Fact, Reference, Section, SpecialAction, Target
from ontology.rules import RuleNote
from ontology.spans import Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number or a title that looked like a fact, and the rule that was against it."""

    span: Span
    rule: RuleNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a fact was found.

    `clause` is the one that states it, `before` and `after` are the clauses beside that; a fact that stands in no
    clause has none, and the facts of its kind beside it.
    """

    rule: RuleNote
    reason: str | None  # why a person added or changed the fact
    path: tuple[str, ...]  # titles from the chapter to the innermost unit
    clause: Span | None
    before: Span | None
    after: Span | None
    refused: tuple[Refusal, ...]

    def record(self) -> dict[str, object]:
        """The explanation as `crossplan facts --explain` prints it."""
        refused = [
            {**_place(refusal.span), "rule": refusal.rule.name, "relies_on": refusal.rule.relies_on}
            for refusal in self.refused
        ]
        spans = {"clause": self.clause, "before": self.before, "after": self.after}
        places = {name: _place(span) if span else None for name, span in spans.items()}
        return {"rule": asdict(self.rule), "path": list(self.path), **places, "refused": refused}


def _place(span: Span) -> dict[str, object]:
    return {"quote": span.quote, "start": span.start, "end": span.end}


def explain(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Explanation]]:
    """Each fact of a plan with its explanation; clauses are explained to nobody."""
    witness = _Witness(facts)
    return ((fact, witness.explanation(fact)) for fact in facts if not isinstance(fact, Clause))


class _Witness:
    """What there is to see around the facts of one plan."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._book = FactBook.of(facts)
        self._rules = rulebook()
        self._beside = dict(chain.from_iterable(_beside(group).items() for group in _by_kind(facts)))
        source = facts[0].span.source if facts else None
        self._citations = tuple(read_refused_citations(source)) if source else ()
        self._citation_starts = [span.start for span, _ in self._citations]

    def explanation(self, fact: Fact) -> Explanation:
        """The explanation of one of the facts."""
        clause = self._book.by_id.get(getattr(fact, "clause_id", None) or "")
        before, after = self._beside[clause.id if clause else fact.id]
        return Explanation(
            rule=self._rules[fact.rule],
            reason=fact.reason,
            path=self._path(fact, clause),
            clause=clause.span if clause else None,
            before=before,
            after=after,
            refused=self._refused(fact, clause) if isinstance(clause, Clause) else (),
        )

    def _path(self, fact: Fact, clause: Fact | None) -> tuple[str, ...]:
        if isinstance(clause, Clause):
            return self._book.clause_path(clause)
        if isinstance(fact, SpecialAction) and fact.column:
            return (*self._book.section_path(fact.section_id), fact.column)
        section_id = fact.id if isinstance(fact, Section) else getattr(fact, "section_id", None)
        return self._book.section_path(section_id)

    def _refused(self, fact: Fact, clause: Clause) -> tuple[Refusal, ...]:
        if isinstance(fact, Reference):
            return tuple(self._refused_citations(clause.span))
        if isinstance(fact, Target | Baseline):
            return tuple(self._refused_numbers(clause, is_target=isinstance(fact, Target)))
        return ()

    def _refused_numbers(self, clause: Clause, *, is_target: bool) -> Iterator[Refusal]:
        passage = Passage.read(clause.span.source, clause.span.start, clause.span.end)
        for refused in read_refused(clause.text, NO_COMMITMENT if is_target else ()):
            span = passage.span(refused.quantity.start, refused.quantity.end)
            yield Refusal(span, self._rules[refused.rule.name])

    def _refused_citations(self, within: Span) -> Iterator[Refusal]:
        for span, rule in self._citations[bisect_right(self._citation_starts, within.start - 1) :]:
            if span.start >= within.end:
                return
            yield Refusal(span, self._rules[rule.name])


def _by_kind(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    ordered = sorted(facts, key=lambda fact: (fact.kind, fact.span.start, fact.span.end))
    return (list(group) for _, group in groupby(ordered, key=lambda fact: fact.kind))


def _beside(ordered: Sequence[Fact]) -> Mapping[str, tuple[Span | None, Span | None]]:
    """For each fact the place of the one before it and of the one after it."""
    spans = [fact.span for fact in ordered]
    before, after = (None, *spans), (*spans[1:], None)
    return {fact.id: pair for fact, pair in zip(ordered, zip(before, after, strict=False), strict=True)}
