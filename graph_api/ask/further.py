"""What else of one plan a question asks for beside the statement that fits best.

In: a question read, and the statements of one plan, best first.  Out: those asked for.  Relied on: what is asked on
without being named anew (其中多少, 占多大比例) stands in the same clause.
Example: "社会工作人才有多少，其中持证的多少" is of 2336人 and of 258人.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_api.ask.matching import Scored
from graph_api.ask.reading import Question
from graph_api.ask.relevance import bigrams
from graph_api.ask.stated import Statement

_LEAST = 0.36  # a statement that fits less is about something else
_LONG = 3  # bigrams of a piece long enough to tell one thing from another
_NAMED = 0.55  # how much of its subject a further statement must have named by the question
_MORE = 0.16  # how much of the question a further statement must add
_PIECE = 0.5  # the same, for one that holds a piece of the question that nothing else does
_PIECE_EACH = 0.25  # the same, where each of several things is asked for
_FULLY = 0.85  # the same, for one that the question as good as names
_AS_WELL, _LITTLE = 0.9, 0.08  # the same, for one that fits about as well as the best
_ANYTHING = 0.05
_MOST = 4
_CHANGE = re.compile(r"(?:(?<!占)比(?![例重多])|较).{0,12}(?:多|增|涨|提高|减|降|少|高)|增(?:加|长)了|涨了|提高了")
_MEASURES = re.compile(r"(?:多少|几)(?:万|亿)?(个|名|位|人|家|户|所|处|件|次|亩|元)")
_ASKS = re.compile(r"多少|几[^,，]|多[大高]")
_CHANGED = re.compile(r"增加|增长|提高|减少|下降|降低|比")
# For how many, or how long, each time: what a value is reckoned by, not what it is of (办公经费每年每户).
_FOR_EACH = re.compile(r"每(?:年|月|人|户|家|个)")
_EACH = re.compile(r"各(?:有|是|要|为|达)?|分别")


def several(question: Question, own: Sequence[Scored[Statement]]) -> list[Statement]:
    """The best of one plan, with what else the question names, and the same for other years."""
    first = own[0].item
    chosen = [first]
    total, each = sum(question.weights.values()), _EACH.search(question.text) is not None
    pieces = [terms for piece in question.pieces if (terms := bigrams(piece) & question.weights.keys())]
    for one in own[1:30]:
        if len(chosen) >= _MOST:
            break
        covered = {term for item in chosen for term in terms_of(item)}
        terms = terms_of(one.item)
        adds = sum(weight for term, weight in question.weights.items() if term in terms - covered) / total
        named = _share_named(one.item, question)
        again = one.item.subject == first.subject or bool(set(one.item.concepts) & set(first.concepts))
        least = _PIECE_EACH if each else _PIECE
        whole = named >= least and any(_new(piece, one.item, chosen) for piece in pieces)
        close = each and one.score >= _AS_WELL * own[0].score and adds >= _LITTLE
        fits = again or whole or close or (adds >= _MORE and named >= _NAMED)
        if (fits and one.score >= _LEAST * 0.7) or (named >= _FULLY and adds > _ANYTHING):
            chosen.append(one.item)
    return _of_years(question, chosen + _beside(question, chosen, [one.item for one in own]))


def _beside(question: Question, chosen: Sequence[Statement], own: Sequence[Statement]) -> list[Statement]:
    """What stands in the same clause, where the question asks on without naming it anew (其中多少, 占多大比例)."""
    clauses = {one.clause_id for one in chosen} - {None}
    others = [one for one in own if one.clause_id in clauses and one not in chosen]
    if _CHANGE.search(question.text):
        return [one for one in others if _CHANGED.search(one.citation.quote)]
    parts = [one for one in others if any(_of_one_thing(one, first) for first in chosen)]
    if parts and len(_ASKS.findall(question.typed)) > 1:
        return parts
    if "share" in question.units and not any(one.unit == "%" for one in chosen):
        return [one for one in others if one.unit == "%"]
    asks = len(_ASKS.findall(question.text))
    measures = set(_MEASURES.findall(question.text)) - {one.unit for one in chosen}
    others.sort(key=lambda one: one.unit not in measures)
    return others[: max(0, asks - len(chosen))] if asks > 1 else []


def _of_one_thing(one: Statement, other: Statement) -> bool:
    """Whether one is a number and the other its share: 女性书记、主任, 女性书记、主任占总数."""
    short, long = sorted((one.subject, other.subject), key=len)
    return one.unit != other.unit and len(short) > _LONG and long.startswith(short)


def _of_years(question: Question, chosen: list[Statement]) -> list[Statement]:
    """Only those of the years asked for, where the same is stated for several years."""
    dated = [one for one in chosen if one.year in question.years]
    several = len({one.year for one in chosen if one.subject == chosen[0].subject and one.year}) > 1
    return dated if several and dated else chosen


def terms_of(one: Statement) -> frozenset[str]:
    """The terms of a statement's subject and of its words."""
    return bigrams(f"{one.subject}/{one.citation.quote}")


def _new(piece: frozenset[str], one: Statement, chosen: Sequence[Statement]) -> bool:
    """Whether a statement holds a piece that none chosen does; its subject alone tells, where they share a clause."""
    if not piece <= terms_of(one):
        return False
    sharing = any(item.clause_id and item.clause_id == one.clause_id for item in chosen)
    if sharing and piece <= bigrams(one.subject):
        return not any(piece <= bigrams(item.subject) for item in chosen)
    return not any(piece <= terms_of(item) for item in chosen)


def _share_named(one: Statement, question: Question) -> float:
    own = bigrams(_FOR_EACH.sub("", one.subject))
    return sum(term in question.weights for term in own) / len(own) if own else 0.0
