"""Which statements of each plan a question asks for.

In: a question read.  Out: statements by plan, in the order of the plans; none for a plan that states nothing of it.
Relied on: what one plan states on a concept is comparable with what another states on it; a statement that lacks what
makes the best one the best is about something else.  Example: 志愿服务站点覆盖率 is not 综合服务设施覆盖率.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from graph_api.ask.figures import figures_in
from graph_api.ask.further import several, terms_of
from graph_api.ask.intents import Intent
from graph_api.ask.matching import Matcher, Scored
from graph_api.ask.parting import of_topic, of_values
from graph_api.ask.reading import Question
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.sameness import LONG, measured, same_as
from graph_api.ask.stated import Statement
from graph_api.ask.timing import TABLE, before_all, kinds_asked, of_both_times, of_other_time
from graph_api.ask.weighing import counts_the_men_too, of_all_together, of_single_ones, out_of_unit

LEAST = 0.36  # a statement that fits less is about something else
_LEAST_OF_TABLE = 0.3  # the same for rows of a table, which are few
_OF_BEST = 0.62  # how near to the best of all plans the best of one plan has to come
# What a statement of the past counts where one of what is to be is asked for, or the other way, and where none is.
_OTHER_TIME, _EITHER_TIME = 0.65, 0.95
_ALIKE = 0.8  # how near to the best of a plan its statement on the same concept has to come
_NEARLY_ALL = 0.8  # how much of an indicator's name a statement must have that is of no concept
_SOMETHING = 0.34  # the share of the last piece's terms that a statement must have; of the others one is enough
_GOING_ON = re.compile(r"呢$")
# The level at the end is asked for, and what a statement of the growth before it ends in: 平均增长1400元.
_RISEN_TO = re.compile(r"[涨增升加长高]到了?[^,，。?？]{0,6}(?:多少|几|多[大高])")
_GROWN = re.compile(r"(?:增长|增加|提高|上升|上涨|增)(?:了)?$")
_GROWTH = 0.6  # what a statement of the growth counts where the level is asked for


def choose(question: Question, matcher: Matcher) -> dict[str, list[Statement]]:
    """The statements asked for, by plan, in the order of the plans; an empty list for a plan that states none.

    A question that asks for several values is answered part by part, and as a whole for a plan that no part found.
    """
    question = of_values(question)
    chosen: dict[str, list[Statement]] = {plan.id: [] for plan in question.plans}
    for part in question.parts if len(question.parts) > 1 else ():
        told = [one for found in chosen.values() for one in found] if _GOING_ON.search(part.text) else []
        _add(chosen, _chosen(part, matcher, told))
        silent = [plan.id for plan in part.plans if not chosen.get(plan.id)]
        topical = of_topic(question, part) if silent else None
        _add(chosen, _chosen(topical, matcher, told) if topical else {}, silent)
    for plan, found in _chosen(question, matcher).items():
        if len(chosen[plan]) < max(1, len(question.parts)):
            _add(chosen, {plan: found})
    return chosen


def _add(
    chosen: dict[str, list[Statement]], more: Mapping[str, list[Statement]], plans: Collection[str] | None = None
) -> None:
    """Adds what is not chosen yet, of the plans asked, or of some of them."""
    for plan, found in more.items():
        if plan in chosen and (plans is None or plan in plans):
            chosen[plan] += [one for one in found if one not in chosen[plan]]


def comparable(chosen: Mapping[str, list[Statement]]) -> dict[str, list[Statement]]:
    """The statements in the unit that most plans use."""
    units = [measured(found[0].unit) for found in chosen.values() if found]
    unit = max(units, key=units.count) if units else ""
    kept = {
        plan: [one for one in found if measured(one.unit) == unit and one.number is not None]
        for plan, found in chosen.items()
    }
    return {plan: found for plan, found in kept.items() if found}


def _chosen(question: Question, matcher: Matcher, told: Sequence[Statement] = ()) -> dict[str, list[Statement]]:
    """The same for a question of one value, with nothing that has been told."""
    scored = [one for one in _preferred(question, matcher) if one.item not in told]
    best = scored[0].score if scored else 0.0
    chosen: dict[str, list[Statement]] = {plan.id: [] for plan in question.plans}
    if best < (_LEAST_OF_TABLE if TABLE.search(question.text) else LEAST):
        return chosen
    for plan in question.plans:
        own = [one for one in scored if one.item.plan_id == plan.id]
        own = _comparable_first(own, scored[0])
        if own and _near(question, own[0], scored[0]) and same_as(question, scored, own[0].item):
            chosen[plan.id] = _of_both(own) if of_both_times(question) else several(question, own)
    _same_concept(chosen, scored)
    for found in chosen.values():
        found[:] = [_in_unit(question, one) for one in found]
        found[:] = [] if found and out_of_unit(question, found[0]) else found
    return chosen


def _of_both(own: Sequence[Scored[Statement]]) -> list[Statement]:
    """The best statement of a plan, and the best on the same of the other time."""
    first = own[0].item
    other = next((one.item for one in own if of_other_time(first, one.item)), None)
    return [first, other] if other else [first]


def _in_unit(question: Question, one: Statement) -> Statement:
    """A statement by the figure of its words that is in the unit asked for, where its own value is not."""
    if "when" in question.units and one.year:
        return replace(one, value=f"{one.year}年", number=float(one.year), unit="年", comparator="=")
    if question.fits_unit(one.unit) is not False:
        return one
    for figure in figures_in(one.citation.quote):
        if question.fits_unit(figure.unit):
            return replace(
                one, value=figure.value, number=figure.number, unit=figure.unit, comparator=figure.comparator
            )
    return one


def _preferred(question: Question, matcher: Matcher) -> list[Scored[Statement]]:
    """Candidates with those of the kind that the question sounds like first."""
    table = TABLE.search(question.text) is not None
    past, was = question.wanted.past, before_all(question)
    either = question.intent in (Intent.VALUE, Intent.EXTREME) and not question.wanted.aims
    other = _EITHER_TIME if either else _OTHER_TIME
    found = [
        Scored(
            one.item,
            one.score * (1.0 if table or (one.item.kind == "baseline") is past else other) * _risen(question, one.item),
            one.held,
        )
        for one in matcher.statements(question, kinds_asked(question))
        if _has_all(question, one.item, matcher) and _of_named(question, one.item, matcher)
        if not of_all_together(question, one.item) and not of_single_ones(question, one.item)
        if not counts_the_men_too(question, one.item)
        if not was or one.item.base or one.item.kind == "baseline"
    ]
    return sorted(found, key=lambda one: -one.score)


def _risen(question: Question, one: Statement) -> float:
    """Less than 1 for a growth where the level that it led to is asked for."""
    return _GROWTH if _RISEN_TO.search(question.text) and _GROWN.search(one.subject) else 1.0


def _has_all(question: Question, one: Statement, matcher: Matcher) -> bool:
    """Whether a statement, with its clause, has something of each piece that describes what is asked for."""
    around = terms_of(one) | bigrams(one.context)
    senses = {sense.phrase: sense.labels for sense in question.senses}
    said = flat(f"{one.subject}/{one.citation.quote}/{one.context}")
    if any(
        term.isascii() and not term.isdigit() and term.isalnum() and term not in around for term in question.weights
    ):
        return False  # 5G is nothing else
    for piece in question.together:
        terms = [term for term in bigrams(piece) if term in question.weights and matcher.knows(term)]
        least = _SOMETHING * len(terms) if piece == question.together[-1] else 1
        short = LONG - 1 if piece == question.together[-1] else LONG
        if len(terms) < short or sum(term in around for term in terms) >= min(least, len(terms) / 2):
            continue
        if not any(label in said for phrase, labels in senses.items() if phrase in piece for label in labels):
            return False
    return True


def _of_named(question: Question, one: Statement, matcher: Matcher) -> bool:
    """Whether a statement is of the indicator that the question names in full, where it names one."""
    named = matcher.indicators_in(flat(question.text))
    if not named:
        return True
    own = terms_of(one)
    return any(
        set(label.concepts) & set(one.concepts)
        or len(own & bigrams(label.subject)) >= _NEARLY_ALL * len(bigrams(label.subject))
        for label in named
    )


def _comparable_first(own: list[Scored[Statement]], best: Scored[Statement]) -> list[Scored[Statement]]:
    """What a plan states on the concept of the best statement of all, if that fits nearly as well, then the rest."""
    concepts = set(best.item.concepts)
    alike = [one for one in own if concepts & set(one.item.concepts) and one.score >= _ALIKE * own[0].score]
    return [*alike, *(one for one in own if one not in alike)]


def _near(question: Question, one: Scored[Statement], best: Scored[Statement]) -> bool:
    """Whether a statement fits well enough: nearly as well as the best, or as what one piece of the question names."""
    pieces = [bigrams(piece) for piece in question.pieces]
    named = any(len(piece) >= LONG and piece <= bigrams(one.item.subject) for piece in pieces)
    return one.score >= LEAST * (0.8 if named else 1.0) and (named or one.score >= _OF_BEST * best.score)


def _same_concept(chosen: dict[str, list[Statement]], scored: Sequence[Scored[Statement]]) -> None:
    """Fills in what a plan states on a concept that another plan's best statement has."""
    concepts = {concept for found in chosen.values() for one in found[:1] for concept in one.concepts}
    for one in scored:
        if not chosen[one.item.plan_id] and concepts & set(one.item.concepts):
            chosen[one.item.plan_id].append(one.item)
