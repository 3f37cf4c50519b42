"""One round of training on a small network: it learns, and leaves alone what it should."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from search.encoder.onnx_encoder import OnnxEncoder
from search.training.pairs import Pair

pytestmark = pytest.mark.models

ASKED = ("老人吃饭", "孩子上学", "看病", "买菜", "老人看病", "孩子吃饭", "老人上学", "孩子看病")


def test_a_round_brings_questions_nearer_to_their_clauses_and_keeps_the_words_in_place(
    tmp_path: Path, small_weights: dict[str, np.ndarray], small_tokenizer: dict[str, Any]
) -> None:
    from search.training import folder
    from search.training.fit import fit
    from search.training.lessons import Lessons
    from search.training.recipe import Recipe, Round
    from search.training.student import averaged, student, weights_of

    pairs = [Pair(f"问{text}", f"{text}。", "colloquial", "") for text in ASKED]
    clauses = [pair.clause for pair in pairs]
    recipe = Recipe(batch=4, longest=16, dimensions=(32, 16))
    folder.write(tmp_path / "before", small_weights, small_tokenizer, {"name": "before", "queryPrefix": recipe.prefix})
    before = OnnxEncoder.open(tmp_path / "before")
    lessons = Lessons(pairs, [()] * len(pairs), pairs[:4], clauses, before.encode_clauses(clauses), pairs)
    model = student(small_weights, small_tokenizer, recipe.prefix, tmp_path / "student")
    fit(model, lessons, recipe, Round(epochs=8, learning_rate=5e-3))
    after = weights_of(model)
    words = "embeddings.word_embeddings.weight"
    assert np.array_equal(after[words], small_weights[words])
    assert set(after) == set(small_weights)

    folder.write(tmp_path / "after", after, small_tokenizer, {"name": "after", "queryPrefix": recipe.prefix})
    assert right(OnnxEncoder.open(tmp_path / "after"), pairs) > right(before, pairs)
    half = averaged([small_weights, after], (0.5, 0.5))
    assert half[words] == pytest.approx(small_weights[words], abs=1e-6)


def right(encoder: OnnxEncoder, pairs: Sequence[Pair]) -> float:
    """The mean margin by which the right clause lies nearer than the nearest other."""
    queries = encoder.encode_queries([pair.query for pair in pairs])
    closeness = queries @ encoder.encode_clauses([pair.clause for pair in pairs]).T
    own = closeness.diagonal().copy()
    np.fill_diagonal(closeness, -1)
    return float((own - closeness.max(axis=1)).mean())
