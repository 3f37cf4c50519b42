"""How near clauses come in meaning to what is asked: for what plans say in quite other words.

In: a text, and what measures it (the search index, where there is an encoder).  Out: a closeness by clause, on the
scale of `search/meaning.py`.  Relied on: a plan that shares part of the words and comes as near in meaning as those
that share most of them says the same.  Example: "学校体育设施对居民开放" of "公办中小学体育场馆向社会开放".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

Closeness = Callable[[str], Mapping[str, float]]  # by the id of a clause; empty where nothing measures it


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a plan needs; fitted on questions of who has or lacks something (`python -m benchmarks.closeness`)."""

    near: float = 0.75  # nearer than this two sentences mostly speak of the same thing
    behind: float = 0.15  # how far behind the plans that share most of the words
    shared: float = 0.4  # of the words, beside the best plan
    alone: float = 0.62  # the same as `near`, where no plan shares most of the words
    single: float = 0.5  # the same, where one plan alone is asked for
    within: float = 0.1  # how far behind the nearest plan, where no plan shares most of the words


def words_alone(_: str) -> Mapping[str, float]:
    """No closeness: there is no encoder."""
    return {}


def also_near(
    shares: Mapping[str, float], kept: Collection[str], near: Mapping[str, float], bounds: Bounds = Bounds()
) -> list[str]:
    """The plans beside those kept that come as near in meaning, by the share of words and the closeness of each."""
    least = max(bounds.near, min((near.get(plan, 0.0) for plan in kept), default=1.0) - bounds.behind)
    best = min(1.0, max(shares.values(), default=0.0))
    return [
        plan
        for plan, share in shares.items()
        if plan not in kept and share >= bounds.shared * best and near.get(plan, 0.0) >= least
    ]


def nearest_alone(near: Mapping[str, float], *, single: bool, bounds: Bounds = Bounds()) -> list[str]:
    """The plans that say by meaning alone what none says in the words asked, nearest first; one where one is asked."""
    order = sorted(near, key=lambda plan: -near[plan])
    best = near[order[0]] if order else 0.0
    if single:
        return order[:1] if best >= bounds.single else []
    return [plan for plan in order if near[plan] >= max(bounds.alone, best - bounds.within)]
