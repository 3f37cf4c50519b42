"""What follows from a graph by the ontology's axioms, added to it.

In: the stated graph.  Out: the same graph with the marks of the defined classes on its nodes and the relations that
property chains give after its own, each saying which axiom gave it and from what.  Nothing here is written in Python:
the axioms are read from crossplan.ttl.  Example: a task with the theme 养老服务, whose broader theme is 社会服务, also
HAS_BROADER_THEME 社会服务, inferred by `hasTheme o broader` from the id of 养老服务.
A full reasoner (`ontology.reasoners`) comes to the same in minutes; this one is for every ingest.
"""

from __future__ import annotations

from dataclasses import replace

from ontology.chains import chained_relations
from ontology.definitions import marks
from ontology.elements import Graph
from ontology.terms import Terms


def infer(graph: Graph, terms: Terms | None = None) -> Graph:
    """The graph with what follows from it; a graph that has that already comes back equal."""
    terms = terms or Terms()
    marked = marks(graph, terms)
    nodes = (
        replace(node, properties={**node.properties, **found}) if (found := marked.get((node.label, node.id))) else node
        for node in graph.nodes
    )
    return Graph(tuple(nodes), (*graph.relations, *chained_relations(graph, terms)))
