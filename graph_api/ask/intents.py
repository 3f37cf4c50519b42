"""What a question wants: one of the kinds that can be answered, by what its words mark.

In: the plain question and what is known of the plans asked.  Out: `Wanted`: an intent, and the next likely one where
a second rule or the judge says so.  Relied on: rules are tried in their order, the narrower before the wider:
"只有哪一份没有写" asks who lacks, not who alone has; and where one plan is named, 谁 is a body of it, not a plan.
Where no rule fits, the learned judge decides (`kinds.py`); where it is sure, it overrules one:
"戏曲进校园，忘了写的是谁" asks who lacks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from graph_api.ask import kind_rules as rules
from graph_api.ask.kind_rules import Given, Marked
from graph_api.ask.kinds import Judge
from graph_api.ask.possible import possible
from graph_api.ask.slots import LISTED, Asked, of_values, read_slots


class Intent(Enum):
    """The kinds of questions, with what a sentence calls them."""

    VALUE = "数值比较"
    BASELINE = "基期成效"
    WHO_HAS = "谁有"
    WHO_LACKS = "谁没有"
    UNIQUE = "只有谁有"
    EXTREME = "谁最高或最低"
    RESPONSIBLE = "由谁负责"
    DEPARTMENT_SCOPE = "部门承担什么"
    COUNT = "有多少"
    ACTIONS = "对应的行动"
    DOCUMENTS = "引用的文件"
    OUTSIDE = "不在本库范围"


PRESENCE = frozenset((Intent.WHO_HAS, Intent.WHO_LACKS, Intent.UNIQUE))


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind of a question, and another it could be of."""

    intent: Intent
    other: Intent | None = None
    aims: bool = True  # whether it asks of what is to be; otherwise also of what has been
    past: bool = False  # whether it asks of what has been


_AHEAD = 3.0  # how much likelier another kind must be (log-odds) than that of the first rule that fits


def wanted(text: str, given: Given, judge: Judge) -> Wanted:
    """What a plain question wants."""
    text = of_values(text)
    slots = read_slots(text)
    fitting = _fitting(Marked(text, slots, given))
    chances = judge.chances(text, given.department)
    chances = possible(text, slots, given.plans, fitting[0].name if fitting else None, chances)
    first, other = settled(fitting, chances)
    if LISTED.search(text) and first in (Intent.VALUE, Intent.BASELINE) and not slots.asked & {Asked.PLAN, Asked.BODY}:
        first, other = Intent.COUNT, first
    if first is Intent.VALUE and (given.before or slots.past or (slots.stock and not slots.aims)):
        first = Intent.BASELINE
    return Wanted(first, other, slots.aims, first is Intent.BASELINE or (slots.past and not slots.aims))


def ruled(text: str, given: Given) -> list[Intent]:
    """The kinds of the rules that fit, in their order."""
    return _fitting(Marked(text, read_slots(text), given))


def _fitting(marked: Marked) -> list[Intent]:
    return [intent for intent, rule in RULES if rule(marked)]


def settled(found: Sequence[Intent], chances: Mapping[str, float]) -> tuple[Intent, Intent | None]:
    """The kind, and the next likely one, by the rules that fit and the log-likelihoods of the judge."""
    first = found[0] if found else Intent.VALUE
    likely = Intent[max(chances, key=chances.__getitem__)] if chances else first
    if chances and chances[likely.name] - chances.get(first.name, -math.inf) > (_AHEAD if found else 0.0):
        first = likely
    return first, next((one for one in (likely, *found) if one is not first), None)


RULES: tuple[tuple[Intent, Callable[[Marked], bool]], ...] = (
    (Intent.DEPARTMENT_SCOPE, rules.of_department),
    (Intent.ACTIONS, rules.of_actions),
    (Intent.DOCUMENTS, rules.of_common_documents),
    (Intent.EXTREME, rules.of_extreme),
    (Intent.RESPONSIBLE, rules.of_who_does),
    (Intent.WHO_LACKS, rules.of_who_lacks),
    (Intent.UNIQUE, rules.of_one_alone),
    (Intent.DOCUMENTS, rules.of_documents),
    (Intent.RESPONSIBLE, rules.of_responsible),
    (Intent.COUNT, rules.of_count),
    (Intent.WHO_HAS, rules.of_who_has),
    (Intent.VALUE, rules.of_value),
)
