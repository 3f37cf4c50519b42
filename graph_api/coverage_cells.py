"""Coverage as long rows: one for each theme or beneficiary and each plan, as a data frame takes them.

In: the dense table.  Out: `ThemeCoverage` and `BeneficiaryCoverage`, row by row and then by the code of the region.
Example: theme/elderly-care in a plan that has nothing of it is a row too, `covered: false` and zeros.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import strawberry

from graph_api.arguments import described, stored
from graph_api.context import Info
from graph_api.coverage import Coverage, coverage_of
from graph_api.words import CoverageOf

Plans = Annotated[list[strawberry.ID] | None, described("theme_coverage", "plans")]
Regions = Annotated[list[strawberry.ID] | None, described("theme_coverage", "regions")]
Period = Annotated[str | None, described("theme_coverage", "period")]
Themes = Annotated[list[strawberry.ID] | None, described("theme_coverage", "themes")]
Served = Annotated[list[strawberry.ID] | None, described("beneficiary_coverage", "beneficiaries")]


@strawberry.type
class _Cell:
    """What a plan has on one concept; the schema shows only the types made from it."""

    broader_ids: list[strawberry.ID] = strawberry.field(description="上位概念的 id | ids of the broader ones")
    plan_id: strawberry.ID = strawberry.field(description="规划的 id | id of the plan")
    plan_title: str = strawberry.field(description="规划名称 | title of the plan")
    region_id: strawberry.ID | None = strawberry.field(description="地区的 id | id of the region")
    region: str | None = strawberry.field(description="地区全称 | full name of the region")
    period: str | None = strawberry.field(description="规划期 | period of the plan")
    covered: bool = strawberry.field(description="该规划是否涉及 | whether the plan speaks to it")
    tasks: int = strawberry.field(description="任务数，没有为 0 | number of tasks; 0 for none")
    actions: int = strawberry.field(description="专项行动数，没有为 0 | number of special actions; 0 for none")
    clauses: int = strawberry.field(description="条款数，没有为 0 | number of clauses; 0 for none")


@strawberry.type(description="一个主题在一份规划中的数量 | How much one plan has on one theme")
class ThemeCoverage(_Cell):
    """One theme in one plan."""

    theme_id: strawberry.ID = strawberry.field(description="主题的 id | id of the theme")
    theme: str = strawberry.field(description="主题的名称 | name of the theme")
    safeguards: int = strawberry.field(description="保障措施数，没有为 0 | number of safeguards; 0 for none")


@strawberry.type(description="一个服务对象在一份规划中的数量 | How much one plan has for one beneficiary")
class BeneficiaryCoverage(_Cell):
    """One beneficiary in one plan."""

    beneficiary_id: strawberry.ID = strawberry.field(description="服务对象的 id | id of the beneficiary")
    beneficiary: str = strawberry.field(description="服务对象的名称 | name of the beneficiary")


async def theme_coverage(
    info: Info, themes: Themes = None, plans: Plans = None, regions: Regions = None, period: Period = None
) -> list[ThemeCoverage]:
    """How much each plan has on each theme."""
    scope = {"plans": stored(plans), "regions": stored(regions), "period": period}
    table = await coverage_of(info.context, CoverageOf.THEME, scope, themes)
    info.context.budget.spend(len(table.rows) * len(table.columns))
    return [
        ThemeCoverage(theme_id=row.id, theme=row.name, safeguards=row.safeguards[at], **cell)
        for row, at, cell in _cells(table)
    ]


async def beneficiary_coverage(
    info: Info, beneficiaries: Served = None, plans: Plans = None, regions: Regions = None, period: Period = None
) -> list[BeneficiaryCoverage]:
    """How much each plan has for each beneficiary."""
    scope = {"plans": stored(plans), "regions": stored(regions), "period": period}
    table = await coverage_of(info.context, CoverageOf.BENEFICIARY, scope, beneficiaries)
    info.context.budget.spend(len(table.rows) * len(table.columns))
    return [BeneficiaryCoverage(beneficiary_id=row.id, beneficiary=row.name, **cell) for row, _, cell in _cells(table)]


def _cells(table: Coverage) -> Iterator[tuple[Any, int, dict[str, Any]]]:
    """Each row with each column's place, and what both kinds of long rows have."""
    plans = [
        {name: getattr(column, name) for name in ("plan_id", "plan_title", "region_id", "region", "period")}
        for column in table.columns
    ]
    for row in table.rows:
        for at, plan in enumerate(plans):
            counts = {name: getattr(row, name)[at] for name in ("covered", "tasks", "actions", "clauses")}
            yield row, at, {"broader_ids": row.broader_ids, **plan, **counts}
