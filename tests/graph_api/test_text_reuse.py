"""Text reuse in GraphQL: the same passages and changes as on the command line, in pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.conftest import crossplan, records

QUERY = """
query Reuse($plan: ID!, $others: [ID!], $kind: ReuseKind, $first: Int, $after: String) {
  textReuse(plan: $plan, others: $others, kind: $kind, first: $first, after: $after) {
    own shared adapted totalCount pageInfo { hasNextPage endCursor }
    nodes {
      clauseId quote url otherPlanId otherClauseId otherQuote otherUrl kind share direction
      edits { kind changed text start otherText otherStart }
      clause { citation { quote } } otherClause { citation { quote } } otherPlan { id }
    }
  }
}
"""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in plans, ingested."""
    directory = tmp_path_factory.mktemp("real")
    assert crossplan(directory, "ingest").code == 0
    return directory


async def asked(client: httpx.AsyncClient, **variables: object) -> dict[str, Any]:
    answer: dict[str, Any] = (await client.post("/graphql", json={"query": QUERY, "variables": variables})).json()
    return answer


async def reuse(client: httpx.AsyncClient, **variables: object) -> dict[str, Any]:
    answer = await asked(client, **variables)
    assert "errors" not in answer
    told: dict[str, Any] = answer["data"]["textReuse"]
    return told


async def test_the_answer_is_that_of_the_command_line(real: Path, opened: httpx.AsyncClient) -> None:
    *found, last = records(crossplan(real, "reuse", "ningxia", "--with", "chuxiong"))
    told = await reuse(opened, plan="ningxia", others=["chuxiong"], first=100)
    assert {name: told[name] for name in ("own", "shared", "adapted")} == {
        name: last[name] for name in ("own", "shared", "adapted")
    }
    assert told["totalCount"] == len(found) > 0
    for node, record in zip(told["nodes"], found, strict=True):
        assert (node["clauseId"], node["otherClauseId"]) == (record["clause_id"], record["other_clause_id"])
        assert (node["quote"], node["otherQuote"]) == (record["quote"], record["other_quote"])
        assert (node["kind"], node["share"]) == (record["reuse"].upper(), record["share"])
        assert node["clause"]["citation"]["quote"] == node["quote"]
        assert node["otherClause"]["citation"]["quote"] == node["otherQuote"]
        assert node["otherPlan"]["id"] == node["otherPlanId"] == "chuxiong"
        assert node["url"].endswith(f"start={record['start']}&end={record['end']}#quote")
        assert [(edit["otherText"], edit["text"], edit["changed"].lower()) for edit in node["edits"]] == [
            (edit["other_text"], edit["text"], edit["changed"]) for edit in record["edits"]
        ]


async def test_who_was_first_is_told_by_printed_dates(opened: httpx.AsyncClient) -> None:
    told = await reuse(opened, plan="ningxia", others=["tianjin"])
    assert {node["direction"] for node in told["nodes"]} == {"TAKEN_OVER"}  # of June 2022, the other of August
    silent = await reuse(opened, plan="ningxia", others=["chuxiong"])
    assert {node["direction"] for node in silent["nodes"]} == {None}  # one of them prints no date


async def test_pages_and_kinds_divide_the_whole(opened: httpx.AsyncClient) -> None:
    whole = await reuse(opened, plan="ningxia", first=200)
    first = await reuse(opened, plan="ningxia", first=3)
    second = await reuse(opened, plan="ningxia", first=3, after=first["pageInfo"]["endCursor"])
    assert first["nodes"] + second["nodes"] == whole["nodes"][:6]
    shared = await reuse(opened, plan="ningxia", kind="SHARED", first=200)
    adapted = await reuse(opened, plan="ningxia", kind="ADAPTED", first=200)
    assert shared["totalCount"] + adapted["totalCount"] == whole["totalCount"]
    assert all(node["edits"] == [] for node in shared["nodes"])


async def test_a_plan_that_is_not_loaded_is_named(opened: httpx.AsyncClient) -> None:
    for variables in ({"plan": "atlantis"}, {"plan": "ningxia", "others": ["atlantis"]}):
        (error,) = (await asked(opened, **variables))["errors"]
        assert error["message"] == "textReuse: found no plan 'atlantis'"
        assert error["extensions"]["code"] == "NOT_FOUND"
