"""Which plans set more, or less, than a number or than another plan.

In: a question read that names a bound (高于80%) or a plan to compare with (比天津高).  Out: an `Answer` with `plans`,
and the values compared.  Relied on: values in one unit can be ordered by their numbers.
Example: "比宁夏高的行政村5G目标是哪家" is asked of every plan but the one compared with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from graph.values import Json
from graph_api.ask.choosing import choose, comparable
from graph_api.ask.intents import Intent
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.stated import Statement

_BOUND = re.compile(r"(高于|超过|大于|多于|低于|少于|小于)(\d+(?:\.\d+)?)(万|亿)?")
_THAN = re.compile(r"(?<!占)比(?:的|要|定得|要求|目标)*更?(高|多|大|严|低|少|小)")
_MORE = re.compile(r"高|超|大|多|严")
_SCALES = {"万": 1e4, "亿": 1e8}
_OF_PLANS = frozenset((Intent.WHO_HAS, Intent.EXTREME, Intent.VALUE))


def compares(question: Question) -> bool:
    """Whether a question asks which plans set more or less than something."""
    if question.intent not in _OF_PLANS or (question.intent is Intent.EXTREME and "最" in question.rest):
        return False
    than = _THAN.search(question.rest) is not None and len(question.plans) == 1 and question.scope.named
    return than or (question.intent is Intent.WHO_HAS and _BOUND.search(question.text) is not None)


def answer_compared(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The plans, with their values; not stated where nothing can be compared."""
    than = _THAN.search(question.rest)
    asked = question
    if than:
        asked = replace(question, scope=replace(question.scope, plans=knowledge.plans, named=False))
    stated = {plan: found[0] for plan, found in comparable(choose(asked, matcher)).items()}
    bound = _bound(question, stated)
    if bound is None:
        return not_stated(question, matcher, plans=[])
    number, more = bound
    found = {plan: one for plan, one in stated.items() if (one.number or 0.0) != number}
    found = {plan: one for plan, one in found.items() if ((one.number or 0.0) > number) is more}
    plans = [plan for plan in knowledge.plans if plan.id in found]
    values: dict[str, Json] = {plan.id: found[plan.id].value for plan in plans}
    said = "，".join(f"{plan.short}{found[plan.id].value}" for plan in plans)
    text = f"{said}。" if plans else f"{whom(asked.plans)}中没有这样的规划。"
    cited = tuple(stated[plan.id].citation for plan in knowledge.plans if plan.id in stated)
    return Answer({"plans": [plan.id for plan in plans], "values": values}, text, cited)


def _bound(question: Question, stated: Mapping[str, Statement]) -> tuple[float, bool] | None:
    """The number to compare with, and whether more is asked for."""
    if than := _THAN.search(question.rest):
        own = stated.get(question.plans[0].id)
        return (own.number or 0.0, _MORE.search(than[1]) is not None) if own else None
    said = _BOUND.search(question.text)
    if said is None:
        return None
    return float(said[2]) * _SCALES.get(said[3] or "", 1.0), _MORE.search(said[1]) is not None
