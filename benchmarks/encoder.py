"""The built-in encoder: opening it, one query on one core, clauses on all cores: `python -m benchmarks.encoder`."""

from __future__ import annotations

import statistics
import time

from search.encoder.opening import open_encoder
from search.training.sentences import read_sentences

QUERIES = ("老人吃饭", "孩子放学早，大人还没下班，有地方能待着吗", "楼上老人腿脚不好下不来，能不能装个电梯")
ROUNDS, CLAUSES = 100, 700


def main() -> None:
    started = time.perf_counter()
    encoder = open_encoder(threads=1)
    print(f"{encoder.name}: opened in {time.perf_counter() - started:.2f} s")
    spent = []
    for query in QUERIES * ROUNDS:
        started = time.process_time()
        encoder.encode_queries([query])
        spent.append(1000 * (time.process_time() - started))
    slow = statistics.quantiles(spent, n=20)[-1]
    print(f"a query, one core: median {statistics.median(spent):.1f} ms, p95 {slow:.1f} ms")
    texts = [sentence.text for sentence in read_sentences()]
    texts = texts[:: len(texts) // CLAUSES]
    letters = sum(map(len, texts)) / len(texts)
    for threads in (1, None):
        encoder = open_encoder(threads=threads)
        started, processor = time.perf_counter(), time.process_time()
        encoder.encode_clauses(texts)
        wall, processor = time.perf_counter() - started, time.process_time() - processor
        name = "one thread" if threads else "all cores"
        speed = f"{len(texts) / wall:.0f} a second, {len(texts) / processor:.0f} a core-second"
        print(f"clauses of {letters:.0f} characters, {name}: {speed}")


if __name__ == "__main__":
    main()
