"""What the ontology calls its classes, properties and relations, in Chinese or English.

In: the terms and a language.  Out: `Names`.  Example: in Chinese, `names.of("Task")` is "任务" and
`names.relation("IN_GROUP")` is "属于任务组"; seen from the group it is `names.relation("IN_GROUP", inward=True)`, the
name of the inverse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import RDFS, Literal, URIRef

from ontology.terms import CROSSPLAN, Terms, local_name, relation_type


@dataclass(frozen=True, slots=True)
class Names:
    """Names by the local names of terms, and by relation types towards either end."""

    _named: Mapping[str, str]
    _outward: Mapping[str, str]
    _inward: Mapping[str, str]

    @classmethod
    def read(cls, terms: Terms, language: str = "zh") -> Names:
        """The names that the ontology gives in that language."""
        named = {
            term: str(label)
            for term, label in terms.triples.subject_objects(RDFS.label)
            if isinstance(term, URIRef) and term.startswith(CROSSPLAN)
            if isinstance(label, Literal) and label.language == language
        }
        inverse = {term: named[other] for term in named for other in terms.inverses(term) if other in named}
        return cls(
            {local_name(term): name for term, name in named.items()},
            {relation_type(term): name for term, name in named.items()},
            {relation_type(term): name for term, name in inverse.items()},
        )

    def of(self, name: str) -> str:
        """The name of a class or property, else what was asked for."""
        return self._named.get(name, name)

    def relation(self, kind: str, *, inward: bool = False) -> str:
        """The name of a relation as seen from the thing it starts at, or from the one it ends at."""
        return (self._inward if inward else self._outward).get(kind, kind)
