"""Resolvers of the purpose-built questions: comparisons, who has what, counts, and whatever an id names.

In: the arguments of a field of `Query`.  Out: its answer.  Arguments that a query file declares too are described in
its words, so that what a filter means is written down once.
"""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

import strawberry

from graph.values import Value
from graph_api import compare
from graph_api.arguments import described, stored
from graph_api.compare import IndicatorComparison, WhoHasAnswer
from graph_api.concepts import Statistics
from graph_api.context import Info
from graph_api.coverage import Coverage, coverage_of
from graph_api.errors import LimitExceeded, NotFound
from graph_api.matrix import IndicatorMatrix, MatrixPage, indicator_matrix_of
from graph_api.node import Node
from graph_api.words import CoverageOf
from queries.query import load, run


def _said(text: str) -> Any:
    return strawberry.argument(description=text)


Plans = Annotated[list[strawberry.ID] | None, described("plans", "plans")]
Regions = Annotated[list[strawberry.ID] | None, described("plans", "regions")]
Period = Annotated[str | None, described("plans", "period")]
Concept = Annotated[strawberry.ID | None, described("indicator_across_regions", "concept")]
Name = Annotated[str | None, _said("规划中的指标名称，代替 concept | The name that plans use, instead of `concept`")]
MinPlans = Annotated[int, described("indicator_matrix", "minPlans")]
Skipped = Annotated[int, described("indicator_matrix", "offset")]
Indicators = Annotated[int, described("indicator_matrix", "size")]
By = Annotated[CoverageOf, _said("按什么统计 | What to count by")]
Things = Annotated[list[strawberry.ID] | None, _said("只看这些主题或服务对象（id） | Only these (ids)")]
Theme = Annotated[strawberry.ID | None, described("who_has_theme", "theme")]
Indicator = Annotated[strawberry.ID | None, described("who_has_indicator", "concept")]
Action = Annotated[strawberry.ID | None, described("who_has_action", "concept")]
Document = Annotated[strawberry.ID | None, described("who_cites", "document")]
Text = Annotated[str | None, described("who_mentions", "text")]
Shown = Annotated[int, described("who_mentions", "limit")]
Wanted = Annotated[strawberry.ID, _said("要取的 id | The id wanted")]
AllWanted = Annotated[list[strawberry.ID], _said("要取的各个 id | The ids wanted")]


# The query of things by id for each label; an Alignment stands in the list `alignments` only.
NODES = {
    "Plan": "plan",
    "Region": "region",
    "Section": "section",
    "Clause": "clause",
    "TaskGroup": "task_group",
    "Task": "task",
    "Safeguard": "safeguard",
    "SpecialColumn": "special_column",
    "SpecialAction": "special_action",
    "Indicator": "indicator",
    "Responsibility": "responsibility",
    "Target": "target",
    "Baseline": "baseline",
    "Reference": "reference",
    "PolicyDocument": "document",
    "Department": "department",
    "IndicatorConcept": "indicator_concept",
    "ActionConcept": "action_concept",
    "DepartmentConcept": "department_function",
    "Theme": "theme",
    "Beneficiary": "beneficiary",
}


def _in_plans(
    plans: list[strawberry.ID] | None, regions: list[strawberry.ID] | None, period: str | None
) -> dict[str, Value]:
    return {"plans": stored(plans), "regions": stored(regions), "period": period}


async def compare_indicator(
    info: Info,
    concept: Concept = None,
    name: Name = None,
    plans: Plans = None,
    regions: Regions = None,
    period: Period = None,
) -> IndicatorComparison | None:
    """One indicator across regions."""
    return await compare.compare_indicator(info.context, concept, name, _in_plans(plans, regions, period))


async def indicator_matrix(
    info: Info,
    plans: Plans = None,
    regions: Regions = None,
    period: Period = None,
    min_plans: MinPlans = 1,
    offset: Skipped = 0,
    limit: Indicators = 20,
) -> IndicatorMatrix:
    """All indicators by plans, a page of them at a time."""
    most = info.context.settings.max_page
    if not (offset >= 0 and 0 <= limit <= most):
        raise LimitExceeded(f"offset and limit: found {offset} and {limit}, expected 0 or more, and 0 to {most}")
    return await indicator_matrix_of(
        info.context, _in_plans(plans, regions, period), MatrixPage(min_plans, offset, limit)
    )


async def coverage(
    info: Info,
    by: By = CoverageOf.THEME,
    ids: Things = None,
    plans: Plans = None,
    regions: Regions = None,
    period: Period = None,
) -> Coverage:
    """How much each plan has on each theme or for each beneficiary."""
    return await coverage_of(info.context, by, _in_plans(plans, regions, period), ids)


async def who_has(
    info: Info,
    theme: Theme = None,
    indicator: Indicator = None,
    action: Action = None,
    document: Document = None,
    text: Text = None,
    plans: Plans = None,
    regions: Regions = None,
    period: Period = None,
    limit: Shown = 3,
) -> WhoHasAnswer | None:
    """Who has something and who lacks it."""
    if not 0 <= limit <= info.context.settings.max_page:
        raise LimitExceeded(f"limit: found {limit}, expected 0 to {info.context.settings.max_page}")
    subjects = {"theme": theme, "indicator": indicator, "action": action, "document": document, "text": text}
    return await compare.who_has(info.context, subjects, {**_in_plans(plans, regions, period), "limit": limit})


async def statistics(info: Info) -> Statistics:
    """The counts of everything."""
    counted: Statistics
    (counted,) = await info.context.rows(load("statistics"), {})
    return counted


async def node(info: Info, id: Wanted) -> Node | None:  # noqa: A002
    """The thing with that id; null and NOT_FOUND where there is none."""
    found = await _node(info, id)
    if found is None:
        raise NotFound(f"node: found no id {id[:80]!r}")
    return found


async def nodes(info: Info, ids: AllWanted) -> list[Node | None]:
    """The things with those ids, null where there is none."""
    if len(ids) > info.context.settings.max_page:
        raise LimitExceeded(f"ids: found {len(ids)}, expected at most {info.context.settings.max_page}")
    return list(await asyncio.gather(*(_node(info, wanted) for wanted in ids)))


async def _node(info: Info, wanted: str) -> Node | None:
    labelled = await run(info.context.holdings.store, "node", id=wanted)
    query = NODES.get(str(labelled[0]["label"])) if labelled else None
    found: Node | None = await info.context.load(load(query), wanted) if query else None
    return found
