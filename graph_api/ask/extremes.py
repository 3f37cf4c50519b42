"""Who sets the highest or lowest, and who has the most or fewest.

In: a question read.  Out: an `Answer` with `plan`, `value`, `number`, `unit`; `plans` where several share the place.
Relied on: values in one unit can be ordered by their numbers; a kind of part that can be counted is counted; a plan
that has none of what is compared is left out.  Example: "哪份规划的指标最少" is of plans with a table of indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.values import Json
from graph_api.ask.busiest import answer_busiest
from graph_api.ask.choosing import choose, comparable
from graph_api.ask.edges import at_edge, citing, least
from graph_api.ask.figures import figures_in
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.sizes import size_asked
from graph_api.ask.stated import Statement

_FIRST = re.compile(r"[最更得][早先]|先后|靠前")
_ISSUE = r"(?:出(?=得)|出台|印发|发布|成文|公布|公开|发文|下发|颁布|出来|问世)"
_ISSUED = re.compile(
    rf"{_ISSUE}[^,，。?？]{{0,8}}[,，]?[^,，。?？]{{0,4}}[最更得][早晚先后迟新靠]"
    rf"|[最更][早晚先后迟近][^,，。?？]{{0,3}}{_ISSUE}|(?:规划|文件|方案)(?:是)?最新|最新的?(?:是|一份|规划)"
)
_GROWTH = re.compile(
    r"(?:提高|提升|增长|增加|上升|涨|增)(?:得|的|了)?(?:幅度|幅)?(?:最|更)|[增涨]幅|最大的?(?:提升|增长|提高)"
)
# People are counted, where the question is of more or fewer of them, and says nothing of a share.
_PEOPLE = re.compile(
    r"^(?!.*[率占比]).*(?:者|人员|人才|[^党委]员|社工|书记|明白人)[^。?？]*[最更]?[多少](?:一?些)?[,，?？。]*[^多少]*$"
)
_MONEY = re.compile(r"投入|资金|经费|数额|金额|财政|预算|总额|总量|规模|累计|投资")
_BASE = re.compile(r"基期|基数|起点")


def answer_extreme(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The extreme; not stated where no plan states what is compared."""
    if _ISSUED.search(question.text):
        return _issued(question)
    if _GROWTH.search(question.text) and (grown := _grown(question, knowledge)):
        return grown
    busiest = answer_busiest(question, knowledge)
    if busiest is not None:
        return busiest
    size = size_asked(question, knowledge)
    if size and size.of_plans:
        values = {plan: f"{number:g}{size.measure}" for plan, number in size.of_plans.items()}
        told = at_edge(question, size.of_plans, values, size.measure, lowest=least(question))
        return citing(told, tuple(plan.citation for plan in question.plans))
    return _of_values(question, matcher)


def _of_values(question: Question, matcher: Matcher) -> Answer:
    """The extreme of what plans state, or of where they start from."""
    if _PEOPLE.search(question.rest) and not question.units:
        question = replace(question, units=("people",))
    chosen = _sums(question, matcher) or choose(question, matcher)
    stated = {plan: found[0] for plan, found in comparable(chosen).items()}
    numbers = {plan: one.number or 0.0 for plan, one in stated.items()}
    values = {plan: one.value or "" for plan, one in stated.items()}
    if _BASE.search(question.text):
        stated = {plan: one for plan, found in chosen.items() for one in reversed(found) if _base(one) is not None}
        numbers = {plan: _base(one) or 0.0 for plan, one in stated.items()}
        values = {plan: one.base or "" for plan, one in stated.items()}
    if not numbers:
        return not_stated(question, matcher)
    lowest = least(question, frozenset(one.comparator for one in stated.values()))
    told = at_edge(question, numbers, values, next(iter(stated.values())).unit, lowest=lowest)
    return citing(told, tuple(one.citation for one in stated.values()))


def _sums(question: Question, matcher: Matcher) -> dict[str, list[Statement]]:
    """The greatest sum of each plan, where a question is of sums of money and of nothing besides."""
    if "money" not in question.units or any(len(_MONEY.sub("", piece)) > 1 for piece in question.pieces):
        return {}
    found: dict[str, list[Statement]] = {plan.id: [] for plan in question.plans}
    for one in matcher.statements(question, ("baseline",) if question.wanted.past else ("baseline", "target")):
        if question.fits_unit(one.item.unit):
            found[one.item.plan_id].append(one.item)
    return {plan: sorted(own, key=lambda one: -(one.number or 0.0)) for plan, own in found.items()}


def _base(one: Statement) -> float | None:
    figure = next(figures_in(one.base or ""), None)
    return figure.number if figure else None


def _grown(question: Question, knowledge: Knowledge) -> Answer | None:
    """The indicator of the plans asked that is to grow most, or least, over its base; None where none has a base."""
    grown = dict(_growths(one for one in knowledge.statements if one.plan_id in question.plan_ids))
    if not grown or re.search(r"指标", question.text) is None:
        return None
    edge = (min if least(question) else max)(grown.values())
    one = next(one for one, growth in grown.items() if growth == edge)
    unit = "个百分点" if one.unit == "%" else one.unit
    fields: dict[str, Json] = {"plan": one.plan_id, "title": one.subject, "value": f"{edge:g}{unit}", "number": edge}
    told = (
        f"{whom(plan for plan in question.plans if plan.id == one.plan_id)}“{one.subject}”由{one.base}到{one.value}。"
    )
    return Answer(fields | {"unit": unit}, told, (one.citation,))


def _growths(statements: Iterable[Statement]) -> Iterable[tuple[Statement, float]]:
    for one in statements:
        base = _base(one) if one.kind == "indicator" else None
        if base is not None and one.number is not None:
            yield one, one.number - base


def _issued(question: Question) -> Answer:
    """The plan issued first or last, of those that say when."""
    dated = {plan.issued: plan for plan in question.plans if plan.issued}
    if not dated:
        return Answer.silent(f"{whom(question.plans)}没有写明印发时间。")
    first = _FIRST.search(question.text) is not None
    date = min(dated) if first else max(dated)
    told = "；".join(f"{plan.short}{one}" for one, plan in sorted(dated.items()))
    text = f"{dated[date].short}{'最早' if first else '最晚'}，为{date}（{told}）。"
    return Answer({"plan": dated[date].id, "value": date}, text, tuple(plan.citation for plan in dated.values()))
