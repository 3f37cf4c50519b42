"""Commitments that all plans share, or most, or some, or that one alone makes; with the words of each.

In: filters.  Out: `CommonCommitments`, the most widely shared first.  A commitment is a concept that rows of indicator
tables, targets in running text or special actions were brought to; the plans counted are those that the filters choose.
How each plan puts it is fetched for the whole page at once, and only where it is asked for.
Example: 4 of 5 plans have a special action for 就业服务: reach MOST; one alone sets 助餐点覆盖率: reach ONE.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import strawberry

from graph.values import Value
from graph_api.arguments import AFTER, FIRST, described, stored
from graph_api.citation import Citation
from graph_api.connections import Connection, PageWanted
from graph_api.context import Context, Info
from graph_api.figures import figure
from graph_api.rows import row
from graph_api.words import FactKind, Reach
from queries.query import load, page

_ASKED = "common_commitments"


@row("commitment_statements", "一份规划对共同承诺的一次写法 | How one plan puts a common commitment")
class CommitmentStatement:
    """一份规划对共同承诺的一次写法."""

    concept_id: strawberry.ID
    fact_id: strawberry.ID
    fact_kind: FactKind
    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None
    name: str | None
    base_year: int | None
    base_value: str | None
    target_year: int | None
    target_value: str | None
    comparator: str | None
    value: float | None
    unit: str | None
    citation: Citation

    @property
    def figure(self) -> str | None:
        """The target in the plan's words, or None where no figure is stated."""
        return figure(self.target_value, self.comparator, self.value, self.unit)


@dataclass(slots=True)
class _Statements:
    """How the plans put the commitments of one page, fetched when the first of them is asked for."""

    context: Context
    asked: Mapping[str, Value]
    _fetched: dict[str, list[CommitmentStatement]] | None = None
    _fetching: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def of(self, concept: str) -> list[CommitmentStatement]:
        async with self._fetching:
            if self._fetched is None:
                self._fetched = defaultdict(list)
                for one in await self.context.rows(load("commitment_statements"), self.asked):
                    self._fetched[one.concept_id].append(one)
        return self._fetched[concept]


@strawberry.type(description="一项承诺及提出它的规划 | A commitment and the plans that make it")
class CommonCommitment:
    """A commitment and who makes it."""

    concept_id: strawberry.ID = strawberry.field(
        description="指标概念或共同行动的 id | Id of the indicator concept or the action concept"
    )
    concept: str = strawberry.field(description="概念的名称 | Name of the concept")
    reach: Reach = strawberry.field(description="为多少规划共有 | How widely it is shared")
    plan_count: int = strawberry.field(description="所选规划中有几份提出 | How many of the chosen plans make it")
    plan_total: int = strawberry.field(description="所选规划共几份 | How many plans were chosen")
    plan_ids: list[strawberry.ID] = strawberry.field(description="提出的规划 | Ids of the plans that make it")
    said: strawberry.Private[_Statements]

    async def _said(self) -> list[CommitmentStatement]:
        """Looked up only where it is asked for."""
        return await self.said.of(self.concept_id)

    statements = strawberry.field(
        resolver=_said, description="各规划的写法，连同出处 | How each plan puts it, with where it says so"
    )


Plans = Annotated[list[strawberry.ID] | None, described(_ASKED, "plans")]
Regions = Annotated[list[strawberry.ID] | None, described(_ASKED, "regions")]
Period = Annotated[str | None, described(_ASKED, "period")]
Reaches = Annotated[list[Reach] | None, described(_ASKED, "reach")]
StatedAs = Annotated[list[FactKind] | None, described(_ASKED, "statedAs")]


async def common_commitments(
    info: Info,
    reach: Reaches = None,
    stated_as: StatedAs = None,
    plans: Plans = None,
    regions: Regions = None,
    period: Period = None,
    first: Annotated[int | None, strawberry.argument(description=FIRST)] = None,
    after: Annotated[str | None, strawberry.argument(description=AFTER)] = None,
) -> Connection[CommonCommitment]:
    """A page of commitments, the most widely shared first."""
    asked = {
        "reach": stored(reach),
        "statedAs": stored(stated_as),
        **{"plans": stored(plans), "regions": stored(regions), "period": period},
    }
    wanted = PageWanted.read(first, after, info.context, (_ASKED, asked))
    found, total = await commitments(info.context, asked, (wanted.skip, wanted.size))
    return wanted.connection(found, total)


async def commitments(
    context: Context, asked: Mapping[str, Value], part: tuple[int, int]
) -> tuple[list[CommonCommitment], int]:
    """Some commitments, `part` being how many are skipped and how many wanted, and how many there are in all."""
    found = await page(context.holdings.store, _ASKED, **asked, skip=part[0], limit=part[1])
    context.budget.spend(len(found.rows))
    concepts: list[Value] = [one["conceptId"] for one in found.rows]
    how: dict[str, Value] = {name: value for name, value in asked.items() if name != "reach"}
    said = _Statements(context, {**how, "concepts": concepts})
    return [_told(one, said) for one in found.rows], found.total


def _told(row: Mapping[str, Any], said: _Statements) -> CommonCommitment:
    return CommonCommitment(
        concept_id=row["conceptId"],
        concept=row["concept"],
        reach=Reach(row["reach"]),
        plan_count=row["planCount"],
        plan_total=row["planTotal"],
        plan_ids=row["planIds"],
        said=said,
    )
