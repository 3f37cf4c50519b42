from __future__ import annotations

from typing import Any

import pytest

from tests.graph_api.conftest import Ask

PAGE = """query ($first: Int, $after: String) { sections(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } } }"""


async def pages(ask: Ask, first: int) -> list[dict[str, Any]]:
    """All pages of the sections."""
    found: list[dict[str, Any]] = []
    after = None
    while not found or found[-1]["pageInfo"]["hasNextPage"]:
        found.append((await ask(PAGE, first=first, after=after))["data"]["sections"])
        after = found[-1]["pageInfo"]["endCursor"]
    return found


async def test_pages_joined_are_the_whole_list(ask: Ask) -> None:
    whole = (await ask("{ sections { nodes { id } } }"))["data"]["sections"]["nodes"]
    found = await pages(ask, 4)
    assert [len(each["edges"]) for each in found] == [4, 4, 3]
    assert [edge["node"] for each in found for edge in each["edges"]] == whole
    assert {each["totalCount"] for each in found} == {11}
    assert [each["pageInfo"]["hasPreviousPage"] for each in found] == [False, True, True]


async def test_a_cursor_stays_the_same_and_bounds_the_page(ask: Ask) -> None:
    first, second = await pages(ask, 6), await pages(ask, 6)
    assert first == second
    assert first[0]["pageInfo"]["endCursor"] == first[0]["edges"][-1]["cursor"]
    assert first[0]["pageInfo"]["startCursor"] == first[0]["edges"][0]["cursor"]


async def test_a_page_after_the_last_is_empty_and_still_counts(ask: Ask) -> None:
    last = (await pages(ask, 4))[-1]["pageInfo"]["endCursor"]
    beyond = (await ask(PAGE, first=4, after=last))["data"]["sections"]
    assert beyond["edges"] == []
    assert beyond["totalCount"] == 11
    assert beyond["pageInfo"]["endCursor"] is None


async def test_lists_that_are_short_by_nature_are_paged_too(ask: Ask) -> None:
    found = (await ask("{ themes(first: 2) { totalCount pageInfo { hasNextPage } nodes { id } } }"))["data"]["themes"]
    assert found == {
        "totalCount": 5,
        "pageInfo": {"hasNextPage": True},
        "nodes": [{"id": "theme/care"}, {"id": "theme/digital"}],
    }


async def test_search_results_are_paged(ask: Ask) -> None:
    query = """query ($after: String) { searchClauses(query: "社区服务条例", first: 1, after: $after) {
        totalCount pageInfo { endCursor } nodes { clauseId } } }"""
    first = (await ask(query))["data"]["searchClauses"]
    second = (await ask(query, after=first["pageInfo"]["endCursor"]))["data"]["searchClauses"]
    assert first["totalCount"] == second["totalCount"] >= 2
    assert first["nodes"] != second["nodes"]


@pytest.mark.parametrize("cursor", ["", "x", "MTI", "bm9uc2Vuc2U", "MUBvdGhlcg", "-", "🙂"])
async def test_a_cursor_that_is_none_is_bad_input(cursor: str, ask: Ask) -> None:
    answer = await ask(PAGE, first=2, after=cursor)
    assert answer["data"] is None
    assert answer["errors"][0]["extensions"] == {"code": "BAD_USER_INPUT"}


@pytest.mark.parametrize("first", [0, -1])
async def test_a_page_of_nothing_is_bad_input(first: int, ask: Ask) -> None:
    answer = await ask(PAGE, first=first)
    assert answer["errors"][0]["extensions"] == {"code": "BAD_USER_INPUT"}
