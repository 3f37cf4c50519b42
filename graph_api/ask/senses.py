"""What the words of a question mean: the thesaurus concepts in it, with what else plans may call them.

In: the pieces of a question.  Out: `Sense`s.  Relied on: a resident's word and a plan's word for one thing are labels
of one concept.  Example: of "带娃" the labels 托育服务, 婴幼儿照护 and others mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph_api.ask.relevance import bigrams, flat
from ontology.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Sense:
    """A phrase of a question, its terms, and the other labels of its concept."""

    phrase: str
    terms: frozenset[str]
    labels: tuple[str, ...]


class SenseReader:
    """Reads senses by a thesaurus."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus

    def senses(self, pieces: Iterable[str]) -> tuple[Sense, ...]:
        """The senses of some pieces, in their order."""
        found = {
            piece[match.start : match.end]: match.concept_id
            for piece in pieces
            for match in self._thesaurus.find(piece)
        }
        return tuple(Sense(phrase, bigrams(phrase), self._labels(one, phrase)) for phrase, one in found.items())

    def _labels(self, concept_id: str, phrase: str) -> tuple[str, ...]:
        """The other labels but those that end the phrase, which say less: 民工 of 农民工 stands in 惠民工程 too."""
        concept = self._thesaurus[concept_id]
        labels = dict.fromkeys(flat(label) for label in (*concept.names, *concept.hidden_labels))
        return tuple(label for label in labels if not phrase.endswith(label))
