"""The indicator matrix as dense rows: the columns once, then for each indicator lists as long as the columns.

In: the rows of `indicator_matrix`, one an indicator with all its statements.  Out: `IndicatorMatrix`.  A table of 30
indicators in 5 plans is 30 objects with lists of leaves, not 150 objects: it is read by index (`rows[3].targets[2]`
belongs to `columns[2]`) and goes into a data frame as it is.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import strawberry

from graph.values import Row, Value
from graph_api.change import Change
from graph_api.citation import Citation
from graph_api.commitments import rank_statements, statement_of
from graph_api.context import Context
from graph_api.figures import figure
from graph_api.matrix_column import MatrixColumn, cells
from graph_api.strictness import Direction, Obstacle
from graph_api.words import AlignmentMethod
from queries.query import load, run

# What a plan that does not state the indicator has in every list.
_SILENT: Mapping[str, Any] = defaultdict(lambda: None)


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """Which indicators are wanted: those that at least so many plans state, from the `offset`th on."""

    min_plans: int = 1
    offset: int = 0
    size: int = 20


@dataclass(slots=True)
class _Cited:
    """Where the figures of one page stand, looked up for all of them when the first is asked for."""

    context: Context
    facts: list[str] = field(default_factory=list)
    _found: dict[str, Citation] | None = None
    _finding: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def of(self, fact: str | None) -> Citation | None:
        async with self._finding:
            if self._found is None:
                self._found = dict(await self._find())
        return self._found[fact] if fact else None

    async def _find(self) -> Iterator[tuple[str, Citation]]:
        rows: Any = await run(self.context.holdings.store, "fact_citations", facts=[*self.facts])
        self.context.budget.spend(len(self.facts))
        url = self.context.settings.public_url
        each = (cited for row in rows for cited in zip(row["factIds"], row["citations"], strict=True))
        return ((fact, Citation.read(citation, url)) for fact, citation in each)


@strawberry.type(description="矩阵的一行：一个指标在各规划中的值 | One row of the matrix: an indicator in every plan")
class MatrixRow:
    """One indicator in every plan; where a plan states it more than once, its table row, else the first."""

    concept_id: strawberry.ID = strawberry.field(description="指标概念的 id | Id of the indicator concept")
    concept: str = strawberry.field(description="指标概念的名称 | Name of the indicator concept")
    stated: list[bool] = cells("是否写明", "Whether the plan states it")
    statement_counts: list[int] = cells("写明的次数", "How often the plan states it")
    targets: list[str | None] = cells(
        "目标值；表中的同原文，正文中的由比较符号、数和单位写成，未载明为空",
        "Target: as printed in a table, from comparator, number and unit in running text, null where not stated",
    )
    values: list[float | None] = cells("目标值（数）", "Target as a number")
    comparators: list[str | None] = cells("比较符号", "Comparator of the target")
    units: list[str | None] = cells("单位", "Unit")
    bases: list[str | None] = cells("基期值，同原文", "Base value as printed")
    base_years: list[int | None] = cells("基期年", "Base year")
    target_years: list[int | None] = cells("目标年", "Target year")
    differences: list[float | None] = cells(
        "目标值减基期值，不能比较则空", "Target less base, null where not comparable"
    )
    per_year: list[float | None] = cells("平均每年的变化", "The difference for each year between base and target")
    difference_units: list[str | None] = cells(
        "变化的单位；比率为个百分点", "Unit of the difference; 个百分点 for shares"
    )
    obstacles: list[Obstacle | None] = cells("为什么没有变化值或年均值", "Why the difference or its pace is missing")
    ranks: list[int | None] = cells(
        "按各次写明中最严的一次排的位次，1 为最严；不能比较则空",
        "Rank by the strictest statement of the plan, 1 the strictest; null where not comparable",
    )
    direction: Direction | None = strawberry.field(
        description="数大还是数小为严 | Whether the higher or the lower number is the stricter"
    )
    fact_ids: list[strawberry.ID | None] = cells("指标或量化目标的 id", "Id of the indicator or target")
    methods: list[AlignmentMethod | None] = cells(
        "怎样对到这个指标；未载明或未对齐为空", "How it was brought to this indicator, null where not stated"
    )
    evidence: list[str | None] = cells(
        "凭什么对到这个指标；推断的为旁证的原文",
        "On what ground it was; for an inferred one the words elsewhere in the plan that show it",
    )
    cited: strawberry.Private[_Cited]

    async def citations_of(self) -> list[Citation | None]:
        """Where each plan says so, null where it does not; looked up only where they are asked for."""
        return [await self.cited.of(fact) for fact in self.fact_ids]

    citations = strawberry.field(
        resolver=citations_of,
        description="出处，未载明为空，次序同 columns | Where it says so, null where not stated, ordered as `columns`",
    )


@strawberry.type(description="指标 × 规划的矩阵 | Indicators by plans")
class IndicatorMatrix:
    """Indicators by plans."""

    columns: list[MatrixColumn] = strawberry.field(description="各列 | The columns")
    rows: list[MatrixRow] = strawberry.field(description="这一页的各行 | The rows of this page")
    concept_count: int = strawberry.field(description="一共多少个指标 | How many indicators there are in all")


async def indicator_matrix_of(context: Context, in_plans: Mapping[str, Value], wanted: MatrixPage) -> IndicatorMatrix:
    """One page of the matrix over the plans that `in_plans` chooses."""
    params: dict[str, Value] = {**in_plans, "minPlans": wanted.min_plans}
    page: dict[str, Value] = {"offset": wanted.offset, "size": wanted.size}
    columns: list[MatrixColumn] = await context.rows(load("compared_plans"), in_plans)
    rows = await run(context.holdings.store, "indicator_matrix", **params, **page)
    # A page beyond the end, or of no rows, has no row to say how many there are.
    counted = rows or await run(context.holdings.store, "indicator_matrix", **params, offset=0, size=1)
    count: Any = counted[0]["conceptCount"] if counted else 0
    cited = _Cited(context)
    return IndicatorMatrix(
        columns=columns, rows=[_matrix_row(row, columns, cited) for row in rows], concept_count=count
    )


def _matrix_row(row: Row, columns: Sequence[MatrixColumn], cited: _Cited) -> MatrixRow:
    statements: Any = row["statements"]
    stated: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for statement in statements:
        stated[statement["planId"]].append(statement)
    plans = [str(column.plan_id) for column in columns]
    shown = [stated[plan][0] if plan in stated else _SILENT for plan in plans]
    cited.facts += [one["factId"] for one in shown if one is not _SILENT]
    said = {plan: [statement_of(one) for one in stated[plan]] for plan in plans if plan in stated}
    moves = [said[plan][0].change if plan in said else Change() for plan in plans]
    ranking = rank_statements([one for each in said.values() for one in each])
    ranks = {one.commitment.plan_id: one.rank for one in ranking.ranked}
    concept: Any = row["conceptId"]
    return MatrixRow(
        concept_id=concept,
        concept=str(row["concept"]),
        stated=[one is not _SILENT for one in shown],
        statement_counts=[len(stated[plan]) if plan in stated else 0 for plan in plans],
        targets=[figure(one["targetValue"], one["comparator"], one["value"], one["unit"]) for one in shown],
        values=[one["value"] for one in shown],
        comparators=[one["comparator"] for one in shown],
        units=[one["unit"] for one in shown],
        bases=[one["baseValue"] for one in shown],
        base_years=[one["baseYear"] for one in shown],
        target_years=[one["targetYear"] for one in shown],
        differences=[move.difference for move in moves],
        per_year=[move.per_year for move in moves],
        difference_units=[move.unit for move in moves],
        obstacles=[move.obstacle for move in moves],
        ranks=[ranks.get(plan) for plan in plans],
        direction=ranking.direction,
        fact_ids=[one["factId"] for one in shown],
        methods=[one["method"] and AlignmentMethod(one["method"]) for one in shown],
        evidence=[one["evidence"] for one in shown],
        cited=cited,
    )
