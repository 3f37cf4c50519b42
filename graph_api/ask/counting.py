"""How many: tasks, actions, indicators, sections, documents … of a plan, or under a heading of it.

In: a question read.  Out: an `Answer` with `count`.  Relied on: what is counted is named by its kind (专栏, 行动),
and a heading in the question narrows it to what stands under that heading.
Example: "“优化城乡社区服务供给”下面有几条任务" counts the tasks of that group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.values import Json
from graph_api.ask.countable import COUNTED, named_last, number_of, things
from graph_api.ask.headings import (
    chapters_spanned,
    named_heading,
    number_said,
    part_spoken_of,
    placed,
    programme_named,
    titled,
    under,
)
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.listed import answer_listed, nouns_counted
from graph_api.ask.matching import Matcher
from graph_api.ask.mentions import mentions, phrase_counted
from graph_api.ask.narrowing import bodies_of, narrowed, parts_told_of, shared
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.slots import LISTED
from graph_api.ask.stated import Thing

_QUOTED = re.compile(r"[“「『\"][^”」』\"]*[”」』\"]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_BEHIND = re.compile(r"(?:几|多少)(?:个|项|条|份|类|大(?![类项块])|种|章|节|家|点)*([^,，。?？]*)")
# All numbered parts of a plan: "从头到尾一共列了多少条".
_ITEMS = re.compile(r"(?:从头到尾|通篇|全文|整份|整个|正文)[^,，。?？]{0,8}(?:多少|几)条[?？。]*$")
_IN_BOX = re.compile(r"专栏(?:\d+|[二三四五六七八九十]|一(?!共))[^,，。?？]{0,10}(?:几|多少)")
_CHAPTERS = re.compile(r"(?:几|多少)(?:个|大)*(章|节|部分)")
_CHAPTER_SAID = re.compile(r"[一这那](?:一|个)?[章节]")
_INSIDE = re.compile(r"专栏(?:里|中|内|下)")  # what is counted in boxes is their actions
_ITEMIZED = re.compile(r"(?:几|多少)[条项]")  # of 六个方面 the tasks, of which 几条 are asked
_NUMBER = r"(\d+|[二三四五六七八九十]|一(?!共))"
_ORDINAL = re.compile(rf"第{_NUMBER}个?专栏")
_IN_LIST = re.compile(r"几(?:个|项|大|条)*(方面|原则)")  # what is also listed inside a sentence
_MORE = re.compile(r"(?:比|较)[^,，。?？]{1,12}(?:多|少)(?:出|了)?(?:几|多少)|相差|差(?:了|几|多少)")
_POINTS = frozenset(("safeguard", "principle"))  # what a chapter tells in points, which 几个方面 asks the number of
_SHOWN = 60


def answer_count(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """How many there are in all the plans asked; not stated where there are none."""
    question = _boxes_numbered(question)
    phrase = phrase_counted(question)
    if phrase:
        return _said(question, phrase, knowledge)
    nouns = nouns_counted(question.rest)
    if (listed := answer_listed(question, nouns, matcher)) or (nouns and LISTED.search(question.rest)):
        return listed or not_stated(question, matcher, count=0)
    kind, measure = counted(question)
    sections = things("section", question.plans, knowledge)
    if told := parts_told_of(question, sections, knowledge):
        return _told(question, len(told), measure, "", told)
    if kind == "action" and _of_table(question, knowledge):
        kind, measure = "indicator", "项"
    found = things(kind, question.plans, knowledge)
    heading = placed(question, sections) or named_heading(question, matcher, kind)
    heading = heading or programme_named(question, knowledge) or part_spoken_of(question, matcher, kind)
    if heading is None and (not found or _CHAPTER_SAID.search(question.rest)):
        heading = titled(question, sections)
    if kind == "department" and (held := bodies_of(question, matcher, knowledge)):
        return _told(question, len(held), measure, "", held)
    columns = _columns(question, knowledge)
    if spanned := columns if len(columns) > 1 else chapters_spanned(question, sections):
        found, heading = [one for part in spanned for one in under(found, part, kind)], None
    if kind == "cited":
        heading = None  # where a document is cited is told with the other marks of documents
    if heading is not None:
        found = under(found, heading, kind) or under(sections, heading, "section")
    found = shared(question, kind, narrowed(question, kind, found, knowledge))
    count = number_of(kind, found) if heading is None else len(found)
    if _MORE.search(question.text) and len(question.plans) == 2:
        sizes = [number_of(kind, [one for one in found if one.plan_id == plan.id]) for plan in question.plans]
        count = abs(sizes[0] - sizes[1])
    if not count:
        if (asked := _IN_LIST.search(question.rest)) and (inside := answer_listed(question, [asked[1]], matcher)):
            return inside
        return not_stated(question, matcher, count=0)
    return _told(question, count, measure, f"“{heading.title}”下" if heading else "", found)


def _boxes_numbered(question: Question) -> Question:
    """The question with boxes called by their numbers: 第三个专栏 is 专栏三."""
    return replace(question, text=_ORDINAL.sub(r"专栏\1", question.text), rest=_ORDINAL.sub(r"专栏\1", question.rest))


def _columns(question: Question, knowledge: Knowledge) -> list[Thing]:
    """The boxes that the question numbers: 专栏2和专栏3, 专栏2到专栏6."""
    said = [number_said(one) for one in re.findall(rf"专栏{_NUMBER}", question.rest)]
    if len(said) == 2 and re.search(rf"专栏{_NUMBER}(?:到|至|-|—)+专栏", question.rest):
        said = list(range(said[0], said[1] + 1))
    return [one for one in things("column", question.plans, knowledge) if one.number in set(map(str, said))]


def _of_table(question: Question, knowledge: Knowledge) -> bool:
    """Whether the box that is asked of is none of those with actions, in a plan whose table stands in a box."""
    number = re.search(rf"专栏{_NUMBER}", _QUOTED.sub("", question.rest))
    numbers = {one.number for one in things("column", question.plans, knowledge)}
    return number is not None and bool(numbers) and str(number_said(number[1])) not in numbers


def _told(question: Question, count: int, measure: str, where: str, found: Sequence[Thing]) -> Answer:
    by_plan = {plan.id: sum(one.plan_id == plan.id for one in found) for plan in question.plans}
    fields: dict[str, Json] = {"count": count}
    if len(question.plans) > 1:
        fields["by_plan"] = dict(by_plan.items())
    fields["titles"] = [one.title for one in found[:_SHOWN]]
    text = f"{whom(question.plans)}{where}共有{count}{measure}。"
    return Answer(fields, text, tuple(one.citation for one in found[:_SHOWN]))


def _said(question: Question, phrase: str, knowledge: Knowledge) -> Answer:
    by_plan = {plan.id: mentions(phrase, plan.id, knowledge) for plan in question.plans}
    count = sum(by_plan.values())
    fields: dict[str, Json] = {"count": count, "by_plan": dict(by_plan.items())}
    cited = [one.citation for one in knowledge.things["clause"] if phrase in one.title and by_plan.get(one.plan_id)]
    if not count:
        return Answer.silent(f"{whom(question.plans)}没有出现“{phrase}”。", (), **fields)
    return Answer(fields, f"{whom(question.plans)}中“{phrase}”出现{count}次。", tuple(cited[:_SHOWN]))


def counted(question: Question) -> tuple[str, str]:
    """What a question counts and its measure word, of several things the last; tasks where it does not say."""
    rest = _QUOTED.sub("", question.rest)
    behind = list(_BEHIND.finditer(rest))
    if _ITEMS.search(rest):
        return "item", "条"
    for one in reversed(behind):
        if (named := named_last(one[1])) and named[0] != "column":
            above = named_last(rest[: one.start()]) if named[0] == "group" else None
            kind, _, measure = above if above and above[0] in _POINTS else named
            return kind, measure
    if _IN_BOX.search(rest):
        return ("indicator", "项") if "指标" in rest else ("action", "个")
    for one in reversed(behind):
        if named := named_last(one[1]):
            return named[0], named[2]
    before = _BRACKETS.sub("", rest[: behind[-1].start()] if behind else rest)
    if (asked := _CHAPTERS.search(question.rest)) and (asked[1] != "部分" or not (named := named_last(before))):
        return ("part", "节") if asked[1] == "节" else ("chapter", "章")
    if asked and named:
        return ("group", "个") if named[0] == "task" else (named[0], named[2])
    if not any(words.search(before) for _, words, _ in COUNTED):
        before = question.rest
    named = named_last(before)
    if _INSIDE.search(before):
        return "action", "个"
    if named and named[0] == "group" and _ITEMIZED.search(rest):
        return "task", "条"
    return (named[0], named[2]) if named else ("task", "条")
