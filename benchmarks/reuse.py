"""How long it takes to find what plans have from each other: the built-in plans, and many made of their sentences.

Run it as `python -m benchmarks.reuse [--plans 1000]`; times are of the processor, so that other work does not count.
A plan made here has 200 passages: a third as they stand in a built-in plan, a third with words exchanged, a third of
letters that nobody else has in this order.
"""

from __future__ import annotations

import argparse
import random
import resource
import time

from align.reuse import Passage, find_reuse
from ingest.reading import read_facts
from ingest.register import read_all_registered
from ontology.records import Clause
from ontology.vocabulary import load_regions

CLAUSES_A_PLAN = 200


def built_in() -> list[Passage]:
    regions = load_regions()
    return [
        Passage(fact.plan_id, fact.id, fact.span.start, fact.span.quote)
        for source in read_all_registered()
        for fact in read_facts(source, regions)
        if isinstance(fact, Clause)
    ]


def made(pool: list[Passage], plans: int) -> list[Passage]:
    """The passages of as many plans."""
    chance = random.Random(1)
    return [
        Passage(f"plan-{plan}", f"plan-{plan}#c{place}", 0, passage(chance, pool, place % 3))
        for plan in range(plans)
        for place in range(CLAUSES_A_PLAN)
    ]


def passage(chance: random.Random, pool: list[Passage], kind: int) -> str:
    quote = chance.choice(pool).quote
    if kind == 0:
        return quote
    if kind == 1:
        place = chance.randrange(len(quote))
        return quote[:place] + "".join(chance.choices(quote, k=4)) + quote[place + 4 :]
    return "".join(chance.sample(quote, len(quote)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=1000, help="how many plans to compare at once")
    wanted: int = parser.parse_args().plans
    pool = built_in()
    for name, passages in (("built-in plans", pool), (f"{wanted} plans", made(pool, wanted))):
        began = time.process_time()
        found = find_reuse(passages)
        spent = time.process_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{name:16} {len(passages):8} passages {len(found):8} reused {spent:8.2f} s {memory:8.0f} MiB")


if __name__ == "__main__":
    main()
