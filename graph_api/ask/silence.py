"""What the plans do not say: the reason, and the clauses that come nearest.

In: a question read.  Out: an `Answer` with `not_stated`, its reason in a sentence, and the nearest clauses.
Relied on: a place that is not loaded, a subject no clause speaks of, and a subject without the figure asked for are
three reasons, and the reader needs to know which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.values import Json
from graph_api.ask.intents import Intent
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer, Citation
from graph_api.ask.stated import Plan

_SPEAKS = 0.6  # a clause that holds this share of the question speaks of its subject
_NEAR = 0.2  # below this a clause is not worth showing
_SHOWN = 3
# Places inside the one that a plan is of are asked for: "选了哪几个区做试点".
_INNER = re.compile(r"哪(?:一|几|些|两|三|四)?[个条]?(?:区(?!域|级|里|间|块|政府)|县|旗|街道|乡镇|镇(?!政府))")
_TALLIES = frozenset((Intent.WHO_HAS, Intent.DOCUMENTS, Intent.VALUE, Intent.BASELINE, Intent.ACTIONS))


def not_stated(question: Question, matcher: Matcher, **fields: Json) -> Answer:
    """The answer that nothing is stated, with the reason."""
    if question.scope.missing:
        return unknown_place(question)
    found = matcher.clauses(question, titled=True)[:_SHOWN]
    whose = whom(question.plans) if question.scope.named else "已收录的规划"
    subject = question.subject or question.typed[:30]
    if found and found[0].score >= _SPEAKS:
        reason = f"{whose}提到相关内容，但没有写明所问的“{subject}”"
    else:
        reason = f"{whose}没有写到“{subject}”"
    if question.scope.named and any(found):
        fields = {"values": {plan.id: None for plan in question.plans}, **fields}
    near = [one.item.citation for one in found if one.score >= _NEAR]
    return Answer.silent(f"{reason}。", near, **fields)


def inner_places(question: Question) -> bool:
    """Whether places inside the one of the plan asked are asked for."""
    return len(question.plans) == 1 and question.intent in _TALLIES and _INNER.search(question.rest) is not None


def unknown_place(question: Question) -> Answer:
    """The answer to a question of a place or period that is not loaded."""
    names = "、".join(question.scope.missing)
    near = f"，相近的有{'、'.join(question.scope.near)}" if question.scope.near else ""
    fields: dict[str, Json] = {"near": list[Json](question.scope.near)} if near else {}
    return Answer.silent(f"没有收录{names}的规划{near}。", (), **fields)


def nearest(question: Question, matcher: Matcher, plans: Iterable[str]) -> tuple[Citation, ...]:
    """The nearest clause of each of some plans."""
    found = matcher.nearest(question, titled=True)
    return tuple(found[plan].item.citation for plan in plans if plan in found and found[plan].score >= _NEAR)


def whom(plans: Iterable[Plan]) -> str:
    """The plans as a sentence names them."""
    return "、".join(plan.short for plan in plans)
