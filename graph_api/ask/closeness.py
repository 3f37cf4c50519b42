"""How near clauses come in meaning to what is asked: for what plans say in quite other words.

In: a text, and what measures it (the search index, where there is an encoder).  Out: a closeness by clause, on the
scale of `search/meaning.py`; and which plans have what is asked, by the words they share and by closeness together.
Relied on: what says the same comes about as near as what says it nearest, whatever share of the words it has; what
shares words alone (收费 of 公用事业收费 and of 居民价收费) stays far behind.
Example: "学校体育设施对居民开放" of "公办中小学体育场馆向社会开放".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

Closeness = Callable[[str], Mapping[str, float]]  # by the id of a clause; empty where nothing measures it


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a plan needs; fitted on questions of who has or lacks something (`python -m benchmarks.closeness`)."""

    pull: float = 0.9  # what it takes from a plan's share of the words to lie behind the nearest plan
    least: float = 0.46  # what has to be left of the share, beside the best plan
    near: float = 0.55  # nearer than this has to come what does not share most of the words
    sure: float = 0.9  # a plan that shares this much of the words has it, however far it lies
    speaks: float = 1.0  # the best share and the nearest together, below which no plan speaks of it
    alone: float = 0.62  # the same as `near`, where no plan shares most of the words
    single: float = 0.5  # the same, where one plan alone is asked for
    within: float = 0.1  # how far behind the nearest plan, where no plan shares most of the words


def words_alone(_: str) -> Mapping[str, float]:
    """No closeness: there is no encoder."""
    return {}


def by_both(
    shares: Mapping[str, float], kept: Collection[str], near: Mapping[str, float], bounds: Bounds = Bounds()
) -> list[str]:
    """The plans that have it, of the plans with a share of the words; those kept by words where nothing measures it."""
    if not near:
        return list(kept)
    best, nearest = min(1.0, max(shares.values(), default=0.0)), max(near.values())
    if best + nearest < bounds.speaks:
        return []
    left = {
        plan: min(1.0, share) / best - bounds.pull * (nearest - near.get(plan, 0.0))
        for plan, share in shares.items()
        if share
    }
    return [
        plan
        for plan in left
        if (plan in kept and shares[plan] >= bounds.sure)
        or (left[plan] >= bounds.least and (plan in kept or near.get(plan, 0.0) >= bounds.near))
    ]


def nearest_alone(near: Mapping[str, float], *, single: bool, bounds: Bounds = Bounds()) -> list[str]:
    """The plans that say by meaning alone what none says in the words asked, nearest first; one where one is asked."""
    order = sorted(near, key=lambda plan: -near[plan])
    best = near[order[0]] if order else 0.0
    if single:
        return order[:1] if best >= bounds.single else []
    found = [plan for plan in order if near[plan] >= max(bounds.alone, best - bounds.within)]
    return found if 2 * len(found) <= len(near) else []  # what lies near to most of them is the topic alone
