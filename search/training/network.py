"""The encoder as an ONNX graph whose weights lie in `model.safetensors`, so that both ways of running read one file.

In: the folder with that file and the number of attention heads.  Out: an ONNX model of some kilobytes: BERT with the
first token's vector as the sentence's, made shorter by a projection if there is one, and brought to length 1.  Matrix
products are done in integers; the side that is not a weight is quantised as it comes (dynamic quantisation).
Example: the input `input_ids` of 3 x 20 and its mask give `sentence_embedding` of 3 x 512.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

OPSET = 20
WEIGHTS_FILE = "model.safetensors"
PROJECTION_FILE, PROJECTION = "2_Dense/model.safetensors", "linear.weight"
_TYPES = {"F32": TensorProto.FLOAT, "I8": TensorProto.INT8}


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a tensor lies in a file."""

    file: str
    kind: int
    shape: list[int]
    offset: int
    length: int


class Network:
    """An ONNX graph that is being put together; every method adds nodes and returns the name of what they give."""

    def __init__(self, folder: Path, heads: int, epsilon: float) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        self._heads = heads
        self._epsilon = epsilon
        files = (name for name in (WEIGHTS_FILE, PROJECTION_FILE) if (folder / name).is_file())
        self._stored = {name: tensor for file in files for name, tensor in _stored(folder, file)}
        self._width = self._stored["embeddings.word_embeddings.weight"].shape[1]

    def model(self) -> onnx.ModelProto:
        """The whole encoder."""
        hidden = self._embeddings()
        layers = sum(name.endswith("intermediate.dense.bias") for name in self._stored)
        bias = self._mask()
        for layer in range(layers):
            hidden = self._layer(f"encoder.layer.{layer}.", hidden, bias)
        vector = self._add("Gather", hidden, self._whole(0), axis=1)
        if PROJECTION in self._stored:
            vector = self._add("MatMul", vector, self._add("Transpose", self._weight(PROJECTION), perm=[1, 0]))
        self._add("LpNormalization", vector, axis=-1, p=2, name="sentence_embedding")
        return self._finish()

    def _finish(self) -> onnx.ModelProto:
        batch = ["batch", "tokens"]
        dimensions = self._stored[PROJECTION].shape[0] if PROJECTION in self._stored else self._width
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info(name, TensorProto.INT64, batch) for name in ("input_ids", "attention_mask")],
            [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", dimensions])],
            list(self._constants.values()),
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)

    def _add(self, operation: str, *inputs: str, outputs: int = 1, name: str = "", **attributes: object) -> str:
        names = [name or f"{operation}_{len(self._nodes)}"]
        names += [f"{names[0]}_{place}" for place in range(1, outputs)]
        self._nodes.append(helper.make_node(operation, inputs, names, **attributes))
        return names[0]

    def _weight(self, name: str) -> str:
        """A tensor of the weights file, by reference to its place there."""
        if name not in self._constants:
            stored = self._stored[name]
            tensor = TensorProto(
                name=name, data_type=stored.kind, dims=stored.shape, data_location=TensorProto.EXTERNAL
            )
            for key, value in (("location", stored.file), ("offset", stored.offset), ("length", stored.length)):
                tensor.external_data.add(key=key, value=str(value))
            self._constants[name] = tensor
        return name

    def _constant(self, name: str, value: np.ndarray) -> str:
        self._constants[name] = onnx.numpy_helper.from_array(value, name)
        return name

    def _whole(self, *values: int) -> str:
        array = np.array(values if len(values) > 1 else values[0], dtype=np.int64)
        return self._constant("whole_" + "_".join(map(str, values)), array)

    def _number(self, value: float) -> str:
        return self._constant(f"number_{value:g}", np.array(value, dtype=np.float32))

    def _rows(self, table: str, indices: str) -> str:
        """Rows of an int8 table as floats."""
        rows = self._add("Cast", self._add("Gather", self._weight(table), indices), to=TensorProto.FLOAT)
        return self._add("Mul", rows, self._add("Gather", self._weight(f"{table}_scale"), indices))

    def _embeddings(self) -> str:
        length = self._add("Gather", self._add("Shape", "input_ids"), self._whole(1))
        positions = self._add("Range", self._whole(0), length, self._whole(1))
        words = self._rows("embeddings.word_embeddings.weight", "input_ids")
        places = self._rows("embeddings.position_embeddings.weight", positions)
        kind = self._rows("embeddings.token_type_embeddings.weight", self._whole(0))
        return self._norm("embeddings.LayerNorm", self._add("Add", self._add("Add", words, places), kind))

    def _mask(self) -> str:
        """What is added to the attention so that padding gets none."""
        padding = self._add("Sub", self._number(1), self._add("Cast", "attention_mask", to=TensorProto.FLOAT))
        axes = self._constant("axes_1_2", np.array([1, 2], dtype=np.int64))
        return self._add("Unsqueeze", self._add("Mul", padding, self._number(-10000)), axes)

    def _norm(self, name: str, value: str) -> str:
        scale, shift = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._add("LayerNormalization", value, scale, shift, axis=-1, epsilon=self._epsilon)

    def _dense(self, name: str, value: str) -> str:
        """`value` x weight^T + bias in integers, written so that onnxruntime makes one step of it."""
        turned = self._add("Transpose", self._weight(f"{name}.weight"), perm=[1, 0])
        scale = self._add("Reshape", self._weight(f"{name}.weight_scale"), self._constant("flat", np.array([-1])))
        quantised = f"{value}_quantised"
        if not any(quantised in node.output for node in self._nodes):
            self._add("DynamicQuantizeLinear", value, outputs=3, name=quantised)
        product = self._add("MatMulInteger", quantised, turned, f"{quantised}_2")
        scales = self._add("Mul", f"{quantised}_1", scale)
        floats = self._add("Mul", self._add("Cast", product, to=TensorProto.FLOAT), scales)
        return self._add("Add", floats, self._weight(f"{name}.bias"))

    def _heads_of(self, value: str, perm: list[int]) -> str:
        split = self._add("Reshape", value, self._whole(0, 0, self._heads, self._width // self._heads))
        return self._add("Transpose", split, perm=perm)

    def _layer(self, name: str, hidden: str, mask: str) -> str:
        attention = f"{name}attention.self."
        query = self._heads_of(self._dense(f"{attention}query", hidden), [0, 2, 1, 3])
        key = self._heads_of(self._dense(f"{attention}key", hidden), [0, 2, 3, 1])
        value = self._heads_of(self._dense(f"{attention}value", hidden), [0, 2, 1, 3])
        scores = self._add(
            "Mul", self._add("MatMul", query, key), self._number(1 / math.sqrt(self._width // self._heads))
        )
        shares = self._add("Softmax", self._add("Add", scores, mask), axis=-1)
        mixed = self._add("Transpose", self._add("MatMul", shares, value), perm=[0, 2, 1, 3])
        mixed = self._add("Reshape", mixed, self._whole(0, 0, self._width))
        attended = self._dense(f"{name}attention.output.dense", mixed)
        hidden = self._norm(f"{name}attention.output.LayerNorm", self._add("Add", attended, hidden))
        inner = self._add("Gelu", self._dense(f"{name}intermediate.dense", hidden))
        return self._norm(
            f"{name}output.LayerNorm", self._add("Add", self._dense(f"{name}output.dense", inner), hidden)
        )


def _stored(folder: Path, name: str) -> Iterator[tuple[str, Stored]]:
    """Every tensor of a safetensors file: eight bytes for the length of a JSON header, the header, the tensors."""
    with (folder / name).open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
    for tensor, entry in header.items():
        if tensor != "__metadata__":
            start, end = entry["data_offsets"]
            yield tensor, Stored(name, _TYPES[entry["dtype"]], entry["shape"], 8 + length + start, end - start)
