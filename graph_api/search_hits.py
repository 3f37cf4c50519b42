"""Clause search as GraphQL: hits best first, each with its words marked and the reason it was found.

In: the words asked and filters.  Out: the parts of a `SearchConnection`.  `noResult` is an answer: the plans do not
speak to it.  Each value of a facet is spelled as the argument of its name takes it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import strawberry

from graph_api.citation import source_url
from graph_api.connections import Connection
from graph_api.context import Context
from graph_api.errors import BadUserInput
from graph_api.links import one
from graph_api.search_filters import spelled
from graph_api.words import SearchReason
from search.chosen import Chosen, filters_of
from search.errors import BadQuery
from search.hits import Hit, SearchResult
from search.wanted import Wanted


@strawberry.type(description="条款的一段，或命中或不命中 | A stretch of a clause, matched or not")
class Fragment:
    """A stretch of a clause."""

    text: str = strawberry.field(description="文字；各段相连即为原文 | Its words; all fragments joined are the quote")
    matched: bool = strawberry.field(description="是否命中 | Whether it matched")


@strawberry.type(description="条款中命中的一处 | A place in a clause that matched")
class Highlight:
    """A place that matched."""

    start: int = strawberry.field(description="在规划原文中的起点 | Where it begins in the plan's text")
    end: int = strawberry.field(description="在规划原文中的终点（不含） | Where it ends (exclusive)")


@strawberry.type(description="一路检索给出的分数 | The score that one lane of the search gave")
class LaneScore:
    """A lane's score."""

    lane: str = strawberry.field(description="检索方式，如 lexical | The lane, such as lexical")
    score: float = strawberry.field(
        description="0 至 1：词语为所占比重，意思为接近程度 | 0 to 1: the share of the words, the closeness in meaning"
    )


@strawberry.type(description="一条检索结果 | One clause found")
class SearchHit:
    """One clause found."""

    clause_id: strawberry.ID = strawberry.field(description="条款的 id | Id of the clause")
    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    quote: str = strawberry.field(description="条款原文 | The clause, word for word")
    start: int = strawberry.field(description="在原文中的起点 | Where it begins in the plan's text")
    end: int = strawberry.field(description="在原文中的终点（不含） | Where it ends (exclusive)")
    score: float = strawberry.field(description="总分，0 至 1：有多大把握 | Overall score, 0 to 1: how sure it is")
    lanes: list[LaneScore] = strawberry.field(description="各方式的分数 | Score of each lane")
    reason: SearchReason = strawberry.field(description="主要依据 | What mostly speaks for it")
    matched: list[str] = strawberry.field(description="命中的词语或概念 | Words or concepts that matched")
    fragments: list[Fragment] = strawberry.field(
        description="切成段的原文，命中处已标 | The quote cut where it matched"
    )
    highlights: list[Highlight] = strawberry.field(
        description="命中处在规划原文中的位置 | Where it matched, as places in the plan's text"
    )
    path: list[str] = strawberry.field(description="从章到所在单元的标题 | Titles from the chapter to its unit")
    same: list[strawberry.ID] = strawberry.field(
        description="group 时：其他规划中几乎相同的条款 | With `group`: near-identical clauses of other plans (ids)"
    )
    url: str = strawberry.field(description="打开原文并标出它的地址 | Address that shows it marked in the plan's text")

    clause = one("clause", "clause_id", "条款 | The clause", required=True)
    plan = one("plan", "plan_id", "规划 | The plan", required=True)


@strawberry.type(description="某一筛选值有多少条 | How many hits have a value of a filter")
class FacetValue:
    """A value with its count."""

    value: str = strawberry.field(
        description="筛选值，可照原样作该项筛选的参数 | The value, as the argument of that filter takes it"
    )
    count: int = strawberry.field(
        description="条数，地区含其下各地区；合并的条款每个值只计一次 | "
        "How many hits have it, a region counting all within it; a group counts once for each value"
    )


@strawberry.type(description="全部命中按一项筛选分类的条数 | All hits counted by one filter")
class SearchFacet:
    """Counts by one filter."""

    filter: str = strawberry.field(description="哪项筛选，即参数名 | Which filter: the name of the argument")
    values: list[FacetValue] = strawberry.field(description="各值，多的在前 | Its values, the most frequent first")


@strawberry.type(description="检索结果的一页 | One page of what was found")
class SearchConnection(Connection[SearchHit]):
    """One page of hits."""

    no_result: bool = strawberry.field(
        description="各规划都没有谈到，与筛选无关 | No plan speaks to it, whatever the filters"
    )
    nearest: list[SearchHit] = strawberry.field(
        description="没有命中时最接近的条款，并非答案 | Where there is no hit: what came nearest, no answer"
    )
    facets: list[SearchFacet] = strawberry.field(
        description="全部命中的分类条数，即按该值筛选所得 | All hits by filter: what filtering by the value gives"
    )
    notes: list[str] = strawberry.field(
        description="对查询做了什么处理，命中是否全被筛去 | What was done to the query; whether all hits were kept out"
    )


async def find(context: Context, words: str, chosen: Chosen, wanted: Wanted) -> SearchResult:
    """What the index finds, off the event loop; raises BadUserInput for a filter value that no clause has."""
    if not words.strip():
        raise BadUserInput("query: found no words, expected some")
    index = context.holdings.index
    with refusing():
        return await asyncio.to_thread(lambda: index.search(words, filters_of(index, chosen), wanted))


async def similar(context: Context, clause: str, chosen: Chosen, limit: int, own_plan: bool = False) -> tuple[Hit, ...]:
    """What says the like of a clause, as much as is wanted; in its own plan only with `own_plan`."""
    index = context.holdings.index
    with refusing():
        return await asyncio.to_thread(
            lambda: index.similar(clause, filters_of(index, chosen), limit=limit, own_plan=own_plan)
        )


@contextmanager
def refusing() -> Iterator[None]:
    """What the index refuses is the asker's mistake."""
    try:
        yield
    except BadQuery as error:
        raise BadUserInput(str(error)) from error


def facets(result: SearchResult) -> list[SearchFacet]:
    """The counts by filter, those without any left out."""
    return [
        SearchFacet(
            filter=name, values=[FacetValue(value=spelled(name, each.value), count=each.count) for each in values]
        )
        for name, values in result.facets.items()
        if values
    ]


def hit(hit: Hit, public_url: str) -> SearchHit:
    """A hit as the API tells it."""
    return SearchHit(
        clause_id=strawberry.ID(hit.clause_id),
        plan_id=strawberry.ID(hit.plan_id),
        quote=hit.quote,
        start=hit.start,
        end=hit.end,
        score=hit.score,
        lanes=[LaneScore(lane=lane, score=score) for lane, score in hit.lanes.items()],
        reason=SearchReason(hit.reason),
        matched=list(hit.matched),
        fragments=[Fragment(text=text, matched=matched) for text, matched in fragments(hit)],
        highlights=[Highlight(start=start, end=end) for start, end in hit.highlights],
        path=list(hit.path),
        same=[strawberry.ID(other) for other in hit.same],
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
