"""The controlled vocabularies beside this module: what the plans' words mean.

In: the SKOS files of `ontology/vocabulary/`.  Out: `Vocabulary` records and `Regions`.  Nothing is kept between calls:
a caller loads once and hands the result on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ontology.regions import Region, Regions
from ontology.skos import Concept, VocabularyError, read_concepts

__all__ = [
    "Concept",
    "Region",
    "Regions",
    "Vocabularies",
    "Vocabulary",
    "VocabularyError",
    "load_regions",
    "load_vocabularies",
    "load_vocabulary",
]

FOLDER = Path(__file__).parent / "vocabulary"
VocabularyName = Literal["themes", "beneficiaries", "departments", "indicators"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One concept scheme: its concepts by id, in the order of the file."""

    concepts: Mapping[str, Concept] = field(repr=False)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    def __getitem__(self, concept_id: str) -> Concept:
        return self.concepts[concept_id]

    def __contains__(self, concept_id: str) -> bool:
        return concept_id in self.concepts

    def ancestors(self, concept_id: str) -> tuple[str, ...]:
        """The ids of all broader concepts, the nearest first."""
        found: list[str] = []
        pending = list(self.concepts[concept_id].broader)
        while pending:
            one = pending.pop(0)
            if one not in found:
                found.append(one)
                pending.extend(self.concepts[one].broader)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """All vocabularies that alignment reads."""

    themes: Vocabulary
    beneficiaries: Vocabulary
    departments: Vocabulary
    indicators: Vocabulary
    regions: Regions


def load_vocabularies() -> Vocabularies:
    """All vocabularies; takes some 60 ms."""
    return Vocabularies(
        themes=load_vocabulary("themes"),
        beneficiaries=load_vocabulary("beneficiaries"),
        departments=load_vocabulary("departments"),
        indicators=load_vocabulary("indicators"),
        regions=load_regions(),
    )


def load_vocabulary(name: VocabularyName, folder: Path = FOLDER) -> Vocabulary:
    """One concept scheme; raises VocabularyError where a broader or related concept is missing."""
    path = folder / f"{name}.ttl"
    concepts = {concept.id: concept for concept in read_concepts(path)}
    for concept in concepts.values():
        for other in (*concept.broader, *concept.related):
            if other not in concepts:
                raise VocabularyError(f"{path.name}: {concept.id} points to {other}, which is not in the file")
    return Vocabulary(concepts)


def load_regions() -> Regions:
    """The regions of China; takes some 30 ms, and 200 ms more when a text first seems to name a county."""
    return Regions(read_concepts(FOLDER / "regions.ttl"), lambda: read_concepts(FOLDER / "districts.ttl"))
