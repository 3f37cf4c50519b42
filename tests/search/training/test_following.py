"""A smaller network comes to give the vectors of the one it was made from."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from search.training.pairs import Pair, Split

pytestmark = pytest.mark.models

WORDS = ("老人", "吃饭", "买菜", "看病", "孩子", "上学")


def test_it_comes_near_what_it_follows_on_texts_that_it_never_saw(
    tmp_path: Path, small_weights: dict[str, np.ndarray], small_tokenizer: dict[str, Any]
) -> None:
    from search.training.following import follow
    from search.training.lessons import Material
    from search.training.recipe import Pass, Recipe, Smaller
    from search.training.sentences import Sentence
    from search.training.student import student

    said = ["".join(words) for words in permutations(WORDS, 3)]
    seen, unseen = said[::2], said[1::2]
    pairs = tuple(Pair(text, f"{text}。", "colloquial", "") for text in seen)
    material = Material(Split(pairs, ()), [Sentence("", text) for text in seen], [])
    wrong = [pair.clause for pair in (*pairs[1:], pairs[0])]
    leader = student(small_weights, small_tokenizer, "问：", tmp_path / "leader")

    def agreement(steps: int) -> float:
        passes = tuple(Pass(steps=steps, learning_rate=3e-3, texts=16, pairs=8, right=right) for right in (0, 0.01))
        kept = Smaller(layers=(0,), units=48, passes=passes)
        follower = follow(leader, material, wrong, Recipe(smaller=kept), tmp_path / f"follower-{steps}")
        there, here = (one.encode(unseen, normalize_embeddings=True) for one in (leader, follower))
        return float((there * here).sum(axis=1).mean())

    assert agreement(150) > 1 - (1 - agreement(0)) / 4
