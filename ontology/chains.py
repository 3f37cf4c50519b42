"""The relations that the ontology's property chains give, each with the axiom and the way that led to it.

In: a graph, and the `owl:propertyChainAxiom` statements of crossplan.ttl.  Out: relations with `inferredBy`, the axiom,
and `derivedFrom`, the ids passed on the first way found.  Relied on: a chain may lead on from its own property, so the
axioms are applied until nothing new comes.  Example: `:hasBroaderTheme owl:propertyChainAxiom ( :hasTheme :broader ) ,
( :hasBroaderTheme :broader )`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import OWL, URIRef

from ontology.elements import Graph, Property, Relation
from ontology.links import Key, Links, Table, Way
from ontology.terms import Terms, local_name, relation_type


@dataclass(frozen=True, slots=True)
class Chain:
    """One axiom: going the `steps` one after the other gives `gives`."""

    gives: URIRef
    steps: tuple[URIRef, ...]

    @property
    def name(self) -> str:
        """The axiom in Manchester syntax: `hasTheme o broader`."""
        return " o ".join(local_name(step) for step in self.steps)


def chains(terms: Terms) -> tuple[Chain, ...]:
    """The chains that give stored relations, by the relation; those that lead on from it come after the others."""
    found = [
        Chain(gives, tuple(URIRef(str(step)) for step in terms.members(steps)))
        for gives in terms.stored(OWL.ObjectProperty)
        for steps in terms.triples.objects(gives, OWL.propertyChainAxiom)
    ]
    return tuple(sorted(found, key=lambda chain: (chain.gives, chain.gives in chain.steps, chain.steps)))


def chained_relations(graph: Graph, terms: Terms) -> tuple[Relation, ...]:
    """What the chains give beyond the graph's own relations, in the order in which it is found."""
    links = Links(graph, terms)
    axioms = chains(terms)
    found: list[Relation] = []
    while new := [relation for chain in axioms for relation in _new(chain, links)]:
        found += new
    return tuple(found)


def _new(chain: Chain, links: Links) -> Iterator[Relation]:
    """What one application of a chain adds; each is in `links` from then on."""
    known = links.of(chain.gives)
    for start, end, way in tuple(_walk(chain.steps, links)):
        if end not in known.get(start, {}):
            links.add(chain.gives, start, end, way)
            how: dict[str, Property] = {"inferredBy": chain.name, "derivedFrom": list(way)}
            yield Relation(relation_type(chain.gives), *start, *end, how)


def _walk(steps: tuple[URIRef, ...], links: Links) -> Iterator[tuple[Key, Key, Way]]:
    """Every pair of nodes that the steps join, with the ids passed between."""
    first, *later = (links.of(step) for step in steps)
    for start, reached in first.items():
        for step in later:
            reached = _onward(reached, step)
        for end, way in reached.items():
            yield start, end, tuple(dict.fromkeys(id_ for id_ in way if id_ not in (start[1], end[1])))


def _onward(reached: Mapping[Key, Way], step: Table) -> Mapping[Key, Way]:
    further: dict[Key, Way] = {}
    for key, way in reached.items():
        for end, passed in step.get(key, {}).items():
            further.setdefault(end, (*way, key[1], *passed))
    return further
