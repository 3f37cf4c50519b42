"""What of whole plans a question compares: how many parts of a kind, how long, and from when to when they run.

In: a question that asks for the most or fewest, and what is stored.  Out: `Size`, measured plan by plan; None where it
is a value that plans state.  Relied on: what is compared is named by its kind right before "最多", and by nothing that
only some of a kind are.  Example: "哪份规划的专栏行动最多" counts actions, "谁要求配的社工最多" none of a plan's parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph_api.ask.countable import named_last, number_of, things
from graph_api.ask.headings import under
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.mentions import mentions, phrase_counted
from graph_api.ask.narrowing import narrowed
from graph_api.ask.reading import Question
from graph_api.ask.relevance import flat
from graph_api.ask.stated import Plan, Thing

_ENDS = re.compile(r"到期|期满|结束|截止|规划期|收官|终止|终了|最后一年|末年")
_WHEN = re.compile(r"到期|期满|结束|截止|收官|终止|终了|年份|年限|时间|期限|时候|末年|规划")
_STARTS = re.compile(
    r"(?:规划期|期限)[^,，。?？]{0,8}(?:开始|起)|(?:开始|起始|启动)(?:的?时间|年份?|得)?(?:的|是)?[最更]?[早晚]"
)
_SPANS = re.compile(r"(?:规划期|期限|时间)(?:限)?(?:跨|最[长短])|(?:年头|年限|跨度)[^,，。?？]{0,6}最[长短]")
_LENGTH = re.compile(
    r"篇幅|字数|(?:规划|文件|正文|全文|文字|写得|内容|文本)的?[最更][长短]|(?:文字|文本|全文|正文)(?:量)?[最更][多少]"
    r"|[多少几]个?字|最[厚薄]"
)
_MANY = re.compile(r"[最更][多少]|数量|[从由][多少]到[多少]|[得数][多少]|(?:条|项|个|章|份|总)数|居首|第[一二三]|垫底")
_CLAUSES = re.compile(r"的(?:条款|条目)|[这那]一?章|一章(?=[,，]|$)")  # 保障的条款 are safeguards
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
# What can be counted by its name alone; 目标 and 措施 also stand in questions about a value.
_PARTS = (
    "column", "action", "indicator", "cited", "department", "safeguard", "task", "chapter", "section", "clause",
    "principle", "group", "target",
)  # fmt: skip
_FRAME = re.compile(
    r"垫底|居首|榜首|第[一二三]位?|摆|多排|少排|一块儿?|看|比|数|分的?|书名号|点名?|引用?|正文|[条项份行个总]数|数目|条目|列|板块|具体|重点|主要|责任|市级|不同|级标题|小|设置?|安排|部署|排|前|专栏"
    r"|写|量化|规模|总共|谁家|部分|大类|开头|序言|前言|约束性|预期性|级"
)
_BESIDE = 2  # letters that a question may have beside what is counted


@dataclass(frozen=True, slots=True)
class Size:
    """Something that every plan has so much of."""

    measure: str
    of_plans: Mapping[str, float]


def size_asked(question: Question, knowledge: Knowledge) -> Size | None:
    """What is compared, with how much each plan has; plans that have none are left out."""
    phrase = phrase_counted(question)
    if phrase:
        return _size("次", {plan.id: mentions(phrase, plan.id, knowledge) for plan in question.plans})
    if _LENGTH.search(question.text):
        return _size("字", {plan.id: plan.length for plan in question.plans})
    if _SPANS.search(question.text) and not question.units:
        return _size("年", {plan.id: _span(plan) for plan in question.plans})
    if _STARTS.search(question.text):
        return _size("年", {plan.id: plan.start_year or 0 for plan in question.plans})
    if _ENDS.search(question.text) and (not _WHEN.sub("", "".join(question.pieces)) or "规划期" in question.text):
        return _size("年", {plan.id: plan.end_year or 0 for plan in question.plans})
    part = _part(question)
    if part is None:
        return None
    kind, measure = part
    found = {plan.id: things(kind, [plan], knowledge) for plan in question.plans}
    if headings := _quoted(question, knowledge):
        found = {one.plan_id: under(found[one.plan_id], one, kind) for one in headings}
    found = {plan: narrowed(question, kind, own, knowledge) for plan, own in found.items()}
    return _size(measure, {plan: number_of(kind, own) for plan, own in found.items()})


def _quoted(question: Question, knowledge: Knowledge) -> list[Thing]:
    """The headings that the question quotes, of several plans: the same box in each."""
    quotes = {flat(phrase) for phrase in question.quoted}
    kinds = ("column", "group", "task")
    found = [one for kind in kinds for one in things(kind, question.plans, knowledge) if flat(one.title) in quotes]
    return found if len({one.plan_id for one in found}) > 1 else []


def _size(measure: str, sizes: Mapping[str, float]) -> Size:
    return Size(measure, {plan: float(size) for plan, size in sizes.items() if size})


def _span(plan: Plan) -> int:
    return (plan.end_year or 0) - (plan.start_year or 0) + 1 if plan.start_year and plan.end_year else 0


def _part(question: Question) -> tuple[str, str] | None:
    """What is counted, where the question is of a number of parts and of nothing besides."""
    rest = _CLAUSES.sub("", _BRACKETS.sub("", question.rest)) or question.rest
    named = named_last(rest) if _MANY.search(rest) else None
    if named is None or named[0] not in _PARTS:
        return None
    kind, words, measure = named
    inside = _BRACKETS.findall(question.rest)
    inside += [flat(phrase) for phrase in question.quoted]
    pieces = [_CLAUSES.sub("", one) for one in question.pieces if not any(one in bracket for bracket in inside)]
    beside = "".join(_FRAME.sub("", words.sub("", piece)) for piece in pieces)
    return (kind, measure) if len(beside) <= _BESIDE else None
