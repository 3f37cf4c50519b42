"""What is asked of a full reasoner, and what one is given.

In: a graph and the ontology.  Out: the `Reasoner` port (see `ontology.hermit` and `ontology.owl_rl`), and the triples
that stand for a graph while a reasoner has it.  Relied on: labels and definitions say nothing to a reasoner; keys are
left out too, as reasoners compare every pair of things for them, and `ontology.clashes` has compared the ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from rdflib import OWL, RDF, RDFS, URIRef
from rdflib import Graph as Triples

from ontology.addresses import AddressError, address, id_at
from ontology.definitions import definitions
from ontology.elements import Graph
from ontology.errors import OntologyError
from ontology.rdf import literal
from ontology.schema import schema_of
from ontology.terms import CROSSPLAN, Terms, local_name, property_name

_BASE = "http://graph.invalid/"


class ReasonerError(OntologyError):
    """A reasoner that ended without an answer."""


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What holds, stated or concluded: relations as (type, start id, end id), defined classes as (class, member id)."""

    relations: frozenset[tuple[str, str, str]]
    members: frozenset[tuple[str, str]]


class Reasoner(Protocol):
    """A reasoner over one ontology."""

    name: str

    def is_consistent(self, graph: Graph) -> bool:
        """Whether the graph and the ontology can both be true; raises ReasonerError where there is no answer."""

    def conclusions(self, graph: Graph) -> Conclusions:
        """What holds in a consistent graph; raises ReasonerError where there is no answer.  Slow for large ones."""


def triples_of(graph: Graph, terms: Terms) -> Triples:
    """The axioms of the ontology without keys, and the graph."""
    said_only = {RDFS.label, RDFS.seeAlso, OWL.hasKey, *terms.triples.subjects(RDF.type, OWL.AnnotationProperty)}
    triples = Triples()
    for subject, predicate, object_ in terms.triples:
        if predicate not in said_only:
            triples.add((subject, predicate, object_))
    for node in graph.nodes:
        subject = _iri(node.id)
        triples.add((subject, RDF.type, CROSSPLAN[node.label]))
        for name, value in node.properties.items():
            for each in value if isinstance(value, list) else [value]:
                triples.add((subject, CROSSPLAN[name], literal(each)))
    for relation in graph.relations:
        term = CROSSPLAN[property_name(relation.type)]
        triples.add((_iri(relation.start_id), term, _iri(relation.end_id)))
    return triples


def conclusions_in(triples: Triples, terms: Terms) -> Conclusions:
    """The relations and members of defined classes among the triples a reasoner gave back."""
    relations = {
        (each.type, _id(start), _id(end))
        for each in schema_of(terms).relations.values()
        for start, end in triples.subject_objects(CROSSPLAN[each.term])
    }
    members = {
        (local_name(each.term), _id(member))
        for each in definitions(terms)
        for member in triples.subjects(RDF.type, each.term)
    }
    return Conclusions(frozenset(relations), frozenset(members))


def _iri(id_: str) -> URIRef:
    return URIRef(address(_BASE, id_))


def _id(term: object) -> str:
    if not isinstance(term, URIRef):
        raise AddressError(f"{term}: expected an address, as everything in a graph has one")
    return id_at(_BASE, term)
