"""Two-dimensional answers as dense rows: the columns once, then for each row lists as long as the columns.

In: the long rows of `indicator_matrix`, `theme_coverage` or `beneficiary_coverage`.  Out: `IndicatorMatrix` and
`Coverage`.  A table of 30 indicators in 5 plans is 30 objects with lists of leaves, not 150 objects: it is read by
index (`rows[3].targets[2]` belongs to `columns[2]`) and goes into a data frame as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import strawberry

from graph.values import Row
from graph_api.change import Change
from graph_api.citation import Citation
from graph_api.commitments import rank_statements, statement_of
from graph_api.context import Info
from graph_api.figures import figure
from graph_api.nearest import NearestClause, labels_of, nearest_clauses
from graph_api.strictness import Direction, Obstacle
from graph_api.words import AlignmentMethod
from ontology.vocabulary import VocabularyName


def _list(zh: str, en: str) -> Any:
    return strawberry.field(description=f"{zh}，次序同 columns | {en}, in the order of `columns`")


@strawberry.type(description="表的一列：一份规划 | One column of a table: a plan")
class MatrixColumn:
    """A plan as a column."""

    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    plan_title: str = strawberry.field(description="规划名称 | Title of the plan")
    region_id: strawberry.ID | None = strawberry.field(description="地区的 id | Id of the region")
    region: str | None = strawberry.field(description="地区全称 | Full name of the region")
    period: str | None = strawberry.field(description="规划期 | Period of the plan")


@strawberry.type(description="矩阵的一行：一个指标在各规划中的值 | One row of the matrix: an indicator in every plan")
class MatrixRow:
    """One indicator in every plan; where a plan states it more than once, its table row, else the first."""

    concept_id: strawberry.ID = strawberry.field(description="指标概念的 id | Id of the indicator concept")
    concept: str = strawberry.field(description="指标概念的名称 | Name of the indicator concept")
    stated: list[bool] = _list("是否写明", "Whether the plan states it")
    statement_counts: list[int] = _list("写明的次数", "How often the plan states it")
    targets: list[str | None] = _list(
        "目标值；表中的同原文，正文中的由比较符号、数和单位写成，未载明为空",
        "Target: as printed in a table, from comparator, number and unit in running text, null where not stated",
    )
    values: list[float | None] = _list("目标值（数）", "Target as a number")
    comparators: list[str | None] = _list("比较符号", "Comparator of the target")
    units: list[str | None] = _list("单位", "Unit")
    bases: list[str | None] = _list("基期值，同原文", "Base value as printed")
    base_years: list[int | None] = _list("基期年", "Base year")
    target_years: list[int | None] = _list("目标年", "Target year")
    differences: list[float | None] = _list(
        "目标值减基期值，不能比较则空", "Target less base, null where not comparable"
    )
    per_year: list[float | None] = _list("平均每年的变化", "The difference for each year between base and target")
    difference_units: list[str | None] = _list(
        "变化的单位；比率为个百分点", "Unit of the difference; 个百分点 for shares"
    )
    obstacles: list[Obstacle | None] = _list("为什么没有变化值或年均值", "Why the difference or its pace is missing")
    ranks: list[int | None] = _list(
        "按各次写明中最严的一次排的位次，1 为最严；不能比较则空",
        "Rank by the strictest statement of the plan, 1 the strictest; null where not comparable",
    )
    direction: Direction | None = strawberry.field(
        description="数大还是数小为严 | Whether the higher or the lower number is the stricter"
    )
    fact_ids: list[strawberry.ID | None] = _list("指标或量化目标的 id", "Id of the indicator or target")
    methods: list[AlignmentMethod | None] = _list(
        "怎样对到这个指标；未载明或未对齐为空", "How it was brought to this indicator, null where not stated"
    )
    evidence: list[str | None] = _list(
        "凭什么对到这个指标；推断的为旁证的原文",
        "On what ground it was; for an inferred one the words elsewhere in the plan that show it",
    )
    citations: list[Citation | None] = _list("出处，未载明为空", "Where it says so, null where not stated")


@strawberry.type(description="指标 × 规划的矩阵 | Indicators by plans")
class IndicatorMatrix:
    """Indicators by plans."""

    columns: list[MatrixColumn] = strawberry.field(description="各列 | The columns")
    rows: list[MatrixRow] = strawberry.field(description="各行 | The rows")

    @classmethod
    def of(cls, rows: Sequence[Row], public_url: str) -> IndicatorMatrix:
        """The matrix over the rows of `indicator_matrix`, which come by concept and then by plan."""
        table = _Table(rows, "conceptId")
        return cls(columns=table.columns, rows=[_matrix_row(cells, public_url) for cells in table.rows])


@strawberry.type(description="覆盖表的一行 | One row of a coverage table")
class CoverageRow:
    """One theme or beneficiary in every plan."""

    id: strawberry.ID = strawberry.field(description="主题或服务对象的 id | Id of the theme or beneficiary")
    name: str = strawberry.field(description="名称 | Name")
    broader_ids: list[strawberry.ID] = strawberry.field(description="上位概念的 id | Ids of the broader ones")
    covered: list[bool] = _list("是否涉及", "Whether the plan speaks to it")
    tasks: list[int] = _list("任务数", "Number of tasks")
    safeguards: list[int] = _list("保障措施数（服务对象为 0）", "Number of safeguards (0 for beneficiaries)")
    actions: list[int] = _list("专项行动数", "Number of special actions")
    clauses: list[int] = _list("条款数", "Number of clauses")
    plans: strawberry.Private[Sequence[str]]
    vocabulary: strawberry.Private[VocabularyName]

    async def _nearest(self, info: Info) -> list[NearestClause | None]:
        """Looked for only where it is asked."""
        lacking = [None if has else plan for plan, has in zip(self.plans, self.covered, strict=True)]
        labels = dict.fromkeys((self.name, *labels_of(self.vocabulary).get(self.id, ())))
        context = info.context
        return await nearest_clauses(context.holdings.index, tuple(labels), lacking, context.settings.public_url)

    nearest = strawberry.field(
        resolver=_nearest,
        description="未涉及的规划中最接近的条款，涉及的或全无相近的为空，次序同 columns | "
        "The nearest clause of plans that do not speak to it, null where nothing is near, in the order of `columns`",
    )


@strawberry.type(description="覆盖表：主题或服务对象 × 规划 | Coverage: themes or beneficiaries by plans")
class Coverage:
    """Themes or beneficiaries by plans."""

    columns: list[MatrixColumn] = strawberry.field(description="各列 | The columns")
    rows: list[CoverageRow] = strawberry.field(description="各行 | The rows")

    @classmethod
    def of(cls, rows: Sequence[Row], key: str) -> Coverage:
        """The table over the rows of a coverage query, whose row ids stand in `<key>Id` and names in `<key>`."""
        table = _Table(rows, f"{key}Id")
        return cls(columns=table.columns, rows=[_coverage_row(cells, key) for cells in table.rows])


class _Table:
    """Long rows cut into cells: for each row and column the list of long rows there, at least one."""

    def __init__(self, rows: Sequence[Row], key: str) -> None:
        by_row = [list(group) for _, group in groupby(rows, key=lambda row: row[key])]
        plans = {row["planId"]: row for row in (by_row[0] if by_row else ())}
        self.columns = [_column(row) for row in plans.values()]
        self.rows = [[list(cell) for _, cell in groupby(group, key=lambda row: row["planId"])] for group in by_row]


def _column(row: Any) -> MatrixColumn:
    return MatrixColumn(
        plan_id=row["planId"],
        plan_title=row["planTitle"],
        region_id=row["regionId"],
        region=row["region"],
        period=row["period"],
    )


def _matrix_row(cells: Sequence[Sequence[Any]], public_url: str) -> MatrixRow:
    shown = [min(cell, key=lambda row: row["factKind"] != "indicator") for cell in cells]
    moves = [statement_of(row).change if row["stated"] else Change() for row in shown]
    ranking = rank_statements([statement_of(row) for cell in cells for row in cell if row["stated"]])
    ranks = {one.commitment.plan_id: one.rank for one in ranking.ranked}
    return MatrixRow(
        concept_id=shown[0]["conceptId"],
        concept=shown[0]["concept"],
        stated=[row["stated"] for row in shown],
        statement_counts=[sum(row["stated"] for row in cell) for cell in cells],
        targets=[figure(row["targetValue"], row["comparator"], row["value"], row["unit"]) for row in shown],
        values=[row["value"] for row in shown],
        comparators=[row["comparator"] for row in shown],
        units=[row["unit"] for row in shown],
        bases=[row["baseValue"] for row in shown],
        base_years=[row["baseYear"] for row in shown],
        target_years=[row["targetYear"] for row in shown],
        differences=[move.difference for move in moves],
        per_year=[move.per_year for move in moves],
        difference_units=[move.unit for move in moves],
        obstacles=[move.obstacle for move in moves],
        ranks=[ranks.get(row["planId"]) for row in shown],
        direction=ranking.direction,
        fact_ids=[row["factId"] for row in shown],
        methods=[row["method"] and AlignmentMethod(row["method"]) for row in shown],
        evidence=[row["evidence"] for row in shown],
        citations=[row["citation"] and Citation.read(row["citation"], public_url) for row in shown],
    )


def _coverage_row(cells: Sequence[Sequence[Any]], key: str) -> CoverageRow:
    shown = [cell[0] for cell in cells]
    return CoverageRow(
        id=shown[0][f"{key}Id"],
        name=shown[0][key],
        broader_ids=shown[0]["broaderIds"],
        covered=[row["covered"] for row in shown],
        tasks=[row["tasks"] for row in shown],
        safeguards=[row.get("safeguards", 0) for row in shown],
        actions=[row["actions"] for row in shown],
        clauses=[row["clauses"] for row in shown],
        plans=[row["planId"] for row in shown],
        vocabulary="themes" if key == "theme" else "beneficiaries",
    )
