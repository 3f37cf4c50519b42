"""Concepts that measured things are brought to: those of a vocabulary, and those that earlier plans founded.

In: one plan's things at a time.  Out: the concept of each.  Relied on: what one plan measures twice is one thing
("…全覆盖" in a task and again in its action); two different things of one plan are two concepts, so a plan's things are
assigned to concepts one to one, over all of them at once.  A thing joins a concept by its likeness to the names of the
vocabulary or to the thing that founded it, never to one that joined later, so that weak links make no chain; what joins
none founds a concept that is named by its own wording, and no later plan renames it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from align.assignment import assign
from align.concept_register import Founded
from align.judgements import Joined, Judgements
from align.measures import Block, Measure, alone, block, difference, is_open, least_held, likeness, needed, telling
from ontology.records import AlignmentMethod
from ontology.vocabulary import Vocabulary

# From here on two mentions of one plan are one thing.
_RESTATED = 0.9
# A name of less weight stands in many texts that speak of something else.
_TELLING = 3.0
# No thing joins by less likeness.
_LEAST = 0.65


@dataclass(frozen=True)
class _Exemplar:
    """A name that stands for a concept: of the vocabulary, or of the thing that founded it."""

    concept: str
    label: str
    measure: Measure
    method: AlignmentMethod  # how a thing of the same wording joins

    @cached_property
    def tells(self) -> frozenset[str]:
        """The pairs of letters that tell it from others."""
        return telling(self.measure)


class ConceptPool:
    """The concepts so far; things of one plan after another join them or found new ones."""

    def __init__(self, judgements: Judgements) -> None:
        self.founded: list[Founded] = []  # beside those of the vocabulary, the first first
        self._judgements = judgements
        self._exemplars: list[_Exemplar] = []
        self._blocks: dict[Block, None] = {}
        self._often: dict[str, int] = {}
        self._by_pair: dict[tuple[Block, str], list[int]] = {}
        # By so many of its pairs that a thing like it has one of them.
        self._by_needed: dict[tuple[Block, str], list[int]] = {}
        self._numbers: dict[str, int] = {}
        self._norms: dict[tuple[float, str], dict[str, str]] = {}

    @classmethod
    def of(cls, vocabulary: Vocabulary, judgements: Judgements) -> ConceptPool:
        """The pool that begins with a vocabulary of indicators."""
        pool = cls(judgements)
        for concept in vocabulary:
            unit = concept.properties.get("unitText")
            if norm := concept.properties.get("minValue"):
                family = Measure.read("", unit).family
                pool._norms.setdefault((float(norm), family), {})[concept.id] = concept.pref_label
            for name in concept.names:
                method: AlignmentMethod = "exact" if name == concept.pref_label else "vocabulary"
                pool._add(_Exemplar(concept.id, concept.pref_label, Measure.read(name, unit), method))
        return pool

    def remember(self, founded: Founded) -> None:
        """Takes in a concept that a plan founded which is not there now."""
        if founded.concept not in self._numbers:
            self._add(_Exemplar(founded.concept, founded.label, founded.measure, "exact"))
            self.founded.append(founded)

    def bring(self, things: Mapping[str, Measure], prefix: str, least: float) -> Mapping[str, Joined]:
        """The concept of each thing of one plan, by the id of its fact; new ones get the id `prefix/wording`.

        `least` is the likeness from which a thing can join.
        """
        found: dict[str, Joined] = {}
        free: list[list[str]] = []
        for group in _restated(things, self._judgements):
            decided = next((joined for one in group if (joined := self._judgements.shared(one))), None)
            if decided:
                self._hold(decided, things[group[0]])
                found.update((one, decided) for one in group)
            else:
                free.append(group)
        taken = {joined.concept for joined in found.values()}
        for group, joined in zip(free, self._assigned(free, things, least, taken), strict=True):
            joined = joined or self._found(prefix, things[group[0]])
            found.update((one, joined) for one in group)
        for fact_id, joined in found.items():
            self._judgements.settle(fact_id, joined)
        return found

    def nearest(self, fact_id: str, thing: Measure, least: float) -> Joined | None:
        """The concept that is most like a thing, from `least` on; founds none."""
        near = (one for one in self._candidates([thing], least) if not self._judgements.bars(fact_id, one.concept))
        return max(near, key=lambda joined: joined.score, default=None)

    def normed(self, row_id: str, value: float, family: str, score: float) -> Iterator[tuple[Joined, list[Measure]]]:
        """The concepts that have a value for their norm, with those of their names that a text can be searched for."""
        for concept, label in self._norms.get((value, family), {}).items():
            if not self._judgements.bars(row_id, concept):
                names = [one.measure for one in self._exemplars if one.concept == concept]
                yield Joined(concept, label, score, "inferred"), [one for one in names if one.weight >= _TELLING]

    def _assigned(
        self, groups: Sequence[Sequence[str]], things: Mapping[str, Measure], least: float, taken: set[str]
    ) -> list[Joined | None]:
        """The concept of each group of facts that say the same, one to one; None for a group that joins none."""
        worth: dict[tuple[int, int], float] = {}
        joins: dict[tuple[int, int], Joined] = {}
        for number, group in enumerate(groups):
            for joined in self._candidates([things[one] for one in group], least):
                pair = (number, self._numbers[joined.concept])
                if joined.score <= worth.get(pair, 0.0) or joined.concept in taken:
                    continue
                if not any(self._judgements.bars(one, joined.concept) for one in group):
                    worth[pair], joins[pair] = joined.score, joined
        assigned = assign(worth)
        return [joins[number, assigned[number]] if number in assigned else None for number in range(len(groups))]

    def _candidates(self, mentions: Sequence[Measure], least: float) -> Iterator[Joined]:
        """Each exemplar that one of the mentions of a thing is like enough."""
        for mention in mentions:
            tells = telling(mention)
            for exemplar in (self._exemplars[number] for number in sorted(self._near(mention, least))):
                if tells.isdisjoint(exemplar.tells):
                    continue
                if difference(mention, exemplar.measure) is not None:
                    continue
                score = likeness(mention, exemplar.measure)
                if score >= least:
                    same = mention.wording == exemplar.measure.wording
                    method: AlignmentMethod = exemplar.method if same else "similarity"
                    yield Joined(exemplar.concept, exemplar.label, score, method)

    def _near(self, mention: Measure, least: float) -> set[int]:
        """The exemplars that can be so like a thing: those that hold enough of it, and those of which it does."""
        own = block(mention)
        pairs = needed(mention, least_held(mention, least), self._often)
        near: set[int] = set()
        for other in self._blocks:
            if is_open(own, other):
                near.update(*(self._by_pair.get((other, pair), ()) for pair in pairs))
                near.update(*(self._by_needed.get((other, pair), ()) for pair in mention.pairs))
        return near

    def _found(self, prefix: str, thing: Measure) -> Joined:
        concept = f"{prefix}/{thing.wording}"
        namesakes = 1
        while concept in self._numbers:  # the same words for another thing: 总面积 of other buildings
            namesakes += 1
            concept = f"{prefix}/{thing.wording}-{namesakes}"
        joined = Joined(concept, thing.label, 1.0, "exact")
        self._hold(joined, thing)
        return joined

    def _hold(self, joined: Joined, thing: Measure) -> None:
        """Keeps a concept that is not in the pool yet, for things to join."""
        if joined.concept not in self._numbers:
            founder = replace(thing, label=joined.label)
            self._add(_Exemplar(joined.concept, joined.label, founder, "exact"))
            self.founded.append(Founded.of(joined.concept, founder))

    def _add(self, exemplar: _Exemplar) -> None:
        measure, number, own = exemplar.measure, len(self._exemplars), block(exemplar.measure)
        self._blocks[own] = None
        for pair in needed(measure, least_held(measure, _LEAST), self._often):
            self._by_needed.setdefault((own, pair), []).append(number)
        for pair in measure.pairs:
            self._by_pair.setdefault((own, pair), []).append(number)
            self._often[pair] = self._often.get(pair, 0) + 1
        self._exemplars.append(exemplar)
        self._numbers.setdefault(exemplar.concept, len(self._numbers))


def _restated(things: Mapping[str, Measure], judgements: Judgements) -> list[list[str]]:
    """The ids of the things, those together that say the same as the first of them, or are the same by a verdict."""
    groups: list[list[str]] = []
    for fact_id, thing in things.items():
        open_groups = [group for group in groups if not any(judgements.are_apart(fact_id, one) for one in group)]
        own = next((group for group in open_groups if any(judgements.are_one(fact_id, one) for one in group)), None)
        own = own or next((group for group in open_groups if _restates(thing, things[group[0]])), None)
        if own is None:
            groups.append([fact_id])
        else:
            own.append(fact_id)
    return groups


def _restates(thing: Measure, first: Measure) -> bool:
    """Whether two mentions are of one thing by their own words: the words around them are those of one sentence."""
    return difference(thing, first) is None and likeness(alone(thing), alone(first)) >= _RESTATED
