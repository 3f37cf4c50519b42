"""How long alignment takes: the vocabularies, the five built-in plans, and many plans made of them.

Run it as `python -m benchmarks.align [--plans 100]`; times are of the processor, so that other work does not count.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from align.alignment import align
from align.tags import find_tags
from ingest.reading import read_facts
from ontology.records import Fact
from ontology.spans import Source
from ontology.vocabulary import load_regions, load_vocabularies

PLANS = Path(__file__).parents[1] / "ingest" / "plans"
T = TypeVar("T")


def timed(name: str, work: Callable[[], T]) -> T:
    """The result of `work`, its time printed under `name`."""
    began = time.process_time()
    result = work()
    print(f"{name:36} {(time.process_time() - began) * 1000:9.0f} ms")
    return result


def renamed(facts: Sequence[Fact], number: int) -> tuple[Fact, ...]:
    """The facts as those of another plan."""
    plan_id = f"{facts[0].plan_id}-{number}"
    source = Source(plan_id, facts[0].span.source.text)
    return tuple(
        replace(fact, id=f"{plan_id}{fact.id.removeprefix(fact.plan_id)}", span=replace(fact.span, source=source))
        for fact in facts
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=100, help="how many plans to align at once")
    wanted: int = parser.parse_args().plans
    timed("regions", load_regions)
    known = timed("all vocabularies", load_vocabularies)
    sources = [Source(path.stem, path.read_bytes().decode()) for path in sorted(PLANS.glob("*.txt"))]
    plans = [read_facts(source, known.regions) for source in sources]
    five = tuple(chain.from_iterable(plans))
    print(f"{len(timed('alignment of five plans', lambda: align(five, known)))} alignments")
    print(f"{len(timed('tags of five plans', lambda: find_tags(five, known)))} tags")
    many = tuple(chain.from_iterable(renamed(plans[n % len(plans)], n) for n in range(wanted)))
    timed(f"alignment of {wanted} plans", lambda: align(many, known))


if __name__ == "__main__":
    main()
