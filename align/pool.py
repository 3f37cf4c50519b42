"""Concepts that measured things are brought to: those of a vocabulary, and those that earlier plans founded.

In: one plan's things at a time.  Out: the concept of each.  Relied on: what one plan measures twice is one thing
("…全覆盖" in a task and again in its action); two different things of one plan are two concepts, so a plan's things are
assigned to concepts one to one, over all of them at once.  A thing joins a concept by its likeness to the names of the
vocabulary or to the thing that founded it, never to one that joined later, so that weak links make no chain; what joins
none founds a concept that is named by its own wording, and no later plan renames it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.assignment import assign
from align.measures import Measure, alone, difference, likeness, telling
from ontology.records import AlignmentMethod
from ontology.vocabulary import Vocabulary

# From here on two mentions of one plan are one thing.
_RESTATED = 0.9


@dataclass(frozen=True, slots=True)
class Joined:
    """A concept that a thing was brought to, and how."""

    concept: str
    label: str
    score: float
    method: AlignmentMethod


@dataclass(frozen=True, slots=True)
class _Exemplar:
    """A name that stands for a concept: of the vocabulary, or of the thing that founded it."""

    concept: str
    label: str
    measure: Measure
    method: AlignmentMethod  # how a thing of the same wording joins


class ConceptPool:
    """The concepts so far; things of one plan after another join them or found new ones."""

    def __init__(self) -> None:
        self._exemplars: list[_Exemplar] = []
        self._by_pair: dict[str, list[int]] = {}
        self._numbers: dict[str, int] = {}

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> ConceptPool:
        """The pool that begins with a vocabulary of indicators."""
        pool = cls()
        for concept in vocabulary:
            unit = concept.properties.get("unitText")
            for name in concept.names:
                method: AlignmentMethod = "exact" if name == concept.pref_label else "vocabulary"
                pool._add(_Exemplar(concept.id, concept.pref_label, Measure.read(name, unit), method))
        return pool

    def bring(self, things: Sequence[Measure], prefix: str, least: float) -> list[Joined]:
        """The concept of each thing of one plan; new ones get the id `prefix/wording`.

        `least` is the likeness from which a thing can join.
        """
        groups = _restated(things)
        worth: dict[tuple[int, int], float] = {}
        joins: dict[tuple[int, int], Joined] = {}
        for number, group in enumerate(groups):
            for joined in self._candidates([things[one] for one in group], least):
                pair = (number, self._numbers[joined.concept])
                if joined.score > worth.get(pair, 0.0):
                    worth[pair], joins[pair] = joined.score, joined
        assigned = assign(worth)
        found: dict[int, Joined] = {}
        for number, group in enumerate(groups):
            joined = joins[number, assigned[number]] if number in assigned else self._found(prefix, things[group[0]])
            found.update((one, joined) for one in group)
        return [found[number] for number in range(len(things))]

    def nearest(self, thing: Measure, least: float) -> Joined | None:
        """The concept that is most like a thing, from `least` on; founds none."""
        return max(self._candidates([thing], least), key=lambda joined: joined.score, default=None)

    def _candidates(self, mentions: Sequence[Measure], least: float) -> Iterator[Joined]:
        """Each exemplar that one of the mentions of a thing is like enough."""
        for mention in mentions:
            numbers = {number for pair in telling(mention) for number in self._by_pair.get(pair, ())}
            for exemplar in (self._exemplars[number] for number in sorted(numbers)):
                if difference(mention, exemplar.measure) is not None:
                    continue
                score = likeness(mention, exemplar.measure)
                if score >= least:
                    same = mention.wording == exemplar.measure.wording
                    method: AlignmentMethod = exemplar.method if same else "similarity"
                    yield Joined(exemplar.concept, exemplar.label, score, method)

    def _found(self, prefix: str, thing: Measure) -> Joined:
        concept = f"{prefix}/{thing.wording}"
        namesakes = 1
        while concept in self._numbers:  # the same words for another thing: 总面积 of other buildings
            namesakes += 1
            concept = f"{prefix}/{thing.wording}-{namesakes}"
        self._add(_Exemplar(concept, thing.label, thing, "exact"))
        return Joined(concept, thing.label, 1.0, "exact")

    def _add(self, exemplar: _Exemplar) -> None:
        for pair in telling(exemplar.measure):
            self._by_pair.setdefault(pair, []).append(len(self._exemplars))
        self._exemplars.append(exemplar)
        self._numbers.setdefault(exemplar.concept, len(self._numbers))


def _restated(things: Sequence[Measure]) -> list[list[int]]:
    """The numbers of the things, those together that say the same as the first of them."""
    groups: list[list[int]] = []
    for number, thing in enumerate(things):
        for group in groups:
            first = things[group[0]]
            # By their own words: within one sentence the words around two things are the same for both.
            if difference(thing, first) is None and likeness(alone(thing), alone(first)) >= _RESTATED:
                group.append(number)
                break
        else:
            groups.append([number])
    return groups
