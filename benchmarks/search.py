"""How long a search takes and how much it keeps: many clauses made of those of the built-in plans.

Run it as `python -m benchmarks.search [--clauses 10000]`.  A clause made here is a built-in one with words exchanged,
and its vector that of a built-in one with noise, since encoding takes long and its speed is `benchmarks.encoder`'s
matter; queries are encoded as ever, each time with another ending, as what was asked before is remembered.  Times of
queries are of the processor, so that other work does not count.  Beside it stand `bm25s` over the same terms and a
product of numpy over the same vectors in 32 bits, without reading the query, concepts, figures or the clauses found.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import bm25s
import numpy as np

from ingest.judged_plans import source_entries
from ingest.register import read_all_registered
from search.encoder.encoder import Encoder
from search.encoder.opening import open_encoder
from search.entries import Entry
from search.filters import Filters
from search.held import HeldClauses
from search.index import ClauseIndex
from search.lexical import LexicalLane
from search.rows import Floats, Rows
from search.tokens import terms

QUERIES = (
    *("孩子放学没人接怎么办", "老人做不动饭上哪儿吃", "街坊吵架找谁说理", "办事跑断腿", "残疾人找工作有人管吗"),
    *("灾害信息员", "每百户30平方米", "老年友好型社区", "“三社联动”", "村里快递送不到"),
)
ROUNDS = 5


@dataclass
class NoisyEncoder:
    """Queries as the real encoder has them; clauses as some of its own vectors with noise."""

    real: Encoder
    pool: Floats
    chance: np.random.Generator = field(default_factory=lambda: np.random.default_rng(1))
    name: str = "noisy"

    @property
    def dimensions(self) -> int:
        return self.real.dimensions

    def encode_queries(self, texts: Sequence[str]) -> Floats:
        return self.real.encode_queries(texts)

    def encode_clauses(
        self,
        texts: Sequence[str],
        progress: Callable[[int, int], None] | None = None,  # noqa: ARG002
    ) -> Floats:
        rows = self.pool[self.chance.integers(0, len(self.pool), len(texts))]
        noisy = rows + self.chance.normal(0, 0.02, rows.shape).astype(np.float32)
        vectors: Floats = noisy / np.linalg.norm(noisy, axis=1, keepdims=True)
        return vectors.astype(np.float32)


def made(pool: Sequence[Entry], count: int) -> list[Entry]:
    """As many entries, each a built-in one with some letters in another order."""
    chance = random.Random(1)
    entries = []
    for number in range(count):
        entry = chance.choice(pool)
        start = chance.randrange(len(entry.quote))
        middle = "".join(chance.sample(entry.quote[start : start + 12], len(entry.quote[start : start + 12])))
        quote = entry.quote[:start] + middle + entry.quote[start + 12 :]
        entries.append(replace(entry, clause_id=f"{entry.plan_id}/made#c{number}", quote=quote))
    return entries


def timed(search: Callable[[str], object]) -> str:
    took = []
    for number, query in enumerate(QUERIES * ROUNDS):
        began = time.process_time()
        search(query + "？" * (number // len(QUERIES)))
        took.append((time.process_time() - began) * 1000)
    return f"p50 {statistics.median(took):.1f} ms, p95 {statistics.quantiles(took, n=20)[-1]:.1f} ms"


def weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def peers(entries: Sequence[Entry], encoder: NoisyEncoder, folder: Path) -> None:
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clauses", type=int, default=10_000, help="how many clauses to search among")
    wanted: int = parser.parse_args().clauses
    pool = source_entries({source.plan_id: source for source in read_all_registered()})
    real = open_encoder()
    encoder = NoisyEncoder(real, real.encode_clauses([entry.quote for entry in pool[:300]]))
    entries = made(pool, wanted)
    began = time.perf_counter()
    clauses = HeldClauses.build(entries, encoder)
    built = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as folder:
        clauses.save(Path(folder) / "index")
        size = weight(Path(folder))
        began = time.perf_counter()
        opened = ClauseIndex.open(Path(folder) / "index", lambda: encoder)
        opening = time.perf_counter() - began
        opened.search("社区", Filters(plans=(pool[0].plan_id,)))  # reads what filters and encoder need
        print(f"{wanted:,} clauses: built in {built:.1f} s without encoding, {size / wanted:.0f} bytes a clause")
        print(f"opened in {opening:.2f} s")
        print(f"search: {timed(opened.search)}")
        one = Filters(plans=(pool[0].plan_id,))
        print(f"search in one plan: {timed(lambda query: opened.search(query, one))}")
        peers(entries, encoder, Path(folder) / "peers")


if __name__ == "__main__":
    main()
