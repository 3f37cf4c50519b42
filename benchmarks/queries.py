"""How long each question takes over the five built-in plans, asked warm through the store port.

Run it as `python -m benchmarks.queries [--times 50] [NAME ...]`; the slowest come first.  With CROSSPLAN_STORE pointing
to a Neo4j server, the plans are loaded there and it is asked.  What a question needs is filled from the graph itself.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from graph.settings import StoreSettings
from graph.store import Store, open_store
from graph.values import Value
from ingest.build import build
from queries.query import Query, all_queries, load, run

PAGE = {"skip": 0, "limit": 20}


async def arguments(store: Store, query: Query) -> dict[str, Value]:
    """Parameters for a question: those that it needs, with the ids of things that the graph has."""
    first: dict[str, tuple[str, dict[str, Value]]] = {
        "plan": ("plans", {**PAGE}),
        "clause": ("clauses", {**PAGE}),
        "id": ("tasks", {**PAGE}),
        "units": ("special_actions", {**PAGE}),
        "theme": ("themes", {}),
        "function": ("department_functions", {}),
        "concepts": ("indicator_concepts", {**PAGE, "minPlans": 2}),
        "document": ("documents", {**PAGE, "minPlans": 2}),
        "concept": (
            "action_concepts" if query.name == "who_has_action" else "indicator_concepts",
            {**PAGE, "minPlans": 2},
        ),
    }
    fixed: dict[str, Value] = {**PAGE, "minPlans": 1, "offset": 0, "size": 20, "before": 2, "after": 2, "text": "服务"}
    given: dict[str, Value] = {}
    for param in query.params:
        if param.type.required and param.name in fixed:
            given[param.name] = fixed[param.name]
        elif param.type.required and param.name in first:
            name, asked = first[param.name]
            found = str((await run(store, name, **asked))[0]["id"])
            given[param.name] = [found] if param.type.many else found
        elif param.name == "ids":
            listing = next(each for each in all_queries().values() if each.row == query.row and each is not query)
            rows = await run(store, listing.name, **await arguments(store, listing))
            given["ids"] = [row["id"] for row in rows[:20]]
    return given


async def measure(store: Store, query: Query, times: int) -> tuple[float, float, int]:
    """Median and 95th percentile in milliseconds, and how many rows."""
    asked = await arguments(store, query)
    rows = await run(store, query.name, **asked)
    took = []
    for _ in range(times):
        began = time.perf_counter()
        await run(store, query.name, **asked)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), statistics.quantiles(took, n=20)[-1], len(rows)


async def main(names: list[str], times: int) -> None:
    with tempfile.TemporaryDirectory() as data:
        settings = replace(StoreSettings.from_environment(os.environ), data=Path(data))
        await build(settings, (), lambda _: None)
        store = open_store(settings)
        queries = [load(name) for name in names] if names else list(all_queries().values())
        found = [(*(await measure(store, query, times)), query.name) for query in queries]
        print(f"{'question':28} {'p50 ms':>8} {'p95 ms':>8} {'rows':>6}")
        for median, high, rows, name in sorted(found, reverse=True):
            print(f"{name:28} {median:8.2f} {high:8.2f} {rows:6}")
        await store.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--times", type=int, default=50)
    chosen = parser.parse_args()
    asyncio.run(main(chosen.names, chosen.times))
