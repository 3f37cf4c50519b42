"""Where each property leads in one graph: its stored relations, those of its inverse, and each node's way to itself.

In: a graph and the ontology's terms.  Out: `Links.of(property)`, a table from each node to the nodes it leads to.
Relied on: `owl:inverseOf` may be written at either property, and each member of a class below
`[ owl:onProperty p ; owl:hasSelf true ]` has p to itself.  Example: `:hasUnitFact` is stored as its inverse OF_UNIT.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rdflib import RDFS, URIRef

from ontology.elements import Graph
from ontology.terms import Terms, relation_type

Key = tuple[str, str]  # label and id of a node
Way = tuple[str, ...]  # ids of the nodes between the two ends of a path
Table = Mapping[Key, Mapping[Key, Way]]


class Links:
    """The links of one graph by property; each property's table is made when it is first asked for."""

    def __init__(self, graph: Graph, terms: Terms) -> None:
        self._terms = terms
        self._nodes = [(node.label, node.id) for node in graph.nodes]
        self._relations: dict[str, list[tuple[Key, Key]]] = defaultdict(list)
        for each in graph.relations:
            ends = (each.start_label, each.start_id), (each.end_label, each.end_id)
            self._relations[each.type].append(ends)
        self._tables: dict[URIRef, dict[Key, dict[Key, Way]]] = {}

    def of(self, term: URIRef) -> Table:
        """From each node to the nodes that the property leads to, in the graph's order."""
        return self._table(term)

    def add(self, term: URIRef, start: Key, end: Key, way: Way) -> None:
        """One more link, found by going `way`."""
        self._table(term).setdefault(start, {})[end] = way

    def _table(self, term: URIRef) -> dict[Key, dict[Key, Way]]:
        if term not in self._tables:
            table: dict[Key, dict[Key, Way]] = {}
            for start, end in self._pairs(term):
                table.setdefault(start, {})[end] = ()
            self._tables[term] = table
        return self._tables[term]

    def _pairs(self, term: URIRef) -> Iterator[tuple[Key, Key]]:
        yield from self._stored(term)
        for inverse in self._terms.inverses(term):
            yield from ((end, start) for start, end in self._stored(inverse))
        with_self = self._terms.classes_with_self(term)
        yield from ((key, key) for key in self._nodes if key[0] in with_self)

    def _stored(self, term: URIRef) -> Iterator[tuple[Key, Key]]:
        """The relations of the property and of those below it."""
        below = self._terms.triples.transitive_subjects(RDFS.subPropertyOf, term)
        for each in sorted(each for each in below if isinstance(each, URIRef)):
            yield from self._relations.get(relation_type(each), ())
