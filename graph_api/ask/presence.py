"""Who has something, who lacks it, and who alone has it.

In: a question read.  Out: an `Answer` with `plans`, or `plan` where one alone is asked for.  A plan has what a clause
or title of it holds: letter by letter where the question quotes it, else by the weight of the words it shares.
Relied on: what is asked for has words that other subjects lack, and a plan that has it uses most of them together.
Example: "每个村社区都要有灾害信息员" is had by a plan with "每个村社区培育1名灾害信息员".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.values import Json
from graph_api.ask.choosing import choose
from graph_api.ask.closeness import by_both, nearest_alone
from graph_api.ask.documents import citing
from graph_api.ask.intents import PRESENCE, Intent
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer, Citation
from graph_api.ask.silence import nearest, not_stated, whom
from graph_api.ask.stated import Statement

_LEAST = 0.5  # the least share of the question's weight that a clause must hold
_OF_BEST = 0.72  # how near to the best clause of all plans
_HEADING = 0.95  # what a clause with its titles counts beside one that holds the words itself
_PART = re.compile(r"指标表|专栏(?!\d)|责任分工|任务分工")
# What asks for plans that state a figure, not for plans that speak of something.
_VALUED = re.compile(
    r"(?:定|设|给|写|提)(?:了|出|过|下)[^,，。?？]{2,14}的(?:目标|指标|数字)[?？。]*$|量化|(?:定|设|给|写|提)(?:了|出|过|下)?(?:具体|明确)?的?(?:数字|数值|数量|数|指标值|目标值|目标|指标|比例)(?=[的吗呢,，。?？是有谁哪]|$)|(?:具体|明确)的?(?:数字|数值|数量|目标值|比例|指标)|配备数"
)
_KINDS = ("indicator", "target", "baseline")
_EITHER = re.compile(r"[”」』\"](?:或者?|还是|、)[“「『\"]|之一")
# How something is called is asked for: "儿童之家这个叫法谁用了".
_CALLED = re.compile(r"(?P<name>[一-鿿]{3,10}?)(?:[这那](?:个|种|一)?)?的?(?:叫法|说法|提法|字眼|字样|表述|写法)")
_ASKS_VALUE = re.compile(r"多少|几个|几名|几家|数量")


def answer_presence(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """Who has it, lacks it, or alone has it, by the question's intent."""
    shown = _with_part(question, knowledge) if of_parts(question) else citing(question, knowledge)
    shown = shown or holders(question, matcher)
    if not shown:
        return not_stated(question, matcher, plans=_lacking(question, {}))
    has = [plan for plan in question.plans if plan.id in shown]
    lacks = [plan for plan in question.plans if plan.id not in shown]
    cited = tuple(shown[plan.id] for plan in has)
    subject = question.subject or (part[0] if (part := _PART.search(question.text)) else question.typed[:30])
    if question.intent is Intent.WHO_LACKS:
        near = nearest(question, matcher, [plan.id for plan in lacks])
        told = f"{whom(lacks)}没有写到“{subject}”" if lacks else f"所问的规划都写到“{subject}”"
        return Answer({"plans": [plan.id for plan in lacks], "count": len(lacks)}, f"{told}。", cited, near)
    if question.intent is Intent.UNIQUE:
        return _alone(question, matcher, shown)
    tail = f"；{whom(lacks)}没有写到" if lacks else ""
    return Answer({"plans": [plan.id for plan in has], "count": len(has)}, f"{whom(has)}写到“{subject}”{tail}。", cited)


def of_parts(question: Question) -> bool:
    """Whether it is asked which plans have a table, boxes or duties at all."""
    return question.intent in PRESENCE and _PART.search(question.text) is not None


def _with_part(question: Question, knowledge: Knowledge) -> dict[str, Citation]:
    """The plans that have a table of indicators, boxes, or duties at all, by what the question names."""
    found = {one.plan_id: one.citation for one in knowledge.statements if one.kind == "indicator"}
    if "专栏" in question.text:
        found = {one.plan_id: one.citation for one in knowledge.things["column"]}
    elif "分工" in question.text:
        found = {one.plan_id: one.citation for one in knowledge.duties if one.role == "joint"}
    return {plan: place for plan, place in found.items() if plan in question.plan_ids}


def holders(question: Question, matcher: Matcher) -> dict[str, Citation]:
    """The plans that have what is asked, best first, each with the clause that shows it."""
    if _VALUED.search(question.text) and (stated := _stating(question, matcher)):
        return stated
    if len(question.parts) > 1:
        sides = [holders(part, matcher) for part in question.parts]
        return {plan: place for side in reversed(sides) for plan, place in side.items()}
    literal: dict[str, Citation] | None = None
    for phrase in question.quoted or _called(question):
        found = {one.plan_id: one.citation for one in reversed(matcher.literal(question, phrase))}
        if literal is None or _EITHER.search(question.text):
            literal = {**found, **(literal or {})}
        else:
            literal = {plan: place for plan, place in literal.items() if plan in found}
    if literal and question.intent is Intent.UNIQUE and len(literal) > 1:
        closest = [plan for plan in _sharing(question, matcher) if plan in literal]
        return {plan: literal[plan] for plan in (*closest[:1], *literal)}
    return literal or {**_of_theme(question, matcher), **_sharing(question, matcher)}


def _called(question: Question) -> tuple[str, ...]:
    """The name that a question asks for as it stands."""
    said = _CALLED.search(question.rest)
    return tuple(piece for piece in question.pieces if said and piece == said["name"])


def _stating(question: Question, matcher: Matcher) -> dict[str, Citation]:
    """The plans that state a value of what is asked, by their first."""
    chosen = {plan: found[0] for plan, found in choose(question, matcher).items() if found}
    ranks = {one.item.id: rank for rank, one in enumerate(matcher.statements(question, _KINDS))}
    ordered = sorted(chosen, key=lambda plan: ranks.get(chosen[plan].id, len(ranks)))
    return {plan: chosen[plan].citation for plan in ordered}


def _of_theme(question: Question, matcher: Matcher) -> dict[str, Citation]:
    """The plans with a clause of the theme that the question names, where it names one and nothing besides."""
    return {one.plan_id: one.citation for one in reversed(matcher.themed(question))}


def shared(question: Question, matcher: Matcher) -> dict[str, tuple[float, Citation]]:
    """The share of what is asked that the best clause of each plan has, with that clause."""
    shares = {
        plan: (one.score, one.item.citation)
        for plan, one in matcher.nearest(question, titled=False, sharp=True).items()
    }
    for plan, one in matcher.nearest(question, titled=True, sharp=True).items():
        if one.score * _HEADING > shares.get(plan, (0.0,))[0]:
            shares[plan] = (one.score * _HEADING, one.item.citation)
    return shares


def mostly_shared(shares: Mapping[str, tuple[float, Citation]]) -> dict[str, Citation]:
    """The plans that have most of it, best first."""
    best = max((share for share, _ in shares.values()), default=0.0)
    kept = {plan: place for plan, place in shares.items() if place[0] >= max(_LEAST, _OF_BEST * best)}
    return {plan: place for plan, (_, place) in sorted(kept.items(), key=lambda one: -one[1][0])}


def _sharing(question: Question, matcher: Matcher) -> dict[str, Citation]:
    """The plans that have it by their words, or by the meaning of their nearest clause."""
    shares = shared(question, matcher)
    found = mostly_shared(shares)
    single = question.intent is Intent.UNIQUE
    if found and single:
        return found
    near = matcher.closest(question)
    closeness = {plan: one.score for plan, one in near.items()}
    if not found:
        return {plan: near[plan].item.citation for plan in nearest_alone(closeness, single=single)}
    words = {plan: share for plan, (share, _) in shares.items()}
    both = by_both(words, found, closeness)
    order = [*(plan for plan in found if plan in both), *(plan for plan in both if plan not in found)]
    return {plan: found[plan] if plan in found else near[plan].item.citation for plan in order}


def _lacking(question: Question, shown: dict[str, Citation]) -> list[Json]:
    lacks = question.intent is Intent.WHO_LACKS
    return [plan.id for plan in question.plans if plan.id not in shown] if lacks else []


def _valued(question: Question, matcher: Matcher, shown: Citation) -> list[Statement]:
    """The statements of the plan that alone has it: those in the words that show it before others."""
    found = [one.item for one in matcher.statements(question, _KINDS) if one.item.plan_id == shown.plan_id]
    inside = [one for one in found if one.citation.start < shown.end and shown.start < one.citation.end]
    return inside or choose(question, matcher)[shown.plan_id]


def _alone(question: Question, matcher: Matcher, shown: dict[str, Citation]) -> Answer:
    first = next(iter(shown))
    plan = next(plan for plan in question.plans if plan.id == first)
    fields: dict[str, Json] = {"plan": first}
    text = f"只有{plan.short}写到“{question.subject}”" if len(shown) == 1 else f"{plan.short}写到“{question.subject}”"
    if len(shown) > 1:
        others = whom(one for one in question.plans if one.id in shown and one.id != first)
        text += f"，不过{others}也有相近的条款"
    if _ASKS_VALUE.search(question.text) and (values := _valued(question, matcher, shown[first])):
        fields |= {"value": values[0].value, "number": values[0].number, "unit": values[0].unit}
        text += f"，{values[0].subject}{values[0].value}"
    return Answer(fields, f"{text}。", tuple(shown.values()))
