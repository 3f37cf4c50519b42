"""Which special actions correspond.

In: a question read that names an action or its subject.  Out: an `Answer` with `titles` by plan.
Relied on: actions that answer to one concept correspond, whatever each plan calls them.
Example: 残疾人康复服务提升行动 of one plan is 社区助残服务行动 of another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.values import Json
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.silence import not_stated
from graph_api.ask.stated import Thing

# The others are asked of, whichever plan is named: "哪些规划有跟天津…一样的行动".
_ELSEWHERE = re.compile(
    r"(?:哪(?:些|几|个)(?:份|个)?|别的|其他|其它|其余|各|另外|另)(?:规划|地方|地区|地|家|份|[一二两三四]家)"
)
_NAMED = 0.8  # a title that the question names to this share is the action it starts from
_LEAST = 0.45
# What titles of actions have whatever they are for: 社区养老服务提升行动.
_OF_ANY = bigrams("专项行动") | bigrams("服务提升行动") | {"对应", "工程"}


def answer_actions(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The titles, an empty list for a plan without such an action; not stated where no plan has one."""
    start = _start(question, matcher, knowledge)
    concepts = {concept for one in start for concept in one.concepts}
    if _ELSEWHERE.search(question.text) or {plan.id for plan in question.plans} == {one.plan_id for one in start}:
        question = replace(question, scope=replace(question.scope, plans=knowledge.plans))
    if not start:
        return not_stated(question, matcher, titles={plan.id: [] for plan in question.plans})
    found = [
        one for one in knowledge.things["action"] if one.plan_id in question.plan_ids and concepts & set(one.concepts)
    ]
    titles: dict[str, Json] = {
        plan.id: [one.title for one in found if one.plan_id == plan.id] for plan in question.plans
    }
    parts = [
        f"{plan.short}：{'、'.join(str(title) for title in names)}"
        if isinstance(names, list) and names
        else f"{plan.short}没有对应的行动"
        for plan in question.plans
        for names in [titles[plan.id]]
    ]
    return Answer({"titles": titles}, "；".join(parts) + "。", tuple(one.citation for one in found))


def _start(question: Question, matcher: Matcher, knowledge: Knowledge) -> list[Thing]:
    """The action named, in any plan; else those whose titles share most with the question."""
    quotes = {flat(phrase) for phrase in question.quoted}
    actions = knowledge.things["action"]
    text = flat(question.text)
    exact = _last(text, [one for one in actions if flat(one.title) in quotes]) or _longest(
        [one for one in actions if flat(one.title) in text]
    )
    in_scope = [one for one in exact if one.plan_id in question.plan_ids]
    if exact:
        return (in_scope or exact)[:1]
    named = matcher.titles(question, ["action"], least=_NAMED)
    return [one.item for one in named[:1]] or _sharing(question, actions)


def _last(text: str, found: Sequence[Thing]) -> list[Thing]:
    """The one named last first: what stands before it only says where it is."""
    return sorted(found, key=lambda one: -text.rfind(flat(one.title)))


def _longest(found: Sequence[Thing]) -> list[Thing]:
    return sorted(found, key=lambda one: -len(one.title))


def _sharing(question: Question, actions: Sequence[Thing]) -> list[Thing]:
    """The action whose title says most of what is told of it."""
    weights = {term: weight for term, weight in question.weights.items() if term not in _OF_ANY} or question.weights
    shares = [(_share(one.title, question, weights), one) for one in actions]
    share, best = max(shares, key=lambda one: one[0], default=(0.0, None))
    return [best] if best and weights and share >= _LEAST * sum(weights.values()) else []


def _share(text: str, question: Question, weights: Mapping[str, float]) -> float:
    """The weight of what a text says, in the words of the question or in others for them."""
    said = flat(text)
    meant = {term for sense in question.senses if any(label in said for label in sense.labels) for term in sense.terms}
    return sum(weight for term, weight in weights.items() if term in meant | bigrams(text))
