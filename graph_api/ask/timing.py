"""Of which time a value is asked for: what was, what is to be, or both.

In: a question read.  Out: the kinds of statements that can answer it, and whether it is asked of both times.
Relied on: a plan states what was as an achievement, and what is to be as a target or a row of its table.
Example: "社康机构从多少家增加到多少家" is of 738家, which there are, and of 1000家以上, which there are to be.
"""

from __future__ import annotations

import re

from graph_api.ask.intents import Intent
from graph_api.ask.reading import Question
from graph_api.ask.relevance import bigrams
from graph_api.ask.stated import Statement

TABLE = re.compile(r"指标表|表里|表中|表格")
_AIMED = re.compile(r"要|应|将|到20|力争|争取|计划|打算|增加到|提高到|达到")
# What is yet to be done, whatever the year.
_PLANNED = re.compile(
    r"(?:计划|打算|准备|要|将)[再新]?(?:投入|新建|建设|完成|发展|培养|培育|打造|增加)|(?:还|再)要|目标"
    r"|(?:计划|打算|准备|预计|拟|还要|将)[^,，。?？了]{0,14}(?:再|新|还|另|继续|追加)(?:投|花|拿|[新多]?[建增开办]|配|招|添|扩)"
    r"|(?:计划|打算|准备|预计|拟|将|要)[^,，。?？了]{0,14}(?:增|扩|升|提|达|发展|壮大)[加大高充]?[到至成]"
    r"|(?:打算|准备|预计|(?<![动作展])计划)[^,，。?？了]{0,16}(?:多少|几)"
    r"|(?<!一)再(?:投入?|拿出?|花|追加|增加|新建|新增)|追加(?:投入|投资)?多少"
)
_DONE = re.compile(r"已|了[^解]|建成|现有|目前|截[至止]|实际|现状|底有|过去|成效|基期")
_BOTH = re.compile(
    r"从(?:多少|几)[^,，。?？]*(?:到|至|为)(?:多少|几)|(?:目标|规划到)[^。?？]*(?:实际|现状|现有)|(?:实际|现状|现有)[^。?？]*目标"
)
_ALIKE = 0.6  # the share of its subject that a statement of the other time has to have in common


def kinds_asked(question: Question) -> tuple[str, ...]:
    """The kinds of statements that can answer it."""
    if TABLE.search(question.text):
        return ("indicator",)
    if (
        question.intent is Intent.VALUE
        and not of_both_times(question)
        and ("目标" in question.text or _to_be(question))
    ):
        return ("indicator", "target")
    return ("indicator", "target", "baseline")


def of_both_times(question: Question) -> bool:
    """Whether it is asked what was and what is to be."""
    return _BOTH.search(question.text) is not None


def before_all(question: Question) -> bool:
    """Whether it is asked of a year, or a period, before the plans what then was."""
    if question.intent is not Intent.BASELINE or of_both_times(question):
        return False
    starts = [plan.start_year for plan in question.plans if plan.start_year]
    years = [int(year) for year in question.years]
    return (question.scope.past and not years) or (bool(starts and years) and max(years) < min(starts))


def of_other_time(one: Statement, other: Statement) -> bool:
    """Whether two statements of one plan are of the same thing, one as it was, one as it is to be."""
    if one.plan_id != other.plan_id or (one.kind == "baseline") is (other.kind == "baseline") or one.unit != other.unit:
        return False
    own, theirs = bigrams(one.subject), bigrams(other.subject)
    return len(own & theirs) >= _ALIKE * max(1, min(len(own), len(theirs)))


def _to_be(question: Question) -> bool:
    """Whether it is asked of a year within the plans what is to be ("2025年要增加到多少"), or of what is planned."""
    if _PLANNED.search(question.text) and not _DONE.search(question.text):
        return True
    starts = [plan.start_year for plan in question.plans if plan.start_year]
    return _AIMED.search(question.text) is not None and any(
        int(year) >= min(starts) for year in question.years if starts
    )
