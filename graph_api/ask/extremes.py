"""Who sets the highest or lowest, and who has the most or fewest.

In: a question read.  Out: an `Answer` with `plan`, `value`, `number`, `unit`; `plans` where several share the place.
Relied on: values in one unit can be ordered by their numbers; a kind of part that can be counted is counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.values import Json
from graph_api.ask.choosing import choose, comparable
from graph_api.ask.counting import named_last, number_of, things
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.stated import Plan

_LEAST = re.compile(
    r"最(?:低|少|小|短|弱|宽|早)|更(?:低|少|小)|垫底|倒数|[得求值比数]要?(?:更|比较|较)?(?:低|少|小)"
    r"|(?:低|(?<!多)少|小)(?:一?些|一?点)?[?？。]*$"
)
_BUSIEST = re.compile(r"哪(?:个|些|一个|家)?(?:部门|单位).*(?:最[多少]|更多)")
_ENDS = re.compile(r"到期|期满|结束|截止|规划期")
_FIRST = re.compile(r"[最更][早先]")
_STARTS = re.compile(
    r"(?:规划期|期限)[^,，。?？]{0,8}(?:开始|起)|(?:开始|起始|启动)(?:的?时间|年份?|得)?(?:的|是)?[最更]?[早晚]"
)
_SPANS = re.compile(r"(?:规划期|期限|时间)(?:限)?(?:跨|最[长短])|(?:年头|年限|跨度)[^,，。?？]{0,6}最[长短]")
_LENGTH = re.compile(r"篇幅|字数|(?:规划|文件|正文|全文|文字|写得|内容)的?[最更][长短]")
_ISSUE = r"(?:出台|印发|发布|成文|公布|公开|发文|下发|颁布)"
_ISSUED = re.compile(
    rf"{_ISSUE}[^,，。?？]{{0,8}}[,，]?[^,，。?？]{{0,4}}[最更][早晚先后迟新]|[最更][早晚先后迟][^,，。?？]{{0,3}}{_ISSUE}"
)
_MANY = re.compile(r"最[多少]|数量|更[多少]")
# What can be counted by its name alone; 目标 and 措施 also stand in questions about a value.
_PARTS = ("column", "action", "indicator", "cited", "department", "safeguard", "task", "chapter", "section", "clause")


def answer_extreme(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The extreme; not stated where no plan states what is compared."""
    lowest = _LEAST.search(question.text) is not None
    if _BUSIEST.search(question.text):
        return _busiest(question, knowledge, lowest)
    if _ISSUED.search(question.text):
        return _issued(question)
    kind, measure = _size_asked(question)
    if kind:
        sizes = {plan.id: float(_size(kind, plan, knowledge)) for plan in question.plans}
        sizes = {plan: size for plan, size in sizes.items() if size or kind not in ("start", "end", "span")} or sizes
        values = {plan: f"{size:g}{measure}" for plan, size in sizes.items()}
        told = _told(question, sizes, values, measure, lowest)
        return Answer(told.fields, told.text, tuple(plan.citation for plan in question.plans))
    stated = {plan: found[0] for plan, found in comparable(choose(question, matcher)).items()}
    if not stated:
        return not_stated(question, matcher)
    numbers = {plan: one.number or 0.0 for plan, one in stated.items()}
    values = {plan: one.value or "" for plan, one in stated.items()}
    told = _told(question, numbers, values, next(iter(stated.values())).unit, lowest)
    return Answer(told.fields, told.text, tuple(one.citation for one in stated.values()))


def _size_asked(question: Question) -> tuple[str | None, str]:
    """What of plans is asked for, and its measure word; None where it is a value that they state."""
    if _LENGTH.search(question.text):
        return "length", "字"
    if _SPANS.search(question.text) and not question.units:
        return "span", "年"
    if _STARTS.search(question.text):
        return "start", "年"
    if _ENDS.search(question.text) and (not question.pieces or "规划期" in question.text):
        return "end", "年"
    return _part(question)


def _size(kind: str, plan: Plan, knowledge: Knowledge) -> int:
    """How long a plan is, when it ends, or how many parts of a kind it has."""
    if kind == "span":
        return (plan.end_year or 0) - (plan.start_year or 0) + 1 if plan.start_year and plan.end_year else 0
    if kind == "start":
        return plan.start_year or 0
    if kind == "end":
        return plan.end_year or 0
    return plan.length if kind == "length" else number_of(kind, things(kind, [plan], knowledge))


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


def _busiest(question: Question, knowledge: Knowledge, lowest: bool) -> Answer:
    """The body with the most, or fewest, units of the plans asked."""
    lead = "牵头" in question.text
    own = [one for one in knowledge.duties if one.plan_id in question.plan_ids and (one.role == "lead" or not lead)]
    units: dict[str, set[str | None]] = {}
    for one in own:
        units.setdefault(one.department, set()).add(one.unit_id)
    if not units:
        return Answer.silent(f"{whom(question.plans)}没有写明责任部门。")
    edge = (min if lowest else max)(map(len, units.values()))
    names: list[Json] = [name for name, carried in units.items() if len(carried) == edge]
    fields: dict[str, Json] = {"departments": names, "number": edge, "value": f"{edge}项", "unit": "项"}
    return Answer(
        fields, f"{whom(question.plans)}：{'、'.join(map(str, names))}{'最少' if lowest else '最多'}，{edge}项。"
    )


def _part(question: Question) -> tuple[str | None, str]:
    """What is counted, where the question is of a number of parts and of nothing besides."""
    if not _MANY.search(question.text):
        return None, ""
    named = named_last(question.rest)
    if named is None or named[0] not in _PARTS:
        return None, ""
    kind, words, measure = named
    beside = [piece for piece in question.pieces if not words.search(piece) and piece not in _FRAME]
    return (kind, measure) if len("".join(beside)) <= 4 else (None, "")


_FRAME = ("分的章", "分的", "书名号", "点名", "引用", "正文", "条数", "数目")


def _told(
    question: Question, numbers: Mapping[str, float], values: Mapping[str, str], unit: str, lowest: bool
) -> Answer:
    edge = (min if lowest else max)(numbers.values())
    at = [plan for plan in question.plans if numbers.get(plan.id) == edge]
    fields: dict[str, Json] = {"plan": at[0].id} if len(at) == 1 else {"plans": [plan.id for plan in at]}
    fields |= {"value": values[at[0].id], "number": edge, "unit": unit}
    others = "，".join(
        f"{plan.short}{values[plan.id]}" for plan in question.plans if plan.id in values and plan not in at
    )
    word = "最低" if lowest else "最高"
    return Answer(fields, f"{whom(at)}{word}，为{values[at[0].id]}{f'；{others}' if others else ''}。")
