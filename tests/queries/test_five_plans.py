"""The main questions over the five built-in plans: rows that were compared with the texts of the plans by reading.

A case names the columns it holds; `quote` is what the citation must contain, whitespace aside.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from graph.settings import StoreSettings
from graph.store import Store, open_store
from graph.versions import SOURCES, Versions
from ingest.build import build
from queries.query import all_queries, load, run
from search.settings import NONE, SearchSettings

pytestmark = pytest.mark.asyncio(loop_scope="session")
EXPECTED = Path(__file__).parent / "expected" / "five_plans"
EACH = [
    pytest.param(path.stem, case, id=f"{path.stem}({case['params']})")
    for path in sorted(EXPECTED.glob("*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))
]
# What the questions that need something are asked about.
ASKED: dict[str, Any] = {
    "plan": "tianjin",
    "clause": "tianjin/3.1.1#c1",
    "before": 2,
    "after": 2,
    "skip": 0,
    "limit": 10_000,
    "offset": 0,
    "size": 10_000,
    "minPlans": 1,
    "concept": "indicator/volunteer-station-coverage",
    "concepts": ["indicator/volunteer-station-coverage"],
    "theme": "theme/employment",
    "themes": ["theme/employment"],
    "function": "function/finance",
    "text": "养老",
    "id": "tianjin/3.1.1",
    "units": ["tianjin/3.1.1/task"],
}


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("five_plans")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def plans(data: Path) -> AsyncIterator[Store]:
    """The five plans, read and loaded."""
    settings = StoreSettings(data=data)
    await build(settings, (), lambda step: None, SearchSettings(encoder=NONE))
    store = open_store(settings)
    yield store
    await store.close()


@pytest.mark.parametrize(("name", "case"), EACH)
async def test_a_question_gets_the_rows_that_the_texts_give(plans: Store, name: str, case: dict[str, Any]) -> None:
    rows = await run(plans, name, **case["params"])
    found = [[_cell(row, column) for column in case["columns"]] for row in rows]
    expected = [[_without_blanks(cell, column) for cell, column in zip(row, case["columns"], strict=True)]
                for row in case["rows"]]  # fmt: skip
    assert found == expected


async def test_every_citation_of_every_question_stands_in_its_source(plans: Store, data: Path) -> None:
    folder = Versions(data).live() / SOURCES
    texts = {path.stem: path.read_bytes().decode() for path in folder.iterdir()}
    cited = 0
    for query in all_queries().values():
        for citation in _citations(await run(plans, query.name, **await _asked(plans, query.name))):
            assert texts[citation["planId"]][citation["start"] : citation["end"]] == citation["quote"], query.name
            cited += 1
    assert cited > 5_000


async def test_rows_of_every_question_have_the_columns_and_types_of_the_header(plans: Store) -> None:
    empty = []
    for query in all_queries().values():
        rows = await run(plans, query.name, **await _asked(plans, query.name))
        for row in rows:
            assert list(row) == [column.name for column in query.columns]
            assert not [column.name for column in query.columns if not column.type.accepts(row[column.name])], row
        empty += [query.name] * (not rows)
    assert empty == []


async def test_no_row_of_any_question_comes_twice(plans: Store) -> None:
    for query in all_queries().values():
        order = query.text.rpartition("\nORDER BY ")[2].replace(",", " ").split()
        keys = [column.name for column in query.columns if column.name in order]
        rows = [
            tuple(row[key] for key in keys) for row in await run(plans, query.name, **await _asked(plans, query.name))
        ]
        assert len(set(rows)) == len(rows), query.name


async def test_counts_of_a_plan_are_the_totals_of_its_lists(plans: Store) -> None:
    for plan in await run(plans, "plans", skip=0, limit=100):
        for column in load("plans").columns:
            if column.name.endswith("Count"):
                name = column.name.removesuffix("Count")
                listed = await run(plans, _listing(name), plans=[plan["id"]], skip=0, limit=1)
                assert (listed[0]["total"] if listed else 0) == plan[column.name], column.name


async def _asked(plans: Store, name: str) -> dict[str, Any]:
    """Parameters for a question: those that it needs, and the ids of all things of its kind."""
    params = {
        param.name: ASKED[param.name] for param in load(name).params if param.name in ASKED and param.type.required
    }
    if name in {"who_has_action", "actions_side_by_side"}:
        params["concept"] = (await run(plans, "action_concepts", skip=0, limit=1))[0]["id"]
    if name == "who_cites":
        params["document"] = (await run(plans, "documents", minPlans=1, skip=0, limit=1))[0]["id"]
    if name == "fact_citations":
        listed = [await run(plans, kind, skip=0, limit=10_000) for kind in ("indicators", "targets")]
        params["facts"] = [row["id"] for rows in listed for row in rows]
    if any(param.name == "ids" for param in load(name).params):
        listing = next(query for query in all_queries().values() if query.row == load(name).row and query.name != name)
        rows = await run(plans, listing.name, **await _asked(plans, listing.name))
        params["ids"] = [row["id"] for row in rows]
    return params


def _listing(name: str) -> str:
    """The question that lists what a column counts: specialColumn, special_columns."""
    words = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
    return next(query for query in (f"{words}s", f"{words[:-1]}ies") if query in all_queries())


def _cell(row: dict[str, Any], column: str) -> Any:
    if column != "quote":
        return row[column]
    return _without_blanks(row["citation"] and row["citation"]["quote"], column)


def _without_blanks(cell: Any, column: str) -> Any:
    return "".join(cell.split()) if column == "quote" and cell else cell


def _citations(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and {"quote", "start", "planId"} <= value.keys() and value["quote"]:
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _citations(child)
