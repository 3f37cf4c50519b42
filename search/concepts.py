"""The concept lane: clauses that speak of what the query speaks of, in whatever words.

In: the clauses once, then a query.  Out: for each entry how much of the query's concepts it has, 0 to 1, by those that
are linked to them (`search/concept_reading.py`).  Relied on: a concept that most clauses have (社区) tells little, so
each weighs by how rare it is.
Example: in "街坊吵架谁来管" stand 街坊 and 吵架, which find clauses with 邻里 and 矛盾纠纷.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

import numpy as np

from ontology.label_table import ConceptMatch
from ontology.thesaurus import Thesaurus
from search.bounds import Stretch
from search.concept_reading import ConceptReader
from search.entries import Entry
from search.fusion import Scores
from search.index_files import damaged, of_words, read_record
from search.postings import Places, Postings
from search.whole import Whole

# Rarity, as log of how few clauses have a concept, that makes full evidence; less of it is less.
_FULL = 5.0
_NAMED = "concepts.json"
_REMEMBERED = 512  # concepts whose rows are kept unpacked
# What a letter of the query weighs that is in no label: a concept named in passing is not what is asked for.
_UNKNOWN = 0.7
_NONE: Places = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class ConceptLane:
    """The concepts that any entry has, and for each the entries."""

    concepts: tuple[str, ...]
    postings: Postings
    size: int
    reader: ConceptReader = field(default_factory=ConceptReader, repr=False)
    _whole: Whole | None = field(default=None, repr=False)  # where these entries are only some

    @classmethod
    def build(cls, entries: Sequence[Entry], thesaurus: Thesaurus | None = None) -> ConceptLane:
        """The lane over `entries`; an entry has the concepts of its words and of the title it stands under."""
        reader = ConceptReader(thesaurus)
        known: set[str] = set()

        def read() -> Iterator[list[str]]:
            for entry in entries:
                found = [match.concept_id for match in reader.thesaurus.find(entry.searched)]
                known.update(found)
                yield found

        postings = Postings.build(read())
        return cls(tuple(sorted(known)), postings, len(entries), reader)

    @classmethod
    def among(cls, concepts: Sequence[Sequence[str]], whole: Whole, reader: ConceptReader) -> ConceptLane:
        """The lane over some clauses of a whole, given the concepts of each."""
        return cls(_all(concepts), Postings.build(concepts), len(concepts), reader, whole)

    def part(self, rows: Places, text: str) -> ConceptLane:
        """The lane over some of the entries, for one text alone."""
        asked = self.reader.asked(text)
        whole = Whole(self.size, 0.0, {concept: len(self._having(concept)) for concept in asked})
        held = {other: self._having(other) for links in asked.values() for other in links}
        postings = Postings.among(held, rows, self.size)
        return ConceptLane(tuple(held), postings, len(rows), self.reader, whole)

    def save(self, directory: Path) -> None:
        """Writes the lane below `directory`, which is made."""
        self.postings.save(directory)
        meta = {"size": self.size, "concepts": self.concepts}
        (directory / _NAMED).write_text(json.dumps(meta) + "\n", encoding="utf-8")

    @classmethod
    def open(cls, directory: Path, size: int) -> ConceptLane:
        """The lane over `size` entries saved below `directory`; raises IndexDamaged where it cannot be read."""
        path = directory / _NAMED
        said = read_record(path, {"size": int, "concepts": list})
        if said["size"] != size or not of_words(said["concepts"]):
            raise damaged(path, f"concepts of {said['size']}", f"names of concepts of {size}")
        return cls(tuple(said["concepts"]), Postings.open(directory, size), size)

    def score(self, text: str, figures: Sequence[Stretch] = ()) -> Scores:
        """How much of the concepts of `text` every entry has; its figures are no concepts (以上, 平方米)."""
        found: Scores = np.zeros(self.size, dtype=np.float32)
        matches = self.reader.beside(text, figures)
        named = {at for match in matches for at in range(match.start, match.end)}
        total = _UNKNOWN * sum(letter.isalpha() for at, letter in enumerate(text) if at not in named)
        for concept in self._meant(matches):
            weight = self._rarity(concept)
            total += weight
            best: Scores = np.zeros(self.size, dtype=np.float32)
            for other, worth in self.reader.linked(concept).items():
                rows = self._having(other)
                best[rows] = np.maximum(best[rows], np.float32(worth))
            found += best * np.float32(weight)
        return found / np.float32(max(total, _FULL))

    def _meant(self, matches: Iterable[ConceptMatch]) -> Iterator[str]:
        """The concepts of a query; one that no clause has is not asked for again where one linked to it is asked for.

        被骗子骗了钱 speaks of being cheated and of fraud: plans have services for the second.
        """
        asked = dict.fromkeys(match.concept_id for match in matches)
        for concept in asked:
            if self._frequency(concept) or len(asked.keys() & self.reader.linked(concept).keys()) == 1:
                yield concept

    def by_entry(self) -> list[list[str]]:
        """The concepts of every entry."""
        held: list[list[str]] = [[] for _ in range(self.size)]
        for concept in self.concepts:
            for row in self._having(concept).tolist():
                held[row].append(concept)
        return held

    def _having(self, concept: str) -> Places:
        return self._read(concept) if concept in self._present else _NONE

    @cached_property
    def _read(self) -> Callable[[str], Places]:
        """The rows of a concept, unpacked; queries come back to the same few hundred concepts."""
        return lru_cache(maxsize=_REMEMBERED)(self.postings.rows)

    @cached_property
    def _present(self) -> frozenset[str]:
        return frozenset(self.concepts)

    def _rarity(self, concept: str) -> float:
        size = self.size if self._whole is None else self._whole.size
        return float(np.log((size + 1) / (self._frequency(concept) + 1)))

    def _frequency(self, concept: str) -> int:
        """How many clauses have a concept, of all there are."""
        return len(self._having(concept)) if self._whole is None else self._whole.frequencies.get(concept, 0)


def _all(held: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted(set(chain.from_iterable(held))))
