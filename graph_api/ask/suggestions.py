"""Questions worth asking of what is loaded.

In: what is loaded.  Out: questions, the comparative ones first; the same for the same data.  Relied on: a concept that
several plans share can be compared, and a body with duties can be asked for them.
Example: an indicator of two plans suggests "每百户设施面积，各地的目标值分别是多少？".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from graph_api.ask.knowledge import Knowledge

_EACH = 3  # how many of each kind
_LEAST_PLANS = 2


def suggestions(knowledge: Knowledge) -> list[str]:
    """The questions, kind by kind."""
    kinds = (_values(knowledge), _actions(knowledge), _holders(knowledge), _duties(knowledge), _whole(knowledge))
    return [question for kind in kinds for question in kind]


def _values(knowledge: Knowledge) -> Iterator[str]:
    """The indicators that most plans set."""
    plans: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for one in knowledge.statements:
        if one.kind == "indicator" and one.subject:
            for concept in one.concepts:
                plans[concept].add(one.plan_id)
                names.setdefault(concept, one.subject)
    shared = sorted(
        (concept for concept in plans if len(plans[concept]) >= _LEAST_PLANS), key=lambda one: -len(plans[one])
    )
    for concept in shared[:_EACH]:
        yield f"{names[concept]}，各地的目标值分别是多少？"


def _actions(knowledge: Knowledge) -> Iterator[str]:
    """An action, for what other plans call it."""
    seen: dict[str, list[str]] = defaultdict(list)
    for one in knowledge.things["action"]:
        for concept in one.concepts:
            seen[concept].append(f"{one.plan_id}\n{one.title}")
    shared = [held for held in seen.values() if len({one.partition("\n")[0] for one in held}) >= _LEAST_PLANS]
    shorts = {plan.id: plan.short for plan in knowledge.plans}
    for held in shared[:_EACH]:
        plan, _, title = held[0].partition("\n")
        yield f"{shorts[plan]}的“{title}”，其他规划对应的行动叫什么？"


def _holders(knowledge: Knowledge) -> Iterator[str]:
    """Actions of one plan alone."""
    plans: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, str] = {}
    for one in knowledge.things["action"]:
        for concept in one.concepts:
            plans[concept].add(one.plan_id)
            titles.setdefault(concept, one.title)
    alone = [concept for concept in plans if len(plans[concept]) == 1]
    for concept in alone[:1] if len(knowledge.plans) > 1 else ():
        yield f"哪些规划写了“{titles[concept]}”？"


def _duties(knowledge: Knowledge) -> Iterator[str]:
    """The bodies that a plan names most often."""
    shorts = {plan.id: plan.short for plan in knowledge.plans}
    named = Counter((one.plan_id, one.department) for one in knowledge.duties if one.role != "named")
    for (plan, department), _ in sorted(named.items(), key=lambda one: (-one[1], one[0]))[:_EACH]:
        yield f"{shorts[plan]}的规划里，{department}承担哪些任务？"


def _whole(knowledge: Knowledge) -> Iterator[str]:
    if len(knowledge.plans) >= _LEAST_PLANS:
        yield "哪份规划的任务最多？"
        yield "哪些文件为多份规划共同引用？"
