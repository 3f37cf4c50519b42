"""Search in the files of a version beside search in the Neo4j server that holds the same version.

Run it as `python -m benchmarks.served_search --data .crossplan [--queries FILE]` after an ingest with CROSSPLAN_STORE
set.  The queries are judged ones, of which only the words are used.  Each is asked twice and the second time counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from graph.settings import StoreSettings
from graph.versions import INDEX, Versions
from search.hits import SearchResult
from search.index import ClauseIndex
from search.judged import read_judged
from search.opening import open_index
from search.settings import SearchSettings

QUERIES = Path(__file__).parents[1] / "tests" / "gold" / "queries.jsonl"


def timed(index: ClauseIndex, query: str) -> tuple[SearchResult, float]:
    """The answer and how long it took, in milliseconds."""
    index.search(query)
    began = time.perf_counter()
    result = index.search(query)
    return result, (time.perf_counter() - began) * 1000


def overlap(one: SearchResult, other: SearchResult) -> float:
    """The share of the first ten hits of either that both have."""
    found, also = ({hit.clause_id for hit in result.hits} for result in (one, other))
    return len(found & also) / len(found | also) if found | also else 1.0


def shown(times: list[float]) -> str:
    return f"p50 {statistics.median(times):.1f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.1f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the data directory that was ingested")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="judged queries, JSON Lines")
    arguments = parser.parse_args()
    settings = replace(StoreSettings.from_environment(os.environ), data=arguments.data)
    if settings.embedded:
        print("CROSSPLAN_STORE names no server: nothing to compare")
        return
    live, opener = Versions(arguments.data).live() / INDEX, SearchSettings().opener()
    files = ClauseIndex.open(live, opener)
    pairs = []
    with closing(open_index(settings, live, opener)) as server:
        for judged in read_judged(arguments.queries):
            pairs.append((timed(files, judged.query), timed(server, judged.query)))
    answers = [(one, other) for (one, _), (other, _) in pairs]
    print(f"{len(pairs)} queries over {len(files)} clauses")
    print(f"overlap of the first ten: {statistics.fmean(overlap(*both) for both in answers):.4f}")
    print(f"the very same hits: {sum(one.hits == other.hits for one, other in answers)}")
    print(f"the same number of hits: {sum(one.total == other.total for one, other in answers)}")
    print(f"the same refusal: {sum(one.no_result == other.no_result for one, other in answers)}")
    print(f"files: {shown([took for (_, took), _ in pairs])}")
    print(f"server: {shown([took for _, (_, took) in pairs])}")


if __name__ == "__main__":
    main()
