"""Which end of an order a question asks for, and who stands there.

In: a question, and the contenders: plans, or parts of them, with how much each has.  Out: whether the least is meant,
and the `Answer`.  Relied on: the end is said by one adjective (最低, 更少, 垫底); of upper bounds, and of ways to go,
the strictest is the least.  Example: "哪个地方定得最保守" asks for the least, and so does "健身圈哪家定得最紧".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.values import Json
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer, Citation
from graph_api.ask.silence import whom

_LEAST = re.compile(
    r"最(?:低|少|小|短|弱|早|先|保守|轻|薄|粗|省|近|靠后|不[一-鿿])|第[二三](?:低|少|小|短|早)|更(?:低|少|小|早|先|短|保守|粗)|垫底|倒数|居末|末位"
    r"|[得求值比数]要?(?:更|比较|较)?(?:低|少|小|早|先|短)"
    r"|(?:低|保守|(?<![多不至减缺])少|(?<!大)小)(?:一?些|一?点)?(?=$|[,，?？。]|的(?:那?一?[家方边个份])?(?:是|有|为|属))"
)
_GREATEST = re.compile(
    r"最(?:高|多|大|长|强|晚|重|厚|细|勤)|(?:高|(?<!不)多|(?<!多)大)(?:一?些|一?点)?(?=$|[,，?？。]|的(?:那?一?[家方边个份])?(?:是|有|为|属))"
)
# Of an order the beginning is asked for, unless its end is: "从少到多排,第一位是谁".
_ORDER = re.compile(r"[从由]([多少高低大小早晚])到[多少高低大小早晚]")
_END = re.compile(r"最后|末位|垫底|倒数")
_RANK = re.compile(r"第([二三])(?:多|高|名|位|大|长|低|少|小|短|早|晚|$|的|是|[,，?？])")
_STRICT = re.compile(r"要求(?:定得|得)?(?:最|更)高|[最更得求](?:苛|从)?(?:严|紧)")
_LENIENT = re.compile(r"[最更得求](?:要)?(?:更|比较)?(?:宽|松)")
# What is the stricter the less there is of it: a way to go, or a time until something is done.
_WAY = re.compile(r"分钟|公里|(?<!平方)米$")
_BOUND_ABOVE = re.compile(r"上限|封顶|顶多|最多(?:能|可|允许|不超过)")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)[一-鿿]{0,2}[-—~至到]+(\d+(?:\.\d+)?)")
_FLOORS, _CEILINGS = frozenset((">=", ">")), frozenset(("<=", "<"))
_OTHERS = 8  # contenders that are told of beside


@dataclass(frozen=True, slots=True)
class Contender:
    """A plan that is compared, or a part of one, with how much it has."""

    plan_id: str
    number: float
    value: str  # as a sentence says it
    citation: Citation
    title: str | None = None  # of the part
    comparator: str = "="


def least(question: Question, contenders: Sequence[Contender] = (), unit: str = "") -> bool:
    """Whether the one with the least is asked for."""
    if order := _ORDER.search(question.text):
        return (order[1] in "少低小早") is not (_END.search(question.text) is not None)
    if _STRICT.search(question.text):
        return _bounded_above(question, contenders, unit)
    if _LENIENT.search(question.text):
        return not _bounded_above(question, contenders, unit)
    low, high = _LEAST.search(question.text), _GREATEST.search(question.text)
    return low is not None and (high is None or low.start() < high.start())  # of "最多的比最少的多几章" the first


def _bounded_above(question: Question, contenders: Sequence[Contender], unit: str) -> bool:
    if _BOUND_ABOVE.search(question.text):
        return True
    bounds = {one.comparator for one in contenders}
    return (bool(bounds) and bounds <= _CEILINGS) or (not bounds & _FLOORS and _WAY.search(unit) is not None)


def at_edge(question: Question, contenders: Sequence[Contender], unit: str) -> Answer:
    """Who has the least or the most, with all who have as much; parts are named by their titles."""
    lowest = least(question, contenders, unit)
    if not lowest or _BOUND_ABOVE.search(question.text):
        contenders = [_at_most(one) for one in contenders]
    ranked = sorted({one.number for one in contenders}, reverse=not lowest)
    rank = 2 + "二三".index(asked[1]) if (asked := _RANK.search(question.text)) else 1
    edge = ranked[min(rank, len(ranked)) - 1]
    at = [one for one in contenders if one.number == edge]
    plans = [plan for plan in question.plans if plan.id in {one.plan_id for one in at}]
    fields: dict[str, Json] = {"plan": plans[0].id} if len(plans) == 1 else {"plans": [plan.id for plan in plans]}
    titles: list[Json] = [one.title for one in at if one.title]
    fields |= {"titles": titles} if titles else {}
    fields |= {"value": at[0].value, "number": edge, "unit": unit}
    word = ("最低" if lowest else "最高") if rank == 1 else f"排第{rank}"
    named = f"的“{'”“'.join(map(str, titles))}”" if titles else ""
    others = "，".join(_told(question, [one for one in contenders if one not in at][:_OTHERS]))
    text = f"{whom(plans)}{named}{word}，为{at[0].value}{f'；{others}' if others else ''}。"
    return Answer(fields, text, tuple(dict.fromkeys(one.citation for one in (at if titles else contenders))))


def _at_most(one: Contender) -> Contender:
    """A contender by the upper end of its range, where it has one: of 300户—500户 that is 500."""
    found = _RANGE.search(one.value)
    if found is None or float(found[1]) == 0 or float(found[2]) <= float(found[1]):
        return one
    return replace(one, number=one.number / float(found[1]) * float(found[2]))


def _told(question: Question, contenders: Iterable[Contender]) -> Iterable[str]:
    short = {plan.id: plan.short for plan in question.plans}
    yield from (f"{short[one.plan_id]}{f'“{one.title}”' if one.title else ''}{one.value}" for one in contenders)
