"""How long alignment takes: the vocabularies, the five built-in plans, and many plans made by a generator.

Run it as `python -m benchmarks.align [--plans 1000]`; times are of the processor, so that other work does not count.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from align.alignment import NO_VERDICTS, align, align_plans
from align.tags import find_tags
from benchmarks.generated_facts import generated_plans
from ingest.reading import read_facts
from ontology.spans import Source
from ontology.vocabulary import load_regions, load_vocabularies

PLANS = Path(__file__).parents[1] / "ingest" / "plans"
T = TypeVar("T")


def timed(name: str, work: Callable[[], T]) -> T:
    """The result of `work`, its time printed under `name`."""
    began = time.process_time()
    result = work()
    print(f"{name:36} {(time.process_time() - began) * 1000:9.0f} ms", flush=True)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=1000, help="how many plans to align at once")
    wanted: int = parser.parse_args().plans
    timed("regions", load_regions)
    known = timed("all vocabularies", load_vocabularies)
    sources = [Source(path.stem, path.read_bytes().decode()) for path in sorted(PLANS.glob("*.txt"))]
    five = tuple(chain.from_iterable(read_facts(source, known.regions) for source in sources))
    print(f"{len(timed('alignment of five plans', lambda: align(five, known)))} alignments")
    print(f"{len(timed('tags of five plans', lambda: find_tags(five, known)))} tags")
    *plans, last = generated_plans(wanted + 1)
    for count in sorted({wanted // 4, wanted // 2, wanted}):
        facts = tuple(chain.from_iterable(plans[:count]))
        aligned = timed(f"alignment of {count} plans", partial(align_plans, facts, known))
        founded = sum(len(entry.founded) for entry in aligned.register.entries)
        print(f"{len(aligned.alignments):,} alignments, {founded:,} concepts founded")
    timed("one plan more", lambda: align_plans(last, known, NO_VERDICTS, aligned.register))
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
