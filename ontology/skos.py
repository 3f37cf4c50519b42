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
_TYPE = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", None)
_NAME, _NAME_EN = (_SKOS + "prefLabel", "zh"), (_SKOS + "prefLabel", "en")
_ALT, _HIDDEN = (_SKOS + "altLabel", "zh"), (_SKOS + "hiddenLabel", "zh")
_DEFINITION, _NOTATION = (_SKOS + "definition", "zh"), (_SKOS + "notation", "")
_BROADER, _RELATED = (_SKOS + "broader", None), (_SKOS + "related", None)
_MATCHES = tuple((_SKOS + name, None) for name in ("closeMatch", "broadMatch", "relatedMatch"))
_MEMBER_OF = (_SKOS + "memberOf", None)  # the inverse of skos:member, which SKOS itself does not name

_Key = tuple[str, str | None]  # a predicate, and the language of what is said: "" of a literal that has none
_Said = dict[_Key, list[str]]


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
    matches: tuple[str, ...] = ()  # ids of concepts of other schemes: its close, broad and related matches
    definition: str | None
    notation: str | None
    properties: Mapping[str, str] = field(default_factory=dict)  # others, by local name: {"level": "city"}

    @property
    def names(self) -> tuple[str, ...]:
        """The preferred and the alternative labels."""
        return (self.pref_label, *self.alt_labels)


def read_concepts(path: Path) -> tuple[Concept, ...]:
    """The concepts of one file, in its order; raises VocabularyError where it is no Turtle or a label is missing."""
    statements: dict[str, _Said] = {}
    members: list[tuple[str, str]] = []
    try:
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if isinstance(value, pyoxigraph.Literal):
                language: str | None = value.language or ""
            elif isinstance(value, pyoxigraph.NamedNode):
                language = None
            else:
                continue
            if isinstance(subject, pyoxigraph.NamedNode):
                statements.setdefault(subject.value, {}).setdefault((predicate, language), []).append(value.value)
                if predicate == _SKOS + "member":
                    members.append((value.value, subject.value))
    except (OSError, SyntaxError) as error:
        raise VocabularyError(f"{path}: no vocabulary in Turtle could be read here: {error}") from error
    for member, collection in members:
        statements.setdefault(member, {}).setdefault(_MEMBER_OF, []).append(collection)
    return tuple(
        _concept(path, iri, said) for iri, said in statements.items() if _SKOS + "Concept" in said.get(_TYPE, ())
    )


def _concept(path: Path, iri: str, said: _Said) -> Concept:
    if _NAME not in said:
        raise VocabularyError(f"{path}: {iri} has no preferred label in Chinese")
    return Concept(
        id=concept_id(iri),
        pref_label=said[_NAME][0],
        label_en=said[_NAME_EN][0] if _NAME_EN in said else None,
        alt_labels=tuple(said.get(_ALT, ())),
        hidden_labels=tuple(said.get(_HIDDEN, ())),
        broader=_ids(said, _BROADER),
        related=_ids(said, _RELATED),
        collections=_ids(said, _MEMBER_OF),
        matches=tuple(one for key in _MATCHES if key in said for one in _ids(said, key)),
        definition=said[_DEFINITION][0] if _DEFINITION in said else None,
        notation=said[_NOTATION][0] if _NOTATION in said else None,
        properties={
            _LOCAL_NAME.split(predicate)[-1]: values[-1]
            for (predicate, language), values in said.items()
            if language is not None and not predicate.startswith(_SKOS)
        },
    )


def concept_id(iri: str) -> str:
    """The id in an IRI of this project: "theme/elderly-care"; raises VocabularyError for any other IRI."""
    if not iri.startswith(BASE):
        raise VocabularyError(f"found the concept {iri}, expected one under {BASE}")
    return iri.removeprefix(BASE)


def _ids(said: _Said, key: _Key) -> tuple[str, ...]:
    return tuple([concept_id(iri) for iri in said[key]]) if key in said else ()
