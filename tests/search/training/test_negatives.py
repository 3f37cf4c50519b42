"""Wrong answers are near the question and unlike the right answer: on texts that lie on a circle, a degree apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.encoder.encoder import Progress, Vectors
from search.training.lessons import Lessons
from search.training.negatives import mine
from search.training.pairs import Pair


@dataclass
class Circle:
    """The text "40" lies at 40 degrees."""

    name: str = "circle"
    dimensions: int = 2

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encode_clauses(texts)

    def encode_clauses(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        angles = np.radians([float(text) for text in texts])
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def test_wrong_answers_are_near_the_question_and_never_nearly_the_right_one() -> None:
    pairs = [Pair("10", "0", "colloquial", ""), Pair("185", "180", "colloquial", "")]
    others = [str(angle) for angle in range(1, 180)]
    lessons = Lessons(pairs, [], [], others, np.zeros((0, 2), dtype=np.float32), [])
    first, second = mine(Circle(), lessons, 20, seed=1)
    assert len(set(first)) == 20
    assert min(map(float, first)) > 44, "below 44 degrees the cosine to the right answer is above .72"
    assert max(map(float, first)) < 44 + 62, "only the first sixty come into question"
    assert max(map(float, second)) < 180 - 43


def test_the_same_seed_finds_the_same_wrong_answers() -> None:
    lessons = Lessons(
        [Pair("10", "0", "title", "")], [], [], [str(angle) for angle in range(180)], np.zeros((0, 2), np.float32), []
    )
    assert mine(Circle(), lessons, 3, seed=7) == mine(Circle(), lessons, 3, seed=7)
