"""How long the API takes: warm comparisons and the whole matrix, through the schema and through the whole application.

Run it on an ingested data directory: `python -m benchmarks.api --data .crossplan`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from graph.neo4j_driver import connect
from graph.settings import StoreSettings
from graph.values import Value
from graph_api.app import create_app
from graph_api.context import Context
from graph_api.library import Library
from graph_api.schema import build_schema
from graph_api.settings import ApiSettings
from queries.query import load

COMPARE = """query Compare($concept: ID!) {
  compareIndicator(concept: $concept) {
    concept { id name }
    notStated
    rows { planId region stated targetValue baseValue comparator value unit citation { section quote start end url } }
  }
}"""
MATRIX = """{ indicatorMatrix { columns { planId region } rows { concept targets values bases units } } }"""
MATRIX_CITED = (
    """{ indicatorMatrix { columns { planId region } rows { concept targets bases citations { quote url } } } }"""
)
COVERAGE = """{ coverage(by: THEME) { columns { planId } rows { id name tasks clauses } } }"""
SEARCH = (
    """{ searchClauses(query: "老年助餐", first: 10) { totalCount nodes { quote url fragments { text matched } } } }"""
)
TASKS = """{ tasks(first: 50) { totalCount nodes { id title plan { title } citation { quote url } } } }"""
# Documents that one statement answers, and that statement with its parameters.
ONE_STATEMENT: dict[str, tuple[str, str, dict[str, Value]]] = {
    "a clause": (
        """{ clause(id: "%s") { id text zone path citation { section quote start end } } }""",
        *("clause", {}),
    ),
    "50 tasks": (
        """{ tasks(first: 50) { totalCount nodes { id title planId citation { section quote start end } } } }""",
        *("tasks", {"skip": 0, "limit": 50}),
    ),
    "cells of the matrix": (
        """{ indicatorCells { concept planId stated targetValue baseValue citation { section quote start end } } }""",
        *("indicator_cells", {"minPlans": 1}),
    ),
}
CONCEPTS = "{ indicatorConcepts(tabled: true, first: 50) { nodes { id planIds } } }"

Question = Callable[[], Awaitable[object]]
Execute = Callable[[str], Awaitable[object]]


async def timed(question: Question, times: int) -> list[float]:
    """Milliseconds of each of `times` calls after 20 to warm up."""
    (taken,) = await turn_about([question], times)
    return taken


async def turn_about(questions: Sequence[Question], times: int) -> list[list[float]]:
    """The same for several questions asked by turns, so that a busy moment meets them all."""
    for question in questions:
        for _ in range(20):
            await question()
    taken: list[list[float]] = [[] for _ in questions]
    for _ in range(times):
        for question, each in zip(questions, taken, strict=True):
            began = time.perf_counter()
            await question()
            each.append((time.perf_counter() - began) * 1000)
    return taken


def report(name: str, taken: list[float]) -> None:
    ordered = sorted(taken)
    print(f"{name:34} p50 {statistics.median(ordered):7.2f} ms   p95 {ordered[int(len(ordered) * 0.95)]:7.2f} ms")


async def measure(data: Path, times: int) -> None:
    stored = replace(StoreSettings.from_environment(os.environ), data=data)
    settings, library = ApiSettings(), Library(stored)
    schema = build_schema(settings)
    async with library.reading() as holdings:

        async def execute(query: str, variables: dict[str, object] | None = None) -> dict[str, Any]:
            answer = await schema.execute(query, variables, context_value=Context.of(holdings, settings))
            if answer.errors or answer.data is None:
                raise SystemExit(f"no answer to measure: {answer.errors}")
            return answer.data

        concepts = (await execute(CONCEPTS))["indicatorConcepts"]["nodes"]
        concept = max(concepts, key=lambda each: len(each["planIds"]))["id"]
        questions: dict[str, tuple[str, dict[str, object]]] = {
            "compareIndicator": (COMPARE, {"concept": concept}),
            "indicatorMatrix": (MATRIX, {}),
            "indicatorMatrix with citations": (MATRIX_CITED, {}),
            "coverage": (COVERAGE, {}),
            "searchClauses": (SEARCH, {}),
            "tasks, 50 with their plans": (TASKS, {}),
        }
        for name, (query, variables) in questions.items():
            report(f"schema  {name}", await timed(lambda: execute(query, variables), times))  # noqa: B023
        if not stored.embedded:
            await beside_the_driver(stored, execute, times)
    transport = httpx.ASGITransport(create_app(settings, library))
    async with httpx.AsyncClient(transport=transport, base_url="http://benchmark") as client:
        for name, (query, variables) in questions.items():
            body = {"query": query, "variables": variables}
            report(f"http    {name}", await timed(lambda: client.post("/graphql", json=body), times))  # noqa: B023
        report("http    front page", await timed(lambda: client.get("/"), times))
    await library.close()
    print(f"resident memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


async def beside_the_driver(settings: StoreSettings, execute: Execute, times: int) -> None:
    """Documents that one statement answers, and the bare driver asked that statement, turn about."""
    async with connect(settings) as driver, driver.session(database=settings.neo4j_database) as session:
        first = await (await session.run("MATCH (c:Clause) RETURN c.id AS id ORDER BY id LIMIT 1")).single(strict=True)
        for name, (document, statement, given) in ONE_STATEMENT.items():
            query = load(statement)
            params = query.arguments({**given, "ids": [first["id"]]} if statement == "clause" else given)
            wanted = document.replace("%s", first["id"])

            async def bare(text: str = query.text, params: dict[str, Value] = params) -> object:
                return [record.data() async for record in await session.run(text, params)]

            driven, answered = await turn_about([bare, lambda: execute(wanted)], times)  # noqa: B023
            report(f"driver  {name}", driven)
            report(f"schema  {name}", answered)
            print(f"{'':34} ratio {statistics.median(answered) / statistics.median(driven):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(".crossplan"))
    parser.add_argument("--times", type=int, default=200)
    given = parser.parse_args()
    asyncio.run(measure(given.data, given.times))


if __name__ == "__main__":
    main()
