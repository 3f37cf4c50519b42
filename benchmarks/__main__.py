"""All measurements of docs/performance.md, one after the other: `python -m benchmarks` or `make benchmark`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

MEASUREMENTS = (
    "benchmarks.commands",
    "benchmarks.api",
    "benchmarks.queries",
    "benchmarks.encoder",
    "benchmarks.search",
    "benchmarks.facts",
    "benchmarks.align",
    "benchmarks.reuse",
    "benchmarks.stores",
    "benchmarks.answers",
)
OVER_DATA = ("benchmarks.api", "benchmarks.served_search")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "CROSSPLAN_DATA": folder}
        command = str(Path(sys.executable).parent / "crossplan")
        subprocess.run([command, "ingest"], env=settings, capture_output=True, check=True)
        served = ("benchmarks.served_search",) if "CROSSPLAN_STORE" in os.environ else ()
        for module in (*served, *MEASUREMENTS):  # first: benchmarks.stores puts another graph into the server
            print(f"\n== {module} ==", flush=True)
            given = ["--data", folder] if module in OVER_DATA else []
            subprocess.run([sys.executable, "-m", module, *given], env=settings, check=True)


if __name__ == "__main__":
    main()
