"""The page of departments: what each function carries where, who leads most, and tasks that name nobody.

In: the parameters of the address.  Out: the values of the template; with `function` what it carries, plan by plan, with
the words that say so.  Example: /departments?function=function/civil-affairs
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from starlette.datastructures import QueryParams

from graph_api.comparisons import DepartmentLoad, FunctionInRegion
from graph_api.concepts import DepartmentConcept
from graph_api.context import Context
from graph_api.errors import NotFound
from graph_api.shown_plans import ShownPlan
from graph_api.units import Task
from graph_api.words import Role
from queries.query import load

_ALL = 1_000_000
_LEADERS = 3
ROLES = {Role.LEAD: "牵头", Role.JOINT: "配合", Role.NAMED: "点名承担"}


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A function and what it carries, a cell a plan."""

    id: str
    name: str
    leads: int
    cells: list[DepartmentLoad]


async def departments_values(params: QueryParams, context: Context, plans: Sequence[ShownPlan]) -> dict[str, Any]:
    """What the template shows; raises NotFound for a function that is not there."""
    wanted = params.get("function", "")
    values: dict[str, Any] = {"plans": plans, "wanted": wanted, "roles": ROLES}
    if wanted:
        if await context.load(load("department_function"), wanted) is None:
            raise NotFound(f"departments: found no function {wanted[:80]!r}")
        carried = await duties(context, wanted)
        return {**values, "name": carried[0].function if carried else wanted, "by_plan": _by_plan(carried)}
    rows = await load_rows(context)
    functions: Sequence[DepartmentConcept] = await context.rows(load("department_functions"), {})
    whole = {broader for function in functions for broader in function.broader_ids}
    single = [row for row in rows if row.id not in whole]  # what a broader function leads, a narrower one leads
    leaders = [(plan, _leaders(single, at)) for at, plan in enumerate(plans)]
    tasks: Sequence[Task] = (await context.page(load("tasks"), 0, _ALL, {"unassigned": True})).rows
    unassigned = [(plan, [task for task in tasks if task.plan_id == plan.id]) for plan in plans]
    return {**values, "rows": rows, "leaders": leaders, "unassigned": unassigned}


async def load_rows(context: Context) -> list[LoadRow]:
    """The functions that carry anything, who leads most first; the plans of the cells by the code of their region."""
    found: list[DepartmentLoad] = await context.rows(load("department_load"), {})
    rows = [list(group) for _, group in groupby(found, key=lambda cell: cell.function_id)]
    return [LoadRow(cells[0].function_id, cells[0].function, cells[0].leads_in_all, cells) for cells in rows]


async def duties(context: Context, function: str) -> list[FunctionInRegion]:
    """What a function carries, by plan; a plan in which it carries nothing has a row that is not stated."""
    rows: list[FunctionInRegion] = await context.rows(load("function_across_regions"), {"function": function})
    return rows


def _by_plan(rows: Sequence[FunctionInRegion]) -> dict[str, list[FunctionInRegion]]:
    found: dict[str, list[FunctionInRegion]] = {}
    for one in rows:
        found.setdefault(one.plan_id, []).extend([one] if one.stated else [])
    return found


def _leaders(rows: Sequence[LoadRow], at: int) -> list[DepartmentLoad]:
    """The functions that lead most in the plan of one column."""
    leading = sorted((row.cells[at] for row in rows if row.cells[at].leads), key=lambda cell: -cell.leads)
    return leading[:_LEADERS]
