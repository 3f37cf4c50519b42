"""What a text speaks of, by the thesaurus alone: its concepts, those linked to them, and official terms for its words.

In: the thesaurus, then a query, and a clause beside it.  Out: the concepts by which a clause can speak of the query,
each with its worth; the query in official terms; and the `Way`s from its words to those of a clause.  Relied on: a
clause on a narrower concept answers, one on a broader or related concept helps; the words of a figure (以上, 平方米)
are no concepts.
Example: in "街坊吵架谁来管" stand 街坊 and 吵架, which lead to 邻里 and 矛盾纠纷.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ontology.label_table import ConceptMatch
from ontology.thesaurus import Thesaurus, load_thesaurus
from search.bounds import Stretch

_SAME, _NARROWER, _BROADER, _RELATED, _BESIDE = 1.0, 0.8, 0.5, 0.4, 0.25
_REMEMBERED = 64  # queries


@dataclass(frozen=True, slots=True)
class Way:
    """How a clause has what a query speaks of: the words of both, and where those of the clause stand in it."""

    asked: str
    said: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.asked} → {self.said}"


@dataclass(frozen=True)
class ConceptReader:
    """Reads by the thesaurus given, or by the one that comes with the program."""

    given: Thesaurus | None = field(default=None, repr=False)

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus, read when it is first needed."""
        return self.given or load_thesaurus()

    def asked(self, text: str) -> dict[str, dict[str, float]]:
        """The concepts that stand in a text, each with those by which a clause can speak of it and their worth."""
        return {match.concept_id: self.linked(match.concept_id) for match in self._matches(text)}

    def beside(self, text: str, figures: Sequence[Stretch]) -> list[ConceptMatch]:
        """What stands in a text beside its figures; 一刻钟便民生活圈 goes on beyond one."""
        return [
            one
            for one in self._matches(text)
            if not any(start <= one.start and one.end <= end for start, end in figures)
        ]

    def linked(self, concept: str) -> dict[str, float]:
        """The concepts by which a clause can speak of `concept`, each with what it is worth."""
        if concept not in self.thesaurus:
            return {concept: _SAME}
        above = self.thesaurus.broader(concept)
        links = {other: _BESIDE for one in above for other in self.thesaurus.narrower(one)}
        links |= dict.fromkeys(self.thesaurus.related(concept), _RELATED) | dict.fromkeys(above, _BROADER)
        links |= dict.fromkeys(self.thesaurus.narrower(concept), _NARROWER)
        return links | {concept: _SAME}

    def officially(self, text: str) -> str:
        """The text with official terms for its everyday words: "街坊吵架" is 邻里纠纷调解."""
        words: list[str] = []
        position = 0
        for match in self._matches(text):
            if match.kind == "hidden" and match.start >= position:
                words += [text[position : match.start], self.thesaurus[match.concept_id].pref_label]
                position = match.end
        return "".join((*words, text[position:]))

    def ways(self, query: str, quote: str, figures: Sequence[Stretch] = ()) -> Iterator[Way]:
        """How the words of a query lead to others of a clause; words that it has itself are left out."""
        said = self.thesaurus.find(quote)
        for asked in self.beside(query, figures):
            linked = self.linked(asked.concept_id)
            best = max(said, key=lambda match: linked.get(match.concept_id, 0.0), default=None)
            if best is not None and linked.get(best.concept_id, 0.0) > _BESIDE:
                words = "".join(quote[best.start : best.end].split())
                if asked.label not in words:
                    yield Way(asked.label, words, best.start, best.end)

    @cached_property
    def _matches(self) -> Callable[[str], tuple[ConceptMatch, ...]]:
        """What stands in a query, which is looked at for the ranking and again for every hit."""
        return lru_cache(maxsize=_REMEMBERED)(self.thesaurus.find)
