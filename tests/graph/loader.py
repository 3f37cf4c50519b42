"""Loads one graph after the other into the Neo4j server of the environment until it is killed.

The version `n<k>` holds k plans with two tasks for each, and a text to search in for each, all with the word `n<k>`.
"""

from __future__ import annotations

import asyncio
import itertools
import os

import graph.neo4j_lock
from graph.neo4j_store import Neo4jStore
from graph.searchable import Searchable, SearchContent
from graph.settings import StoreSettings
from ontology.elements import Graph, Node, Relation
from ontology.schema import load_schema


def plans(count: int) -> Graph:
    nodes = [Node("Plan", f"plan-{number}", {"title": f"规划{number}"}) for number in range(count)]
    nodes += [Node("Task", f"plan-{number % count}/{number}/task", {"title": "任务"}) for number in range(2 * count)]
    tasks = nodes[count:]
    relations = [Relation("IN_PLAN", "Task", task.id, "Plan", task.id.split("/")[0]) for task in tasks]
    return Graph(tuple(nodes), tuple(relations))


def content(count: int) -> SearchContent:
    texts = (
        Searchable(f"plan-{row}", row, f"plan n{count}", "", (), f"n{count}", [1.0, 0.0, 0.0, row % 7])
        for row in range(count)
    )
    return SearchContent(f"n{count}", 4, texts)


async def main() -> None:
    graph.neo4j_lock.LEASE = 2.0
    store, schema = Neo4jStore(StoreSettings.from_environment(os.environ)), load_schema()
    first = int((await store.version() or "n0").removeprefix("n")) + 1
    print("ready", flush=True)
    for count in itertools.count(first):
        await store.replace(plans(count), schema, f"n{count}", content=content(count))


if __name__ == "__main__":
    asyncio.run(main())
