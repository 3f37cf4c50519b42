"""Values of one thing, plan by plan: indicators, targets in running text, and achievements of the past.

In: a question read.  Out: an `Answer` with `values`: one value, a list where a plan states several that are asked for,
null where a plan states none; `base_values` where the base is asked.  Relied on: what one plan states on a concept is
comparable with what another states on it, whatever words each uses.
Example: "行政村5G比例" gives 80% for one plan and 95%以上 for another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.values import Json
from graph_api.ask.choosing import choose
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.silence import nearest, not_stated
from graph_api.ask.stated import Plan, Statement

# The base is asked for and nothing besides, where the last year of a plan is not named either.
_ONLY_BASE = re.compile(r"^(?!.*(?:目标|\d{4}年底?到|[?？。;；].*基期)).*(?:基期|底数)")
_BASE = re.compile(r"基期|基数|起点值")


def answer_values(question: Question, matcher: Matcher) -> Answer:
    """The values; not stated where no plan states one."""
    chosen = choose(question, matcher)
    missing = [f"没有收录{name}的规划" for name in question.scope.missing]
    if _only_base(question):
        chosen = {plan: [one for one in found if one.base or one.kind == "baseline"] for plan, found in chosen.items()}
    if not any(chosen.values()):
        return not_stated(question, matcher)
    values: dict[str, Json] = {}
    for plan in question.plans:
        values[plan.id] = _told([_value(one) for one in chosen[plan.id]])
    fields: dict[str, Json] = {"values": values}
    if _BASE.search(question.text):
        fields["base_values"] = {plan: _told([one.base for one in found if one.base]) for plan, found in chosen.items()}
    cited = tuple(one.citation for found in chosen.values() for one in found)
    sentence = "；".join([*_sentences(question.plans, chosen, bases="base_values" in fields), *missing]) + "。"
    near = () if all(chosen.values()) else nearest(question, matcher, [one for one in chosen if not chosen[one]])
    return Answer(fields, sentence, cited, near)


def _only_base(question: Question) -> bool:
    ends = {str(plan.end_year) for plan in question.plans}
    return _ONLY_BASE.search(question.text) is not None and ends.isdisjoint(question.years)


def _value(one: Statement) -> Json:
    told: dict[str, Json] = {"value": one.value, "number": one.number, "unit": one.unit, "comparator": one.comparator}
    told["subject"] = one.subject
    return told | ({"year": one.year} if one.year else {})


def _told(values: Sequence[Json]) -> Json:
    """None for nothing, the value where there is one, a list of several."""
    if not values:
        return None
    return values[0] if len(values) == 1 else list(values)


def _sentences(plans: Sequence[Plan], chosen: dict[str, list[Statement]], *, bases: bool) -> list[str]:
    told, silent = [], []
    for plan in plans:
        parts = []
        for one in chosen[plan.id]:
            base = f"，基期{one.base}" if bases and one.base else ""
            year = f"{one.year}年" if one.year else ""
            parts.append(f"{one.subject}{year}{one.value}{base}")
        if parts:
            told.append(f"{plan.short}：{'，'.join(parts)}")
        else:
            silent.append(plan.short)
    return [*told, f"{'、'.join(silent)}未写明"] if silent else told
