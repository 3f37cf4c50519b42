"""The model folder that ships: the one that `SentenceTransformer(folder)` and the ONNX runtime both open.

In: float weights, a tokenizer, and what the manifest shall say.  Out: the folder: `model.safetensors` with the only
weights, `model.onnx` that points into them, the tokenizer, sentence-transformers' own files, and `manifest.json` with
the sha256 of each.
Example: `modules.json` lists Transformer, Pooling (first token), Dense (the projection) and Normalize.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import onnx
from safetensors.numpy import save_file

from search.encoder.manifest import MANIFEST
from search.training import quantise
from search.training.network import PROJECTION, PROJECTION_FILE, WEIGHTS_FILE, Network

HEADS = 8
EPSILON = 1e-12
MAX_TOKENS = 512
GRAPH = "model.onnx"
_TRANSFORMER = ("", "sentence_transformers.models.Transformer")
_POOLING = ("1_Pooling", "sentence_transformers.models.Pooling")
_DENSE = ("2_Dense", "sentence_transformers.models.Dense")
_NORMALIZE = ("3_Normalize", "sentence_transformers.models.Normalize")

Weights: TypeAlias = Mapping[str, np.ndarray]
JsonObject: TypeAlias = Mapping[str, Any]


def write(
    folder: Path, weights: Weights, tokenizer: JsonObject, about: JsonObject, projection: np.ndarray | None = None
) -> None:
    """Writes the folder that ships; `about` is the manifest without the hashes, and names the prefix of a query.

    A projection makes the vectors shorter at the end.
    """
    config = {**_bert(weights), "quantization_config": quantise.config()}
    files = _write(folder, quantise.quantise(weights), config, tokenizer)
    files += _write_modules(folder, about["queryPrefix"], config["hidden_size"], projection)
    onnx.save(Network(folder, HEADS, EPSILON).model(), folder / GRAPH)
    hashes = {name: sha256(folder / name) for name in sorted((*files, GRAPH))}
    dimensions, vocabulary = len(projection) if projection is not None else config["hidden_size"], config["vocab_size"]
    manifest = {**about, "dimensions": dimensions, "vocabulary": vocabulary, "files": hashes}
    _write_json(folder / MANIFEST, manifest)


def write_float(folder: Path, weights: Weights, tokenizer: JsonObject, prefix: str) -> None:
    """Writes a folder for sentence-transformers alone, in float32: what training begins with."""
    config = _bert(weights)
    _write(folder, {name: np.ascontiguousarray(value) for name, value in weights.items()}, config, tokenizer)
    _write_modules(folder, prefix, config["hidden_size"], None)


def sha256(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(folder: Path, tensors: dict[str, np.ndarray], config: JsonObject, tokenizer: JsonObject) -> list[str]:
    """The network itself: what `transformers` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_tensors(folder / WEIGHTS_FILE, tensors)
    _write_json(folder / "config.json", config)
    _write_json(folder / "tokenizer.json", tokenizer, indent=None)
    _write_json(folder / "tokenizer_config.json", _tokenizer_config())
    return [WEIGHTS_FILE, "config.json", "tokenizer.json", "tokenizer_config.json"]


def _write_modules(folder: Path, prefix: str, width: int, projection: np.ndarray | None) -> list[str]:
    """What sentence-transformers puts around it."""
    modules = [_TRANSFORMER, _POOLING, *([_DENSE] if projection is not None else []), _NORMALIZE]
    listed = [{"idx": at, "name": str(at), "path": path, "type": kind} for at, (path, kind) in enumerate(modules)]
    transformer = {"max_seq_length": MAX_TOKENS, "do_lower_case": False, "model_kwargs": {"add_pooling_layer": False}}
    prompts = {"query": prefix, "document": ""}
    files: dict[str, object] = {
        "modules.json": listed,
        "sentence_bert_config.json": transformer,
        "1_Pooling/config.json": {"word_embedding_dimension": width, "pooling_mode_cls_token": True},
        "config_sentence_transformers.json": {"prompts": prompts, "similarity_fn_name": "cosine"},
    }
    if projection is not None:
        files["2_Dense/config.json"] = {
            "in_features": width,
            "out_features": len(projection),
            "bias": False,
            "activation_function": "torch.nn.modules.linear.Identity",
        }
    for name, content in files.items():
        _write_json(folder / name, content)
    if projection is None:
        return [*files]
    _write_tensors(folder / PROJECTION_FILE, {PROJECTION: projection})
    return [*files, PROJECTION_FILE]


def _write_tensors(path: Path, tensors: dict[str, np.ndarray]) -> None:
    save_file(tensors, path, metadata={"format": "pt"})
    path.chmod(0o644)


def _write_json(path: Path, content: object, indent: int | None = 2) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=indent) + "\n", encoding="utf-8")


def _bert(weights: Weights) -> dict[str, Any]:
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
