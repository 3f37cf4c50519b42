"""Every question has its full expected rows on the three plans, the same from both engines and in the same order."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from graph.embedded import EmbeddedStore, write_graph
from graph.store import Store
from ontology.elements import Graph
from ontology.schema import GraphSchema
from queries.query import all_queries, load, run

pytestmark = pytest.mark.asyncio(loop_scope="session")
EXPECTED = Path(__file__).parent / "expected" / "three_plans"
CASES: dict[str, list[dict[str, Any]]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(EXPECTED.glob("*.json"))
}


def _told(case: dict[str, Any]) -> str:
    return ",".join(f"{key}={value}" for key, value in case["params"].items() if (key, value) != ("skip", 0))


EACH = [pytest.param(name, case, id=f"{name}({_told(case)})") for name, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("name", "case"), EACH)
async def test_a_question_gets_its_expected_rows(store: Store, name: str, case: dict[str, Any]) -> None:
    rows = await run(store, name, **case["params"])
    assert rows == case["rows"]
    assert [_types(row) for row in rows] == [_types(row) for row in case["rows"]]


@pytest.mark.parametrize(("name", "case"), EACH)
async def test_expected_rows_have_the_columns_and_types_of_the_header(name: str, case: dict[str, Any]) -> None:
    query = load(name)
    for row in case["rows"]:
        assert list(row) == [column.name for column in query.columns]
        wrong = [column.name for column in query.columns if not column.type.accepts(row[column.name])]
        assert not wrong, f"{wrong} in {row}"


@pytest.mark.parametrize(("name", "case"), EACH)
async def test_no_row_comes_twice(name: str, case: dict[str, Any]) -> None:
    order = load(name).text.rpartition("\nORDER BY ")[2].split()
    keys = [word.strip(",") for word in order if word.strip(",") in {column.name for column in load(name).columns}]
    rows = [tuple(row[key] for key in keys) for row in case["rows"]]
    assert len(set(rows)) == len(rows)


async def test_every_question_has_cases_and_every_filter_is_tried() -> None:
    given = {name: {key for case in cases for key in case["params"]} for name, cases in CASES.items()}
    scope = {"plans", "regions", "period"}  # the same words in every file: tried on several of them
    assert given.keys() == all_queries().keys()
    untried: dict[str, set[str]] = defaultdict(set)
    for query in all_queries().values():
        if missing := {param.name for param in query.params} - scope - given[query.name]:
            untried[query.name] = missing
    assert not untried
    assert scope <= set().union(*given.values())


async def test_rows_do_not_depend_on_the_order_in_which_the_graph_was_written(
    tmp_path: Path, graph: Graph, schema: GraphSchema
) -> None:
    write_graph(tmp_path, Graph(graph.nodes[::-1], graph.relations[::-1]), schema)
    reverse = EmbeddedStore.open(tmp_path)
    for name, cases in CASES.items():
        for case in cases:
            assert await run(reverse, name, **case["params"]) == case["rows"], name
    await reverse.close()


def _types(value: object) -> object:
    """The types within a value: 30 and 30.0 are equal, but not the same answer."""
    if isinstance(value, dict):
        return {key: _types(item) for key, item in value.items()}
    return [_types(item) for item in value] if isinstance(value, list) else type(value)
