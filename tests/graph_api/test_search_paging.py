"""Pages of a search over GraphQL: they follow each other in every order, and a cursor belongs to its question."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.graph_api.conftest import Ask
from tests.graph_api.test_questions import data_of
from tests.queries.three_plans import TEXTS

QUERY = """query ($words: String!, $first: Int, $after: String, $group: Boolean!, $order: SearchOrder!,
        $minScore: Float!, $plans: [ID!], $mode: SearchMode!) {
    searchClauses(query: $words, first: $first, after: $after, group: $group, order: $order, minScore: $minScore,
        plans: $plans, mode: $mode) {
        totalCount pageInfo { hasNextPage endCursor } nodes { clauseId planId start score same } } }"""
ASKED: dict[str, Any] = {
    "words": "社区服务条例",
    "group": False,
    "order": "SCORE",
    "minScore": 0.0,
    "mode": "LEXICAL",
}


async def search(ask: Ask, **changed: object) -> Any:
    return (await data_of(ask, QUERY, **{**ASKED, **changed}))["searchClauses"]


@pytest.mark.parametrize("group", [False, True])
@pytest.mark.parametrize("order", ["SCORE", "PLAN"])
@pytest.mark.parametrize("least", [0.0, 0.6])
async def test_pages_of_one_are_the_whole_list_in_every_order(group: bool, order: str, least: float, ask: Ask) -> None:
    asked = {"group": group, "order": order, "minScore": least}
    whole = await search(ask, **asked)
    assert whole["totalCount"] == len(whole["nodes"]) > 1
    assert min(hit["score"] for hit in whole["nodes"]) >= least
    if order == "PLAN":
        places = [(list(TEXTS).index(hit["planId"]), hit["start"]) for hit in whole["nodes"]]
        assert places == sorted(places)
    found, after = [], None
    for _ in whole["nodes"]:
        page = await search(ask, **asked, first=1, after=after)
        assert page["totalCount"] == whole["totalCount"]
        found += page["nodes"]
        after = page["pageInfo"]["endCursor"]
    assert found == whole["nodes"]
    assert not page["pageInfo"]["hasNextPage"]


@pytest.mark.parametrize(
    "changed",
    [
        {"words": "社区服务"},
        {"order": "PLAN"},
        {"group": True},
        {"minScore": 0.1},
        {"mode": "HYBRID"},
        {"plans": ["jia", "yi"]},
    ],
)
async def test_a_cursor_of_another_question_is_refused(changed: dict[str, object], ask: Ask) -> None:
    after = (await search(ask, first=1))["pageInfo"]["endCursor"]
    (error,) = (await ask(QUERY, **{**ASKED, **changed, "after": after}))["errors"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}
    assert error["message"].startswith("after: found a cursor of another question")


async def test_the_size_of_a_page_may_change_on_the_way(ask: Ask) -> None:
    after = (await search(ask, first=1))["pageInfo"]["endCursor"]
    assert (await search(ask, first=2, after=after))["nodes"] == (await search(ask))["nodes"][1:3]


async def test_a_cursor_of_one_list_is_none_of_another(ask: Ask) -> None:
    tasks: Any = await data_of(ask, '{ tasks(plans: ["jia"], first: 1) { pageInfo { endCursor } } }')
    after = tasks["tasks"]["pageInfo"]["endCursor"]
    for other in ('tasks(plans: ["yi"]', "tasks(first: 5", 'sections(plans: ["jia"]'):
        (error,) = (await ask(f'{{ {other}, after: "{after}") {{ totalCount }} }}'))["errors"]
        assert error["message"].startswith("after: found a cursor of another question")


async def test_a_filter_that_is_null_is_one_left_out(ask: Ask) -> None:
    query = """query ($theme: ID, $after: String) { tasks(theme: $theme, first: 1, after: $after) {
        pageInfo { endCursor } nodes { id } } }"""
    first: Any = await data_of(ask, query)
    after = first["tasks"]["pageInfo"]["endCursor"]
    assert await data_of(ask, query, after=after) == await data_of(ask, query, after=after, theme=None)


async def test_highlights_are_places_in_the_text_of_the_plan(ask: Ask) -> None:
    found: Any = await data_of(
        ask, '{ searchClauses(query: "就近用餐") { nodes { planId matched highlights { start end } } } }'
    )
    (hit,) = found["searchClauses"]["nodes"]
    text = TEXTS[hit["planId"]]
    assert [text[each["start"] : each["end"]] for each in hit["highlights"]] == ["就近用餐"] == hit["matched"]


@pytest.mark.parametrize("query", ["", " ", "　\n"])
async def test_no_words_are_refused_by_the_name_of_the_argument(query: str, ask: Ask) -> None:
    (error,) = (await ask(QUERY, **{**ASKED, "words": query}))["errors"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}
    assert error["message"] == "query: found no words, expected some"


@pytest.mark.parametrize("escaped", [False, True])
@pytest.mark.parametrize("inline", [False, True])
async def test_a_hundred_thousand_characters_are_cut_and_said_so(
    escaped: bool, inline: bool, client: httpx.AsyncClient
) -> None:
    words = "就近用餐" * 25_000
    said = json.dumps(words, ensure_ascii=False) if inline else "$words"
    head = "query" if inline else "query ($words: String!)"
    query = f"{head} {{ searchClauses(query: {said}) {{ notes totalCount }} }}"
    variables = {} if inline else {"words": words}
    body = json.dumps({"query": query, "variables": variables}, ensure_ascii=escaped)
    answer = await client.post("/graphql", content=body.encode(), headers={"content-type": "application/json"})
    found = answer.json()["data"]["searchClauses"]
    assert found["totalCount"] == 1
    assert "query of 100000 characters: only the first 1000 were read" in found["notes"]


async def test_a_document_that_would_take_long_to_read_is_refused(client: httpx.AsyncClient) -> None:
    query = f'{{ searchClauses(query: "{"餐" * 262_144}") {{ totalCount }} }}'
    answer = await client.post("/graphql", json={"query": query})
    assert answer.status_code == 413
    (error,) = answer.json()["errors"]
    assert error["extensions"] == {"code": "LIMIT_EXCEEDED"}
    assert error["message"].startswith("document: found 262")
