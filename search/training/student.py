"""The model in training: a sentence-transformers model in float32, and the way back to plain weights.

In: weights by the names of `BertModel` and a tokenizer.  Out: `SentenceTransformer`, on the processor.
Example: `weights_of(model)["embeddings.word_embeddings.weight"].shape` is (9338, 512).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sentence_transformers import SentenceTransformer

from search.training import folder


def student(
    weights: Mapping[str, np.ndarray], tokenizer: Mapping[str, Any], prefix: str, at: Path
) -> SentenceTransformer:
    """The model with these weights; `at` is a directory that it is written to on the way."""
    folder.write_float(at, weights, tokenizer, prefix)
    return SentenceTransformer(str(at), device="cpu")


def weights_of(model: SentenceTransformer) -> dict[str, np.ndarray]:
    """The weights of the network, by the names of `BertModel`."""
    state = model[0].auto_model.state_dict()
    return {name: tensor.detach().float().numpy() for name, tensor in state.items()}


def averaged(stages: Sequence[Mapping[str, np.ndarray]], shares: Sequence[float]) -> dict[str, np.ndarray]:
    """The mean of several states of one model: it keeps of each what the others do not contradict."""
    pairs = list(zip(stages, shares, strict=True))
    return {name: np.asarray(sum(share * stage[name] for stage, share in pairs), np.float32) for name in stages[-1]}
