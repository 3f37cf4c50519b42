"""What an indicator's statements come to when they are held against each other: changes, and who promises the most.

In: rows of `indicator_across_regions` or statements of `indicator_matrix`, as `Statement`s.  Out: `IndicatorChange`s, a
`CommitmentRanking`.  What cannot be compared is in the answer with the reason; nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

import strawberry

from graph_api.change import Change, Stated, change, target_amount
from graph_api.comparisons import IndicatorCell
from graph_api.strictness import Commitment, Direction, DirectionGround, Obstacle, Ranking, rank

_FIGURES = itemgetter("baseValue", "baseYear", "targetValue", "targetYear", "value", "unit")


class Statement(NamedTuple):
    """One statement of an indicator by a plan."""

    plan_id: str
    fact_id: str
    comparator: str
    stated: Stated

    @property
    def change(self) -> Change:
        """From its base to its target."""
        return change(self.stated)

    @property
    def commitment(self) -> Commitment:
        """What it promises."""
        amount = target_amount(self.stated)
        return Commitment(
            self.plan_id, self.fact_id, self.comparator, amount, self.change.base, self.stated.target_year
        )


def statement(cell: IndicatorCell) -> Statement:
    """The statement in a row that is stated."""
    years = (cell.base_year, cell.target_year)
    stated = Stated(cell.base_value, years[0], cell.target_value, years[1], cell.value, cell.unit)
    return Statement(str(cell.plan_id), str(cell.fact_id), cell.comparator or "=", stated)


def statement_of(row: Mapping[str, Any]) -> Statement:
    """The statement in a map that a query returned."""
    return Statement(str(row["planId"]), str(row["factId"]), str(row["comparator"] or "="), Stated(*_FIGURES(row)))


@strawberry.type(description="一次写明从基期到目标的变化 | The change from base to target in one statement")
class IndicatorChange:
    """The change from base to target."""

    fact_id: strawberry.ID = strawberry.field(description="指标或量化目标的 id | Id of the indicator or target")
    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    difference: float | None = strawberry.field(
        description="目标值减基期值，不能比较则空 | Target less base, null where they cannot be compared"
    )
    per_year: float | None = strawberry.field(description="平均每年的变化 | The difference for each year between them")
    unit: str | None = strawberry.field(description="单位；比率为个百分点 | Unit; 个百分点 (points) for shares")
    obstacle: Obstacle | None = strawberry.field(description="为什么缺少 | Why one of them is missing")
    detail: str | None = strawberry.field(description="相关的原文或单位 | The words or units in question")


@strawberry.type(description="一份规划的承诺及其位次 | What a plan commits to, and its rank")
class RankedCommitment:
    """A plan's strictest statement and its rank."""

    rank: int = strawberry.field(description="位次，1 为最严，相同者同位 | Rank, 1 the strictest; equals share one")
    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    fact_id: strawberry.ID = strawberry.field(description="指标或量化目标的 id | Id of the indicator or target")
    comparator: str = strawberry.field(description="比较符号 | Comparator")
    value: float = strawberry.field(description="换算为共同单位的数 | The number in the unit of the ranking")
    target_year: int | None = strawberry.field(description="目标年 | Target year")


@strawberry.type(description="不能排入位次的一次写明 | A statement that cannot be ranked")
class UnrankedCommitment:
    """A statement that cannot be ranked."""

    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    fact_id: strawberry.ID = strawberry.field(description="指标或量化目标的 id | Id of the indicator or target")
    obstacle: Obstacle = strawberry.field(description="为什么不能比较 | Why it cannot be compared")
    detail: str | None = strawberry.field(description="相关的单位或符号 | The units or the comparator in question")


@strawberry.type(
    description="承诺的位次；一份规划以其最严的一次为准 | Commitments ranked, each plan by its strictest statement"
)
class CommitmentRanking:
    """Commitments from the strictest to the weakest."""

    unit: str | None = strawberry.field(description="共同单位 | The unit that all were converted to")
    direction: Direction | None = strawberry.field(
        description="数大还是数小为严 | Whether the higher or the lower is the stricter"
    )
    direction_ground: DirectionGround | None = strawberry.field(description="凭什么这样判定 | What shows it")
    strictest: list[strawberry.ID] = strawberry.field(
        description="最严的规划；可比的不足两份则空 | The strictest plans; none where fewer than two compare"
    )
    weakest: list[strawberry.ID] = strawberry.field(
        description="最宽的规划；都一样则空 | The weakest plans; none where all are alike"
    )
    ranked: list[RankedCommitment] = strawberry.field(description="各位次 | The ranks")
    unranked: list[UnrankedCommitment] = strawberry.field(description="不能比较的 | Those that cannot be compared")


def changes(statements: Sequence[Statement]) -> list[IndicatorChange]:
    """The change within each statement."""
    return [_change(one, one.change) for one in statements]


def rank_statements(statements: Sequence[Statement]) -> Ranking:
    """The statements ranked."""
    return rank([one.commitment for one in statements])


def ranking(statements: Sequence[Statement]) -> CommitmentRanking:
    """The statements ranked, as GraphQL."""
    found = rank_statements(statements)
    return CommitmentRanking(
        unit=found.unit or None,
        direction=found.direction,
        direction_ground=found.ground,
        strictest=[strawberry.ID(plan) for plan in found.strictest],
        weakest=[strawberry.ID(plan) for plan in found.weakest],
        ranked=[
            RankedCommitment(
                rank=one.rank,
                plan_id=strawberry.ID(one.commitment.plan_id),
                fact_id=strawberry.ID(one.commitment.fact_id),
                comparator=one.commitment.comparator,
                value=one.number,
                target_year=one.commitment.year,
            )
            for one in found.ranked
        ],
        unranked=[
            UnrankedCommitment(
                plan_id=strawberry.ID(one.commitment.plan_id),
                fact_id=strawberry.ID(one.commitment.fact_id),
                obstacle=one.obstacle,
                detail=one.detail,
            )
            for one in found.unranked
        ],
    )


def _change(one: Statement, found: Change) -> IndicatorChange:
    return IndicatorChange(
        fact_id=strawberry.ID(one.fact_id),
        plan_id=strawberry.ID(one.plan_id),
        difference=found.difference,
        per_year=found.per_year,
        unit=found.unit,
        obstacle=found.obstacle,
        detail=found.detail,
    )
