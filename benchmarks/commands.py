"""What a newcomer waits for, each a process of its own: ingest, the first answer of the service, memory, a search.

Run it as `python -m benchmarks.commands`; the median of `--times` runs is printed, with the least and the most.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

COMMAND = str(Path(sys.executable).parent / "crossplan")
FIRST_QUESTION = json.dumps({"query": "{ indicatorMatrix { columns { planId } rows { concept } } }"}).encode()


def run(data: Path, *arguments: str) -> None:
    subprocess.run([COMMAND, *arguments], env=environment(data), capture_output=True, check=True)


def environment(data: Path) -> dict[str, str]:
    return {**os.environ, "CROSSPLAN_DATA": str(data)}


def timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def first_answer(data: Path) -> tuple[float, float]:
    """Seconds from the start of the process to its first GraphQL answer, and its peak resident memory in MB."""
    began = time.perf_counter()
    service = subprocess.Popen(
        [COMMAND, "serve", "--port", "0"], env=environment(data), stderr=subprocess.PIPE, text=True
    )
    try:
        assert service.stderr is not None
        words = service.stderr.readline().split()
        address = words[words.index("GraphQL") + 1]
        request = urllib.request.Request(address, FIRST_QUESTION, {"content-type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            json.load(answer)
        seconds = time.perf_counter() - began
        status = Path(f"/proc/{service.pid}/status").read_text()
        peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
        return seconds, peak / 1024
    finally:
        service.terminate()
        service.communicate()


def show(what: str, values: Sequence[float], unit: str) -> None:
    print(f"{what:<52}{statistics.median(values):>9.2f} {unit:<3}({min(values):.2f} to {max(values):.2f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        fresh = [Path(folder) / str(number) for number in range(times)]
        show("crossplan ingest, five plans, from nothing", [timed(partial(run, one, "ingest")) for one in fresh], "s")
        data = fresh[0]
        show("crossplan ingest, nothing changed", [timed(lambda: run(data, "ingest")) for _ in range(times)], "s")
        show("crossplan facts, one plan", [timed(lambda: run(data, "facts", "ningxia")) for _ in range(times)], "s")
        show(
            "crossplan search, one query", [timed(lambda: run(data, "search", "灾害信息员")) for _ in range(times)], "s"
        )
        answers = [first_answer(data) for _ in range(times)]
        show("crossplan serve, start to first answer", [seconds for seconds, _ in answers], "s")
        show("crossplan serve, peak resident memory", [memory for _, memory in answers], "MB")


if __name__ == "__main__":
    main()
