"""What a body carries.

In: a question read that names a body, or two.  Out: an `Answer` with `department`, `units` and `count`.  Relied on: a
body has a unit where its name stands in the list at the end of it, or in a sentence of it; a question may ask of one
kind of units alone.  Example: "市公安局和市司法局共同负责的任务有哪些" asks for the units that have both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.values import Json
from graph_api.ask.bodies import BODY_ENDS
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.relevance import flat
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.stated import Duty

_LEVEL = re.compile(r"^(?:国家|自治区|[省市州盟县区])(?=.{2})")
_ALSO_JOINT = re.compile(r"按职责|或(?:者)?(?:参与|配合|负责)|[和、与及](?:参与|配合|负责|承担)")
# Kinds of units that a question leaves out.
_ASKED = r"(?:哪|什么|几|多少|叫)"
_ONLY_ACTIONS = re.compile(
    rf"专项行动(?:里|中|当中)|只(?:算|看|数).{{0,4}}行动|{_ASKED}(?:些|几|个|项)*(?:专项)?行动|行动(?:都)?(?:是|有|分别)*{_ASKED}"
)
_ONLY_TASKS = re.compile(
    r"只(?:算|看|数).{0,4}任务|(?:不算|不含|不包括|不计).{0,4}行动|除(?:去|开|了)?(?:那些)?(?:专项)?行动"
)
_ONLY_SAFEGUARDS = re.compile(r"保障(?:措施)?(?:里|中|部分|方面)(?!也)|保障[^,，。?？]{0,8}[,，]其中")
_NO_SAFEGUARDS = re.compile(
    r"(?:不算|不含|除了?|不包括|不计|去掉).{0,4}保障|保障(?:措施|部分|那块|那章)?的?(?:不|别|不要)(?:算|计|含|数)"
    r"|(?:重点|主要)任务[”\"]?(?:里|中|部分|当中|[那这]一?[章块部])"
)
_ALL_KINDS = re.compile(
    r"任务[、和与及]|行动[、和与及](?!行动)|(?:连|算上|包括|加上|连同).{0,6}保障|保障[^,，。?？]{0,8}(?:也|都)(?:算|要|计|加|数|列|看)|保障[^,，。?？]{0,4}算"
)
_UNIT_KINDS = frozenset(("task", "safeguard", "special_action", "section"))


def answer_department(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """What a body carries in the plans asked; not stated where they do not name it."""
    own = [one for one in knowledge.duties if one.plan_id in question.plan_ids]
    name = question.department or _tier(question, own)
    found = _held_together(question, own) or _held_by(name, own, knowledge)
    if "牵头" in question.text and not _ALSO_JOINT.search(question.text):
        found = [one for one in found if one.role == "lead"]
    elif re.search(r"按职责分工|配合", question.text):
        found = [one for one in found if one.role == "joint"] or found
    kinds = _kinds(question.text)
    found = [one for one in found if one.unit_kind in kinds]
    if not found:
        return not_stated(question, matcher, department=name, units=[], count=0)
    units = list(dict.fromkeys(one.unit for one in found))
    told = found[0].department
    fields: dict[str, Json] = {"department": told, "units": list[Json](units), "count": len(units)}
    text = f"{whom(question.plans)}的规划中，{told}承担{len(units)}项：{'、'.join(units)}。"
    return Answer(fields, text, tuple(dict.fromkeys(one.citation for one in found)))


def _kinds(text: str) -> frozenset[str]:
    """The kinds of units that a question asks of."""
    if _NO_SAFEGUARDS.search(text):
        return _UNIT_KINDS - {"safeguard"}
    if _ALL_KINDS.search(text):
        return _UNIT_KINDS
    if _ONLY_SAFEGUARDS.search(text):
        return frozenset(("safeguard",))
    if _ONLY_ACTIONS.search(text):
        return frozenset(("special_action",))
    return frozenset(("task", "section")) if _ONLY_TASKS.search(text) else _UNIT_KINDS


def _tier(question: Question, own: Sequence[Duty]) -> str:
    """The level of bodies that a question names, which elsewhere says where something is: 乡镇街道."""
    text = flat(question.text)
    names = (name for one in own if len(name := flat(one.department)) > 1 and name in text)
    return max(names, key=len, default="")


def _held_together(question: Question, own: Sequence[Duty]) -> list[Duty]:
    """The duties of the first body named that another named beside it shares: 公安局和司法局共同负责的."""
    text = flat(question.text)
    called = {one.department: _LEVEL.sub("", flat(one.department)) for one in own}
    said = [name for name, short in called.items() if short in text]
    firm = [one for one in said if not any(called[one] in called[other] and one != other for other in said)]
    pair = rf"(?:{'|'.join(re.escape(called[one]) for one in firm)})"
    if len(firm) < 2 or not re.search(
        rf"{pair}[和与跟、及](?:[^,，。?？]{{0,3}}){pair}(?:都|共同|一起|同时|一同)", text
    ):
        return []
    units = [{one.unit_id for one in own if one.department == name} for name in firm]
    first = min(firm, key=lambda one: text.find(called[one]))
    return [one for one in own if one.department == first and one.unit_id in set.intersection(*units)]


def _held_by(name: str, own: Sequence[Duty], knowledge: Knowledge) -> list[Duty]:
    """The duties of a body: under that name, or, where it is no more than a function (民政), of that function."""
    if BODY_ENDS.search(name) and (found := [one for one in own if flat(one.department) == name]):
        return found
    functions = {one for duty in knowledge.duties if flat(duty.department) == name for one in duty.functions} | {name}
    return [one for one in own if functions.intersection(one.functions)]
