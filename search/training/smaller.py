"""The trained network made smaller: some of its layers, and of each feed-forward layer the units that do most.

In: weights by the names of `BertModel`, the layers to keep, and how strongly each unit of a feed-forward layer answers
to texts.  Out: the weights of the smaller network, which still has to learn to do the same (`following.py`).
Relied on: what a unit does is how strongly it answers, by how much weight its answer has.
Example: layers 0, 2 and 3 of four; of layer 2, now the second, 1,536 of 2,048 units.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

_LAYER = "encoder.layer."
# The weights that have a row, or a column, for each unit of a feed-forward layer.
_BY_UNIT = {"intermediate.dense.weight": 0, "intermediate.dense.bias": 0, "output.dense.weight": 1}

Floats = npt.NDArray[np.float32]


def smaller(
    weights: Mapping[str, Floats], layers: Sequence[int], units: int, answers: Mapping[int, Floats]
) -> dict[str, Floats]:
    """The weights without the other layers and units; `answers` holds for each layer those of its units."""
    kept = {name: tensor for name, tensor in weights.items() if not name.startswith(_LAYER)}
    for place, layer in enumerate(layers):
        at = f"{_LAYER}{layer}."
        weight = np.linalg.norm(weights[f"{at}output.dense.weight"], axis=0)
        most = np.sort(np.argsort(-answers[layer] * weight)[:units])
        for name, tensor in weights.items():
            if name.startswith(at):
                axis = _BY_UNIT.get(name.removeprefix(at))
                whole = tensor if axis is None else np.ascontiguousarray(tensor.take(most, axis))
                kept[f"{_LAYER}{place}.{name.removeprefix(at)}"] = whole
    return kept
