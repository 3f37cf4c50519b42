"""Which plan commits itself the most and which the least, over statements of one indicator.

In: commitments.  Out: `Ranking`, plans from the strictest on, and those that cannot be ranked with the reason.
Relied on: a plan is bound to what it promises at the worst.  ≥30 and 30 promise 30; >30 promises more than that, 约30
a little less; ≤30 promises no floor at all, and cannot be held against ≥30.  A plan that states an indicator more than
once is held to the strictest of its statements.
Example: >30平方米 before ≥30平方米 and 30平方米, which are equal; 全覆盖 (100%) before 80%.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import strawberry

from graph_api.amounts import Amount, Unlike, in_unit
from graph_api.words import word


@strawberry.enum(
    description="怎样算更严：数大为严还是数小为严 | Whether the higher or the lower number is the stricter"
)
class Direction(Enum):
    """Which number commits the more."""

    HIGHER = word("higher", "数大为严 | The higher number is the stricter")
    LOWER = word("lower", "数小为严 | The lower number is the stricter")


@strawberry.enum(description="凭什么判定数大还是数小为严 | What shows which number is the stricter")
class DirectionGround(Enum):
    """What the direction was read from."""

    COMPARATOR = word("comparator", "比较符号，如≥、不超过 | The comparators, such as ≥ or 不超过")
    BASE = word("base", "基期到目标的升降 | Whether targets lie above or below their bases")
    USUAL = word("usual", "原文未表明，按通常数大为严 | The plans do not show it; higher, as is usual")


@strawberry.enum(description="为什么不能比较 | Why things cannot be compared")
class Obstacle(Enum):
    """Why things cannot be compared."""

    NO_TARGET = word("no_target", "目标值没有写成一个数 | The target is not one number")
    NO_BASE = word("no_base", "没有写明基期值 | No base value is stated")
    BASE_NOT_ONE_NUMBER = word("base_not_one_number", "基期值不是一个数 | The base value is not one number")
    OTHER_UNIT = word("other_unit", "计量单位不能换算 | The units cannot be converted")
    NO_BASE_YEAR = word("no_base_year", "没有写明基期年 | No base year is stated")
    NO_TARGET_YEAR = word("no_target_year", "没有写明目标年 | No target year is stated")
    YEARS_NOT_IN_ORDER = word("years_not_in_order", "目标年不晚于基期年 | The target year is not after the base year")
    OPPOSITE_COMPARATOR = word(
        "opposite_comparator",
        "与其他规划的比较符号相反，一为下限，一为上限 | A floor where others state a ceiling, or the reverse",
    )


class Commitment(NamedTuple):
    """One statement of a target; `base` is in the unit of `amount` where it is known."""

    plan_id: str
    fact_id: str
    comparator: str
    amount: Amount | None
    base: float | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A plan's strictest statement, its number in the ranking's unit; plans of the same strictness share a rank."""

    rank: int
    commitment: Commitment
    number: float


@dataclass(frozen=True, slots=True)
class Unranked:
    """A statement that cannot be ranked."""

    commitment: Commitment
    obstacle: Obstacle
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Plans from the strictest to the weakest; strictest and weakest are empty where fewer than two plans compare."""

    unit: str | None
    direction: Direction | None
    ground: DirectionGround | None
    ranked: tuple[Ranked, ...]
    unranked: tuple[Unranked, ...]

    @property
    def strictest(self) -> tuple[str, ...]:
        """The plans of the first rank."""
        return self._plans(1) if len(self.ranked) > 1 else ()

    @property
    def weakest(self) -> tuple[str, ...]:
        """The plans of the last rank; none where all are alike."""
        last = self.ranked[-1].rank if self.ranked else 1
        return self._plans(last) if last > 1 else ()

    def _plans(self, rank: int) -> tuple[str, ...]:
        return tuple(one.commitment.plan_id for one in self.ranked if one.rank == rank)


_FLOORS, _CEILINGS = {">=", ">"}, {"<=", "<"}
_FIRMNESS = {"~": -1, ">": 1, "<": 1}


def rank(commitments: Sequence[Commitment]) -> Ranking:
    """The ranking, in the unit that most statements have; within a rank in the order given."""
    stated = [one for one in commitments if one.amount is not None]
    unranked = [Unranked(one, Obstacle.NO_TARGET) for one in commitments if one.amount is None]
    if not stated:
        return Ranking(None, None, None, (), tuple(unranked))
    unit = Counter(one.amount.unit for one in stated if one.amount).most_common(1)[0][0]
    direction, ground = _direction(stated)
    against = _CEILINGS if direction is Direction.HIGHER else _FLOORS
    best: dict[str, tuple[tuple[float, int], Commitment, float]] = {}
    for one in stated:
        try:
            number = in_unit(one.amount or Amount(0, unit), unit)
        except Unlike as unlike:
            unranked.append(Unranked(one, Obstacle.OTHER_UNIT, str(unlike)))
            continue
        if one.comparator in against:
            unranked.append(Unranked(one, Obstacle.OPPOSITE_COMPARATOR, one.comparator))
            continue
        key = (number if direction is Direction.HIGHER else -number, _FIRMNESS.get(one.comparator, 0))
        if one.plan_id not in best or key > best[one.plan_id][0]:
            best[one.plan_id] = (key, one, number)
    keys = sorted({key for key, _, _ in best.values()}, reverse=True)
    ranks = {key: at for at, key in enumerate(keys, 1)}
    ranked = [Ranked(ranks[key], one, number) for key, one, number in best.values()]
    return Ranking(unit, direction, ground, tuple(sorted(ranked, key=lambda one: one.rank)), tuple(unranked))


def _direction(stated: Sequence[Commitment]) -> tuple[Direction, DirectionGround]:
    floors = sum(one.comparator in _FLOORS for one in stated)
    ceilings = sum(one.comparator in _CEILINGS for one in stated)
    if floors or ceilings:
        return (Direction.HIGHER if floors >= ceilings else Direction.LOWER), DirectionGround.COMPARATOR
    moves = [one.amount.number - one.base for one in stated if one.amount and one.base is not None]
    rises, falls = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    if rises != falls:
        return (Direction.HIGHER if rises > falls else Direction.LOWER), DirectionGround.BASE
    return Direction.HIGHER, DirectionGround.USUAL
