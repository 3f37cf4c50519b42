"""The kinds of questions, and which of them the words of one mark.

In: the plain question as `Marked`, and the likelihoods of the learned judge.  Out: the kinds of the rules that fit, in
their order, and which two of them and of the judge's go first.  Relied on: rules are tried in their order, the
narrower before the wider: "只有哪一份没有写" asks who lacks, not who alone has; and where one plan is named, 谁 is a
body of it, not a plan.  Where no rule fits, the learned judge decides (`kinds.py`); where it is sure, it overrules one:
"戏曲进校园，忘了写的是谁" asks who lacks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from graph_api.ask import kind_rules as rules
from graph_api.ask.kind_rules import Given, Marked
from graph_api.ask.slots import read_slots


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
_AHEAD = 3.0  # how much likelier another kind must be (log-odds) than that of the first rule that fits


def ruled(text: str, given: Given) -> list[Intent]:
    """The kinds of the rules that fit, in their order."""
    return fitting(Marked(text, read_slots(text), given))


def fitting(marked: Marked) -> list[Intent]:
    """The kinds of the rules that fit a question whose slots are read, in their order."""
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
