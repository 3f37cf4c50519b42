"""Which statements, clauses and titles a question is about.

In: a question read.  Out: candidates with a score, best first.  A statement is scored from both sides: how much of the
question it holds (words of its clause and titles count for less), and how much of its own subject the question names.
Relied on: what a value is of stands in its subject, and what a question counts stands behind the measure word.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph_api.ask.closeness import Closeness, words_alone
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.reading import Question
from graph_api.ask.relevance import Postings, Rarity, bigrams, flat
from graph_api.ask.stated import Statement, Thing
from graph_api.ask.weighing import short_name, shortened, side_factor, stands_beside, unit_factor
from ontology.vocabulary import load_vocabulary

T = TypeVar("T")
_CONTEXT = 0.55  # what a word of the clause around a statement counts, one of the statement itself being 1
_OWN = 0.35  # how much of the score comes from the statement's own subject
_SHORT = 0.5  # what a short form counts
_WHOLE = 0.9  # the same, where nothing but a word is left out of the whole name
_BESIDE = 0.08  # what it counts that the value stands beside what is counted
_NAME = 3  # bigrams of a name that can stand for itself
_SHOWN = 20
_FULL_NAME = 8  # letters of an indicator's name that cannot stand in a question by chance
_CLOSE = 40  # how many of the best are looked at for short forms
_LISTED = re.compile(r"[、,，;；]")
_HEAD = 0.5  # the least of what is counted that a statement must hold


@dataclass(frozen=True, slots=True)
class Scored(Generic[T]):
    """A candidate, how well it fits (0 to 1), and how much of the question it holds itself."""

    item: T
    score: float
    held: float


class Matcher:
    """Candidates for questions."""

    def __init__(self, knowledge: Knowledge, rarity: Rarity, closeness: Closeness = words_alone) -> None:
        self._knowledge = knowledge
        self._closeness = closeness
        self._rarity = rarity
        self._statements = knowledge.statements
        own = [f"{one.subject}/{one.citation.quote}" for one in self._statements]
        self._own = Postings(own)
        self._near = Postings([f"{text}/{one.context}" for text, one in zip(own, self._statements, strict=True)])
        self._subjects = [self._weighed(one.subject) for one in self._statements]
        self._stated = frozenset(term for terms, _ in self._subjects for term in terms)
        rows = {flat(one.subject): one for one in self._statements if one.kind == "indicator"}
        self._indicators = [(name, one) for name, one in rows.items() if len(name) >= _FULL_NAME]
        self._clauses = knowledge.things["clause"]
        self._texts = Postings([one.title for one in self._clauses])
        self._places = Postings([f"{one.title}/{one.parent}" for one in self._clauses])
        self._themes = {
            flat(label): theme.id
            for theme in load_vocabulary("themes")
            for label in (theme.pref_label, *theme.alt_labels)
        }
        self._titles = {
            kind: [(one, *self._weighed(one.title)) for one in things]
            for kind, things in knowledge.things.items()
            if kind != "clause"
        }

    def _weighed(self, text: str) -> tuple[frozenset[str], float]:
        """The terms of a text with their weight together."""
        terms = bigrams(text)
        return terms, sum(map(self._rarity, terms))

    def statements(self, question: Question, kinds: Iterable[str]) -> list[Scored[Statement]]:
        """The statements of the plans asked that could be meant, best first, ties in order."""
        wanted, plans = set(kinds), question.plan_ids
        held, near = self._held_by(self._own, question), self._held_by(self._near, question)
        found: list[Scored[Statement]] = []
        for row, around in near.items():
            one = self._statements[row]
            if one.plan_id not in plans or one.kind not in wanted or not self._counts(question, row, one):
                continue
            inside = held.get(row, 0.0)
            covered = inside + _CONTEXT * (around - inside)
            score = (1 - _OWN) * covered + _OWN * self._named(row, question)
            found.append(Scored(one, score * unit_factor(question, one) * side_factor(question, one), inside))
        found.sort(key=lambda scored: -scored.score)
        return sorted([*(self._abbreviated(one, question) for one in found[:_CLOSE]), *found[_CLOSE:]], key=_by_score)

    def _abbreviated(self, one: Scored[Statement], question: Question) -> Scored[Statement]:
        """The same, with the question's short forms counted: 持证 for 持有…证书."""
        text = flat(f"{one.item.subject}/{one.item.citation.quote}")
        total = sum(question.weights.values())
        short = sum(weight for term, weight in question.weights.items() if term not in text and shortened(term, text))
        beside = _BESIDE if stands_beside(flat(one.item.value or ""), text, question.head_text) else 0.0
        lone = _BESIDE * sum(piece in one.item.subject for piece in question.pieces if len(piece) == 1)
        return Scored(one.item, one.score + _SHORT * short / total + beside + lone, one.held)

    def knows(self, term: str) -> bool:
        """Whether any plan has a term."""
        return term in self._rarity

    def states(self, term: str) -> bool:
        """Whether a value of any plan is of something that has a term in its name."""
        return term in self._stated

    def indicators_in(self, text: str) -> list[Statement]:
        """The rows of tables, of any plan, whose name stands in a text in full."""
        return [one for name, one in self._indicators if name in text]

    def clauses(self, question: Question, *, titled: bool = False, sharp: bool = False) -> list[Scored[Thing]]:
        """The clauses of the plans asked that hold most of the question, best first; `sharp`: by its rare words."""
        held = self._held(question, titled=titled, sharp=sharp)
        found = heapq.nlargest(_SHOWN, held.items(), key=lambda one: one[1])
        return [Scored(self._clauses[row], share, share) for row, share in found]

    def most_held(self, question: Question) -> float:
        """The share of the question that the best clause of any plan holds."""
        return max(self._held_by(self._places, question).values(), default=0.0)

    def nearest(self, question: Question, *, titled: bool, sharp: bool = False) -> dict[str, Scored[Thing]]:
        """The clause of each plan asked that holds most of the question."""
        held = self._held(question, titled=titled, sharp=sharp)
        near: dict[str, list[int]] = {}
        for row in sorted(held, key=lambda row: -held[row]):
            rows = near.setdefault(self._clauses[row].plan_id, [])
            if len(rows) < _SHOWN:
                rows.append(row)
        best: dict[str, Scored[Thing]] = {}
        for plan, rows in near.items():
            scored = [self._spread(row, held[row], question, titled=titled, sharp=sharp) for row in rows]
            best[plan] = max(scored, key=lambda one: one.score)
        return best

    def closest(self, question: Question) -> dict[str, Scored[Thing]]:
        """The clause of each plan asked that comes nearest in meaning; empty where there is no encoder."""
        near, plans = self._closeness(question.subject or question.rest), question.plan_ids
        best: dict[str, Scored[Thing]] = {}
        for one in self._clauses if near else ():
            score = near.get(one.id, 0.0)
            if one.plan_id in plans and (one.plan_id not in best or score > best[one.plan_id].score):
                best[one.plan_id] = Scored(one, score, 0.0)
        return best

    def _spread(self, row: int, share: float, question: Question, *, titled: bool, sharp: bool) -> Scored[Thing]:
        """A clause with the terms counted whose letters stand apart in it: 水电 of 水、电."""
        one = self._clauses[row]
        text = flat(f"{one.title}/{one.parent}" if titled else one.title)
        power = 2 if sharp else 1
        total = sum(weight**power for weight in question.weights.values())
        apart = sum(
            weight**power
            for term, weight in question.weights.items()
            if len(term) == 2 and term not in text and re.search(f"{term[0]}.{{1,3}}{term[1]}", text)
        )
        whole = any(short_name(piece, text) for piece in question.pieces)
        direct = sum(weight**power for term, weight in question.weights.items() if term in text) / total
        return Scored(one, max(share, direct + (_WHOLE if whole else _SHORT) * apart / total), share)

    def _held(self, question: Question, *, titled: bool, sharp: bool) -> dict[int, float]:
        """The share of the question that each clause of the plans asked holds."""
        plans = question.plan_ids
        weighed = {term: weight**2 for term, weight in question.weights.items()} if sharp else question.weights
        held = (self._places if titled else self._texts).held(weighed, question.senses)
        return {row: share for row, share in held.items() if self._clauses[row].plan_id in plans}

    def _held_by(self, postings: Postings, question: Question) -> dict[int, float]:
        return postings.held(question.weights, question.senses)

    def literal(self, question: Question, phrase: str) -> list[Thing]:
        """The clauses, then the titles, that have a phrase, or each thing that it lists, letter by letter."""
        wanted, plans = [part for part in _LISTED.split(flat(phrase)) if part], question.plan_ids
        kinds = ("clause", "task", "safeguard", "action", "column")
        things = (one for kind in kinds for one in self._knowledge.things[kind])
        return [one for one in things if one.plan_id in plans and all(part in flat(one.title) for part in wanted)]

    def themed(self, question: Question) -> list[Thing]:
        """The clauses of the theme whose label is the whole subject."""
        theme = self._themes.get("".join(question.pieces))
        plans = question.plan_ids
        terms = bigrams(question.subject)
        tagged = [one for one in self._clauses if theme in one.concepts and one.plan_id in plans] if theme else []
        return [one for one in tagged if len(terms & bigrams(one.title)) * 2 >= len(terms)]

    def titles(self, question: Question, kinds: Sequence[str], least: float = 0.6) -> list[Scored[Thing]]:
        """The named parts of the plans asked whose title the question names, best first."""
        terms, plans = bigrams(question.text), question.plan_ids
        found: list[Scored[Thing]] = []
        for kind in kinds:
            for one, own, total in self._titles[kind]:
                share = sum(self._rarity(term) for term in own & terms) / total if total else 0.0
                if one.plan_id in plans and share >= least:
                    found.append(Scored(one, share, share * total))
        return sorted(found, key=lambda scored: (-scored.score, -scored.held))

    def _named(self, row: int, question: Question) -> float:
        own, total = self._subjects[row]
        return sum(self._rarity(term) for term in own if term in question.weights) / total if total else 0.0

    def _counts(self, question: Question, row: int, one: Statement) -> bool:
        """Whether a statement can be of what the question counts."""
        if not question.head:
            return True
        if self._unheard_of(question):
            return False
        terms = self._subjects[row][0] | bigrams(f"{one.citation.quote}/{one.context}")
        if any(len(piece) >= _NAME and piece <= terms for piece in map(bigrams, question.pieces)):
            return True  # it is of another of several things asked for
        total = sum(question.head.values())
        return sum(weight for term, weight in question.head.items() if term in terms) >= _HEAD * total

    def _unheard_of(self, question: Question) -> bool:
        """Whether no plan has a word of what is counted, in this form or another: 床位 where none speaks of beds."""
        meant = {term for sense in question.senses for term in sense.terms}
        return not any(self.knows(term) or term in meant for term in question.head)


def _by_score(one: Scored[Statement]) -> float:
    return -one.score
