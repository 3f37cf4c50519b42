"""Publishes one version after the other until it is killed: `publisher.py DATA`. Version `n<k>` holds k themes."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from graph.embedded import write_graph
from graph.versions import Versions
from ontology.elements import Graph, Node
from ontology.schema import load_schema


def main() -> None:
    versions, schema = Versions(Path(sys.argv[1])), load_schema()
    first = int(versions.live_name().removeprefix("n"))
    print("ready", flush=True)
    for count in itertools.count(first + 1):
        themes = tuple(Node("Theme", f"theme/{number}", {"name": "养老服务" * 50}) for number in range(count))
        with versions.build() as build:
            write_graph(build.path / "graph", Graph(themes, ()), schema)
            (build.path / "sources").mkdir()
            (build.path / "sources" / "east.txt").write_text("规划" * count, encoding="utf-8")
            build.publish(f"n{count}")


if __name__ == "__main__":
    main()
