"""The concepts of a SKOS vocabulary file as records.

In: a Turtle file of `ontology/vocabulary`.  Out: `Concept`s in the order of the file.  Relied on: a concept's id is the
end of its IRI, after `/id/`: its address.  Example: `theme:elderly-care skos:prefLabel "养老服务"@zh`.
Turtle is read by Oxigraph's parser, not rdflib's: 7 ms against 184 ms for the regions, and every command needs those.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph

from ontology.errors import OntologyError

BASE = "https://w3id.org/crossplan/id/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LOCAL_NAME = re.compile(r"[#/]")
_MEMBER_OF = _SKOS + "memberOf"  # the inverse of skos:member, which SKOS itself does not name
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

_Statement = tuple[str, pyoxigraph.NamedNode | pyoxigraph.Literal]


class VocabularyError(OntologyError):
    """A vocabulary file that cannot be read, or that says something it must not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept of a vocabulary."""

    id: str  # "theme/elderly-care"
    pref_label: str
    label_en: str | None
    alt_labels: tuple[str, ...]  # official names for the same
    hidden_labels: tuple[str, ...]  # words by which a text reveals it, not names for it
    broader: tuple[str, ...]  # ids
    related: tuple[str, ...]  # ids
    collections: tuple[str, ...]  # ids of the SKOS collections it is a member of
    definition: str | None
    notation: str | None
    properties: Mapping[str, str] = field(default_factory=dict)  # others, by local name: {"level": "city"}

    @property
    def names(self) -> tuple[str, ...]:
        """The preferred and the alternative labels."""
        return (self.pref_label, *self.alt_labels)


def read_concepts(path: Path) -> tuple[Concept, ...]:
    """The concepts of one file, in its order; raises VocabularyError where it is no Turtle or a label is missing."""
    statements: dict[str, list[_Statement]] = {}
    concepts: list[str] = []
    try:
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            if isinstance(quad.subject, pyoxigraph.NamedNode) and not isinstance(
                quad.object, pyoxigraph.BlankNode | pyoxigraph.Triple
            ):
                subject, predicate = quad.subject.value, quad.predicate.value
                statements.setdefault(subject, []).append((predicate, quad.object))
                if predicate == _RDF_TYPE and quad.object.value == _SKOS + "Concept":
                    concepts.append(subject)
                elif predicate == _SKOS + "member":
                    statements.setdefault(quad.object.value, []).append((_MEMBER_OF, quad.subject))
    except (OSError, SyntaxError) as error:
        raise VocabularyError(f"{path}: no vocabulary in Turtle could be read here: {error}") from error
    return tuple(_concept(path, iri, statements[iri]) for iri in concepts)


def _concept(path: Path, iri: str, statements: list[_Statement]) -> Concept:
    said: dict[str, list[str]] = {}
    own: dict[str, str] = {}
    for predicate, value in statements:
        if predicate.startswith(_SKOS):
            language = value.language if isinstance(value, pyoxigraph.Literal) else None
            key = predicate.removeprefix(_SKOS) + (f"@{language}" if language else "")
            said.setdefault(key, []).append(value.value)
        elif isinstance(value, pyoxigraph.Literal):
            own[_LOCAL_NAME.split(predicate)[-1]] = value.value
    if "prefLabel@zh" not in said:
        raise VocabularyError(f"{path}: {iri} has no preferred label in Chinese")
    return Concept(
        id=concept_id(iri),
        pref_label=said["prefLabel@zh"][0],
        label_en=_first(said, "prefLabel@en"),
        alt_labels=tuple(said.get("altLabel@zh", ())),
        hidden_labels=tuple(said.get("hiddenLabel@zh", ())),
        broader=tuple(map(concept_id, said.get("broader", ()))),
        related=tuple(map(concept_id, said.get("related", ()))),
        collections=tuple(map(concept_id, said.get("memberOf", ()))),
        definition=_first(said, "definition@zh"),
        notation=_first(said, "notation"),
        properties=own,
    )


def concept_id(iri: str) -> str:
    """The id in an IRI of this project: "theme/elderly-care"; raises VocabularyError for any other IRI."""
    if not iri.startswith(BASE):
        raise VocabularyError(f"found the concept {iri}, expected one under {BASE}")
    return iri.removeprefix(BASE)


def _first(said: Mapping[str, list[str]], key: str) -> str | None:
    values = said.get(key)
    return values[0] if values else None
