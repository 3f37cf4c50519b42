from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.settings import StoreSettings
from graph_api.app import create_app
from graph_api.library import Library
from graph_api.settings import ApiSettings
from tests.graph_api.conftest import Ask, client_of

SMALL = ApiSettings(max_depth=4, max_aliases=3, max_tokens=200, max_rows=40, max_page=5, max_body=4096)
# Each fragment spreads the next one twice: 2 to the power of 20 aliases, from 20 short lines.
BOMB = "{ ...F0 } " + " ".join(
    f"fragment F{n} on Query {{ ...F{n + 1} a{n}: statistics {{ plans }} ...F{n + 1} }}" for n in range(20)
)


@pytest.fixture
async def strict(data: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service with small limits."""
    library = Library(StoreSettings(data=data))
    async with client_of(create_app(SMALL, library)) as opened:
        yield opened
    await library.close()


async def refused(client: httpx.AsyncClient, query: str) -> str:
    """The message with which a question is refused as too large."""
    answer = (await client.post("/graphql", json={"query": query})).json()
    assert answer["data"] is None
    assert [error["extensions"] for error in answer["errors"]] == [{"code": "LIMIT_EXCEEDED"}]
    message: str = answer["errors"][0]["message"]
    return message


async def test_depth_is_limited(strict: httpx.AsyncClient) -> None:
    found = await refused(strict, '{ plan(id: "jia") { tasks { nodes { plan { title } } } } }')
    assert found == "depth: found 5, expected at most 4"


async def test_depth_counts_what_fragments_hold(strict: httpx.AsyncClient) -> None:
    query = """{ plan(id: "jia") { ...A } }
        fragment A on Plan { tasks { nodes { ...B } } } fragment B on Task { plan { id } }"""
    assert await refused(strict, query) == "depth: found 5, expected at most 4"


async def test_aliases_are_limited(strict: httpx.AsyncClient) -> None:
    query = "{ " + " ".join(f"a{n}: statistics {{ plans }}" for n in range(4)) + " }"
    assert await refused(strict, query) == "aliases: found 4, expected at most 3"


async def test_aliases_in_fragments_count_as_often_as_they_are_spread(client: httpx.AsyncClient) -> None:
    once = "{ ...F } fragment F on Query { " + " ".join(f"a{n}: statistics {{ plans }}" for n in range(20)) + " }"
    answer = (await client.post("/graphql", json={"query": once})).json()
    assert answer["data"]["a19"] == {"plans": 3}
    twice = once.replace("{ ...F }", "{ ...F ...F }")
    assert await refused(client, twice) == "aliases: found 40, expected at most 30"


async def test_fragments_within_fragments_are_refused_without_spreading_them(client: httpx.AsyncClient) -> None:
    messages = {error["message"] for error in (await client.post("/graphql", json={"query": BOMB})).json()["errors"]}
    assert "aliases: found 1048575, expected at most 30" in messages


async def test_ten_thousand_aliases_are_refused_by_their_tokens(client: httpx.AsyncClient) -> None:
    query = "{ " + " ".join(f"a{n}: __typename" for n in range(10_000)) + " }"
    assert "2000 tokens" in await refused(client, query)


async def test_the_rows_of_an_answer_are_limited(strict: httpx.AsyncClient) -> None:
    query = "{ themes(first: 5) { nodes { id } } themeCoverage { tasks } indicatorCells { value } %s }"
    answer = (await strict.post("/graphql", json={"query": query % ""})).json()
    assert "errors" not in answer  # 4 themes, 12 cells and 6, and a query each
    more = "clauses(first: 5) { nodes { id } } sections(first: 5) { nodes { id } } plans(first: 5) { nodes { id } }"
    answer = (await strict.post("/graphql", json={"query": query % more})).json()
    assert answer["data"] is None
    assert answer["errors"][0]["extensions"] == {"code": "LIMIT_EXCEEDED"}


async def test_a_page_larger_than_allowed_is_refused(strict: httpx.AsyncClient, ask: Ask) -> None:
    assert await refused(strict, "{ clauses(first: 6) { totalCount } }") == "first: found 6, expected at most 5"
    answer = await ask("{ clauses(first: 201) { totalCount } }")
    assert answer["errors"][0]["message"] == "first: found 201, expected at most 200"


async def test_a_page_is_not_larger_than_allowed_where_no_size_is_asked(strict: httpx.AsyncClient) -> None:
    answer = (await strict.post("/graphql", json={"query": "{ clauses { totalCount nodes { id } } }"})).json()
    assert answer["data"]["clauses"]["totalCount"] == 13
    assert len(answer["data"]["clauses"]["nodes"]) == 5


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_of_ten_megabytes_is_refused_before_it_is_read(announced: bool, client: httpx.AsyncClient) -> None:
    sent = 0

    async def pieces() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(10 * 1024):
            sent += 1024
            yield b" " * 1024

    headers = {"content-type": "application/json", **({"content-length": str(10 * 1024 * 1024)} if announced else {})}
    response = await client.post("/graphql", content=pieces(), headers=headers)
    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"] == {"code": "LIMIT_EXCEEDED"}
    assert "expected at most 1048576" in response.json()["errors"][0]["message"]
    assert sent <= (0 if announced else 1_048_576 + 1024)


async def test_several_operations_in_one_request_are_refused(client: httpx.AsyncClient) -> None:
    response = await client.post("/graphql", json=[{"query": "{ statistics { plans } }"}] * 2)
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"] == {"code": "BAD_USER_INPUT"}


async def test_an_answer_that_takes_too_long_is_given_up(data: Path) -> None:
    library = Library(StoreSettings(data=data))
    async with client_of(create_app(ApiSettings(timeout=0.000_1), library)) as impatient:
        response = await impatient.post("/graphql", json={"query": "{ statistics { plans } }"})
    await library.close()
    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"] == {"code": "LIMIT_EXCEEDED"}


async def test_the_schema_may_be_asked_for_however_deep_it_is(client: httpx.AsyncClient) -> None:
    from graphql import get_introspection_query

    answer = (await client.post("/graphql", json={"query": get_introspection_query()})).json()
    assert "errors" not in answer
    names = {kind["name"] for kind in answer["data"]["__schema"]["types"]}
    assert {"Plan", "IndicatorMatrix", "SearchHit"} <= names


async def test_documents_are_parsed_and_validated_once(client: httpx.AsyncClient) -> None:
    from strawberry.extensions.parser_cache import _get_parse_cache
    from strawberry.extensions.validation_cache import _get_validate_cache

    from graph_api.schema import DOCUMENTS

    body: dict[str, Any] = {"query": "{ statistics { plans tasks indicators } }"}
    await client.post("/graphql", json=body)
    before = [cache(DOCUMENTS).cache_info().hits for cache in (_get_parse_cache, _get_validate_cache)]  # type: ignore[attr-defined]
    await client.post("/graphql", content=json.dumps(body), headers={"content-type": "application/json"})
    after = [cache(DOCUMENTS).cache_info().hits for cache in (_get_parse_cache, _get_validate_cache)]  # type: ignore[attr-defined]
    assert after == [hits + 1 for hits in before]
