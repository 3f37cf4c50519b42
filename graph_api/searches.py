"""Resolvers of the searches: clauses that speak to a query, and clauses that say the like of another.

In: the arguments of a field of `Query`, the filters gathered (`graph_api/search_filters.py`).  Out: hits.  Filters are
flat and combine by and, their values by or; every value that no clause has is refused by its name.
"""

from __future__ import annotations

from typing import Annotated, Any, cast

import strawberry

from graph_api import search_hits
from graph_api.arguments import AFTER, FIRST, described
from graph_api.connections import PageWanted
from graph_api.context import Info
from graph_api.errors import BadUserInput
from graph_api.search_hits import SearchConnection, SearchHit
from graph_api.words import SearchMode, SearchOrder
from search.chosen import Chosen
from search.hits import SearchResult
from search.wanted import Mode as ModeWord
from search.wanted import Order as OrderWord
from search.wanted import Wanted


def _said(text: str) -> Any:
    return strawberry.argument(description=text)


Words = Annotated[str, _said("要找的话：词语、短句或数字 | What to look for: words, a sentence or a number")]
Mode = Annotated[SearchMode, _said("检索方式 | Which lanes are searched")]
Order = Annotated[SearchOrder, _said("次序 | Order of the hits")]
MinScore = Annotated[float, _said("最低总分，0 至 1 | Least overall score, 0 to 1")]
Group = Annotated[
    bool, _said("各规划几乎相同的条款是否合为一条 | Whether near-identical clauses of different plans become one hit")
]
First = Annotated[int | None, _said(FIRST)]
After = Annotated[str | None, _said(AFTER)]
Wording = Annotated[strawberry.ID, described("clause_context", "clause")]
OwnPlan = Annotated[bool, _said("是否也在同一规划中找 | Whether to look in its own plan too")]


async def search_clauses(
    info: Info,
    query: Words,
    filters: Chosen,
    mode: Mode = SearchMode.HYBRID,
    order: Order = SearchOrder.SCORE,
    min_score: MinScore = 0.0,
    group: Group = False,
    first: First = None,
    after: After = None,
) -> SearchConnection:
    """Clauses that speak to the query."""
    asked = ("searchClauses", query, sorted(filters.items()), mode, order, min_score, group)
    page = PageWanted.read(first, after, info.context, asked)
    with search_hits.refusing():
        wanted = Wanted(
            limit=page.size,
            offset=page.skip,
            mode=cast(ModeWord, mode.value),  # the enumerations have the index's own words
            order=cast(OrderWord, order.value),
            min_score=min_score,
            group=group,
            facets=True,
        )
    return page_of(await search_hits.find(info.context, query, filters, wanted), page, info)


def page_of(result: SearchResult, page: PageWanted, info: Info) -> SearchConnection:
    """What was found as a page."""
    public_url = info.context.settings.public_url
    connection = page.connection([search_hits.hit(hit, public_url) for hit in result.hits], result.total)
    return SearchConnection(
        total_count=connection.total_count,
        page_info=connection.page_info,
        edges=connection.edges,
        nodes=connection.nodes,
        no_result=result.no_result,
        nearest=[search_hits.hit(hit, public_url) for hit in result.nearest],
        facets=search_hits.facets(result),
        notes=list(result.notes),
    )


async def similar_clauses(
    info: Info, clause: Wording, filters: Chosen, own_plan: OwnPlan = False, first: First = None
) -> list[SearchHit]:
    """Clauses that say the like of `clause`, nearest first; empty where none does."""
    size = PageWanted.read(first, None, info.context, ()).size
    found = await search_hits.similar(info.context, clause, filters, size, own_plan)
    own = clause.partition("/")[0]
    if not own_plan and {*filters.get("plans", ())} == {own}:
        raise BadUserInput(f"plans: found only {own!r}, the clause's own plan, expected another one, or ownPlan: true")
    return [search_hits.hit(hit, info.context.settings.public_url) for hit in found]
