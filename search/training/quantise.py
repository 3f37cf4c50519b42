"""Matrices in eight bits: one scale a row of a weight, values from -127 to 127.

In: the float weights by the names of `BertModel`.  Out: what `model.safetensors` holds: int8 matrices with a
`…_scale` column beside each, everything else (biases, layer norms) as it was.  The names and shapes are those of the
`compressed-tensors` format, which `transformers` reads.
Example: `encoder.layer.0.output.dense.weight` of 512 x 2048 becomes int8, with `….weight_scale` of 512 x 1.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

MOST = 127


def quantise(weights: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The weights with every matrix in int8."""
    made: dict[str, np.ndarray] = {}
    for name, values in weights.items():
        if values.ndim < 2:
            made[name] = np.ascontiguousarray(values, dtype=np.float32)
            continue
        scale = np.maximum(np.abs(values).max(axis=1, keepdims=True), 1e-8) / MOST
        made[name] = np.rint(values / scale).astype(np.int8)
        made[f"{name}_scale"] = scale.astype(np.float32)
    return made


def config(targets: tuple[str, ...] = ("Linear", "Embedding")) -> dict[str, object]:
    """The entry `quantization_config` of `config.json` that says so."""
    weights = {"num_bits": 8, "type": "int", "symmetric": True, "strategy": "channel"}
    return {
        "quant_method": "compressed-tensors",
        "format": "int-quantized",
        "quantization_status": "compressed",
        "config_groups": {"group_0": {"targets": list(targets), "weights": weights}},
        "ignore": [],
        "dequantize": True,
    }
