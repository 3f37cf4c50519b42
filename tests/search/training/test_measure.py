"""The scores of a model on questions whose answers are known, checked against sums done by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

import numpy as np
import pytest

from search.encoder.encoder import Progress, Vectors
from search.training.measure import measure
from search.training.pairs import Pair

PLACES = {
    "甲": (1.0, 0.0),
    "乙": (0.8, 0.6),
    "丙": (0.1, 1.0),
    "问甲": (1.0, 0.0),
    "问乙": (0.95, 0.3),
    "问丙": (0.1, 1.0),
}


@dataclass
class Placed:
    """An encoder of six known texts."""

    name: str = "placed"
    dimensions: int = 2

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encode_clauses(texts)

    def encode_clauses(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        return np.array([PLACES[text] for text in texts], dtype=np.float32)


def test_a_right_answer_further_down_counts_less() -> None:
    pairs = [Pair("问甲", "甲", "colloquial", ""), Pair("问乙", "丙", "title", "")]
    scores = measure(Placed(), pairs, ["乙"], (2,))[2]
    assert scores["colloquial"].ndcg == 1.0
    assert scores["title"].ndcg == pytest.approx(1 / log2(4))  # 甲 and 乙 come before 丙
    assert scores["title"].mrr == pytest.approx(1 / 3)
    assert scores["all"].queries == 2
    assert scores["all"].recall == 1.0


def test_only_the_first_dimensions_count_where_they_are_asked_for() -> None:
    scores = measure(Placed(), [Pair("问丙", "乙", "paraphrase", "")], ["丙"], (1, 2))
    assert scores[1]["all"].ndcg == 1.0  # all are as near, and the first stands first
    assert scores[2]["all"].ndcg == pytest.approx(1 / log2(3))


def test_a_question_with_two_right_answers_is_one_question() -> None:
    pairs = [Pair("问丙", "丙", "colloquial", ""), Pair("问丙", "乙", "colloquial", "")]
    scores = measure(Placed(), pairs, ["甲"], (2,))[2]["all"]
    assert scores.queries == 1
    assert scores.ndcg == pytest.approx(1.0)
