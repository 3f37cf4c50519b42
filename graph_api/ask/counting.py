"""How many: tasks, actions, indicators, sections, documents … of a plan, or under a heading of it.

In: a question read.  Out: an `Answer` with `count`.  Relied on: what is counted is named by its kind (专栏, 行动),
and a heading in the question narrows it to what stands under that heading.
Example: "“优化城乡社区服务供给”下面有几条任务" counts the tasks of that group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.values import Json
from graph_api.ask.citing import in_preamble
from graph_api.ask.headings import named_heading, part_spoken_of, placed, titled, under
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.relevance import flat
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.stated import Cited, Plan, Thing

# What is counted, by the words that name it, the narrower first; the measure word for a sentence.
COUNTED: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("column", re.compile(r"专栏"), "个"),
    ("action", re.compile(r"专项行动|行动|工程"), "个"),
    ("indicator", re.compile(r"指标"), "项"),
    ("cited", re.compile(r"文件|引用|书名号|法规"), "份"),
    ("department", re.compile(r"部门|单位"), "个"),
    ("safeguard", re.compile(r"(?:实施)?保障措施|实施保障|组织保障|保障|组织实施"), "条"),
    ("group", re.compile(r"任务组|方面|块|大类|大项|计划"), "个"),
    ("task", re.compile(r"任务|举措|措施|活动"), "条"),
    ("principle", re.compile(r"基本原则|原则"), "条"),
    ("chapter", re.compile(r"章(?![节程])"), "章"),
    ("section", re.compile(r"章节|节"), "节"),
    ("clause", re.compile(r"条款|句"), "条"),
    ("target", re.compile(r"量化目标|目标"), "个"),
)
_QUOTED = re.compile(r"[“「『\"][^”」』\"]*[”」』\"]")
_BEHIND = re.compile(r"(?:几|多少)(?:个|项|条|份|类|大|种|章|节|家|点)*([^,，。?？]*)")
# All numbered parts of a plan: "从头到尾一共列了多少条".
_ITEMS = re.compile(r"(?:从头到尾|通篇|全文|整份|整个|正文)[^,，。?？]{0,8}(?:多少|几)条[?？。]*$")
_IN_BOX = re.compile(r"专栏(?:\d+|[二三四五六七八九十]|一(?!共))[^,，。?？]{0,10}(?:几|多少)")
_PREAMBLE = re.compile(r"前言|序言|开头|开篇|引言")
_CHAPTERS = re.compile(r"(?:几|多少)(?:个|大)?(?:章|节|部分)")


def answer_count(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """How many there are in all the plans asked; not stated where there are none."""
    kind, measure = counted(question)
    found = things(kind, question.plans, knowledge)
    sections = things("section", question.plans, knowledge)
    heading = placed(question, sections) or named_heading(question, matcher, kind)
    heading = heading or part_spoken_of(question, matcher, kind) or (None if found else titled(question, sections))
    if heading is not None:
        found = under(found, heading, kind) or under(sections, heading, "section")
    if kind == "cited" and re.search(r"(?:带|有)?(?:发文)?文号", question.text):
        found = [one for one in found if one.number]
    if kind == "cited" and _PREAMBLE.search(question.text):
        places = {(one.plan_id, one.title) for one in knowledge.cited if in_preamble(one, knowledge)}
        found = [one for one in found if (one.plan_id, one.title) in places]
    attribute = re.search(r"约束性|预期性", question.text)
    if attribute:
        found = [one for one in found if attribute[0] in one.parent]
    count = number_of(kind, found) if heading is None else len(found)
    if not count:
        return not_stated(question, matcher, count=0)
    where = f"“{heading.title}”下" if heading else ""
    by_plan = {plan.id: sum(one.plan_id == plan.id for one in found) for plan in question.plans}
    fields: dict[str, Json] = {"count": count}
    if len(question.plans) > 1:
        fields["by_plan"] = dict(by_plan.items())
    fields["titles"] = [one.title for one in found[:60]]
    text = f"{whom(question.plans)}{where}共有{count}{measure}。"
    return Answer(fields, text, tuple(one.citation for one in found[:60]))


def counted(question: Question) -> tuple[str, str]:
    """What a question counts and its measure word; tasks where it does not say."""
    rest = _QUOTED.sub("", question.rest)
    behind = _BEHIND.search(rest)
    if _ITEMS.search(rest):
        return "item", "条"
    if _CHAPTERS.search(question.rest):
        return ("section", "节") if "节" in question.rest else ("chapter", "章")
    before = rest[: behind.start()] if behind else rest
    if _IN_BOX.search(rest):
        return "action", "个"
    if behind and (named := named_last(behind[1])):
        return named[0], named[2]
    if not any(words.search(before) for _, words, _ in COUNTED):
        before = question.rest
    places = [(found.start(), kind, measure) for kind, words, measure in COUNTED if (found := words.search(before))]
    return min(places, key=lambda one: one[0])[1:] if places else ("task", "条")


def named_last(text: str) -> tuple[str, re.Pattern[str], str] | None:
    """The row of COUNTED that a text names last, of several there the first: 专栏行动 are 行动."""
    found = [(max(match.end() for match in matches), row) for row in COUNTED if (matches := [*row[1].finditer(text)])]
    return max(found, key=lambda one: one[0])[1] if found else None


def things(kind: str, plans: Sequence[Plan], knowledge: Knowledge) -> list[Thing]:
    """All of a kind in some plans; each cited document once a plan."""
    ids = {plan.id for plan in plans}
    if kind in ("indicator", "target"):
        return [
            Thing(one.id, kind, one.plan_id, one.subject, one.context, None, None, (), one.citation)
            for one in knowledge.statements
            if one.kind == kind and one.plan_id in ids
        ]
    if kind == "cited":
        cited = {(one.plan_id, flat(one.title)): one for one in knowledge.cited if one.plan_id in ids}
        return [_cited(one) for one in cited.values()]
    if kind == "principle":
        found = [one for one in things("section", plans, knowledge) if one.zone == "principles"]
        heads = {one.id for one in found}
        return [one for one in found if one.parent_id in heads]
    if kind == "item":
        return [one for one in things("section", plans, knowledge) if one.parent_id is not None]
    if kind == "chapter":
        return [one for one in things("section", plans, knowledge) if one.parent_id is None]
    return [one for one in knowledge.things[kind] if one.plan_id in ids]


def _cited(one: Cited) -> Thing:
    return Thing(one.title, "cited", one.plan_id, one.title, "", None, one.document_number, (), one.citation)


def number_of(kind: str, found: Sequence[Thing]) -> int:
    """How many some things are; the numbers of boxes also count the one that holds the table of indicators."""
    if kind != "column":
        return len(found)
    count = 0
    for plan in {one.plan_id for one in found}:
        own = [one for one in found if one.plan_id == plan]
        count += max([len(own), *(int(one.number) for one in own if one.number and one.number.isdigit())])
    return count
