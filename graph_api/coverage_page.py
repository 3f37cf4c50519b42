"""The page of coverage: how much each plan has on each theme, and what comes nearest where it has nothing.

In: the parameters of the address.  Out: the values of the template; with `theme` the facts of that theme, plan by plan,
and for a plan without any the nearest clause.  Relied on: a theme may stand under several broader ones; the table shows
it once, under the first.  Example: /coverage?theme=theme/elderly-care
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from graph_api.comparisons import WhoHas
from graph_api.context import Context
from graph_api.coverage import Coverage, CoverageRow, coverage_of
from graph_api.errors import NotFound
from graph_api.nearest import labels_of, nearest_clauses
from graph_api.shown_plans import ShownPlan
from graph_api.words import CoverageOf, Reach
from queries.query import load

_SHOWN = 40  # facts of one plan on one theme
_KINDS = {"task": "任务", "safeguard": "措施", "special_action": "行动", "clause": "条款"}


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme of the table, and how far it stands below a broadest one."""

    row: CoverageRow
    depth: int


async def coverage_values(params: QueryParams, context: Context, plans: Sequence[ShownPlan]) -> dict[str, Any]:
    """What the template shows; raises NotFound for a theme that is not there."""
    wanted = params.get("theme", "")
    values: dict[str, Any] = {"plans": plans, "wanted": wanted, "kinds": _KINDS}
    if wanted:
        return {**values, **await _theme_values(context, wanted)}
    table = await coverage_of(context, CoverageOf.THEME, {})
    return {**values, "rows": list(in_order(table)), "alone": _alone(table)}


def in_order(table: Coverage) -> Iterator[ThemeRow]:
    """The rows as a tree is read: each theme, then those below it."""
    known = {row.id for row in table.rows}
    below: dict[str | None, list[CoverageRow]] = {}
    for row in table.rows:
        below.setdefault(next((one for one in row.broader_ids if one in known), None), []).append(row)

    def under(broader: str | None, depth: int) -> Iterator[ThemeRow]:
        for row in below.get(broader, ()):
            yield ThemeRow(row, depth)
            yield from under(row.id, depth + 1)

    yield from under(None, 0)


def _alone(table: Coverage) -> dict[str, list[CoverageRow]]:
    """The themes that one plan alone has, by plan."""
    found: dict[str, list[CoverageRow]] = {column.plan_id: [] for column in table.columns}
    for row in table.rows:
        if row.reach is Reach.ONE:
            found[row.plans[row.covered.index(True)]].append(row)
    return found


async def _theme_values(context: Context, wanted: str) -> dict[str, Any]:
    theme = await context.load(load("theme"), wanted)
    if theme is None:
        raise NotFound(f"coverage: found no theme {wanted[:80]!r}")
    rows: list[WhoHas] = await context.rows(load("who_has_theme"), {"theme": wanted, "limit": _SHOWN})
    labels = tuple(dict.fromkeys((theme.name, *labels_of("themes").get(wanted, ()))))
    lacking = [None if row.has else str(row.plan_id) for row in rows]
    near = await nearest_clauses(context.holdings.index, labels, lacking, context.settings.public_url)
    return {"theme": theme, "by_plan": {row.plan_id: (row, clause) for row, clause in zip(rows, near, strict=True)}}
