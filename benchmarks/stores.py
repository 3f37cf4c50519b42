"""Both engines side by side: loading a graph of 60 plans and 50,000 clauses, opening it, and warm questions over it.

Run it as `python -m benchmarks.stores`; where CROSSPLAN_STORE names a Neo4j server (`. ./.neo4j.env`), its graph is
replaced by the generated one, and the raw driver is measured beside the store. `--plans 5 --clauses 4000` is the size
of the built-in plans.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from benchmarks.generated import generated_graph
from graph.embedded import FILE, EmbeddedStore, write_graph
from graph.neo4j_driver import connect
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from graph.store import Store
from graph.values import Value
from ontology.elements import Graph
from ontology.schema import GraphSchema, load_schema
from queries.query import load, run

QUESTIONS: dict[str, dict[str, Value]] = {
    "clause": {"ids": ["plan03/2.4#c5"]},
    "indicator_across_regions": {"concept": "indicator/3"},
    "indicator_matrix": {"minPlans": 0, "offset": 0, "size": 20},
    "theme_coverage": {},
    "who_is_responsible": {"contains": "养老"},
}


def say(name: str, seconds: float, more: str = "") -> None:
    print(f"{name:44} {seconds * 1000:10.1f} ms  {more}", flush=True)


async def warm(name: str, ask: Callable[[], Awaitable[object]], times: int) -> None:
    """Prints the median and the slowest of `times` calls after ten to warm up."""
    for _ in range(10):
        answer = await ask()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        await ask()
        taken.append(time.perf_counter() - began)
    rows = f"{len(answer)} rows" if isinstance(answer, list) else ""
    say(name, statistics.median(taken), f"slowest {max(taken) * 1000:.1f} ms  {rows}")


async def ask_all(engine: str, store: Store, times: int) -> None:
    for name, params in QUESTIONS.items():
        await warm(f"{engine}: {name}", partial(run, store, name, **params), times)


async def embedded(graph: Graph, schema: GraphSchema, times: int) -> None:
    elements = len(graph.nodes) + len(graph.relations)
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        write_graph(Path(folder), graph, schema)
        taken = time.perf_counter() - began
        size = Path(folder, FILE).stat().st_size / 1e6
        say("embedded: write", taken, f"{elements / taken:,.0f} elements a second, {size:.1f} MB")
        began = time.perf_counter()
        store = EmbeddedStore.open(Path(folder))
        say("embedded: open", time.perf_counter() - began)
        await ask_all("embedded", store, times)
        await store.close()


async def neo4j(settings: StoreSettings, graph: Graph, schema: GraphSchema, times: int) -> None:
    elements = len(graph.nodes) + len(graph.relations)
    store = Neo4jStore(settings)
    for attempt in ("first load", "load again"):
        began = time.perf_counter()
        await store.replace(graph, schema, "benchmark")
        taken = time.perf_counter() - began
        say(f"neo4j: {attempt}", taken, f"{elements / taken:,.0f} elements a second")
    await ask_all("neo4j", store, times)
    query, params = load("indicator_across_regions"), QUESTIONS["indicator_across_regions"]
    async with connect(settings) as driver, driver.session(database=settings.neo4j_database) as session:

        async def raw() -> object:
            result = await session.run(query.text, query.arguments(params))
            return [record.data() async for record in result]

        await warm("neo4j: indicator_across_regions, raw driver", raw, times)
    await store.close()


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=60)
    parser.add_argument("--clauses", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=100)
    arguments = parser.parse_args()
    graph, schema = generated_graph(arguments.plans, arguments.clauses), load_schema()
    print(f"{arguments.plans} plans, {len(graph.nodes):,} nodes, {len(graph.relations):,} relations")
    await embedded(graph, schema, arguments.times)
    say("", 0, f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    settings = StoreSettings.from_environment(os.environ)
    if settings.embedded:
        print("neo4j: not measured, CROSSPLAN_STORE names no server")
    else:
        await neo4j(settings, graph, schema, arguments.times)


if __name__ == "__main__":
    asyncio.run(main())
