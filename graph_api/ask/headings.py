"""Which heading a question names, and what stands under it.

In: a question read.  Out: the heading, or None.  Relied on: a heading is named by its place (第五章第二节), in
quotation marks, in full, or by its subject before a word for a part of a plan.
Example: "讲人才队伍建设的那一块，底下分了几条任务" is of 推进城乡社区服务人才队伍建设.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.relevance import flat
from graph_api.ask.stated import Plan, Thing
from graph_api.ask.wording import content

_DIGITS = "一二三四五六七八九十"
_PLACE = re.compile(
    rf"(?:第(?P<chapter>\d+|[{_DIGITS}])(?:章|大?部分)|(?:主要|重点)任务)(?:的|里|中)*"
    rf"(?:第(?P<part>\d+|[{_DIGITS}])(?:节|部分|方面|大?项|大?块|大类)|[(](?P<item>[{_DIGITS}])[)])?"
)
_FROM_TO = re.compile(rf"第(\d+|[{_DIGITS}])章?(?:到|至|-|—)+第?(\d+|[{_DIGITS}])章")
_HEADINGS = ("column", "group", "task", "section")
# A part of a plan, by its subject before it, and words that say no more than that it is one.
_PART = re.compile(
    r"(?P<subject>[^,，。?？]{3,24}?)的?(?:[那这](?:一|个)?|一)?(?:块|部分|方面|大类|大项|节|组(?!织))(?:里|中|内|下|底下)?[,，]?[^,，。?？]*(?:几|多少)"
)
_NO_SUBJECT = frozenset(("任务", "重点任务", "主要任务", "分了", "安排", "行动", "措施"))
_SHORTEST = 4  # letters of a title that is named in full where nothing else is counted
_NAMED = 5  # letters of a title, or of what a question quotes of one, that tell it from others
_SHARED = ("column", "group", "task")
# A programme that a sentence of a task announces: "组织实施新时代新社区新生活服务质量提升行动。"
_PROGRAMME = re.compile(r"(?:组织实施|实施|组织开展|开展|推进)(?P<title>[一-鿿]{6,30}(?:行动|工程|计划))[。;；]?$")


def placed(question: Question, sections: Sequence[Thing]) -> Thing | None:
    """The section that the question names by its place (第五章第二节, 主要任务第一部分), where it asks of one plan."""
    place = _PLACE.search(question.rest)
    part = (place["part"] or place["item"]) if place else None
    if place is None or len(question.plans) > 1 or not (place["chapter"] or part):
        return None
    chapters = [one for one in sections if one.parent_id is None]
    if place["chapter"]:
        above = [one for one in chapters if one.id.endswith(f"/{number_said(place['chapter'])}")]
    else:
        above = [one for one in chapters if one.zone == "tasks"]
    if not part or len(above) != 1:
        return above[0] if len(above) == 1 else None
    return next((one for one in sections if one.id == f"{above[0].id}.{number_said(part)}"), None)


def chapters_spanned(question: Question, sections: Sequence[Thing]) -> list[Thing]:
    """The chapters from one to another, where the question of one plan says so: 从第一章到第七章."""
    said = _FROM_TO.search(question.rest)
    if said is None or len(question.plans) > 1:
        return []
    numbers = set(map(str, range(number_said(said[1]), number_said(said[2]) + 1)))
    return [one for one in sections if one.parent_id is None and one.id.rpartition("/")[2] in numbers]


def number_said(said: str) -> int:
    """The number that a place is called by, in figures or not."""
    return int(said) if said.isdigit() else _DIGITS.find(said) + 1


def named_heading(question: Question, matcher: Matcher, kind: str) -> Thing | None:
    """The heading that the question names, if it names one: a quoted one, or the longest named in full."""
    quotes = [flat(phrase) for phrase in question.quoted]
    kinds = [one for one in _HEADINGS if one != kind]
    for one in matcher.titles(question, kinds, least=0.95 if not quotes else 0.6):
        title = flat(one.item.title)
        if title in quotes or (not quotes and len(title) > 5 and title in flat(question.text)):
            return one.item
    number = re.search(r"专栏(\d+|[一二三四五六七八九十]+)", question.text)
    if number and kind != "column":
        columns = matcher.titles(question, ["column"], least=0.0)
        return next((one.item for one in columns if one.item.number == str(number_said(number[1]))), None)
    return None


def programmes(plans: Sequence[Plan], knowledge: Knowledge) -> list[Thing]:
    """The tasks with actions of their own that announce a programme, each titled as the programme."""
    ids = {plan.id for plan in plans}
    acting = {one.id.rpartition("/action-")[0] for one in knowledge.things["action"] if one.parent_id is None}
    announced: dict[str, str] = {}
    for clause in knowledge.things["clause"]:
        if (said := _PROGRAMME.search(clause.title)) and clause.plan_id in ids:
            announced[clause.id.rpartition("#")[0]] = said["title"]
    tasks = ((one, one.id.rpartition("/")[0]) for one in knowledge.things["task"])
    return [replace(one, title=announced[place]) for one, place in tasks if place in acting and place in announced]


def programme_named(question: Question, knowledge: Knowledge) -> Thing | None:
    """The announced programme that the question names in full."""
    text = flat(question.text)
    return next((one for one in programmes(question.plans, knowledge) if one.title in text), None)


def shared_headings(question: Question, knowledge: Knowledge) -> list[Thing]:
    """The headings of one title that several of the plans asked have, and that the question names."""
    text = flat(question.text)
    quotes = [phrase for phrase in map(flat, question.quoted) if len(phrase) >= _NAMED]
    parts = [one for kind in _SHARED for one in knowledge.things[kind] if one.plan_id in question.plan_ids]
    named: dict[str, dict[str, Thing]] = {}
    for one in [*parts, *programmes(question.plans, knowledge)]:
        title = flat(one.title)
        if any(phrase in title for phrase in quotes) or (len(title) > _NAMED and title in text):
            named.setdefault(title, {}).setdefault(one.plan_id, one)
    most = max(named.values(), key=len, default={})
    return list(most.values()) if len(most) > 1 else []


def under(found: Sequence[Thing], heading: Thing, kind: str) -> list[Thing]:
    """Those of some things that stand under a heading."""
    root = heading.id.rpartition("/")[0] if heading.kind in ("group", "task") else heading.id
    inside = [one for one in found if heading.id in (one.parent_id, one.id.rpartition("/action-")[0])]
    if inside or heading.kind == "column":
        return inside
    deep = [one for one in found if one.id.startswith((f"{root}.", f"{root}/")) and one.id != heading.id]
    return [one for one in deep if one.parent_id == root] if kind == "section" else deep


def part_spoken_of(question: Question, matcher: Matcher, kind: str) -> Thing | None:
    """The heading whose title has the letters of all that the question says of a part of one plan."""
    part = _PART.search(question.rest)
    if len(question.plans) > 1 or part is None:
        return None
    pieces = [piece for piece in content(part["subject"]) if piece not in _NO_SUBJECT]
    kinds = [one for one in ("group", "section", "task") if one != kind]
    named = [one.item for one in matcher.titles(question, kinds, least=0.3)]
    found = [one for one in named if all(_in_order(piece, one.title) for piece in pieces)]
    return min(found, key=lambda one: (kinds.index(one.kind), len(one.title)), default=None) if pieces else None


def _in_order(piece: str, title: str) -> bool:
    """Whether a title has the letters of a piece, others between them: 创新服务机制 of 创新城乡社区服务机制."""
    letters = iter(title)
    return all(letter in letters for letter in piece)


def titled(question: Question, sections: Sequence[Thing]) -> Thing | None:
    """The section whose whole title stands in the question."""
    text = flat(question.text)
    found = [one for one in sections if len(flat(one.title)) >= _SHORTEST and flat(one.title) in text]
    return max(found, key=lambda one: len(one.title), default=None)
