"""How long reading takes: from 10 KB to 20 MB of plan text, and over many mutated plans.

Run it as `python -m benchmarks.facts [--most 20] [--mutated 10000]`; times are of the processor, so that other work
does not count; memory is what Python holds at most, as a multiple of the text in UTF-8.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Sequence
from random import Random

from benchmarks.mutations import mutated, plan_texts
from ingest.errors import NotAPlan
from ingest.reading import read_facts
from ontology.regions import Regions
from ontology.spans import Source
from ontology.vocabulary import load_regions

SIZES = (0.01, 0.1, 1.0, 5.0, 20.0)
SLOW = 2.0  # seconds a megabyte that no document may take
SMALL = 0.02  # megabytes below which starting costs more than reading


def megabytes(text: str) -> float:
    """The size of the text in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass")) / 1e6


def of_size(texts: Sequence[str], wanted: float) -> str:
    """The plans one after another, as often as they fit into so many megabytes."""
    whole = "\n".join(texts)
    return (whole * (int(wanted / megabytes(whole)) + 1))[: int(wanted * 1e6 * len(whole) / len(whole.encode()))]


def seconds(text: str, regions: Regions) -> tuple[float, int]:
    """How long reading the text takes, and how many facts it gives."""
    began = time.process_time()
    try:
        count = len(read_facts(Source("plan", text), regions))
    except NotAPlan:
        count = 0
    return time.process_time() - began, count


def draw_sizes(texts: Sequence[str], regions: Regions, most: float) -> None:
    """One line a size: if the cost is linear, the third column stays."""
    print(f"{'MB':>7} {'seconds':>8} {'s/MB':>6} {'facts':>8}")
    for size in (size for size in SIZES if size <= most):
        text = of_size(texts, size)
        took, count = seconds(text, regions)
        print(
            f"{megabytes(text):7.2f} {took:8.2f} {took / megabytes(text):6.2f} {count:8} {'#' * int(20 * took / size)}"
        )


def draw_memory(texts: Sequence[str], regions: Regions) -> None:
    """The most memory that reading a megabyte holds."""
    text = of_size(texts, 1.0)
    tracemalloc.start()
    read_facts(Source("plan", text), regions)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"memory: {peak / 1e6:.1f} MB for {megabytes(text):.1f} MB of text")


def draw_mutated(texts: Sequence[str], regions: Regions, many: int) -> None:
    """The slowest of many mutated plans; raises what reading raises."""
    rates = []
    for seed in range(many):
        text = mutated(Random(seed), texts)
        took, _ = seconds(text, regions)
        if megabytes(text) >= SMALL:
            rates.append((took / megabytes(text), seed))
    rates.sort(reverse=True)
    over = sum(rate > SLOW for rate, _ in rates)
    slowest = ", ".join(f"{rate:.2f} s/MB (seed {seed})" for rate, seed in rates[:3])
    print(f"{many} mutated plans read; {over} of {len(rates)} took more than {SLOW} s/MB; slowest: {slowest}")


def main() -> None:
    """Reads and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=float, default=SIZES[-1], help="the largest text in megabytes")
    parser.add_argument("--mutated", type=int, default=0, help="how many mutated plans to read")
    wanted = parser.parse_args()
    texts, regions = plan_texts(), load_regions()
    draw_sizes(texts, regions, wanted.most)
    draw_memory(texts, regions)
    if wanted.mutated:
        draw_mutated(texts, regions, wanted.mutated)


if __name__ == "__main__":
    main()
