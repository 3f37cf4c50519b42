"""The ontology as its readers need it: the terms of crossplan.ttl, their classes, domains, ranges and marks.

In: crossplan.ttl.  Out: `Terms`, from which the schema, the RDF and the reasoning are derived.  Relied on: the classes
that the graph stores are the leaves below the unmarked ones, so `:PlanUnit` stands for Task, Safeguard and
SpecialAction wherever a domain or range names it.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node as Term

from ontology.errors import OntologyError

CROSSPLAN = Namespace("https://w3id.org/crossplan/ontology#")
ONTOLOGY_FILE = Path(__file__).with_name("crossplan.ttl")

_STORED = (CROSSPLAN.stored, Literal(True))
_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


class TermError(OntologyError):
    """A term that the ontology does not declare, or declares too little of."""


def relation_type(term: URIRef) -> str:
    """The graph's name of an object property: `hasTheme` is HAS_THEME."""
    return _WORD_START.sub("_", local_name(term)).upper()


def property_name(type_: str) -> str:
    """The ontology's name of a relation: HAS_THEME is `hasTheme`."""
    first, *later = type_.lower().split("_")
    return first + "".join(word.capitalize() for word in later)


def local_name(term: Term) -> str:
    """The name of a term within the ontology's namespace; raises TermError for a term of another one."""
    if not isinstance(term, URIRef) or not term.startswith(CROSSPLAN):
        raise TermError(f"{term}: not a term of {CROSSPLAN}")
    return str(term.removeprefix(CROSSPLAN))


class Terms:
    """The triples of the ontology and the questions that are asked of them."""

    def __init__(self, path: Path = ONTOLOGY_FILE) -> None:
        self.triples = Graph().parse(path, format="turtle")

    @cached_property
    def release(self) -> str:
        """The `owl:versionInfo` of the ontology; raises TermError where it states none."""
        found = next(self.triples.objects(self.triples.value(None, RDF.type, OWL.Ontology), OWL.versionInfo), None)
        if found is None:
            raise TermError("the ontology states no owl:versionInfo")
        return str(found)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The classes that the graph stores, in alphabetical order."""
        return tuple(local_name(term) for term in self.stored(OWL.Class))

    def stored(self, kind: URIRef) -> list[URIRef]:
        """The terms of a kind (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty) that the graph stores, sorted."""
        return sorted(
            term
            for term in self.triples.subjects(RDF.type, kind)
            if isinstance(term, URIRef) and (term, *_STORED) in self.triples
        )

    def labels_below(self, expression: Term) -> frozenset[str]:
        """The labels whose nodes a class expression (a class, or a union of them) can hold."""
        union = self.triples.value(expression, OWL.unionOf)
        if union is not None:
            return frozenset().union(*(self.labels_below(member) for member in self.members(union)))
        if (expression, *_STORED) in self.triples:
            return frozenset({local_name(expression)})
        below = self.triples.subjects(RDFS.subClassOf, expression)
        return frozenset().union(*(self.labels_below(each) for each in below if isinstance(each, URIRef)))

    def labels_of(self, term: URIRef, end: URIRef) -> frozenset[str]:
        """The labels at one end (RDFS.domain or RDFS.range) of a property; raises TermError where it declares none."""
        labels = frozenset().union(*(self.labels_below(each) for each in self.triples.objects(term, end)))
        if not labels:
            raise TermError(f"{local_name(term)}: no {local_name_of(end)} that the graph stores")
        return labels

    def superclasses(self, term: URIRef) -> set[Term]:
        """The class itself and every class and restriction above it."""
        return {above for above in self.triples.transitive_objects(term, RDFS.subClassOf) if above is not None}

    def inverses(self, term: URIRef) -> list[URIRef]:
        """The properties declared the inverse of this one, at whichever of the two it is written."""
        found = {*self.triples.objects(term, OWL.inverseOf), *self.triples.subjects(OWL.inverseOf, term)}
        return sorted(each for each in found if isinstance(each, URIRef))

    def classes_with_self(self, term: URIRef) -> frozenset[str]:
        """The labels whose nodes each have the property to themselves."""
        restrictions = self.triples.subjects(OWL.onProperty, term)
        selves = [each for each in restrictions if (each, OWL.hasSelf, Literal(True)) in self.triples]
        return frozenset().union(*(self.labels_below(each) for each in selves))

    def are_disjoint(self, one: str, other: str) -> bool:
        """Whether two labels, or classes above them, are declared to share no member."""
        ones, others = (self.superclasses(CROSSPLAN[name]) for name in (one, other))
        return any((a, b) in self._disjoint for a in ones for b in others)

    @cached_property
    def _disjoint(self) -> frozenset[tuple[Term, Term]]:
        groups = [self.members(each) for each in self.triples.objects(None, OWL.members)]
        groups += [list(pair) for pair in self.triples.subject_objects(OWL.disjointWith)]
        return frozenset((a, b) for group in groups for a in group for b in group if a != b)

    def choices(self, term: URIRef) -> list[str]:
        """The values that a property may have, where the ontology lists them."""
        listed = self.triples.value(self.triples.value(term, RDFS.range), OWL.oneOf)
        return [] if listed is None else [str(each) for each in self.members(listed)]

    @cached_property
    def told_apart(self) -> frozenset[str | int | float | bool]:
        """The values that axioms ask for: 100 (per cent), "约束性"."""
        values = self.triples.objects(None, OWL.hasValue)
        return frozenset(each.toPython() for each in values if isinstance(each, Literal))

    def conjuncts(self, expression: Term) -> list[Term]:
        """The parts of an intersection, the named class first; any other expression is its own only part."""
        parts = self.triples.value(expression, OWL.intersectionOf)
        return [expression] if parts is None else sorted(self.members(parts), key=lambda part: part.n3()[0] != "<")

    def needed(self, subject: Term, predicate: URIRef) -> URIRef:
        """The one term that a statement must name; raises TermError where it does not."""
        found = self.triples.value(subject, predicate)
        if not isinstance(found, URIRef):
            raise TermError(f"{subject}: {local_name_of(predicate)} is {found}, expected a term")
        return found

    def members(self, collection: Term) -> list[Term]:
        """The members of an RDF list."""
        return list(Collection(self.triples, collection))


def local_name_of(term: URIRef) -> str:
    """The last part of any IRI: `domain` of rdfs:domain."""
    return re.split(r"[#/]", term)[-1]
