"""Whose words a plan's are: how much of it is its own, shared or adapted, and which plan was there before.

In: passages, the reuse found among them, and what plans say of their dates.  Out: `Shares`, and the passages in the
order of the dates.  Relied on: dates are printed with a year at least, "2022-08" or "2021-12-27"; two dates can be told
apart only as far as both are printed, so that 2022 is neither before nor after 2022-08.
Example: of a passage that stands in a plan of 2021-12 and in one of 2022-08, the second is the one that took it over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from align.reuse import Passage, Reuse

Direction = Literal["taken_over", "handed_on"]


@dataclass(frozen=True, slots=True)
class Shares:
    """What part of a plan's passages, by letters, is its own, stands elsewhere word for word, or nearly."""

    plan_id: str
    passages: int
    own: float
    shared: float
    adapted: float


def shares(passages: Sequence[Passage], found: Sequence[Reuse]) -> tuple[Shares, ...]:
    """The shares of each plan whose passages are given, in their order."""
    kinds: dict[str, str] = {}
    for reuse in found:
        if kinds.get(reuse.passage.id) != "shared":
            kinds[reuse.passage.id] = reuse.kind
    letters: dict[str, dict[str, int]] = {}
    numbers: dict[str, int] = {}
    for passage in passages:
        plan = letters.setdefault(passage.plan_id, {"own": 0, "shared": 0, "adapted": 0})
        plan[kinds.get(passage.id, "own")] += len("".join(passage.quote.split()))
        numbers[passage.plan_id] = numbers.get(passage.plan_id, 0) + 1
    return tuple(
        Shares(plan, numbers[plan], *(round(counted[kind] / sum(counted.values()), 3) for kind in counted))
        for plan, counted in letters.items()
    )


def by_date(passages: Sequence[Passage], dates: Mapping[str, str]) -> tuple[Passage, ...]:
    """The passages with those of the earliest plan first, and those of plans without a date last."""
    return tuple(sorted(passages, key=lambda passage: (passage.plan_id not in dates, dates.get(passage.plan_id, ""))))


def direction(reuse: Reuse, dates: Mapping[str, str]) -> Direction | None:
    """Whether the plan took the passage over or handed it on; None where the dates do not tell."""
    here, other = dates.get(reuse.passage.plan_id, ""), dates.get(reuse.other.plan_id, "")
    known = min(len(here), len(other))
    if here[:known] == other[:known]:
        return None
    return "taken_over" if other < here else "handed_on"
