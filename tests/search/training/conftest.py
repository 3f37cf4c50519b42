"""A small network with weights at random and its tokenizer."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

WIDTH, INNER, LAYERS = 32, 64, 2
CHARACTERS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"老人吃饭买菜看病孩子上学问：0123456789abc。，")


@pytest.fixture
def small_weights() -> dict[str, np.ndarray]:
    chance = np.random.default_rng(1)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(CHARACTERS), WIDTH),
        "embeddings.position_embeddings.weight": (64, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            shapes[f"{name}attention.{part}.weight"] = (WIDTH, WIDTH)
            shapes[f"{name}attention.{part}.bias"] = (WIDTH,)
        shapes |= {f"{name}intermediate.dense.weight": (INNER, WIDTH), f"{name}intermediate.dense.bias": (INNER,)}
        shapes |= {f"{name}output.dense.weight": (WIDTH, INNER), f"{name}output.dense.bias": (WIDTH,)}
        shapes |= {f"{name}attention.output.LayerNorm.{part}": (WIDTH,) for part in ("weight", "bias")}
        shapes |= {f"{name}output.LayerNorm.{part}": (WIDTH,) for part in ("weight", "bias")}
    shapes |= {f"embeddings.LayerNorm.{part}": (WIDTH,) for part in ("weight", "bias")}
    made = {name: chance.normal(0, 0.4 if len(shape) > 1 else 0.02, shape) for name, shape in shapes.items()}
    made |= {name: 1 + value for name, value in made.items() if name.endswith("LayerNorm.weight")}
    return {name: value.astype(np.float32) for name, value in made.items()}


@pytest.fixture
def small_tokenizer() -> dict[str, Any]:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    made = Tokenizer(models.WordPiece({token: number for number, token in enumerate(CHARACTERS)}, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing("[CLS] $A [SEP]", None, [("[CLS]", 2), ("[SEP]", 3)])
    made.add_special_tokens(list(CHARACTERS[:5]))
    content: dict[str, Any] = json.loads(made.to_str())
    return content
