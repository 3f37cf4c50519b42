"""Whether two statements, of two plans, are of the same thing.

In: a question read, the statement that fits it best, and another.  Out: whether the other is of what makes the best one
the best.  Relied on: a rate is told by what stands right before it, and a number by the word for what it counts.
Example: 信息平台覆盖率 is not 服务设施覆盖率, and 注册志愿者 are what 登记注册的志愿者 are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_api.ask.further import terms_of
from graph_api.ask.matching import Scored
from graph_api.ask.reading import Question
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.stated import Statement
from graph_api.ask.weighing import shortened
from graph_api.ask.wording import words

LONG = 3  # bigrams of a piece long enough to tell one thing from another
_AS_WELL = 0.9  # how near to the best of all another of its plan has to come to be looked at beside it
_SHARED = 0.75  # how much of what the best statement of all holds one of another plan has to hold
_HELD, _LACKED = 0.8, 0.4  # from how much of a piece on a statement has it, and below how much it has it not
_OF_THINGS, _OF_PEOPLE = frozenset("个家所处座间"), frozenset("人名位")
# What a rate is of, right before it, where that is no place within which it holds (设施中的覆盖率).
_RATED = re.compile(r"([一-鿿]{2})(?<![中内里])的?(?:总|综合)?(?:覆盖率|普及率|建成率|达标率|配备率|完好率)$")
# Words that name the whole of a plan's place, and a measure at the end of what is counted.
_OF_PLACE, _NUMBER = re.compile(r"全[市州区省县国]"), re.compile(r"(?:总|人|户|个|件)?数量?$")


def measured(unit: str) -> str:
    """A unit, one for all words that things or people are counted by: 1257个 and 112家."""
    return "个" if unit in _OF_THINGS else "人" if unit in _OF_PEOPLE else unit


def same_as(question: Question, scored: Sequence[Scored[Statement]], one: Statement) -> bool:
    """Whether a statement is of the same thing as the best, and as those of its plan that fit as well."""
    best = scored[0]
    beside = [
        each.item for each in scored if each.item.plan_id == best.item.plan_id and each.score >= _AS_WELL * best.score
    ]
    return all(_same_thing(question, each, one) for each in beside)


def _same_thing(question: Question, best: Statement, one: Statement) -> bool:
    """Whether a statement holds most of what makes the best one the best: 志愿服务站点覆盖率 is not 设施覆盖率."""
    if best is one or set(best.concepts) & set(one.concepts):
        return True
    if any(
        len(piece) >= LONG and piece <= terms_of(one) and not piece <= terms_of(best)
        for piece in map(bigrams, question.pieces)
    ):
        return True  # it holds another of several things asked for
    if _rates_another(question, best, one):
        return False
    if _counts_the_same(question, best, one):
        return True
    around = terms_of(one) | bigrams(one.context)
    for piece in map(bigrams, question.pieces):
        if (
            len(piece) >= LONG
            and len(piece & terms_of(best)) >= _HELD * len(piece)
            and len(piece & around) < _LACKED * len(piece)
        ):
            return False
    shared = {term: weight for term, weight in question.weights.items() if term in terms_of(best)}
    text = flat(f"{one.subject}/{one.citation.quote}")
    held = sum(weight for term, weight in shared.items() if term in around or shortened(term, text))
    return held >= _SHARED * sum(shared.values())


def _rates_another(question: Question, best: Statement, one: Statement) -> bool:
    """Whether a rate is not of what the best one, and the question, name right before theirs."""
    rated = _RATED.search(best.subject)
    if rated is None or rated[1] not in question.rest or one.unit != best.unit:
        return False
    labels = [label for sense in question.senses if rated[1] in sense.phrase for label in sense.labels]
    said = flat(f"{one.subject}/{one.citation.quote}")
    return not any(name in said for name in (rated[1], *labels))


def _counts_the_same(question: Question, best: Statement, one: Statement) -> bool:
    """Whether a number is of what the best one counts, by a name that the question has in full."""
    if measured(one.unit) != measured(best.unit) or measured(one.unit) not in ("个", "人"):
        return False
    parted = [words(_NUMBER.sub("", _OF_PLACE.sub("", flat(each.subject)))) for each in (one, best)]
    own, theirs = ([word for word in each if len(word) > 1] for each in parted)
    return (
        bool(own and theirs) and own[-1] == theirs[-1] and len(own) > 1 and all(word in question.rest for word in own)
    )
