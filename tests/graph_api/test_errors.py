from __future__ import annotations

import dataclasses
import logging
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.settings import StoreSettings
from graph_api.app import create_app
from graph_api.errors import CODES
from graph_api.library import INDEX, Library
from graph_api.settings import ApiSettings
from ontology.elements import Graph
from search.held import HeldClauses
from search.settings import SearchSettings
from tests.graph_api.conftest import Ask, Publish, client_of, entries
from tests.queries.three_plans import three_plans
from tests.search.conftest import LetterEncoder

TRICKY = ["' OR 1=1 //", '") MATCH (n) DETACH DELETE n //', "+plans:* AND (", "<script>alert(1)</script>", "\\", "\x00"]


@pytest.mark.parametrize(
    ("query", "variables", "message"),
    [
        ("{ plans { nodes { nothing } } }", {}, "Cannot query field 'nothing' on type 'Plan'."),
        ("{ plans(first: true) { totalCount } }", {}, "Int cannot represent non-integer value: true"),
        ("query ($id: ID!) { plan(id: $id) { id } }", {}, "Expected a value of non-null type 'ID!' to be provided."),
        ("query ($n: Int) { plans(first: $n) { totalCount } }", {"n": "ten"}, "Variable '$n' has invalid value"),
        ("{ plans { ", {}, "Syntax Error: Expected Name, found <EOF>."),
        ("{ sections(zone: NOWHERE) { totalCount } }", {}, "Value 'NOWHERE' does not exist in 'Zone' enum."),
        ('{ searchClauses(query: " ") { totalCount } }', {}, "query: found no words, expected some"),
        ('{ searchClauses(query: "社区", plans: ["none"]) { totalCount } }', {}, "filter plans: 'none' found"),
    ],
)
async def test_a_question_that_makes_no_sense_is_bad_input(
    query: str, variables: dict[str, object], message: str, ask: Ask
) -> None:
    answer = await ask(query, **variables)
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"BAD_USER_INPUT"}
    assert message in answer["errors"][0]["message"]


@pytest.mark.parametrize("field", ["plan", "section", "clause", "task", "indicator", "theme", "specialAction", "node"])
@pytest.mark.parametrize("id_", ["none", *TRICKY])
async def test_an_unknown_id_is_null_and_not_found(field: str, id_: str, ask: Ask) -> None:
    answer = await ask(f"query ($id: ID!) {{ {field}(id: $id) {{ id }} }}", id=id_)
    assert answer["data"] == {field: None}
    (error,) = answer["errors"]
    assert error["extensions"] == {"code": "NOT_FOUND"}
    assert error["path"] == [field]


@pytest.mark.parametrize("text", TRICKY)
async def test_text_of_other_languages_is_text(text: str, ask: Ask) -> None:
    answer = await ask(
        """query ($text: String!) { clauses(contains: $text) { totalCount } whoHas(text: $text) { has { planId } }
           searchClauses(query: $text) { noResult } }""",
        text=text,
    )
    assert answer["data"] == {
        "clauses": {"totalCount": 0},
        "whoHas": {"has": []},
        "searchClauses": {"noResult": True},
    }


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"{", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"null", "application/json"),
        (b'"text"', "application/json"),
        (b"{}", "application/json"),
        (b'{"query": 3}', "application/json"),
        (b'{"query": "{ statistics { plans } }", "variables": []}', "application/json"),
        (b'{"query": "mutation { plans }"}', "application/json"),
        (b"query=x", "application/x-www-form-urlencoded"),
        (b"[" * 100_000, "application/json"),
    ],
)
async def test_a_body_that_is_no_question_is_bad_input(
    content: bytes, content_type: str, client: httpx.AsyncClient
) -> None:
    response = await client.post("/graphql", content=content, headers={"content-type": content_type})
    assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["BAD_USER_INPUT"]


async def test_no_question_at_all_is_bad_input_and_leads_a_browser_to_the_explorer(client: httpx.AsyncClient) -> None:
    response = await client.get("/graphql")
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"] == {"code": "BAD_USER_INPUT"}
    browser = await client.get("/graphql", headers={"accept": "text/html,*/*;q=0.8"})
    assert (browser.status_code, browser.headers["location"]) == (303, "/explorer")


async def test_what_was_not_foreseen_is_told_by_a_number_and_stands_in_the_log(
    tmp_path: Path, publish: Publish, caplog: pytest.LogCaptureFixture
) -> None:
    graph = three_plans()
    odd = tuple(
        dataclasses.replace(node, properties={**node.properties, "zone": "nowhere"}) if node.id == "jia/1" else node
        for node in graph.nodes
    )
    publish(tmp_path, graph=Graph(odd, graph.relations))
    library = Library(StoreSettings(data=tmp_path))
    async with client_of(create_app(ApiSettings(), library)) as client:
        with caplog.at_level(logging.ERROR, "crossplan.api"):
            response = await client.post("/graphql", json={"query": '{ section(id: "jia/1") { zone } }'})
            page = await client.get("/plans/jia/source")
    await library.close()
    answer: dict[str, Any] = response.json()
    (error,) = answer["errors"]
    assert answer["data"] == {"section": None}
    assert error["extensions"] == {"code": "INTERNAL"}
    assert "nowhere" not in response.text
    number = error["message"].removeprefix("internal error ").partition(":")[0]
    assert number in caplog.text
    assert "KeyError: 'nowhere'" in caplog.text
    assert page.status_code == 500
    assert "nowhere" not in page.text


async def test_a_store_that_does_not_answer_is_unavailable(app_data: Path) -> None:
    library = Library(StoreSettings(data=app_data))
    async with client_of(create_app(ApiSettings(), library)) as client:
        async with library.reading() as holdings:
            await holdings.store.close()
        response = await client.post("/graphql", json={"query": '{ statistics { plans } plan(id: "jia") { id } }'})
        page = await client.get("/")
        ready = await client.get("/ready")
    assert {error["extensions"]["code"] for error in response.json()["errors"]} == {"UNAVAILABLE"}
    assert (page.status_code, ready.status_code) == (503, 503)
    assert all(str(app_data) not in each.text for each in (response, page, ready))


async def test_an_index_that_is_damaged_inside_is_unavailable(publish: Publish, tmp_path: Path) -> None:
    publish(tmp_path)
    clauses = tmp_path / "versions" / "v1" / INDEX / "entries.bin"
    clauses.write_bytes(clauses.read_bytes()[:-40] + bytes(40))
    answer = await asked(tmp_path, '{ searchClauses(query: "就近用餐") { totalCount } }', SearchSettings())
    (error,) = answer["errors"]
    assert error["extensions"] == {"code": "UNAVAILABLE"}
    assert error["message"] == "the search index is damaged; whoever runs it calls `crossplan ingest`"


async def test_meaning_alone_without_its_model_is_bad_input(publish: Publish, tmp_path: Path) -> None:
    publish(tmp_path)
    HeldClauses.build([*entries(three_plans())], LetterEncoder()).save(tmp_path / "versions" / "v1" / INDEX)
    query = '{ searchClauses(query: "就近用餐", mode: SEMANTIC) { totalCount } }'
    answer = await asked(tmp_path, query, SearchSettings(encoder="/nowhere"))
    (error,) = answer["errors"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}
    assert error["message"].startswith("mode: 'semantic' found, but its model cannot be had: CROSSPLAN_ENCODER: ")


async def asked(data: Path, query: str, searching: SearchSettings) -> dict[str, Any]:
    """The answer of a service over a data directory of its own."""
    library = Library(StoreSettings(data=data), searching)
    async with client_of(create_app(ApiSettings(), library)) as client:
        response = await client.post("/graphql", json={"query": query})
    await library.close()
    answer: dict[str, Any] = response.json()
    return answer


@pytest.fixture
def app_data(data: Path) -> Path:
    return data


def test_the_codes_are_those_that_the_guide_lists() -> None:
    guide = (Path(__file__).parents[2] / "docs/graphql.md").read_text(encoding="utf-8")
    assert [code for code in CODES if f"`{code}`" not in guide] == []
