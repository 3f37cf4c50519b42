"""Where the labels of some concepts stand in a text.

In: concepts, then any text.  Out: `ConceptMatch`es, none inside or across another.  Relied on: of two labels that
overlap the longer says more; a label is of one concept and has two letters at least.
Example: in "跟邻居吵架了" it is 跟邻居吵架, not 邻居.
Labels are looked up by their first two letters: that table is made in some milliseconds, where an automaton over all of
them takes as long as half the reading of the files, and most places of a text begin no label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import normalize

from ontology.plain_text import PlainText
from ontology.skos import Concept, VocabularyError

LabelKind = Literal["pref", "alt", "hidden"]
_HEAD = 2  # the letters that a label is looked up by, and the least it has


@dataclass(frozen=True, slots=True)
class ConceptMatch:
    """A label of a concept at `text[start:end]`, written as in the vocabulary."""

    concept_id: str
    label: str
    kind: LabelKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelTable:
    """All labels of some concepts: what each is, and how long those are that begin with two letters."""

    _labels: Mapping[str, tuple[str, str, LabelKind]] = field(repr=False)  # by plain form: concept, label, kind
    _lengths: Mapping[str, tuple[int, ...]] = field(repr=False)

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> LabelTable:
        """The table; raises VocabularyError where a label is of two concepts or too short."""
        labels: dict[str, tuple[str, str, LabelKind]] = {}
        lengths: dict[str, set[int]] = {}
        for concept in concepts:
            for label, kind in _labels(concept):
                plain = normalize("NFKC", label).lower()
                if len(plain) < _HEAD:
                    raise VocabularyError(f"{concept.id}: found the label {label}, expected two letters at least")
                if plain in labels:
                    raise VocabularyError(f"{concept.id}: found the label {label}, which is {labels[plain][0]}'s")
                labels[plain] = (concept.id, label, kind)
                lengths.setdefault(plain[:_HEAD], set()).add(len(plain))
        return cls(labels, {head: tuple(some) for head, some in lengths.items()})

    def find(self, text: str) -> tuple[ConceptMatch, ...]:
        """The labels in a text, in its order; places are offsets into the text as it was given."""
        plain = PlainText.of(text)
        taken = bytearray(len(plain.text))
        matches: list[ConceptMatch] = []
        for start, end in sorted(self._places(plain.text), key=lambda place: (place[0] - place[1], place[0])):
            if not taken[start] and not taken[end - 1] and plain.is_whole(start, end):
                taken[start:end] = b"\1" * (end - start)
                matches.append(ConceptMatch(*self._labels[plain.text[start:end]], *plain.place(start, end)))
        return tuple(sorted(matches, key=lambda match: match.start))

    def _places(self, plain: str) -> Iterator[tuple[int, int]]:
        for start in range(len(plain) - 1):
            for length in self._lengths.get(plain[start : start + _HEAD], ()):
                end = start + length
                if end <= len(plain) and plain[start:end] in self._labels:
                    yield start, end


def _labels(concept: Concept) -> Iterator[tuple[str, LabelKind]]:
    yield concept.pref_label, "pref"
    for label in concept.alt_labels:
        yield label, "alt"
    for label in concept.hidden_labels:
        yield label, "hidden"
