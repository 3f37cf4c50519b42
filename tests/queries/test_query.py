"""Questions are asked by name, with parameters that their header accepts."""

from __future__ import annotations

from typing import Any

import pytest

from graph.store import Store
from queries.header import QueryError
from queries.query import all_queries, load, page, run

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_parameter_left_out_is_no_filter(store: Store) -> None:
    everything = await run(store, "themes")
    assert everything == await run(store, "themes", broader=None, contains=None)
    assert len(everything) == 5


@pytest.mark.parametrize(
    ("name", "params", "message"),
    [
        ("regionz", {}, "regionz: no such query, expected one of: action_concept, "),
        ("outline", {}, "outline: found None for plan, expected String!"),
        ("outline", {"plan": 1}, "outline: found 1 for plan, expected String!"),
        ("outline", {"plan": "jia", "depth": 2}, "outline: found parameter 'depth', expected one of: plan"),
        ("statistics", {"plan": "jia"}, "statistics: found parameter 'plan', expected one of: none"),
        ("tasks", {"skip": 0, "limit": True}, "tasks: found True for limit, expected Int!"),
        ("tasks", {"skip": 0, "limit": 1, "plans": "jia"}, "tasks: found 'jia' for plans, expected [String!]"),
    ],
)
async def test_what_does_not_fit_the_header_is_refused(
    store: Store, name: str, params: dict[str, Any], message: str
) -> None:
    with pytest.raises(QueryError) as refused:
        await run(store, name, **params)
    assert str(refused.value).startswith(message)


async def test_a_page_has_rows_without_the_total_and_the_total(store: Store) -> None:
    found = await page(store, "tasks", skip=1, limit=2)
    assert ([row["id"] for row in found.rows], found.total) == (["jia/2.1/task", "jia/2.2/task"], 4)
    assert [*found.rows[0]] == [field.name for field in load("tasks").fields]


@pytest.mark.parametrize(("skip", "limit"), [(4, 10), (0, 0), (400, 1)])
async def test_a_page_without_rows_still_has_the_total(store: Store, skip: int, limit: int) -> None:
    found = await page(store, "tasks", skip=skip, limit=limit)
    assert (found.rows, found.total) == ([], 4)


async def test_a_list_of_nothing_has_no_rows_and_total_zero(store: Store) -> None:
    found = await page(store, "tasks", skip=0, limit=5, contains="没有这样的任务")
    assert (found.rows, found.total) == ([], 0)


async def test_what_is_not_paged_has_no_pages(store: Store) -> None:
    with pytest.raises(QueryError, match="regions: it is not a list in pages"):
        await page(store, "regions")


@pytest.mark.parametrize(
    "hostile", ["' OR 1=1 //", "}) DETACH DELETE n //", "<script>", "\\", "$plans", '~*:"AND', "\x00"]
)
async def test_text_in_a_parameter_stays_text(store: Store, hostile: str) -> None:
    assert await run(store, "who_mentions", text=hostile, limit=1) != []
    assert not any(row["has"] for row in await run(store, "who_mentions", text=hostile, limit=1))
    assert (await page(store, "plans", skip=0, limit=9, contains=hostile)).total == 0
    assert (await page(store, "plans", skip=0, limit=9)).total == 3


async def test_all_questions_are_there_in_alphabetical_order() -> None:
    assert list(all_queries()) == sorted(all_queries())
    assert len(all_queries()) >= 60
