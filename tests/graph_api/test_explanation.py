"""Every fact says why it was found, in GraphQL as on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.conftest import TEXTS, crossplan, records

VERDICT = """
[[change]]
plan = "kunming"
kind = "baseline"
quote = "截至2020年底，全市有社区工作者5200人"
to = { subject = "社区工作者人数" }
reason = "指标的通行名称"
"""
FIELDS = """
  rule { id name reliesOn examples counterExamples } reason path clause before after
  refused { quote start end rule { name } }
"""
KINDS = {
    "plan": "plan",
    "section": "section",
    "task": "task",
    "safeguard": "safeguard",
    "special_column": "specialColumn",
    "special_action": "specialAction",
    "indicator": "indicator",
    "responsibility": "responsibility",
    "target": "target",
    "baseline": "baseline",
    "reference": "reference",
}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in plans and one more, ingested, with a verdict."""
    directory = tmp_path_factory.mktemp("real")
    (directory / "curation.toml").write_text(VERDICT, encoding="utf-8")
    assert crossplan(directory, "ingest", TEXTS / "kunming.txt").code == 0
    return directory


async def explanation(client: httpx.AsyncClient, kind: str, id_: str) -> dict[str, Any]:
    query = f"query ($id: ID!) {{ {KINDS[kind]}(id: $id) {{ explanation {{ {FIELDS} }} }} }}"
    answer = (await client.post("/graphql", json={"query": query, "variables": {"id": id_}})).json()
    assert "errors" not in answer
    told: dict[str, Any] = answer["data"][KINDS[kind]]["explanation"]
    return told


async def test_a_fact_is_explained_as_on_the_command_line(real: Path, opened: httpx.AsyncClient) -> None:
    told = {
        fact["id"]: fact
        for plan in ("kunming", "ningxia")
        for fact in records(crossplan(real, "facts", plan, "--explain"))
    }
    first_of_kind = {fact["kind"]: fact["id"] for fact in reversed(told.values())}
    assert first_of_kind.keys() == KINDS.keys()
    refusing = next(id_ for id_, fact in told.items() if fact["explanation"]["refused"])
    for kind, id_ in [*first_of_kind.items(), (told[refusing]["kind"], refusing)]:
        expected = told[id_]["explanation"]
        found = await explanation(opened, kind, id_)
        assert found["rule"] == {
            "id": f"rule/{told[id_]['rule']}",
            "name": told[id_]["rule"],
            "reliesOn": expected["rule"]["relies_on"],
            "examples": expected["rule"]["examples"],
            "counterExamples": expected["rule"]["counter_examples"],
        }
        assert found["path"] == expected["path"]
        for name in ("clause", "before", "after"):
            assert found[name] == (expected[name]["quote"] if expected[name] else None)
        assert [(each["quote"], each["start"], each["rule"]["name"]) for each in found["refused"]] == [
            (each["quote"], each["start"], each["rule"]) for each in expected["refused"]
        ]


async def test_a_fact_that_a_person_changed_says_why(opened: httpx.AsyncClient) -> None:
    found = await explanation(opened, "baseline", "kunming/1#c1/baseline-1")
    assert (found["rule"]["name"], found["reason"]) == ("curated", "指标的通行名称")


async def test_a_page_of_facts_is_explained_at_once(opened: httpx.AsyncClient) -> None:
    query = "{ targets(first: 50) { nodes { id explanation { rule { name } path } } } }"
    answer = (await opened.post("/graphql", json={"query": query})).json()
    assert "errors" not in answer
    nodes = answer["data"]["targets"]["nodes"]
    assert len(nodes) == 50
    assert all(node["explanation"]["rule"]["name"] and node["explanation"]["path"] for node in nodes)


async def test_the_page_of_a_fact_leads_to_its_rule_and_gives_the_reason(opened: httpx.AsyncClient) -> None:
    page = (await opened.get("/id/kunming/1%23c1/baseline-1")).text
    assert '<a href="/id/rule/curated">curated</a>' in page
    assert "<dt>增改理由</dt>\n  <dd>指标的通行名称</dd>" in page
    assert "规则" in (await opened.get("/id/rule/curated")).text


async def test_every_rule_that_an_export_names_can_be_looked_up(opened: httpx.AsyncClient, real: Path) -> None:
    used = {fact["rule"] for fact in records(crossplan(real, "facts", "kunming"))}
    assert len(used) > 8
    for name in used:
        assert (await opened.get(f"/id/rule/{name}", headers={"accept": "text/turtle"})).status_code == 200
