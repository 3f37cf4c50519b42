"""Clause search over GraphQL: what matched, why, and what says the like."""

from __future__ import annotations

import json

import httpx

from tests.graph_api.conftest import Ask
from tests.graph_api.test_questions import data_of
from tests.queries.three_plans import JIA


async def test_search_marks_what_matched_and_links_to_the_clause(ask: Ask) -> None:
    found = await data_of(
        ask,
        """{ searchClauses(query: "就近用餐", plans: ["jia"]) { noResult totalCount notes
            nodes { clauseId quote fragments { text matched } matched path url lanes { lane }
                    clause { unitTitle } plan { region } } } }""",
    )
    start = JIA.index("发展社区助餐，方便老年人就近用餐。")
    assert found["searchClauses"] == {
        "noResult": False,
        "totalCount": 1,
        "notes": ["searched by words alone: the index was made without a model; run `crossplan ingest`"],
        "nodes": [
            {
                "clauseId": "jia/2.1#c1",
                "quote": "发展社区助餐，方便老年人就近用餐。",
                "fragments": [
                    {"text": "发展社区助餐，方便老年人", "matched": False},
                    {"text": "就近用餐", "matched": True},
                    {"text": "。", "matched": False},
                ],
                "matched": ["就近用餐"],
                "path": ["主要任务", "办好养老服务"],
                "url": f"/plans/jia/source?start={start}&end={start + 17}#quote",
                "lanes": [{"lane": "lexical"}, {"lane": "concept"}],
                "clause": {"unitTitle": "办好养老服务"},
                "plan": {"region": "甲省"},
            }
        ],
    }


async def test_search_gives_reasons_facets_and_what_says_the_like(ask: Ask) -> None:
    found = await data_of(
        ask,
        """{ searchClauses(query: "就近用餐", mode: LEXICAL, order: PLAN, minScore: 0.5, group: true) {
              nodes { reason score same } facets { filter values { value count } } nearest { quote } }
            similarClauses(clause: "jia/2.1#c1") { clauseId } }""",
    )
    assert found["searchClauses"]["nodes"][0] == {"reason": "WORDS", "score": 1.0, "same": []}
    facets = {facet["filter"]: facet["values"] for facet in found["searchClauses"]["facets"]}
    assert facets["plans"] == [{"value": "jia", "count": 1}]
    assert found["searchClauses"]["nearest"] == []
    assert "jia" not in [hit["clauseId"].partition("/")[0] for hit in found["similarClauses"]]


async def test_half_a_character_is_told_and_nothing_fails(client: httpx.AsyncClient) -> None:
    document = """query ($half: String!) { ask(question: $half) { question }
        plans(contains: $half) { totalCount } searchClauses(query: $half) { noResult notes } }"""
    body = json.dumps({"query": document, "variables": {"half": "\ud800"}})
    answer = await client.post("/graphql", content=body, headers={"content-type": "application/json"})
    found = answer.json()["data"]
    assert (found["ask"], found["plans"]) == ({"question": "\ufffd"}, {"totalCount": 0})
    assert found["searchClauses"]["noResult"]
    assert found["searchClauses"]["notes"][:2] == [
        "characters that are damaged: 1, each read as \ufffd",
        "nothing that can be searched for: no letter, digit or Chinese character found",
    ]


async def test_search_says_where_no_plan_speaks_to_it(ask: Ask) -> None:
    found = await data_of(ask, '{ searchClauses(query: "海洋渔业捕捞") { noResult totalCount nodes { quote } } }')
    assert found["searchClauses"] == {"noResult": True, "totalCount": 0, "nodes": []}


async def test_search_filters_by_region_and_by_what_lies_within_it(ask: Ask) -> None:
    query = """query ($regions: [ID!], $period: String) {
        searchClauses(query: "社区服务条例", regions: $regions, period: $period) { nodes { planId } } }"""
    everywhere = await data_of(ask, query)
    within = await data_of(ask, query, regions=["region/990000"])
    earlier = await data_of(ask, query, period="十三五")
    plans = [[hit["planId"] for hit in found["searchClauses"]["nodes"]] for found in (everywhere, within, earlier)]  # type: ignore[index]
    assert [sorted(set(each)) for each in plans] == [["bing", "jia", "yi"], ["jia", "yi"], ["bing"]]


async def test_filters_that_leave_nothing_are_no_missing_answer(ask: Ask) -> None:
    query = """{ searchClauses(query: "就近用餐", plans: ["yi"]) { noResult totalCount nodes { quote } notes } }"""
    found = (await data_of(ask, query))["searchClauses"]
    assert (found["noResult"], found["totalCount"], found["nodes"]) == (False, 0, [])
    assert found["notes"][-1] == "filters: 1 found that speak to the query, none of which passes the filters"
