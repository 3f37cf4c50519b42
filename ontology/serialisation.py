"""RDF as text that is the same bytes whenever the triples are the same.

In: triples, as `ontology.rdf` makes them.  Out: Turtle or JSON-LD in UTF-8.  The JSON-LD says in its context what each
property of the ontology is and keeps its plain word, and puts what has no address where it is spoken of.
Example: `{"@id": "…/ningxia/3.1.2/task", "@type": ["Task", "prov:Entity"], "inPlan": "…/ningxia", "place": {…}}`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Literal as OneOf

from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node as Term

from ontology.rdf import PREFIXES
from ontology.terms import CROSSPLAN, Terms, local_name

Format = OneOf["turtle", "json-ld"]
Json = str | int | bool | list["Json"] | dict[str, "Json"]


def serialise(triples: Graph, form: Format, terms: Terms | None = None) -> bytes:
    """The triples in one form, in UTF-8."""
    if form == "turtle":
        return triples.serialize(format="turtle", encoding="utf-8")
    document = _JsonLd(triples, terms or Terms()).document()
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


class _JsonLd:
    """Triples as one JSON-LD document, subjects and properties in alphabetical order."""

    def __init__(self, triples: Graph, terms: Terms) -> None:
        self._terms = terms
        self._statements: dict[Term, dict[URIRef, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._nested: set[Term] = set()
        for subject, predicate, object_ in triples:
            self._statements[subject][URIRef(str(predicate))].append(object_)
            if isinstance(object_, BNode):
                self._nested.add(object_)
        self._types = {str(each): self._coercion(each) for each in self._properties()}

    def document(self) -> Json:
        """What has an address first, then the inferences."""
        tops = sorted((each for each in self._statements if each not in self._nested), key=_sort_key)
        context: dict[str, Json] = {**PREFIXES, "@vocab": str(CROSSPLAN)}
        for predicate, coercion in sorted(self._types.items()):
            if coercion:
                context[self._word(URIRef(predicate))] = {"@type": coercion}
        return {"@context": context, "@graph": [self._subject(each) for each in tops]}

    def _properties(self) -> set[URIRef]:
        return {predicate for statements in self._statements.values() for predicate in statements} - {RDF.type}

    def _coercion(self, predicate: URIRef) -> str | None:
        """How a JSON string of the property is read: as an address, as a decimal number, or as it is."""
        kind = set(self._terms.triples.objects(predicate, RDF.type))
        if OWL.ObjectProperty in kind:
            return "@id"
        decimal = self._terms.triples.value(predicate, RDFS.range) == XSD.decimal
        return self._word(XSD.decimal) if decimal else None

    def _subject(self, subject: Term) -> Json:
        statements = self._statements[subject]
        found: dict[str, Json] = {} if isinstance(subject, BNode) else {"@id": str(subject)}
        if types := statements.get(RDF.type):
            words = [self._word(URIRef(str(each))) for each in types]
            found["@type"] = _one_or_all([*sorted(words, key=lambda word: (":" in word, word))])
        for predicate in sorted(statements.keys() - {RDF.type}, key=self._word):
            values = [self._value(predicate, each) for each in sorted(statements[predicate], key=_sort_key)]
            found[self._word(predicate)] = _one_or_all(values)
        return found

    def _value(self, predicate: URIRef, value: Term) -> Json:
        coercion = self._types[str(predicate)]
        if isinstance(value, BNode):
            return self._subject(value)
        if isinstance(value, URIRef):
            return str(value) if coercion == "@id" else {"@id": str(value)}
        if not isinstance(value, Literal):
            return str(value)
        if value.language:
            return {"@language": value.language, "@value": str(value)}
        if value.datatype in (XSD.integer, XSD.boolean) and isinstance(value.value, int):
            return value.value
        if value.datatype in (None, XSD.string) or self._word(value.datatype) == coercion:
            return str(value)
        return {"@type": self._word(value.datatype), "@value": str(value)}

    def _word(self, term: URIRef) -> str:
        """A term of the ontology by its own name, one of another vocabulary with its prefix."""
        if term.startswith(CROSSPLAN):
            return local_name(term)
        for prefix, namespace in PREFIXES.items():
            if term.startswith(namespace):
                return f"{prefix}:{term.removeprefix(namespace)}"
        return str(term)


def _one_or_all(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


def _sort_key(term: Term) -> tuple[str, str]:
    return "" if isinstance(term, URIRef) else type(term).__name__, str(term)
