"""The schema of the property graph, read from the ontology: labels, their properties, and the relations between them.

In: crossplan.ttl.  Out: `GraphSchema`.  Relied on: a label is a class marked `:stored`, and has every stored datatype
property whose domain holds it; a property that is not functional is a list; a relation is a stored object property,
its domain and range widened to labels.  Example: `:inGroup rdfs:domain :Task ; rdfs:range :TaskGroup` is the relation
IN_GROUP from Task to TaskGroup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import OWL, RDF, RDFS, XSD, Literal, URIRef
from rdflib.term import Node as Term

from ontology.terms import CROSSPLAN, ONTOLOGY_FILE, TermError, Terms, local_name, relation_type

PythonType = type[str] | type[int] | type[float] | type[bool]

_PYTHON_TYPES: Mapping[Term, PythonType] = {
    XSD.string: str,
    XSD.integer: int,
    XSD.decimal: float,  # written as printed: 80.5 is 80.5, which no binary fraction is
    XSD.boolean: bool,
}


@dataclass(frozen=True, slots=True)
class PropertySchema:
    """One property of a label: a `type`, or a list of it where `many`; `datatype` is the XSD name of the type."""

    name: str
    type: PythonType
    datatype: str
    many: bool
    indexed: bool


@dataclass(frozen=True, slots=True)
class LabelSchema:
    """One label: its properties by name, and the one whose value is unique within the label."""

    name: str
    properties: Mapping[str, PropertySchema]
    key: str


@dataclass(frozen=True, slots=True)
class RelationSchema:
    """One relation type and the labels it may start and end at.

    `inferred` where property chains give it; only then it has `properties`, which say how it came about.
    """

    type: str
    term: str
    domain: frozenset[str]
    range: frozenset[str]
    inferred: bool
    properties: Mapping[str, PropertySchema]


@dataclass(frozen=True, slots=True)
class GraphSchema:
    """All labels by name and all relations by type, in alphabetical order; `release` is that of the ontology."""

    labels: Mapping[str, LabelSchema]
    relations: Mapping[str, RelationSchema]
    release: str


def load_schema(path: Path = ONTOLOGY_FILE) -> GraphSchema:
    """The schema that an ontology file declares; raises TermError naming a term that declares too little."""
    return schema_of(Terms(path))


def schema_of(terms: Terms) -> GraphSchema:
    """The schema that the ontology's terms declare."""
    properties: dict[str, dict[str, PropertySchema]] = {name: {} for name in terms.labels}
    for term in terms.stored(OWL.DatatypeProperty):
        for label in terms.labels_of(term, RDFS.domain):
            properties[label][local_name(term)] = _property(terms, term, CROSSPLAN[label])
    labels = {name: LabelSchema(name, properties[name], _key(terms, name)) for name in terms.labels}
    relations = (_relation(terms, term) for term in terms.stored(OWL.ObjectProperty))
    by_type = {each.type: each for each in sorted(relations, key=lambda each: each.type)}
    return GraphSchema(labels, by_type, terms.release)


def _property(terms: Terms, term: URIRef, holder: URIRef) -> PropertySchema:
    datatype = _datatype(terms, term, holder)
    if datatype not in _PYTHON_TYPES:
        expected = ", ".join(sorted(str(each) for each in _PYTHON_TYPES))
        raise TermError(f"{local_name(term)} of {local_name(holder)}: range {datatype}, expected one of {expected}")
    return PropertySchema(
        name=local_name(term),
        type=_PYTHON_TYPES[datatype],
        datatype=str(datatype).removeprefix(str(XSD)),
        many=(term, RDF.type, OWL.FunctionalProperty) not in terms.triples,
        indexed=(term, CROSSPLAN.indexed, Literal(True)) in terms.triples,
    )


def _datatype(terms: Terms, term: URIRef, holder: URIRef) -> Term:
    """What the class restricts the property to, else its range; a list of literals stands for their type."""
    for above in terms.superclasses(holder):
        if terms.triples.value(above, OWL.onProperty) == term:
            only = terms.triples.value(above, OWL.allValuesFrom)
            if only is not None:
                return only
    declared = terms.triples.value(term, RDFS.range)
    if declared is None:
        raise TermError(f"{local_name(term)} of {local_name(holder)}: no range, expected a datatype")
    choices = terms.triples.value(declared, OWL.oneOf)
    if choices is None:
        return declared
    first = terms.members(choices)[0]
    return first.datatype or XSD.string if isinstance(first, Literal) else first


def _key(terms: Terms, label: str) -> str:
    for above in terms.superclasses(CROSSPLAN[label]):
        key = terms.triples.value(above, OWL.hasKey)
        if key is not None:
            return local_name(terms.members(key)[0])
    raise TermError(f"{label}: no owl:hasKey on it or above it, expected the property that identifies its nodes")


def _relation(terms: Terms, term: URIRef) -> RelationSchema:
    inferred = terms.triples.value(term, OWL.propertyChainAxiom, any=True) is not None
    holder = CROSSPLAN.Inference
    notes = [
        each
        for each in terms.triples.subjects(RDFS.domain, holder)
        if isinstance(each, URIRef) and (each, RDF.type, OWL.DatatypeProperty) in terms.triples
    ]
    properties = [_property(terms, note, holder) for note in sorted(notes)] if inferred else []
    return RelationSchema(
        type=relation_type(term),
        term=local_name(term),
        domain=terms.labels_of(term, RDFS.domain),
        range=terms.labels_of(term, RDFS.range),
        inferred=inferred,
        properties={each.name: each for each in properties},
    )
