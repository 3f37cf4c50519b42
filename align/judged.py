"""The facts that a person's verdicts are about, found by what the verdicts quote.

In: verdicts and the facts of all plans.  Out: the facts of each member.  Relied on: a quote is the fact's own, or its
title or name, whatever blanks, brackets and quotation marks it is printed with; facts of one plan and kind in the same
words are all meant.  Example: the quote "社区固本强基行动" of a plan finds the action that has it as its title.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from align.verdicts import Member, MemberKind, Verdicts
from ontology.records import Fact, Indicator, Responsibility, SpecialAction, Target, Task


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact that a verdict is about: its id, its kind and its title, empty where it has none."""

    fact_id: str
    kind: MemberKind
    title: str


def find_judged(verdicts: Verdicts, facts: Sequence[Fact]) -> Mapping[Member, Sequence[Judged]]:
    """The facts that verdicts are about."""
    wanted = {member for verdict in verdicts.entries for member in verdict.members}
    plans = {member.plan_id for member in wanted}
    found: dict[Member, dict[str, Judged]] = {}
    for fact in facts:
        if fact.plan_id in plans and (told := judged(fact)):
            for wording in (told.title, "" if told.kind == "department" else fact.span.quote):
                member = Member.of(fact.plan_id, told.kind, wording)
                if member in wanted:
                    found.setdefault(member, {}).setdefault(told.fact_id, told)
    return {member: tuple(its_facts.values()) for member, its_facts in found.items()}


def judged(fact: Fact) -> Judged | None:
    """A fact as verdicts name it; None for one that is not aligned."""
    if isinstance(fact, Indicator):
        return Judged(fact.id, "indicator", fact.name or "")
    if isinstance(fact, Target):
        return Judged(fact.id, "target", fact.subject)
    if isinstance(fact, SpecialAction):
        return Judged(fact.id, "special_action", fact.title)
    if isinstance(fact, Task):
        return Judged(fact.id, "task", fact.title)
    if isinstance(fact, Responsibility):
        return Judged(f"{fact.plan_id}/department/{fact.department}", "department", fact.department)
    return None
