"""The plans as the pages show them: by the code of their region, each under its region's short name.

In: one version of the data.  Out: `ShownPlan`s.  Example: 天津市十四五城乡社区服务体系建设规划 stands under 天津.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.values import Value
from graph_api.context import Context
from graph_api.places import Plan, Region
from queries.query import load

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan and the short name of its region, which stands for it where room is scarce."""

    plan: Plan
    region_name: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.plan, name)


async def all_plans(context: Context) -> list[ShownPlan]:
    """All plans by the code of their region."""
    plans: Sequence[Plan] = (await context.page(load("plans"), 0, _ALL, {})).rows
    covered: list[Value] = [*sorted({plan.region_id for plan in plans if plan.region_id})]
    regions: Sequence[Region] = await context.rows(load("region"), {"ids": covered})
    short: dict[str, str] = {region.id: region.short_name or region.name for region in regions}
    shown = [ShownPlan(plan, short.get(plan.region_id or "", plan.region or plan.title)) for plan in plans]
    # As the questions order plans: those of no region last.
    return sorted(shown, key=lambda each: (each.plan.region_code is None, each.plan.region_code or "", each.plan.id))
