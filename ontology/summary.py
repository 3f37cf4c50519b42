"""What a reasoner needs of a graph, and a small graph that stands for a large one in its eyes.

In: a graph, and the values that axioms tell apart.  Out: its `essence`, without what follows from it and without values
that no axiom tells apart; and its `summary`, in which all things of the same classes and the same such values are one,
named by the first of them.  Relied on: rules conclude only from what is there, so whatever they find in the large graph
they find, thing for thing, in the small one; a small graph free of contradiction proves the large one free of it.  What
the small one can contradict though the large one does not is how many others a thing is related to, or whether to
itself: such axioms are not to be asked of it.  `ontology.clashes` asks the large graph for them, and for its values.
Example: all rows of the indicator tables become two, the binding ones and the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

from ontology.elements import Graph, Node, Relation, Scalar


def essence(graph: Graph, told_apart: frozenset[Scalar]) -> Graph:
    """The graph without inferred relations and without the values that no axiom tells apart."""
    nodes = (
        Node(each.label, each.id, {name: v for name, v in each.properties.items() if _is_in(v, told_apart)})
        for each in graph.nodes
    )
    return Graph(tuple(nodes), tuple(each for each in graph.relations if not each.properties))


def summary(graph: Graph, told_apart: frozenset[Scalar]) -> Graph:
    """The essence with like things made one."""
    graph = essence(graph, told_apart)
    said: dict[str, set[Hashable]] = defaultdict(set)  # of each id, as nodes that share an id are one thing
    for node in graph.nodes:
        said[node.id].add((node.label, frozenset(node.properties.items())))
    first: dict[Hashable, str] = {}
    of = {id_: first.setdefault(frozenset(each), id_) for id_, each in said.items()}
    kept = {(node.label, of[node.id]): Node(node.label, of[node.id], node.properties) for node in graph.nodes}
    relations = {
        (each.type, of[each.start_id], of[each.end_id]): Relation(
            each.type, each.start_label, of[each.start_id], each.end_label, of[each.end_id]
        )
        for each in graph.relations
    }
    return Graph(tuple(kept.values()), tuple(relations.values()))


def _is_in(value: Scalar | list[str], values: frozenset[Scalar]) -> bool:
    return not isinstance(value, list) and value in values
