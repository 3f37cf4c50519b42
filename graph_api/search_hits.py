"""Clause search as GraphQL: hits best first, each with its words marked and the reason it was found.

In: the words asked and filters.  Out: `SearchConnection`.  `noResult` is an answer: the plans do not speak to it.
Regions and periods are filters on plans everywhere in this API, so they become the plans that pass them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import replace

import strawberry

from graph.values import Value
from graph_api.citation import source_url
from graph_api.connections import Connection, PageWanted
from graph_api.context import Context
from graph_api.errors import BadUserInput
from graph_api.links import one
from queries.query import load
from search.errors import BadQuery
from search.filters import Filters
from search.index import Hit, SearchResult

_ALL_PLANS = 1_000_000


@strawberry.type(description="条款的一段，或命中或不命中 | A stretch of a clause, matched or not")
class Fragment:
    """A stretch of a clause."""

    text: str = strawberry.field(description="文字；各段相连即为原文 | Its words; all fragments joined are the quote")
    matched: bool = strawberry.field(description="是否命中 | Whether it matched")


@strawberry.type(description="一路检索给出的分数 | The score that one lane of the search gave")
class LaneScore:
    """A lane's score."""

    lane: str = strawberry.field(description="检索方式，如 lexical | The lane, such as lexical")
    score: float = strawberry.field(description="分数，只在同一方式内可比 | Its score, comparable within the lane only")


@strawberry.type(description="一条检索结果 | One clause found")
class SearchHit:
    """One clause found."""

    clause_id: strawberry.ID = strawberry.field(description="条款的 id | Id of the clause")
    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    quote: str = strawberry.field(description="条款原文 | The clause, word for word")
    start: int = strawberry.field(description="在原文中的起点 | Where it begins in the plan's text")
    end: int = strawberry.field(description="在原文中的终点（不含） | Where it ends (exclusive)")
    score: float = strawberry.field(description="总分 | Overall score")
    lanes: list[LaneScore] = strawberry.field(description="各方式的分数 | Score of each lane")
    matched: list[str] = strawberry.field(description="命中的词语或概念 | Words or concepts that matched")
    fragments: list[Fragment] = strawberry.field(
        description="切成段的原文，命中处已标 | The quote cut where it matched"
    )
    path: list[str] = strawberry.field(description="从章到所在单元的标题 | Titles from the chapter to its unit")
    url: str = strawberry.field(description="打开原文并标出它的地址 | Address that shows it marked in the plan's text")

    clause = one("clause", "clause_id", "条款 | The clause", required=True)
    plan = one("plan", "plan_id", "规划 | The plan", required=True)


@strawberry.type(description="检索结果的一页 | One page of what was found")
class SearchConnection(Connection[SearchHit]):
    """One page of hits."""

    no_result: bool = strawberry.field(description="各规划都没有谈到 | No plan speaks to it")
    notes: list[str] = strawberry.field(description="对查询做了什么处理 | What was done to the query")


async def search_clauses(
    context: Context, words: str, filters: Filters, plan_filters: Mapping[str, Value], wanted: PageWanted
) -> SearchConnection:
    """A page of hits; `plan_filters` are parameters of the query `plans`.  Raises BadUserInput."""
    if not words.strip():
        raise BadUserInput("query: found no words, expected some")
    if any(value is not None for value in plan_filters.values()):
        plans = await context.page(load("plans"), 0, _ALL_PLANS, plan_filters)
        passing = sorted({str(plan.id) for plan in plans.rows} & set(filters.plans or [str(p.id) for p in plans.rows]))
        if not passing:
            raise BadUserInput("filters: found no plan that passes them, expected at least one")
        filters = replace(filters, plans=tuple(passing))
    result = await find(context, words, filters, wanted.size, wanted.skip)
    page = wanted.connection([_hit(hit, context.settings.public_url) for hit in result.hits], result.total)
    return SearchConnection(
        total_count=page.total_count,
        page_info=page.page_info,
        edges=page.edges,
        nodes=page.nodes,
        no_result=result.no_result,
        notes=list(result.notes),
    )


async def find(context: Context, words: str, filters: Filters, limit: int, offset: int) -> SearchResult:
    """What the index finds, off the event loop; raises BadUserInput for a filter value that no clause has."""
    try:
        return await asyncio.to_thread(context.holdings.index.search, words, filters, limit=limit, offset=offset)
    except BadQuery as error:
        raise BadUserInput(str(error)) from error


def _hit(hit: Hit, public_url: str) -> SearchHit:
    return SearchHit(
        clause_id=strawberry.ID(hit.clause_id),
        plan_id=strawberry.ID(hit.plan_id),
        quote=hit.quote,
        start=hit.start,
        end=hit.end,
        score=hit.score,
        lanes=[LaneScore(lane=lane, score=score) for lane, score in hit.lanes.items()],
        matched=list(hit.matched),
        fragments=[Fragment(text=text, matched=matched) for text, matched in fragments(hit)],
        path=list(hit.path),
        url=source_url(hit.plan_id, hit.start, hit.end, public_url),
    )


def fragments(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The hit's quote cut into stretches, each with whether it matched."""
    position = 0
    for start, end in hit.highlights:
        if start - hit.start > position:
            yield hit.quote[position : start - hit.start], False
        yield hit.quote[start - hit.start : end - hit.start], True
        position = end - hit.start
    if position < len(hit.quote):
        yield hit.quote[position:], False
