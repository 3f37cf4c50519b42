"""What of whole plans a question compares beside their parts: their length and time, who issued them, what they repeat.

In: a question that asks for the most or fewest, and what is stored.  Out: `Compared`; None where it is another thing.
Relied on: each is asked for in few words that have no other use (篇幅, 规划期, 到期, 联合印发).
Example: "规划期跨的年头最长的是哪份" compares the years that plans run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph_api.ask.edges import Contender
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.mentions import mentions, phrase_counted
from graph_api.ask.reading import Question
from graph_api.ask.stated import Plan

_ENDS = re.compile(r"到期|期满|结束|截止|规划期|收官|终止|终了|最后一年|末年")
_WHEN = re.compile(r"到期|期满|结束|截止|收官|终止|终了|年份|年限|时间|期限|时候|末年|有效期|实施期|规划")
_STARTS = re.compile(
    r"(?:规划期|期限)[^,，。?？]{0,8}(?:开始|起)|(?:开始|起始|启动)(?:的?时间|年份?|得)?(?:的|是)?[最更]?[早晚]"
    r"|最早的?(?:一份)?(?:规划|文件)(?:是|$)"
)
_SPANS = re.compile(
    r"(?:规划期|有效期|实施期|期限|时间)(?:限)?(?:跨|最[长短])|(?:年头|年限|跨度)[^,，。?？]{0,6}最[长短]"
)
_LENGTH = re.compile(
    r"篇幅|字数|(?:规划|文件|正文|全文|文字|写得|内容|文本)的?[最更][长短]|(?:文字|文本|全文|正文)(?:量)?[最更][多少]"
    r"|[多少几]个?字|最[厚薄]|用字|字最"
    r"|^(?!.*[期时圈])[^。?？]*(?:哪一?[份个]|谁)(?:的)?(?:规划|文件)?(?:更|写得|要)*[长短](?:一?[些点])?(?=[,，?？。]|$)"
)
# What a plan is for in one of its parts, as a question calls it: "谁的指导思想写得最长".
_ZONES = tuple(
    (zone, re.compile(called))
    for zone, called in (
        ("ideas", "指导思想"),
        ("principles", "原则"),
        ("goals", "目标"),
        ("safeguards", "保障"),
        ("background", "成效|成就|背景|形势|发展基础"),
    )
)
_ISSUERS = re.compile(
    r"(?:发文|签发|印发|发布|落款|联合|署名|盖章)[^,，。?？]{0,6}(?:单位|机关|部门|机构|几家|多少家)(?:有几家|数|数量)?[^。?？]*[多少]"
)


@dataclass(frozen=True, slots=True)
class Compared:
    """How much of something there is of each that has any."""

    contenders: tuple[Contender, ...]
    unit: str


def sizes_compared(question: Question, knowledge: Knowledge) -> Compared | None:
    """What is compared of whole plans; plans that have none of it are left out."""
    if phrase := phrase_counted(question):
        return _of_plans(question, "次", lambda plan: mentions(phrase, plan.id, knowledge))
    if _LENGTH.search(question.text):
        zone = next((zone for zone, called in _ZONES if called.search(question.rest)), None)
        if zone:
            return _of_plans(question, "字", lambda plan: _letters(plan, zone, knowledge))
        return _of_plans(question, "字", lambda plan: plan.length)
    if _ISSUERS.search(question.text):
        return _of_plans(question, "个", lambda plan: len(plan.issuers))
    if _SPANS.search(question.text) and not question.units:
        return _of_plans(question, "年", _span)
    if _STARTS.search(question.text):
        return _of_plans(question, "年", lambda plan: plan.start_year or 0)
    if _ENDS.search(question.text) and (not _WHEN.sub("", "".join(question.pieces)) or "规划期" in question.text):
        return _of_plans(question, "年", lambda plan: plan.end_year or 0)
    return None


def _of_plans(question: Question, unit: str, size: Callable[[Plan], int]) -> Compared:
    sizes = {plan: size(plan) for plan in question.plans}
    contenders = (
        Contender(plan.id, number, f"{number}{unit}", plan.citation) for plan, number in sizes.items() if number
    )
    return Compared(tuple(contenders), unit)


def _letters(plan: Plan, zone: str, knowledge: Knowledge) -> int:
    """How many letters the sentences of a zone have."""
    return sum(len(one.title) for one in knowledge.things["clause"] if (one.plan_id, one.zone) == (plan.id, zone))


def _span(plan: Plan) -> int:
    return (plan.end_year or 0) - (plan.start_year or 0) + 1 if plan.start_year and plan.end_year else 0
