"""Which of the parts that can be counted a question means: by attribute, number, words of the title, or body.

In: a question read, and things of a kind.  Out: those meant.  Relied on: an indicator has its attribute and value, a
document its number and issuer, and a chapter without tasks tells its points in sections or as 一是…二是….
Example: "指标表里目标值为100%的指标有几项".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph_api.ask.bodies import OF_LEVEL, of_level_asked
from graph_api.ask.citing import in_part, in_preamble, spoken_of
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.relevance import flat
from graph_api.ask.stated import Cited, Statement, Thing

_PREAMBLE = re.compile(r"前言|序言|开头|开篇|引言")
_NUMBERED = re.compile(r"(?:带|有|附|标)?(?:发文)?(?:文号|字号)")
_TITLED = re.compile(r"名称|名字|标题|题目|叫法|带|含|包含|字样")
_NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<unit>%|平方米|人|户|名|个)")
_BASED = re.compile(r"基期|基数|20\d\d年(?:的)?基")
_ONCE = re.compile(r"不重复|去重|去掉重复|剔除重复|不同的?文件")
_SHARED = re.compile(r"相同|一样|共有|共同|重合|一致|都有|都列|都设|同样的")
_DUTY = re.compile(r"责任|分工|负责|牵头|参与|承担|配合|落实")
# Points that a chapter without tasks tells, by what a question calls the chapter, its zone, and words of its title.
_CHAPTERS = (
    (re.compile(r"成效|成绩|成就|进展|发展基础"), "background", re.compile(r"成效|基础|状况|回顾|成就")),
    (re.compile(r"形势|挑战|机遇"), "background", re.compile(r"形势|挑战")),
    (re.compile(r"(?<!量化)(?:主要|发展|总体|具体|分项|工作)?目标(?!值)"), "goals", re.compile(r"目标")),
)
_LACKS = re.compile(r"不足|短板|弱项|困难|差距|存在(?:的)?(?:哪些|几|多少)?(?:个|方面|的)*问题|问题")
# Shortcomings are what is counted, whatever chapter tells them: "分析形势时承认了几方面的不足".
_LACKS_COUNTED = re.compile(
    r"(?:几|多少)(?:个|条|项|点|大|处)?(?:方面)?的?(?:主要|突出)?(?:不足|短板|弱项|困难|差距|问题)"
)
_OTHER_KINDS = re.compile(r"任务|行动|指标|专栏|文件|原则|保障|措施|部门|单位|章|节(?!假)|量化|数字")
_POINT = re.compile(r"[一二三四五六七八九十]是")


def narrowed(question: Question, kind: str, found: Sequence[Thing], knowledge: Knowledge) -> list[Thing]:
    """Those of some things that the question means; all where it says nothing of which."""
    found = list(found)
    if kind == "cited":
        return _documents(question, found, knowledge)
    attribute = re.search(r"约束性|预期性", question.text)
    if attribute:
        found = [one for one in found if attribute[0] in one.parent]
    if kind == "indicator":
        found = _indicators(question, found, knowledge)
    if kind == "action" and "专栏" in question.rest:
        found = [one for one in found if one.parent_id]
    if kind == "chapter" and "任务" in question.rest:
        found = [one for one in found if one.zone == "tasks"] or found
    quotes = [flat(phrase) for phrase in question.quoted]
    if quotes and _TITLED.search(question.rest):
        found = [one for one in found if any(phrase in flat(one.title) for phrase in quotes)] or found
    return found


def _indicators(question: Question, found: list[Thing], knowledge: Knowledge) -> list[Thing]:
    """The indicators with a base, of a value, or with a word of their names that the question has."""
    rows = {one.id: one for one in knowledge.statements if one.kind == "indicator"}
    if _BASED.search(question.text):
        return [one for one in found if (rows[one.id].base or "").strip("—-")]
    number = _NUMBER.search(question.rest)
    if number:
        return [one for one in found if _states(rows[one.id], float(number["number"]), number["unit"])] or found
    words = [piece for piece in question.pieces if any(piece in one.title for one in found)]
    return [one for one in found if all(word in one.title for word in words)] or found


def _states(one: Statement, number: float, unit: str) -> bool:
    return one.number == number and one.unit == unit


def _documents(question: Question, found: list[Thing], knowledge: Knowledge) -> list[Thing]:
    """The documents with a number, of the preamble, or those that the question speaks of."""
    cited = {(one.plan_id, one.title): one for one in knowledge.cited if one.plan_id in question.plan_ids}
    own = [cited[one.plan_id, one.title] for one in found if (one.plan_id, one.title) in cited]
    if _PREAMBLE.search(question.text):
        own = [one for one in own if in_preamble(one, knowledge)]
    elif parted := in_part(question, own, knowledge):
        own = parted
    if _NUMBERED.search(question.text):
        own = [one for one in own if one.document_number]
    elif len(question.plans) == 1:
        own = spoken_of(question, own, knowledge, around=False)
    kept = {(one.plan_id, one.title) for one in _once(question, own)}
    return [one for one in found if (one.plan_id, one.title) in kept]


def _once(question: Question, own: Sequence[Cited]) -> Sequence[Cited]:
    """Each document once, where the question says so."""
    return list({one.document_id or one.title: one for one in own}.values()) if _ONCE.search(question.text) else own


def shared(question: Question, kind: str, found: Sequence[Thing]) -> list[Thing]:
    """Of several plans only the indicators that all of them have, where these are asked for."""
    if kind != "indicator" or len(question.plans) < 2 or not _SHARED.search(question.text):
        return list(found)
    has = [{name for one in found if one.plan_id == plan.id for name in _same(one)} for plan in question.plans]
    common = set.intersection(*has)
    first = question.plans[0].id
    return [one for one in found if one.plan_id == first and common.intersection(_same(one))]


def _same(one: Thing) -> tuple[str, ...]:
    """What says that an indicator is the same in another plan."""
    return one.concepts or (flat(one.title),)


def bodies_of(question: Question, matcher: Matcher, knowledge: Knowledge) -> list[Thing]:
    """The bodies of the task that a question names, or all that have a duty, where it is asked of duties."""
    own = [one for one in knowledge.duties if one.plan_id in question.plan_ids]
    named = matcher.titles(question, ("action", "task", "safeguard"), least=0.75)
    inside = [one for one in own if named and one.unit_id == named[0].item.id]
    lists = [one for one in inside if one.role != "named"] or inside
    if not lists and _DUTY.search(question.text):
        lists = [one for one in own if one.role != "named"] or own
    if "牵头" in question.text:
        lists = [one for one in lists if one.role == "lead"] or lists
    if OF_LEVEL.search(question.text):
        lists = of_level_asked(question.text, lists or own)
    return [
        Thing(one.department, "department", one.plan_id, one.department, one.unit, one.unit_id, None, (), one.citation)
        for one in {flat(one.department): one for one in lists}.values()
    ]


def parts_told_of(question: Question, sections: Sequence[Thing], knowledge: Knowledge) -> list[Thing]:
    """The points of the chapter on achievements, conditions or goals that a question of one plan asks of."""
    if len(question.plans) != 1 or _OTHER_KINDS.search(question.rest):
        return []
    if _LACKS_COUNTED.search(question.rest) and (points := _shortcomings(sections, knowledge)):
        return points
    for called, zone, title in _CHAPTERS:
        if not called.search(question.rest):
            continue
        for one in sections:
            if one.zone == zone and title.search(one.title) and (points := _points(one, sections, knowledge)):
                return points
    return _shortcomings(sections, knowledge) if _LACKS.search(question.rest) else []


def _shortcomings(sections: Sequence[Thing], knowledge: Knowledge) -> list[Thing]:
    """The points that follow a sentence on what is still lacking: "仍然存在一些不足。一是…"."""
    for section in sections:
        if section.zone != "background":
            continue
        clauses = [one for one in knowledge.things["clause"] if one.id.startswith(f"{section.id}#")]
        for at, one in enumerate(clauses):
            if _LACKS.search(one.title) and (points := _numbered(clauses[at:])):
                return points
    return []


def _numbered(clauses: Sequence[Thing]) -> list[Thing]:
    """The points that sentences number, one each."""
    return [replace(one, id=f"{one.id}/{at}") for one in clauses for at, _ in enumerate(_POINT.finditer(one.title))]


def _points(section: Thing, sections: Sequence[Thing], knowledge: Knowledge) -> list[Thing]:
    """The sections of a section; else the points that its sentences number."""
    inside = [one for one in sections if one.parent_id == section.id]
    if inside:
        return inside
    return _numbered([one for one in knowledge.things["clause"] if one.id.startswith(f"{section.id}#")])
