"""The thesaurus: what a resident's words, and a plan's, speak of.

In: the SKOS files of `ontology/vocabulary/thesaurus/`, then any text.  Out: `Thesaurus`, and the `ConceptMatch`es of a
text, each at its place.  Relied on: of two labels that overlap the longer says more; a label is of one concept.
Example: in "街坊半夜裝修" stand 街坊 (邻里互助), 半夜 (夜间) and 装修 (装修管理).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ontology.label_table import ConceptMatch, LabelTable
from ontology.skos import Concept, VocabularyError, read_concepts

FOLDER = Path(__file__).parent / "vocabulary" / "thesaurus"
Link = Literal["same", "narrower", "related"]


@dataclass(frozen=True, slots=True)
class Expansion:
    """An official label to look for as well, and how its concept is linked to the one that was asked for."""

    label: str
    concept_id: str
    link: Link


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The concepts by id, with what they are linked to and where their labels stand in a text."""

    concepts: Mapping[str, Concept] = field(repr=False)
    _narrower: Mapping[str, tuple[str, ...]] = field(repr=False)
    _related: Mapping[str, tuple[str, ...]] = field(repr=False)
    _labels: LabelTable = field(repr=False)

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> Thesaurus:
        """The thesaurus of some concepts; raises VocabularyError where one points to a concept that is not there."""
        known = {concept.id: concept for concept in concepts}
        narrower: dict[str, list[str]] = {}
        related: dict[str, list[str]] = {}
        for concept in known.values():
            for other in (*concept.broader, *concept.related):
                if other not in known:
                    raise VocabularyError(f"{concept.id} points to {other}, which is not in the thesaurus")
            for other in concept.broader:
                narrower.setdefault(other, []).append(concept.id)
            for other in concept.related:
                related.setdefault(concept.id, []).append(other)
                related.setdefault(other, []).append(concept.id)
        return cls(
            known,
            {one: tuple(others) for one, others in narrower.items()},
            {one: tuple(dict.fromkeys(others)) for one, others in related.items()},
            LabelTable.of(known.values()),
        )

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    def __getitem__(self, concept_id: str) -> Concept:
        return self.concepts[concept_id]

    def __contains__(self, concept_id: str) -> bool:
        return concept_id in self.concepts

    def find(self, text: str) -> tuple[ConceptMatch, ...]:
        """The labels in a text, in its order, none inside or across another; places are offsets into the text."""
        return self._labels.find(text)

    def broader(self, concept_id: str) -> tuple[str, ...]:
        """The ids of the concepts right above one."""
        return self.concepts[concept_id].broader

    def ancestors(self, concept_id: str) -> tuple[str, ...]:
        """The ids of all concepts above one, the nearest first."""
        found: dict[str, None] = {}
        pending = list(self.broader(concept_id))
        for one in pending:
            if one not in found:
                found[one] = None
                pending += self.broader(one)
        return tuple(found)

    def narrower(self, concept_id: str) -> tuple[str, ...]:
        """The ids of the concepts right below one."""
        return self._narrower.get(concept_id, ())

    def related(self, concept_id: str) -> tuple[str, ...]:
        """The ids of the concepts that one is related to, whichever of the two files says so."""
        return self._related.get(concept_id, ())

    def themes(self, concept_id: str) -> tuple[str, ...]:
        """The ids of the themes that a concept belongs to: its own, else those of the nearest concept above."""
        return self._matches(concept_id, "theme/")

    def beneficiaries(self, concept_id: str) -> tuple[str, ...]:
        """The ids of the groups that a concept is for: its own, else those of the nearest concept above."""
        return self._matches(concept_id, "beneficiary/")

    def expand(self, concept_id: str) -> tuple[Expansion, ...]:
        """The official labels of a concept, then of those right below it, then of those that it is related to."""
        links: tuple[tuple[Link, Callable[[str], tuple[str, ...]]], ...] = (
            ("same", lambda one: (one,)),
            ("narrower", self.narrower),
            ("related", self.related),
        )
        return tuple(
            Expansion(label, other, link)
            for link, linked in links
            for other in linked(concept_id)
            for label in self.concepts[other].names
        )

    def _matches(self, concept_id: str, prefix: str) -> tuple[str, ...]:
        for one in (concept_id, *self.ancestors(concept_id)):
            if found := tuple(match for match in self.concepts[one].matches if match.startswith(prefix)):
                return found
        return ()


def load_thesaurus(folder: Path = FOLDER) -> Thesaurus:
    """The thesaurus that the project ships; takes some 60 ms."""
    return Thesaurus.of(concept for path in sorted(folder.glob("*.ttl")) for concept in read_concepts(path))
