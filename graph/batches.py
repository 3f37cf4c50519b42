"""A graph as the statements that load it: one for each label and each kind of relation, with the rows beside it.

In: a `Graph` that `graph.fit` has accepted.  Out: `Batch`es, the same for both engines; for three regions one batch
UNWIND $rows AS row CREATE (n:Region {`id`: row.`id`, `name`: row.`name`})
Names come from the ontology; values travel as parameters only, and a property that a node lacks stays absent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from ontology.elements import Node, Property, Relation

if TYPE_CHECKING:
    from ontology.schema import GraphSchema

BatchRow = Mapping[str, Property]

# How a statement finds the ends of a relation.
BY_ID = "MATCH (a:{start} {{id: row.`from`}}) MATCH (b:{end} {{id: row.`to`}})"
BY_ELEMENT = "MATCH (a:{start}) WHERE elementId(a) = row.`from` MATCH (b:{end}) WHERE elementId(b) = row.`to`"


@dataclass(frozen=True, slots=True)
class Batch:
    """One statement and the rows that it takes as `$rows`."""

    kind: str  # the label of its nodes, or the type of its relations
    statement: str
    rows: Sequence[BatchRow] = field(repr=False)


def constraints(schema: GraphSchema, prefix: str = "") -> tuple[str, ...]:
    """The statements that make the key of each label (with `prefix` before it) unique; they come before the nodes."""
    labels = ((f"{prefix}{label.name}", label.key) for label in schema.labels.values())
    return tuple(
        f"CREATE CONSTRAINT {name}_{key} IF NOT EXISTS FOR (n:{name}) REQUIRE n.{key} IS UNIQUE" for name, key in labels
    )


def indexes(schema: GraphSchema) -> tuple[str, ...]:
    """The statements that index the properties by which the ontology wants nodes to be found."""
    return tuple(
        f"CREATE INDEX {label.name}_{name} IF NOT EXISTS FOR (n:{label.name}) ON (n.{name})"
        for label in schema.labels.values()
        for name, each in label.properties.items()
        if each.indexed and name != label.key
    )


def node_batches(nodes: Iterable[Node], size: int | None = None) -> Iterator[Batch]:
    """The statements that create the nodes, at most `size` rows each, in the order of the nodes."""
    groups: defaultdict[str, list[BatchRow]] = defaultdict(list)
    for node in nodes:
        groups[node.label].append({"id": node.id, **node.properties})
    for label, rows in groups.items():
        statement = f"UNWIND $rows AS row CREATE (n:{label} {{{_assignments(rows)}}})"
        yield from _sliced(Batch(label, statement, rows), size)


def relation_batches(relations: Iterable[Relation], size: int | None = None, ends: str = BY_ID) -> Iterator[Batch]:
    """The statements that create the relations between nodes that are there, at most `size` rows each."""
    groups: defaultdict[tuple[str, str, str], list[BatchRow]] = defaultdict(list)
    for relation in relations:
        between = {"from": relation.start_id, "to": relation.end_id}
        groups[relation.type, relation.start_label, relation.end_label].append({**relation.properties, **between})
    for (kind, start, end), rows in groups.items():
        match = ends.format(start=start, end=end)
        statement = f"UNWIND $rows AS row {match} CREATE (a)-[r:{kind} {{{_assignments(rows, 'from', 'to')}}}]->(b)"
        yield from _sliced(Batch(kind, statement, rows), size)


def _assignments(rows: Sequence[BatchRow], *without: str) -> str:
    keys = sorted({key for row in rows for key in row}.difference(without))
    return ", ".join(f"`{key}`: row.`{key}`" for key in keys)


def _sliced(batch: Batch, size: int | None) -> Iterator[Batch]:
    remaining = iter(batch.rows)
    while part := tuple(islice(remaining, size)):
        yield replace(batch, rows=part)
