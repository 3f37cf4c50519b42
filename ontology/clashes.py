"""What contradicts the ontology in a graph, each contradiction with the things and the axiom it is between.

In: a graph and the ontology's terms.  Out: problems in the order of the graph.  Relied on: an id is an address, so two
nodes of one id are one thing; classes that share no member cannot both hold it; a property holds only what its domain
and range let it, and one declared functional holds one value.  A full reasoner says that a graph is inconsistent; this
says of what: "ningxia/3.1.2/task: is both Department and Task, which crossplan.ttl declares disjoint".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rdflib import OWL, RDF, URIRef

from ontology.elements import Graph, Node, Property, Relation
from ontology.problems import Problem
from ontology.schema import GraphSchema, PropertySchema, schema_of
from ontology.terms import CROSSPLAN, Terms

_FILE = "crossplan.ttl"


def clashes(graph: Graph, terms: Terms) -> tuple[Problem, ...]:
    """Every contradiction that follows from one or two statements and one axiom; none where the tuple is empty."""
    schema = schema_of(terms)
    names = {name for label in schema.labels.values() for name in label.properties}
    choices = {name: listed for name in names if (listed := terms.choices(CROSSPLAN[name]))}
    return (
        *_classes(graph.nodes, terms),
        *_twice(graph.nodes, schema),
        *(problem for node in graph.nodes for problem in _properties(node, schema, choices)),
        *_ends(graph, schema),
        *_functional(graph.relations, terms, schema),
        *_loops(graph.relations, terms, schema),
    )


def _problem(where: str, message: str) -> Problem:
    return Problem("consistency", where, message)


def _classes(nodes: Iterable[Node], terms: Terms) -> Iterator[Problem]:
    """Things of two classes that share no member."""
    labels: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        labels[node.id].add(node.label)
    for id_, held in labels.items():
        for one, other in combinations(sorted(held), 2):
            if terms.are_disjoint(one, other):
                yield _problem(id_, f"is both {one} and {other}, which {_FILE} declares disjoint")


def _twice(nodes: Iterable[Node], schema: GraphSchema) -> Iterator[Problem]:
    """Nodes of one label that share their key."""
    seen: set[tuple[str, str]] = set()
    for node in nodes:
        if (node.label, node.id) in seen:
            key = schema.labels[node.label].key if node.label in schema.labels else "id"
            yield _problem(node.id, f"two nodes {node.label} have this {key}, which {_FILE} declares their key")
        seen.add((node.label, node.id))


def _properties(node: Node, schema: GraphSchema, choices: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Properties that the node's class cannot have, or not with this value."""
    if node.label not in schema.labels:
        yield _problem(node.id, f"is a {node.label}, which is no class of {_FILE}")
        return
    declared = schema.labels[node.label].properties
    for name, value in node.properties.items():
        if name not in declared:
            has = ", ".join(label for label, each in schema.labels.items() if name in each.properties) or "none"
            yield _problem(node.id, f"is a {node.label} and has {name}; classes with that by {_FILE}: {has}")
        elif reason := _misfit(declared[name], value):
            yield _problem(node.id, f"{name} is {value!r}, but {_FILE} has it {reason}")
        elif name in choices and value not in choices[name]:
            yield _problem(node.id, f"{name} is {value!r}, but {_FILE} has it one of {', '.join(choices[name])}")


def _misfit(declared: PropertySchema, value: Property) -> str | None:
    """What the ontology expects instead of a value that does not fit."""
    if isinstance(value, list) != declared.many:
        return "a list" if declared.many else "functional: one value"
    for each in value if isinstance(value, list) else [value]:
        if type(each) is not declared.type and not (declared.type is float and type(each) is int):
            return f"of type {declared.datatype}"
    return None


def _ends(graph: Graph, schema: GraphSchema) -> Iterator[Problem]:
    """Relations from or to what cannot have them, or is not there."""
    known = {(node.label, node.id) for node in graph.nodes}
    for each in graph.relations:
        if each.type not in schema.relations:
            yield _problem(each.start_id, f"{_said(each)}, which is no relation of {_FILE}")
            continue
        relation = schema.relations[each.type]
        for label, id_, allowed, side in (
            (each.start_label, each.start_id, relation.domain, "start at"),
            (each.end_label, each.end_id, relation.range, "end at"),
        ):
            if label not in allowed:
                expected = " or ".join(sorted(allowed))
                yield _problem(id_, f"is a {label} in {_said(each)}; by {_FILE} it can only {side} {expected}")
            if (label, id_) not in known:
                yield _problem(id_, f"there is no such {label}, but {_said(each)}")


def _functional(relations: Iterable[Relation], terms: Terms, schema: GraphSchema) -> Iterator[Problem]:
    """Relations with two ends where the ontology allows one."""
    functional = _with(OWL.FunctionalProperty, terms, schema)
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in relations:
        if each.type in functional:
            ends[each.type, each.start_id].append(each.end_id)
    for (type_, start), found in ends.items():
        if len(set(found)) > 1:
            yield _problem(start, f"{type_} leads to {' and '.join(found)}, but {_FILE} declares it functional")


def _loops(relations: Iterable[Relation], terms: Terms, schema: GraphSchema) -> Iterator[Problem]:
    """Relations that lead back where the ontology says that they cannot."""
    irreflexive = _with(OWL.IrreflexiveProperty, terms, schema)
    asymmetric = _with(OWL.AsymmetricProperty, terms, schema)
    pairs: set[tuple[str, str, str]] = set()
    for each in relations:
        if each.type in irreflexive and each.start_id == each.end_id:
            yield _problem(each.start_id, f"{each.type} leads to itself, but {_FILE} declares it irreflexive")
        elif each.type in asymmetric and (each.type, each.end_id, each.start_id) in pairs:
            yield _problem(each.start_id, f"{_said(each)} and back, but {_FILE} declares it asymmetric")
        pairs.add((each.type, each.start_id, each.end_id))


def _with(characteristic: URIRef, terms: Terms, schema: GraphSchema) -> set[str]:
    return {
        each.type
        for each in schema.relations.values()
        if (CROSSPLAN[each.term], RDF.type, characteristic) in terms.triples
    }


def _said(relation: Relation) -> str:
    return f"{relation.start_id} {relation.type} {relation.end_id}"
