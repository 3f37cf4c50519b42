"""How much each plan has on each theme or for each beneficiary, as dense rows.

In: the rows of `theme_coverage` or `beneficiary_coverage`, which list the plans that have anything.  Out: `Coverage`,
read by index as the indicator matrix is: `rows[3].tasks[2]` belongs to `columns[2]`, with 0 for a plan not listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import strawberry

from graph.values import Row, Value
from graph_api.context import Context, Info
from graph_api.matrix_column import MatrixColumn, cells
from graph_api.nearest import NearestClause, labels_of, nearest_clauses
from graph_api.words import CoverageOf, Reach
from ontology.vocabulary import VocabularyName
from queries.query import load, run

# The query of each kind of table, and its parameter for the rows wanted.
QUESTIONS = {
    CoverageOf.THEME: ("theme_coverage", "themes"),
    CoverageOf.BENEFICIARY: ("beneficiary_coverage", "beneficiaries"),
}


@strawberry.type(description="覆盖表的一行 | One row of a coverage table")
class CoverageRow:
    """One theme or beneficiary in every plan."""

    id: strawberry.ID = strawberry.field(description="主题或服务对象的 id | Id of the theme or beneficiary")
    name: str = strawberry.field(description="名称 | Name")
    broader_ids: list[strawberry.ID] = strawberry.field(description="上位概念的 id | Ids of the broader ones")
    reach: Reach | None = strawberry.field(
        description="为多少规划共有；都未涉及则空 | How widely it is shared, null where no plan speaks to it"
    )
    covered: list[bool] = cells("是否涉及", "Whether the plan speaks to it")
    tasks: list[int] = cells("任务数", "Number of tasks")
    safeguards: list[int] = cells("保障措施数（服务对象为 0）", "Number of safeguards (0 for beneficiaries)")
    actions: list[int] = cells("专项行动数", "Number of special actions")
    clauses: list[int] = cells("条款数", "Number of clauses")
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
    def of(cls, columns: Sequence[MatrixColumn], rows: Sequence[Row], key: str) -> Coverage:
        """The table over the rows of a coverage query, whose row ids stand in `<key>Id` and names in `<key>`."""
        return cls(columns=[*columns], rows=[_coverage_row(row, key, [one.plan_id for one in columns]) for row in rows])


async def coverage_of(
    context: Context, by: CoverageOf, scope: Mapping[str, Value], ids: Sequence[str] | None = None
) -> Coverage:
    """The table over the plans that `scope` chooses; `ids` are the themes or beneficiaries, all where None."""
    question, parameter = QUESTIONS[by]
    params: dict[str, Value] = {**scope, parameter: None if ids is None else [*ids]}
    found = await run(context.holdings.store, question, **params)
    return Coverage.of(await context.rows(load("compared_plans"), scope), found, by.value)


def _coverage_row(row: Any, key: str, plans: Sequence[str]) -> CoverageRow:
    places = {plan: at for at, plan in enumerate(row["planIds"])}

    def dense(name: str) -> list[int]:
        counts = row.get(name)
        return [counts[places[plan]] if counts and plan in places else 0 for plan in plans]

    return CoverageRow(
        id=row[f"{key}Id"],
        name=row[key],
        broader_ids=row["broaderIds"],
        reach=Reach.of(len(places), len(plans)),
        covered=[plan in places for plan in plans],
        tasks=dense("tasks"),
        safeguards=dense("safeguards"),
        actions=dense("actions"),
        clauses=dense("clauses"),
        plans=plans,
        vocabulary="themes" if key == "theme" else "beneficiaries",
    )
