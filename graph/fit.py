"""Whether a graph fits the ontology's schema, asked before either engine is given anything.

In: a `Graph` and a `GraphSchema`.  Out: nothing, or a GraphError that names the first element that does not fit:
`Task ningxia/3.1/task: the ontology gives it no property 'colour'`.
A loader that matches the ends of a relation drops one whose end is missing without a word; here it is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.errors import GraphError
from ontology.elements import Graph, Node, Property, Relation

if TYPE_CHECKING:
    from ontology.schema import GraphSchema, PropertySchema

_Key = tuple[str, str]


def check_fit(graph: Graph, schema: GraphSchema) -> None:
    """Returns when every node and relation fits the schema and its ends exist; raises GraphError for the first."""
    known: set[_Key] = set()
    for node in graph.nodes:
        _check_node(node, schema)
        if (node.label, node.id) in known:
            raise GraphError(f"{node.label} {node.id}: stands twice in the graph")
        known.add((node.label, node.id))
    seen: set[tuple[str, _Key, _Key]] = set()
    for relation in graph.relations:
        statement = _check_relation(relation, schema, known)
        if statement in seen:
            raise GraphError(f"{_named(relation)}: stands twice in the graph")
        seen.add(statement)


def _check_node(node: Node, schema: GraphSchema) -> None:
    label = schema.labels.get(node.label)
    if label is None:
        raise GraphError(f"{node.label} {node.id}: the ontology has no class {node.label}")
    if not node.id:
        raise GraphError(f"{node.label}: a node has an empty id")
    _check_properties(f"{node.label} {node.id}", node.properties, label.properties)


def _check_properties(where: str, properties: Mapping[str, Property], schema: Mapping[str, PropertySchema]) -> None:
    for name, value in properties.items():
        given = schema.get(name)
        if given is None:
            raise GraphError(f"{where}: the ontology gives it no property {name!r}")
        if type(value) is not (list if given.many else given.type):
            expected = f"a list of {given.type.__name__}" if given.many else given.type.__name__
            raise GraphError(f"{where}: {name} is {value!r}, expected {expected}")


def _check_relation(relation: Relation, schema: GraphSchema, known: set[_Key]) -> tuple[str, _Key, _Key]:
    kind = schema.relations.get(relation.type)
    if kind is None:
        raise GraphError(f"{_named(relation)}: the ontology has no relation {relation.type}")
    start, end = (relation.start_label, relation.start_id), (relation.end_label, relation.end_id)
    for key in (start, end):
        if key not in known:
            raise GraphError(f"{_named(relation)}: there is no {key[0]} {key[1]}")
    _check_properties(_named(relation), relation.properties, kind.properties)
    if relation.start_label not in kind.domain or relation.end_label not in kind.range:
        raise GraphError(
            f"{_named(relation)}: from {relation.start_label} to {relation.end_label}, but the ontology says "
            f"{'|'.join(sorted(kind.domain))} to {'|'.join(sorted(kind.range))}"
        )
    return relation.type, start, end


def _named(relation: Relation) -> str:
    return f"{relation.start_id} -{relation.type}-> {relation.end_id}"
