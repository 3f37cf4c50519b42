"""A person's verdicts carried out: facts that are wrong go, others change, and what the rules missed is added.

In: the facts of one plan, clauses included, and the verdicts.  Out: the facts as curated, and a problem for each that
could not be carried out, first of all where its quote is no longer in the source.  Relied on: a quote finds the fact
that it is the quote of, or else the only one of its kind that it touches; blanks in it count for nothing.
Example: a duty that no rule found is added for the quote "将社区服务经费纳入财政预算" and stands in that clause's unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ingest.curated_facts import NoSuchUnit, Surroundings, relinked
from ingest.passage import Passage
from ingest.verdicts import CurationError, Verdict, Verdicts, clash, clean, contradiction
from ontology.problems import Problem
from ontology.records import Fact
from ontology.spans import Span


@dataclass(frozen=True, slots=True)
class Curated:
    """The facts of a plan after its verdicts, and the verdicts that could not be carried out."""

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...] = ()


def curate(facts: Sequence[Fact], verdicts: Verdicts) -> Curated:
    """The facts with the verdicts on their plan carried out; raises CurationError where two contradict each other."""
    own = verdicts.of_plan(facts[0].plan_id) if facts else ()
    return _Curator(facts).carry_out(own) if own else Curated(tuple(facts))


def strays(verdicts: Verdicts, plan_ids: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each verdict on a plan that is not among these."""
    known = set(plan_ids)
    return tuple(
        Problem(
            "curation", verdict.place, f"{verdict.decision}: found no plan {verdict.plan_id!r}, expected one loaded"
        )
        for verdict in verdicts.entries
        if verdict.plan_id not in known
    )


class _Unfit(Exception):
    """A verdict that cannot be carried out: what was found, and what was expected."""


@dataclass(slots=True)
class _Curator:
    facts: Sequence[Fact]
    problems: list[Problem] = field(default_factory=list)

    def carry_out(self, verdicts: Sequence[Verdict]) -> Curated:
        was = Surroundings(self.facts)
        finder = _Finder(self.facts)
        about = self._about(verdicts, finder)
        _check_agreement(about)
        kept = tuple(fact for each in self.facts for fact in self._decided(each, about.get(each.id, []), was))
        around = Surroundings(kept)
        kept = tuple(relinked(fact, was, around) for fact in kept)
        around = Surroundings(kept)
        added = tuple(fact for verdict in verdicts for fact in self._added(verdict, finder, around))
        return Curated((*kept, *added), tuple(self.problems))

    def _note(self, verdict: Verdict, unfit: Exception) -> None:
        message = f"{verdict.decision} {verdict.kind} of {verdict.plan_id}: {unfit}"
        self.problems.append(Problem("curation", verdict.place, message))

    def _about(self, verdicts: Sequence[Verdict], finder: _Finder) -> dict[str, list[Verdict]]:
        """The verdicts on each fact that the rules found, by its id."""
        about: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in verdicts:
            if verdict.decision == "add":
                continue
            try:
                about[finder.fact(verdict).id].append(verdict)
            except _Unfit as unfit:
                self._note(verdict, unfit)
        return about

    def _decided(self, fact: Fact, verdicts: Sequence[Verdict], around: Surroundings) -> Iterator[Fact]:
        """The fact as the verdicts have it; nothing where it is wrong."""
        for verdict in verdicts:
            if verdict.decision == "wrong":
                return
            try:
                fact = around.changed(fact, verdict)
            except NoSuchUnit as missing:
                self._note(verdict, _Unfit(f"found {missing}, expected a title as the plan prints it"))
        yield fact

    def _added(self, verdict: Verdict, finder: _Finder, around: Surroundings) -> Iterator[Fact]:
        """The fact that the verdict adds, unless the rules have found it as well."""
        if verdict.decision != "add":
            return
        try:
            span = finder.only_place(verdict)
            fact = around.added(verdict, span)
            _check_missing(verdict, span, around)
            yield fact
        except NoSuchUnit as missing:
            self._note(verdict, _Unfit(f"found {missing}, expected a title as the plan prints it"))
        except _Unfit as unfit:
            self._note(verdict, unfit)


class _Finder:
    """Finds what verdicts speak of in the source and among the facts of a plan."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        source = facts[0].span.source
        self._facts = facts
        self._text = Passage.read(source, 0, len(source.text))

    def fact(self, verdict: Verdict) -> Fact:
        """The one fact that the verdict means; raises _Unfit."""
        places = self._places(verdict)
        meant = [fact for fact in self._facts if fact.kind == verdict.kind and _meets(fact, verdict)]
        touched = [fact for fact in meant if any(_touches(fact.span, place) for place in places)]
        exact = [fact for fact in touched if clean(fact.span.quote) == verdict.quote]
        found = exact or touched
        if len(found) != 1:
            more = "; say by where which one is meant" if found else "; the rules may have changed"
            raise _Unfit(f"found {len(found)} facts with {verdict.quote!r}, expected one{more}")
        return found[0]

    def only_place(self, verdict: Verdict) -> Span:
        """The place of a quote that stands once; raises _Unfit."""
        places = self._places(verdict)
        if len(places) > 1:
            raise _Unfit(f"found {verdict.quote!r} {len(places)} times, expected a quote that stands once")
        return places[0]

    def _places(self, verdict: Verdict) -> list[Span]:
        """Everywhere that the quote stands; raises _Unfit where it does not."""
        text, quote = self._text.text, verdict.quote
        starts = []
        position = text.find(quote)
        while position >= 0:
            starts.append(position)
            position = text.find(quote, position + len(quote))
        if not starts:
            raise _Unfit(f"found no {quote!r} in the source, expected the words that it rests on")
        return [self._text.span(start, start + len(quote)) for start in starts]


def _check_missing(verdict: Verdict, span: Span, around: Surroundings) -> None:
    if any(_says(fact, verdict) and _touches(fact.span, span) for fact in around.by_id.values()):
        raise _Unfit(f"found {verdict.quote!r} among the facts without it, expected one that the rules miss")


def _check_agreement(about: dict[str, list[Verdict]]) -> None:
    mistakes = [
        contradiction(one, other, disagreement)
        for verdicts in about.values()
        for one, other in combinations(verdicts, 2)
        if (disagreement := clash(one, other))
    ]
    if mistakes:
        raise CurationError(mistakes)


def _meets(fact: Fact, verdict: Verdict) -> bool:
    return all(getattr(fact, name) == value for name, value in verdict.where.items())


def _says(fact: Fact, verdict: Verdict) -> bool:
    return fact.kind == verdict.kind and all(getattr(fact, name) == value for name, value in verdict.fields.items())


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
