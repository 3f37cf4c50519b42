"""A graph's elements into a Neo4j server, beside the live graph: under labels where no question looks.

In: a `Graph` that fits the ontology.  Out: its nodes, each under its label with `Staged` before it (`StagedTask`), and
its relations between them.  The server says by which name of its own it keeps each node, and a relation is made between
two such names: to look both ends up by their ids costs the server twice as much.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from itertools import islice

from neo4j import AsyncDriver, AsyncManagedTransaction

from graph.batches import BY_ELEMENT, Batch, node_batches, relation_batches
from graph.errors import StoreError
from graph.settings import StoreSettings
from ontology.elements import Graph, Node, Relation

Progress = Callable[[int, int], None]  # elements staged so far, and how many there are

STAGED = "Staged"
_BATCH = 10_000
_SESSIONS = 2


class Staging:
    """The elements of one graph on their way to the server."""

    def __init__(self, driver: AsyncDriver, settings: StoreSettings, progress: Progress) -> None:
        self._driver = driver
        self._settings = settings
        self._progress = progress
        self._elements: dict[tuple[str, str], str] = {}  # label and id: what the server calls the node
        self._done = self._total = 0

    async def put(self, graph: Graph) -> None:
        """Stages all nodes, and then all relations; raises StoreError, or what the driver raises."""
        self._total = len(graph.nodes) + len(graph.relations)
        self._progress(0, self._total)
        await self._in_turn(self._put_nodes, node_batches(map(_staged, graph.nodes), _BATCH))
        await self._in_turn(self._put_relations, relation_batches(self._between_elements(graph), _BATCH, BY_ELEMENT))

    async def _in_turn(self, put: Callable[[Batch], Awaitable[None]], batches: Iterator[Batch]) -> None:
        """Puts the batches, two at a time: while one is being sent, the server works on the other.

        Relations that share an end may wait for each other; the driver repeats one that the server broke off for that.
        """
        while together := tuple(islice(batches, _SESSIONS)):
            for failure in await asyncio.gather(*map(put, together), return_exceptions=True):
                if failure is not None:
                    raise failure

    async def _put_nodes(self, batch: Batch) -> None:
        made = await self._made(batch, "collect([row.id, elementId(n)])")
        assert isinstance(made, list)
        self._elements.update(((batch.kind, id_), element) for id_, element in made)
        self._count(batch, len(made))

    async def _put_relations(self, batch: Batch) -> None:
        made = await self._made(batch, "count(*)")
        assert isinstance(made, int)
        self._count(batch, made)

    def _count(self, batch: Batch, made: int) -> None:
        if made != len(batch.rows):
            raise StoreError(f"{self._settings.store}: another load removed what this one staged")
        self._done += made
        self._progress(self._done, self._total)

    async def _made(self, batch: Batch, told: str) -> object:
        """Runs a batch, and gives back what it tells of all that it made."""

        async def work(transaction: AsyncManagedTransaction) -> object:
            result = await transaction.run(f"{batch.statement} RETURN {told} AS made", {"rows": batch.rows})
            return (await result.single(strict=True))["made"]

        async with self._driver.session(database=self._settings.neo4j_database) as session:
            return await session.execute_write(work)

    def _between_elements(self, graph: Graph) -> Iterator[Relation]:
        """The relations, each end by its staged label and by what the server calls it."""
        for each in graph.relations:
            start, end = f"{STAGED}{each.start_label}", f"{STAGED}{each.end_label}"
            first, last = self._elements[start, each.start_id], self._elements[end, each.end_id]
            yield Relation(each.type, start, first, end, last, each.properties)


def _staged(node: Node) -> Node:
    return Node(f"{STAGED}{node.label}", node.id, node.properties)
