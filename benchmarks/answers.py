"""Every comparison over a generated graph, as the application answers it: the first time, and again.

Run it as `python -m benchmarks.answers --plans 60 --clauses 50000` (`--plans 5 --clauses 4000` is the size of the
built-in plans).  Where CROSSPLAN_STORE names a Neo4j server, its graph is replaced by the generated one and it answers.
Both times count the whole way: GraphQL document or page in, text out, without a socket.  Without a server they are of
the processor, so that other work does not count.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from benchmarks.generated import generated_graph
from graph.embedded import write_graph
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from graph.store import GRAPH
from graph.versions import INDEX, SOURCES, Versions
from graph_api.app import create_app
from graph_api.library import Library
from graph_api.settings import ApiSettings
from ontology.elements import Graph
from ontology.schema import load_schema
from search.entries import Entry
from search.held import HeldClauses
from search.publishing import search_content

CITED = "citation { section quote start end url }"
DOCUMENTS = {
    "one indicator": f"""{{ compareIndicator(concept: "indicator/3") {{ notStated ranking {{ ranked {{ rank }} }}
        rows {{ planId region stated targetValue baseValue comparator value unit {CITED} }} }} }}""",
    "matrix, 20 indicators": "{ indicatorMatrix { columns { region } rows { concept targets bases ranks } } }",
    "the same with citations": """{ indicatorMatrix { columns { region }
        rows { concept targets bases ranks citations { quote url } } } }""",
    "themes by plans": "{ coverage { columns { planId } rows { name reach tasks clauses } } }",
    "beneficiaries by plans": "{ coverage(by: BENEFICIARY) { columns { planId } rows { name reach tasks clauses } } }",
    "functions by plans": "{ departmentLoad { functionId planId units leads joins named } }",
    "one function": f"""{{ functionAcrossRegions(function: "function/3") {{ planId unitTitle role {CITED} }} }}""",
    "50 commitments": """{ commonCommitments(first: 50) { totalCount nodes { concept reach planIds } } }""",
    "20 commitments, with their words": f"""{{ commonCommitments(first: 20) {{ nodes {{ concept reach
        statements {{ planId name targetValue {CITED} }} }} }} }}""",
    "actions side by side": f"""{{ actionsSideBySide(concept: "action/3") {{ planId stated title {CITED} }} }}""",
    "who has a theme": """{ whoHas(theme: "theme/3") { has { planId factCount titles } lacks { planId } } }""",
    "who has an indicator": """{ whoHas(indicator: "indicator/3") { has { planId factCount } lacks { planId } } }""",
    "who cites": """{ whoHas(document: "document/3") { has { planId factCount } lacks { planId } } }""",
    "who mentions": """{ whoHas(text: "养老服务") { has { planId factCount } lacks { planId } } }""",
    "who is responsible": f"""{{ whoIsResponsible(contains: "养老服务") {{ planId unitTitle role {CITED} }} }}""",
    "documents in common": "{ documentsInCommon(first: 50) { nodes { title planIds } } }",
}
PAGES = ("/", "/compare?indicator=indicator/3", "/coverage", "/commitments", "/departments", "/search?q=养老")


@dataclass(frozen=True, slots=True)
class Sample:
    """How often each is asked again, and by which clock."""

    times: int
    clock: Callable[[], float]


def entries(graph: Graph) -> Iterator[Entry]:
    """The clauses of a generated graph as they are searched."""
    for node in graph.nodes:
        if node.label == "Clause":
            said = node.properties
            yield Entry(
                clause_id=node.id,
                plan_id=str(said["planId"]),
                start=0,
                end=len(str(said["text"])),
                quote=str(said["text"]),
                path=(),
                kind="task",
                region=None,
                period="十四五",
            )


async def publish(settings: StoreSettings, graph: Graph) -> None:
    """Makes the graph the live one of the data directory, and the one of the server where there is one."""
    clauses = HeldClauses.build(list(entries(graph)))
    with Versions(settings.data).build() as build:
        write_graph(build.path / GRAPH, graph, load_schema())
        clauses.save(build.path / INDEX)
        (build.path / SOURCES).mkdir()
        if not settings.embedded:
            server = Neo4jStore(settings)
            await server.replace(graph, load_schema(), "benchmark", content=search_content(clauses))
            await server.close()
        build.publish("benchmark")


async def timed(client: httpx.AsyncClient, name: str, request: httpx.Request, sample: Sample) -> None:
    """Prints how long the first answer took, and of those after it the median and the quickest."""
    taken = []
    for _ in range(1 + sample.times):
        began = sample.clock()
        answer = await client.send(request)
        taken.append((sample.clock() - began) * 1000)
    if answer.status_code != httpx.codes.OK or b'"errors"' in answer.content[:2000]:
        print(f"{name:34} refused: {answer.text[:200]}")
        return
    again, best = statistics.median(taken[1:]), min(taken[1:])
    size = len(answer.content) / 1000
    print(f"{name:34} first {taken[0]:7.1f} ms  again {again:7.1f} ms, at best {best:7.1f} ms  {size:8.1f} KB")


async def measure(settings: StoreSettings, times: int) -> None:
    sample = Sample(times, time.process_time if settings.embedded else time.perf_counter)
    library = Library(settings)
    transport = httpx.ASGITransport(create_app(ApiSettings(), library))
    async with httpx.AsyncClient(transport=transport, base_url="http://benchmark") as client:
        await client.get("/ready")
        for name, document in DOCUMENTS.items():
            await timed(client, name, client.build_request("POST", "/graphql", json={"query": document}), sample)
        for page in PAGES:
            await timed(client, page, client.build_request("GET", page), sample)
    await library.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=60)
    parser.add_argument("--clauses", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=20)
    given = parser.parse_args()
    graph = generated_graph(given.plans, given.clauses)
    print(f"{given.plans} plans, {len(graph.nodes):,} nodes, {len(graph.relations):,} relations")
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(StoreSettings.from_environment(os.environ), data=Path(folder))
        asyncio.run(publish(settings, graph))
        asyncio.run(measure(settings, given.times))


if __name__ == "__main__":
    main()
