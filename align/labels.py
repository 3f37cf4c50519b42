"""Where the labels of a vocabulary stand in a text.

In: a vocabulary and a text.  Out: `Mention`s, none overlapping another.  Relied on: of two labels that overlap the
longer says more.  Example: in "加强社区物业党建联建" it is 物业党建联建, not 社区物业.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from align.wording import plain
from ontology.vocabulary import Concept


@dataclass(frozen=True, slots=True)
class Mention:
    """A label of one concept at `text[start:end]`; `named` tells a name of the concept from a word that hints at it."""

    concept: str
    start: int
    end: int
    named: bool


class LabelIndex:
    """All labels of some concepts, in plain wording."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        labels: dict[str, list[tuple[str, bool]]] = {}
        for concept in concepts:
            for name in concept.names:
                labels.setdefault(plain(name), []).append((concept.id, True))
            for hint in concept.hidden_labels:
                labels.setdefault(plain(hint), []).append((concept.id, False))
        self._labels = tuple(labels.values())
        self._automaton = AhoCorasick(list(labels), matchkind=MatchKind.Standard)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The mentions in a text of plain wording, in its order; a label of two concepts mentions both."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        taken: list[tuple[int, int, int]] = []
        for number, start, end in sorted(found, key=lambda match: match[1] - match[2]):
            if all(end <= other_start or other_end <= start for _, other_start, other_end in taken):
                taken.append((number, start, end))
        return tuple(
            Mention(concept, start, end, named)
            for number, start, end in sorted(taken, key=lambda match: match[1])
            for concept, named in self._labels[number]
        )
