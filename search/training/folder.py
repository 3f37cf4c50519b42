"""The model folder that ships: the one that `SentenceTransformer(folder)` and the ONNX runtime both open.

In: float weights, a tokenizer, and what the manifest shall say.  Out: the folder: `model.safetensors` with the only
weights, `model.onnx` that points into them, the tokenizer, sentence-transformers' own files, and `manifest.json` with
the sha256 of each.
Example: `modules.json` lists Transformer, Pooling (first token) and Normalize.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from safetensors.numpy import save_file

from search.encoder.manifest import MANIFEST
from search.training import quantise
from search.training.network import WEIGHTS_FILE, Network

HEADS = 8
EPSILON = 1e-12
MAX_TOKENS = 512
_MODULES = (
    ("", "sentence_transformers.models.Transformer"),
    ("1_Pooling", "sentence_transformers.models.Pooling"),
    ("2_Normalize", "sentence_transformers.models.Normalize"),
)


def write(
    folder: Path, weights: Mapping[str, np.ndarray], tokenizer: Mapping[str, Any], about: Mapping[str, Any]
) -> None:
    """Writes the folder that ships; `about` is the manifest without the hashes, and names the prefix of a query."""
    files = _write(folder, quantise.quantise(weights), tokenizer, about["queryPrefix"], quantise.config())
    onnx.save(Network(folder / WEIGHTS_FILE, HEADS, EPSILON).model(), folder / "model.onnx")
    hashes = {name: sha256(folder / name) for name in sorted((*files, "model.onnx"))}
    vocabulary = weights["embeddings.word_embeddings.weight"].shape[0]
    manifest = {**about, "vocabulary": vocabulary, "files": hashes}
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_float(folder: Path, weights: Mapping[str, np.ndarray], tokenizer: Mapping[str, Any], prefix: str) -> None:
    """Writes a folder for sentence-transformers alone, in float32: what training begins with."""
    _write(folder, {name: np.ascontiguousarray(value) for name, value in weights.items()}, tokenizer, prefix, None)


def _write(
    folder: Path,
    tensors: dict[str, np.ndarray],
    tokenizer: Mapping[str, Any],
    prefix: str,
    quantisation: Mapping[str, object] | None,
) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    save_file(tensors, folder / WEIGHTS_FILE, metadata={"format": "pt"})
    (folder / WEIGHTS_FILE).chmod(0o644)
    bert = _bert(tensors)
    width = bert["hidden_size"]
    files: dict[str, object] = {
        "tokenizer.json": tokenizer,
        "tokenizer_config.json": _tokenizer_config(),
        "config.json": {**bert, "quantization_config": quantisation} if quantisation else bert,
        "modules.json": [
            {"idx": place, "name": str(place), "path": path, "type": kind}
            for place, (path, kind) in enumerate(_MODULES)
        ],
        "sentence_bert_config.json": {
            "max_seq_length": MAX_TOKENS,
            "do_lower_case": False,
            "model_kwargs": {"add_pooling_layer": False},
        },
        "1_Pooling/config.json": {"word_embedding_dimension": width, "pooling_mode_cls_token": True},
        "config_sentence_transformers.json": {
            "prompts": {"query": prefix, "document": ""},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(
            json.dumps(content, ensure_ascii=False, indent=_indent(name)) + "\n", encoding="utf-8"
        )
    return [*files, WEIGHTS_FILE]


def sha256(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _indent(name: str) -> int | None:
    return None if name == "tokenizer.json" else 2


def _bert(weights: Mapping[str, np.ndarray]) -> dict[str, object]:
    vocabulary, width = weights["embeddings.word_embeddings.weight"].shape
    inner = weights["encoder.layer.0.intermediate.dense.bias"].shape[0]
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "vocab_size": vocabulary,
        "hidden_size": width,
        "num_hidden_layers": sum(name.endswith("intermediate.dense.bias") for name in weights),
        "num_attention_heads": HEADS,
        "intermediate_size": inner,
        "hidden_act": "gelu",
        "hidden_dropout_prob": 0.0,
        "attention_probs_dropout_prob": 0.0,
        "layer_norm_eps": EPSILON,
        "max_position_embeddings": weights["embeddings.position_embeddings.weight"].shape[0],
        "type_vocab_size": 2,
        "pad_token_id": 0,
        "dtype": "float32",
    }


def _tokenizer_config() -> dict[str, object]:
    special = {f"{kind}_token": f"[{kind.upper()}]" for kind in ("pad", "unk", "cls", "sep", "mask")}
    return {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": MAX_TOKENS, **special}
