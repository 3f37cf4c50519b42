"""Who sets the highest or lowest, and who has the most or fewest.

In: a question read.  Out: an `Answer` with `plan`, `value`, `number`, `unit`; `plans` where several share the place.
Relied on: what is compared is a date of issue, a growth, the tasks of bodies, the size of whole plans, the number of
their parts, or else a value that they state; a plan that has none of it is left out.
Example: "哪份规划的指标最少" is of plans with a table of indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.values import Json
from graph_api.ask.busiest import answer_busiest
from graph_api.ask.choosing import choose, comparable
from graph_api.ask.edges import Contender, at_edge, least
from graph_api.ask.figures import figures_in
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.parts import parts_compared
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.relevance import flat
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.sizes import Compared, sizes_compared
from graph_api.ask.stated import Statement
from graph_api.ask.totals import OF_EACH, sums, totals

_FIRST = re.compile(r"[最更得][早先]|先后|靠前")
_ISSUE = r"(?:出(?=得)|出台|印发|发布|成文|落款|签发|公布|公开|发文|下发|颁布|出来|问世)"
_ISSUED = re.compile(
    rf"{_ISSUE}[^,，。?？]{{0,8}}[,，]?[^,，。?？]{{0,4}}[最更][早晚先后迟新靠]"
    rf"|[最更][早晚先后迟近][^,，。?？]{{0,3}}{_ISSUE}|{_ISSUE}[^,，。?？]{{0,4}}先后|(?:规划|文件|方案)(?:是)?最新|最新的?(?:是|一份|规划)"
)
_GROWTH = re.compile(
    r"(?:提高|提升|增长|增加|上升|涨|增)(?:得|的|了)?(?:幅度|幅)?(?:最|更)|[增涨]幅|最大的?(?:提升|增长|提高)"
)
# What is compared, where no measure word says it: people (of more or fewer, not of a share), money, times.
_SORTS = (
    (
        "people",
        re.compile(
            r"^(?!.*[率占比]).*(?:者|人员|人才|[^党委]员|社工|书记|明白人)[^。?？]*[最更]?[多少](?:一?些)?[,，?？。]*[^多少]*$"
        ),
    ),
    (
        "money",
        re.compile(r"资金|经费|投资|金额|一笔|花(?:得|了|在|的)|掏|砸|的钱|投入(?:得|了|的)?[最更]?[多少大小高低]"),
    ),
    ("hours", re.compile(r"分钟|小时|时长|用时|半径|时间标准")),
)
_BASE = re.compile(r"基期|基数|起点")
_ORDER = frozenset(["倒数", "数第", "第一", "第二", "第三", "领先", "垫底", "上限", "下限", "门槛", "允许"])
_FULL = 100.0
_AGREEING = 2  # plans
_PER = re.compile(r"每[百千万]")
_OF_ALL = re.compile(r"^全[市州区省县旗盟国]|^(?:总共|共有|累计)|总[数量]$")


def answer_extreme(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The extreme; not stated where no plan states what is compared."""
    if _ISSUED.search(question.text):
        return _issued(question)
    if _GROWTH.search(question.text) and (grown := _grown(question, knowledge)):
        return grown
    if busiest := answer_busiest(question, knowledge):
        return busiest
    compared = (
        sizes_compared(question, knowledge)
        or parts_compared(question, matcher, knowledge)
        or _values_compared(question, matcher, knowledge)
        or parts_compared(question, matcher, knowledge, last_resort=True)
    )
    if compared is None or not compared.contenders:
        return not_stated(question, matcher)
    return at_edge(question, compared.contenders, compared.unit)


def _values_compared(question: Question, matcher: Matcher, knowledge: Knowledge) -> Compared | None:
    """What plans state, or where they start from, in the unit that most of them use."""
    question = _unordered(_of_sort(question))
    chosen = totals(question, matcher) or sums(question, knowledge) or choose(question, matcher)
    stated: Mapping[str, Statement]
    if _BASE.search(question.text):
        stated = {plan: one for plan, found in chosen.items() if (one := _started(found))}
    else:
        found = _of_one_concept(question, comparable(_of_measure(question, chosen)))
        stated = _told_apart(_alike(question, {plan: _naming_most(question, own) for plan, own in found.items()}))
    contenders = tuple(
        Contender(plan, one.number or 0.0, one.value or "", one.citation, comparator=one.comparator)
        for plan, one in stated.items()
    )
    return Compared(contenders, next(iter(stated.values())).unit) if contenders else None


def _of_measure(question: Question, chosen: Mapping[str, list[Statement]]) -> Mapping[str, list[Statement]]:
    """The statements for the number of people that the question reckons by (每万人), where any plan has some."""
    per = _PER.search(question.rest)
    alike = {plan: [one for one in found if per and per[0] in one.subject] for plan, found in chosen.items()}
    return alike if any(alike.values()) else chosen


def _of_one_concept(question: Question, found: Mapping[str, list[Statement]]) -> Mapping[str, list[Statement]]:
    """Without what is of another concept than the statement that names most of what is asked and one more plan has."""
    first = {plan: set(own[0].concepts) for plan, own in found.items()}
    subjects = {plan: (_named(question, own[0]), -len(own[0].subject)) for plan, own in found.items()}
    best = max(subjects, key=subjects.__getitem__, default="")
    if sum(bool(concepts & first[best]) for concepts in first.values()) < _AGREEING:
        return found
    return {plan: own for plan, own in found.items() if not first[plan] or first[plan] & first[best]}


def _named(question: Question, one: Statement) -> int:
    """How many terms of the question stand in what a statement is of."""
    return sum(term in one.subject for term in question.weights)


def _naming_most(question: Question, own: Sequence[Statement]) -> Statement:
    """Of a plan's statements like the best, the one that names most of what is asked: 新建 and not 扩建."""
    best = own[0]
    alike = [one for one in own if (one.kind, one.unit, one.year) == (best.kind, best.unit, best.year)]
    return max(alike, key=lambda one: _named(question, one))


def _started(found: Sequence[Statement]) -> Statement | None:
    """Where a plan starts from: the base of its row, else what it has reached of the very thing that it aims at."""
    for one in reversed(found):
        if (base := _base(one)) is not None:
            return replace(one, value=one.base, number=base)
    aims = {flat(one.subject) for one in found if one.kind != "baseline"}
    return next((one for one in found if one.kind == "baseline" and flat(one.subject) in aims), None)


def _of_sort(question: Question) -> Question:
    """The question with the sort of what it compares, where its measure words do not say it."""
    sort = next((name for name, said in _SORTS if said.search(question.rest)), None)
    return replace(question, units=(sort,)) if sort and not question.units else question


def _unordered(question: Question) -> Question:
    """The question without the words of the order, which no value is of."""
    weights = {
        term: one for term, one in question.weights.items() if term not in _ORDER and not set(term) & set("最更")
    }
    return replace(question, weights=weights or question.weights)


def _alike(question: Question, stated: Mapping[str, Statement]) -> Mapping[str, Statement]:
    """Those of what was, where that is asked; those in all or of each, as the question says, where several are."""
    was = {plan: one for plan, one in stated.items() if one.kind == "baseline"}
    stated = was if was and question.wanted.past else stated
    each = OF_EACH.search(question.rest) is not None
    stated = _not_of_all(stated) or stated if each else stated
    alike = {plan: one for plan, one in stated.items() if (OF_EACH.search(one.subject) is not None) is each}
    return alike if len(alike) > 1 else stated


def _not_of_all(stated: Mapping[str, Statement]) -> Mapping[str, Statement]:
    """Those that are not of a whole place: 全市共有社区社会组织4824家 is of no community."""
    return {plan: one for plan, one in stated.items() if not _OF_ALL.search(one.subject)}


def _told_apart(stated: Mapping[str, Statement]) -> Mapping[str, Statement]:
    """Values that are all full coverage by what is to be covered, where that differs: 10分钟健身圈全覆盖."""
    if len(stated) < 2 or any(one.unit != "%" or one.number != _FULL for one in stated.values()):
        return stated
    others = {
        plan: next((figure for figure in figures_in(one.citation.quote) if figure.unit not in ("%", one.unit)), None)
        for plan, one in stated.items()
    }
    told = {
        plan: replace(one, value=figure.value, number=figure.number, unit=figure.unit, comparator=figure.comparator)
        for plan, one in stated.items()
        if (figure := others[plan])
    }
    alike = len({one.unit for one in told.values()}) == 1 and len({one.number for one in told.values()}) > 1
    return told if alike else stated


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
