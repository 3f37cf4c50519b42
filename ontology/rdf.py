"""A graph, or part of one, as RDF in the words of crossplan.ttl and of the vocabularies it builds on.

In: nodes and relations, and the base of their addresses.  Out: triples.  Each node has its class and the outside
classes above it, its properties as typed literals, its name as a Chinese label; a passage has its place as Web
Annotation selectors, a fact the rule that found it as a PROV activity, a number its QUDT unit; an inferred relation
is described by an Inference that says from what it follows.  What the ontology does not know is written in its
namespace all the same, for a check to find.
Example: `<…/ningxia/3.1.2/task> a crossplan:Task ; rdfs:label "…"@zh ; crossplan:inPlan <…/ningxia>`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from rdflib import PROV, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node as Term

from ontology.addresses import address
from ontology.elements import Graph as PropertyGraph
from ontology.elements import Node, Property, Relation, Scalar
from ontology.rules import RULES
from ontology.terms import CROSSPLAN, Terms, local_name, property_name

OA = Namespace("http://www.w3.org/ns/oa#")
QUDT = Namespace("http://qudt.org/schema/qudt/")
PREFIXES: Mapping[str, str] = {
    "crossplan": str(CROSSPLAN),
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": str(OA),
    "org": "http://www.w3.org/ns/org#",
    "prov": str(PROV),
    "qudt": str(QUDT),
    "rdfs": str(RDFS),
    "skos": str(SKOS),
    "qudt-unit": "http://qudt.org/vocab/unit/",  # not "unit", which JSON-LD would take for the property
    "xsd": str(XSD),
}
Triple = tuple[Term, Term, Term]


def to_rdf(graph: PropertyGraph, base: str, terms: Terms | None = None) -> Graph:
    """The triples of a graph, each node at `base` and its id; the same graph gives the same triples."""
    writer = _Writer(terms or Terms(), base)
    triples = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        triples.bind(prefix, namespace)
    for node in graph.nodes:
        triples += writer.node(node)
    for relation in graph.relations:
        triples += writer.relation(relation)
    return triples


class _Writer:
    """Writes nodes and relations at one base, with what the ontology says of their kinds looked up once."""

    def __init__(self, terms: Terms, base: str) -> None:
        self._iri = cache(lambda id_: URIRef(address(base, id_)))
        self._kinds = cache(lambda label: _and_outside(terms, label, RDFS.subClassOf))
        self._links = cache(lambda type_: _and_outside(terms, property_name(type_), RDFS.subPropertyOf))
        units = terms.triples.subjects(RDF.type, QUDT.Unit)
        self._units = {str(word): unit for unit in units for word in terms.triples.objects(unit, SKOS.notation)}
        self._in_units = {local_name(term) for term in terms.triples.subjects(RDFS.seeAlso, QUDT.hasUnit)}

    def node(self, node: Node) -> Iterator[Triple]:
        """Everything that the graph holds of a node."""
        subject = self._iri(node.id)
        kinds = self._kinds(node.label)
        for kind in kinds:
            yield subject, RDF.type, kind
        for name, value in {"id": node.id, **node.properties}.items():
            for each in value if isinstance(value, list) else [value]:
                yield subject, CROSSPLAN[name], literal(each)
                if name in self._in_units and (unit := self._units.get(str(each))):
                    yield subject, QUDT.hasUnit, unit
        yield from _labels(subject, node.properties, SKOS.Concept in kinds)
        if {"planId", "start", "end", "quote"} <= node.properties.keys():
            yield from self._place(subject, node)
        if "rule" in node.properties:
            yield from self._found_by(subject, str(node.properties["rule"]))

    def relation(self, relation: Relation) -> Iterator[Triple]:
        """The relation, and where it is an inferred one, how it came about."""
        start, end = self._iri(relation.start_id), self._iri(relation.end_id)
        own, *outside = self._links(relation.type)
        for each in (own, *outside):
            yield start, each, end
        if relation.properties:
            key = f"{start} {own} {end}".encode("utf-8", "surrogatepass")
            inference = BNode("inference" + hashlib.sha256(key).hexdigest()[:16])
            yield inference, RDF.type, CROSSPLAN.Inference
            yield inference, CROSSPLAN.inferredSubject, start
            yield inference, CROSSPLAN.inferredProperty, own
            yield inference, CROSSPLAN.inferredObject, end
            yield inference, CROSSPLAN.inferredBy, Literal(relation.properties["inferredBy"])
            for id_ in _strings(relation.properties["derivedFrom"]):
                yield inference, PROV.wasDerivedFrom, self._iri(id_)

    def _place(self, subject: URIRef, node: Node) -> Iterator[Triple]:
        key = hashlib.sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        place, position, quote = (BNode(part + key) for part in ("place", "position", "quote"))
        yield subject, CROSSPLAN.place, place
        yield place, RDF.type, OA.SpecificResource
        yield place, OA.hasSource, self._iri(str(node.properties["planId"]))
        yield place, OA.hasSelector, position
        yield place, OA.hasSelector, quote
        yield position, RDF.type, OA.TextPositionSelector
        yield position, OA.start, Literal(node.properties["start"], datatype=XSD.nonNegativeInteger)
        yield position, OA.end, Literal(node.properties["end"], datatype=XSD.nonNegativeInteger)
        yield quote, RDF.type, OA.TextQuoteSelector
        yield quote, OA.exact, Literal(node.properties["quote"])

    def _found_by(self, subject: URIRef, name: str) -> Iterator[Triple]:
        rule = self._iri(RULES + name)
        yield subject, PROV.wasGeneratedBy, rule
        yield rule, RDF.type, CROSSPLAN.Rule
        yield rule, RDF.type, PROV.Activity
        yield rule, RDFS.label, Literal(name)


def _and_outside(terms: Terms, name: str, above: URIRef) -> tuple[URIRef, ...]:
    """A term, then the terms of other vocabularies above it, so that those who know only these can read it."""
    found = (each for each in terms.triples.transitive_objects(CROSSPLAN[name], above) if isinstance(each, URIRef))
    return CROSSPLAN[name], *sorted(each for each in found if not each.startswith(CROSSPLAN))


def _labels(subject: URIRef, properties: Mapping[str, Property], is_concept: bool) -> Iterator[Triple]:
    name = properties.get("name", properties.get("title"))
    if name:
        yield subject, RDFS.label, Literal(name, lang="zh")
        if is_concept:
            yield subject, SKOS.prefLabel, Literal(name, lang="zh")


def literal(value: Scalar) -> Literal:
    """The literal of a value; a number with a fraction is a decimal one, as Turtle would round a binary one."""
    return Literal(Decimal(repr(value)) if isinstance(value, float) else value)


def _strings(value: Property) -> list[str]:
    return value if isinstance(value, list) else [str(value)]
