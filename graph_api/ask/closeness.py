"""How near clauses come in meaning to what is asked: for what plans say in quite other words.

In: a text, and what measures it (the search index, where there is an encoder).  Out: a closeness by clause, on the
scale of `search/meaning.py`.  Relied on: a plan that shares part of the words and comes as near in meaning as those
that share most of them says the same.  Example: "学校体育设施对居民开放" of "公办中小学体育场馆向社会开放".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Closeness = Callable[[str], Mapping[str, float]]  # by the id of a clause; empty where nothing measures it

# Fitted on 87 questions of who has or lacks something (`benchmarks/closeness.py` does it again for another encoder):
# of 15 plans that they add 14 are right.
NEAR = 0.65  # nearer than this two sentences mostly speak of the same thing
BEHIND = 0.1  # how far behind the plans that share most of the words
SHARED = 0.45  # of the words, beside the best plan


def words_alone(_: str) -> Mapping[str, float]:
    """No closeness: there is no encoder."""
    return {}


def also_near(shares: Mapping[str, float], kept: Mapping[str, object], near: Mapping[str, float]) -> list[str]:
    """The plans beside those kept that come as near in meaning, by the share of words and the closeness of each."""
    least = max(NEAR, min((near.get(plan, 0.0) for plan in kept), default=1.0) - BEHIND)
    best = min(1.0, max(shares.values(), default=0.0))
    return [
        plan
        for plan, share in shares.items()
        if plan not in kept and share >= SHARED * best and near.get(plan, 0.0) >= least
    ]
