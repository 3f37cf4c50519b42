"""The whole graph back out of a store, in the ontology's words: what `check` examines and `export` writes.

In: an open store and the schema.  Out: a `Graph`, ordered by label, type and id, the same from both engines.
Statements are derived from the schema as those that load it are (`graph.batches`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import cast

from graph.store import Store
from graph.values import Row
from ontology.elements import Graph, Node, Property, Relation
from ontology.schema import GraphSchema, LabelSchema, RelationSchema


async def dump(store: Store, schema: GraphSchema) -> Graph:
    """Every node and relation in the store; raises StoreError."""
    nodes = [node for label in schema.labels.values() async for node in _nodes(store, label)]
    relations = [one for kind in schema.relations.values() async for one in _relations(store, kind)]
    return Graph(tuple(nodes), tuple(relations))


async def _nodes(store: Store, label: LabelSchema) -> AsyncIterator[Node]:
    names = sorted(set(label.properties) - {"id"})
    columns = ", ".join(f"n.`{name}` AS `{name}`" for name in ("id", *names))
    for row in await store.read(f"MATCH (n:{label.name}) RETURN {columns} ORDER BY id", {}):
        yield Node(label.name, str(row["id"]), _stated(row, names))


async def _relations(store: Store, kind: RelationSchema) -> AsyncIterator[Relation]:
    names = sorted(kind.properties)
    own = "".join(f", r.`{name}` AS `{name}`" for name in names)
    ends = "a.id AS startId, b.id AS endId"
    for start in sorted(kind.domain):
        for end in sorted(kind.range):
            match = f"MATCH (a:{start})-[r:{kind.type}]->(b:{end})"
            for row in await store.read(f"{match} RETURN {ends}{own} ORDER BY startId, endId", {}):
                yield Relation(kind.type, start, str(row["startId"]), end, str(row["endId"]), _stated(row, names))


def _stated(row: Row, names: list[str]) -> Mapping[str, Property]:
    return {name: cast(Property, row[name]) for name in names if row[name] is not None}
