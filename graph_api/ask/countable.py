"""The kinds of parts that can be counted, by the words that name them, and all of a kind in some plans.

In: a kind, or a text that names one, and plans.  Out: `Thing`s, and how many they are.  Relied on: the table of
indicators stands in a numbered box of its own; what is a 节 is numbered so (第二节), where a plan numbers so at all.
Example: "专栏行动" names actions, the last of its two words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_api.ask.knowledge import Knowledge
from graph_api.ask.relevance import flat
from graph_api.ask.stated import Cited, Plan, Thing

# What is counted, by the words that name it, the narrower first; the measure word for a sentence.
COUNTED: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("column", re.compile(r"专栏"), "个"),
    ("action", re.compile(r"专项行动|行动|工程"), "个"),
    ("indicator", re.compile(r"指标"), "项"),
    ("cited", re.compile(r"文件|引用|书名号|法规"), "份"),
    ("department", re.compile(r"部门|单位"), "个"),
    ("safeguard", re.compile(r"(?:实施)?保障措施|实施保障|组织保障|保障|组织实施"), "条"),
    ("group", re.compile(r"任务组|方面|块(?![儿钱])|大类|大项|计划"), "个"),
    ("task", re.compile(r"任务|举措|措施|活动"), "条"),
    ("principle", re.compile(r"基本原则|原则"), "条"),
    ("chapter", re.compile(r"章(?![节程里中内])|一级标题"), "章"),
    ("part", re.compile(r"(?<!章)节(?![假约能日奏])|二级标题"), "节"),
    ("section", re.compile(r"章节|标题"), "节"),
    ("clause", re.compile(r"条款|句"), "条"),
    ("target", re.compile(r"量化目标|目标(?!值)"), "个"),
)
_DEPTH = re.compile(r"/\d+\.\d+$")


def named_last(text: str) -> tuple[str, re.Pattern[str], str] | None:
    """The row of COUNTED that a text names last, of several there the first: 专栏行动 are 行动."""
    found = [(max(match.end() for match in matches), row) for row in COUNTED if (matches := [*row[1].finditer(text)])]
    return max(found, key=lambda one: one[0])[1] if found else None


def things(kind: str, plans: Sequence[Plan], knowledge: Knowledge) -> list[Thing]:
    """All of a kind in some plans; each cited document once a plan."""
    ids = {plan.id for plan in plans}
    if kind in ("indicator", "target"):
        return [
            Thing(one.id, kind, one.plan_id, one.subject, one.context, None, None, one.concepts, one.citation)
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
    if kind == "part":
        found = [one for one in things("section", plans, knowledge) if _DEPTH.search(one.id)]
        return [one for one in found if "节" in (one.number or "")] or found
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
