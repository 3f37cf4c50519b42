"""How long a search takes and how much it keeps, over as many clauses as wanted: `python -m benchmarks.search`.

`--clauses 1000000 --keep FOLDER` makes the index of a million there once, and measures it again from then on.  What the
clauses and their vectors are made of stands in `benchmarks/made_clauses.py`.  Every query has another ending each time,
as what was asked before is remembered.  Times are of the processor, so that other work counts little.  Of very many
clauses some thousands are weighed: how many of the ten best of all are among theirs is told too.  Beside ten thousand
stand `bm25s` over the same terms and a product of numpy over the same vectors in 32 bits, each for its one lane.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import bm25s

from benchmarks.made_clauses import MadeClauses, MadeEncoder
from search.encoder.encoder import Encoder
from search.encoder.opening import open_encoder
from search.entries import Entry
from search.filters import Filters
from search.held import HeldClauses
from search.index import ClauseIndex
from search.lexical import LexicalLane
from search.narrowing import Narrowing
from search.rows import Rows
from search.tokens import terms

QUERIES = (
    *("孩子放学没人接怎么办", "老人做不动饭上哪儿吃", "街坊吵架找谁说理", "办事跑断腿", "残疾人找工作有人管吗"),
    *("灾害信息员", "每百户30平方米", "老年友好型社区", "“三社联动”", "村里快递送不到"),
)
ROUNDS = 5
FEW = 100_000  # clauses that are all weighed, and stand beside others


def timed(search: Callable[[str], object]) -> str:
    took = []
    for number, query in enumerate(QUERIES * ROUNDS):
        began = time.process_time()
        search(query + "？" * (number // len(QUERIES)))
        took.append((time.process_time() - began) * 1000)
    return f"p50 {statistics.median(took):.1f} ms, p95 {statistics.quantiles(took, n=20)[-1]:.1f} ms"


def weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def peers(entries: Sequence[Entry], encoder: MadeEncoder, folder: Path) -> None:
    """What others take for one lane each."""
    bm25 = bm25s.BM25(method="lucene")
    bm25.index([terms(entry.searched) for entry in entries], show_progress=False)
    bm25.save(folder, show_progress=False)
    print(f"bm25s: {weight(folder) / len(entries):.0f} bytes a clause, {timed(lambda q: bm25.get_scores(terms(q)))}")
    own = LexicalLane.build([entry.searched for entry in entries])
    own.save(folder / "own")
    print(f"words: {weight(folder / 'own') / len(entries):.0f} bytes, {timed(lambda q: own.score(terms(q)))}")
    whole = encoder.encode_clauses([""] * len(entries))
    near, few = Rows.of(whole), whole[0]
    print(f"32 bits: {whole.nbytes / len(entries):.0f} bytes, {timed(lambda _: whole @ few)}")
    kept = (near.steps.nbytes + near.scales.nbytes) / len(entries)
    print(f"8 bits: {kept:.0f} bytes, {timed(lambda _: near.cosines(few))}")


def found_of_all(held: HeldClauses) -> str:
    """How many of the ten best of all clauses are found where only some are weighed."""
    own = held.own_lanes
    some, whole = ClauseIndex(held), ClauseIndex(HeldClauses(held.entries, own, narrowing=Narrowing(all_of=len(held))))
    shares = []
    for query in QUERIES:
        best, given = (
            {hit.clause_id for hit in (found.hits or found.nearest)}
            for found in (whole.search(query), some.search(query))
        )
        shares += [len(best & given) / len(best)] if best else []
    return f"{statistics.mean(shares):.3f}"


def made(wanted: int, folder: Path, encoder: Callable[[], MadeEncoder]) -> None:
    """Makes the index in a folder, and tells how long that took without encoding."""
    began, processor = time.perf_counter(), time.process_time()
    clauses = HeldClauses.build(MadeClauses.of(wanted)[:], encoder())
    clauses.save(folder)
    wall, processor = time.perf_counter() - began, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"built in {wall:.0f} s ({processor:.0f} s of the processor, {memory:,.0f} MB), clauses not encoded")


def searched(folder: Path, real: Encoder) -> HeldClauses:
    """Searches the index of a folder, and tells how long it takes; gives what it holds."""
    began = time.perf_counter()
    held = HeldClauses.open(folder, lambda: real)
    opening = time.perf_counter() - began
    index = ClauseIndex(held)
    print(f"{len(held):,} clauses: {weight(folder) / len(held):.0f} bytes each, opened in {opening:.2f} s")
    filters = {
        "all": None,
        "of one plan": Filters(plans=(index.filter_values("plans")[0],)),
        "of one level": Filters(levels=("city",)),
        "of one theme": Filters(themes=(index.filter_values("themes")[0],)),
    }
    for name, one in filters.items():
        index.search("社区", one)  # reads what filters and encoder need
        print(f"search, {name}: {timed(partial(index.search, filters=one))}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"memory, with what is mapped: {memory:,.0f} MB")
    return held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clauses", type=int, default=10_000, help="how many clauses to search among")
    parser.add_argument("--keep", type=Path, help="a folder to keep the index in, and to take it from")
    given = parser.parse_args()
    real = open_encoder()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch) / "index"
        if not (folder / "index.json").is_file():
            made(given.clauses, folder, lambda: MadeEncoder.over(MadeClauses.of(given.clauses), real))
        held = searched(folder, real)
        if len(held) > FEW:
            print(f"of the ten best of all, found: {found_of_all(held)}")
        else:
            clauses = MadeClauses.of(len(held))
            peers(clauses[:], MadeEncoder.over(clauses, real), Path(scratch) / "peers")


if __name__ == "__main__":
    main()
