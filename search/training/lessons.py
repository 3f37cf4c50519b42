"""All there is to learn from, read once: what is said, what is official, what the teacher thinks of it.

In: the pairs, the sample of official sentences, the thesaurus, and the teacher.  Out: `Material`, and from it the
`Lessons` of a round.
Example: `Material.read(recipe).lessons(teacher, recipe)`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ontology.skos import Concept, read_concepts
from ontology.vocabulary import FOLDER as VOCABULARY
from search.encoder.encoder import Encoder
from search.training import pairs, sentences, synthetic
from search.training.pairs import Pair
from search.training.recipe import Recipe

THESAURUS = VOCABULARY / "thesaurus"


@dataclass(frozen=True, slots=True)
class Lessons:
    """What one round learns from, and is looked at with."""

    pairs: Sequence[Pair]
    wrong: Sequence[Sequence[str]]  # for every pair
    made: Sequence[Pair]  # by rule, without wrong answers
    remembered: Sequence[str]
    vectors: npt.NDArray[np.float32]  # the teacher's, for what is remembered
    held_out: Sequence[Pair]  # to look at after each epoch


@dataclass(frozen=True, slots=True)
class Material:
    """The data of the repository."""

    spoken: pairs.Split
    official: Sequence[sentences.Sentence]
    concepts: Sequence[Concept]

    @classmethod
    def read(cls) -> Material:
        """All of it."""
        concepts = [concept for path in sorted(THESAURUS.glob("*.ttl")) for concept in read_concepts(path)]
        return cls(pairs.split(pairs.read_pairs()), sentences.read_sentences(), concepts)

    def texts(self) -> Iterator[str]:
        """Everything that is written anywhere."""
        yield from (sentence.text for sentence in self.official)
        yield from (text for pair in self._pairs() for text in (pair.query, pair.clause))

    def searched(self, recipe: Recipe) -> list[str]:
        """The clauses of all pairs, and some official sentences: what is searched when a model is measured."""
        drawn = random.Random(recipe.seed).sample([sentence.text for sentence in self.official], recipe.distractors)
        return list(dict.fromkeys([*(pair.clause for pair in self._pairs()), *drawn]))

    def unheld(self) -> list[str]:
        """Every text once, of laws and plans, of the pairs and of the thesaurus, but what is held out."""
        official = (text for sentence in self.official for text in (sentence.text, sentence.heading))
        clauses = (pair.clause for pair in self.spoken.learn)
        labels = (label for concept in self.concepts for label in (*concept.names, *concept.hidden_labels))
        texts = dict.fromkeys(text for text in (*official, *clauses, *labels) if text)
        held_out = {pair.clause for pair in self.spoken.held_out}
        return [text for text in texts if text not in held_out]

    def lessons(self, teacher: Encoder, recipe: Recipe) -> Lessons:
        """The first round's; nothing of what is held out is in them, but to look at."""
        clauses = dict.fromkeys(pair.clause for pair in self.spoken.learn)
        texts = [sentence.text for sentence in self.official]
        made = synthetic.titles(self.official, recipe.titles, recipe.seed)
        made += synthetic.keywords(self.official, recipe.keywords, recipe.seed)
        made += synthetic.everyday(self.concepts, [*texts, *clauses], recipe.everyday, recipe.seed)
        remembered = random.Random(recipe.seed).sample(texts, recipe.remembered)
        return Lessons(
            pairs=self.spoken.learn,
            wrong=[()] * len(self.spoken.learn),
            made=made,
            remembered=remembered,
            vectors=teacher.encode_clauses(remembered),
            held_out=self.spoken.held_out,
        )

    def _pairs(self) -> Iterator[Pair]:
        yield from self.spoken.learn
        yield from self.spoken.held_out
