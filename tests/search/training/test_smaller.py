"""What a smaller network keeps of a trained one."""

from __future__ import annotations

import numpy as np
import pytest

from search.training.smaller import smaller

Weights = dict[str, np.ndarray]


def test_layers_move_up_and_what_is_outside_them_stays(small_weights: Weights) -> None:
    kept = smaller(small_weights, (1,), 64, {1: np.ones(64, np.float32)})
    assert {name for name in kept if name.startswith("encoder")} == {
        name for name in small_weights if name.startswith("encoder.layer.0.")
    }
    for name, tensor in kept.items():
        assert np.array_equal(tensor, small_weights[name.replace("layer.0", "layer.1")])


def test_units_that_answer_most_are_kept_with_their_weights(small_weights: Weights) -> None:
    answers = np.zeros(64, np.float32)
    answers[[3, 40]] = 1
    kept = smaller(small_weights, (0, 1), 2, {0: answers, 1: np.flip(answers)})
    for layer, units in ((0, [3, 40]), (1, [23, 60])):
        at = f"encoder.layer.{layer}."
        assert np.array_equal(
            kept[f"{at}intermediate.dense.bias"], small_weights[f"{at}intermediate.dense.bias"][units]
        )
        for name, axis in (("intermediate.dense.weight", 0), ("output.dense.weight", 1)):
            assert np.array_equal(kept[at + name], small_weights[at + name].take(units, axis))


def test_a_strong_answer_that_nothing_hears_is_little(small_weights: Weights) -> None:
    deaf = dict(small_weights)
    deaf["encoder.layer.0.output.dense.weight"] = small_weights["encoder.layer.0.output.dense.weight"].copy()
    deaf["encoder.layer.0.output.dense.weight"][:, 5] = 0
    kept = smaller(deaf, (0,), 63, {0: np.arange(64, dtype=np.float32)[::-1] + 1})
    expected = np.delete(small_weights["encoder.layer.0.intermediate.dense.bias"], 5)
    assert kept["encoder.layer.0.intermediate.dense.bias"] == pytest.approx(expected)
