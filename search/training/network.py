"""The encoder as an ONNX graph whose weights lie in `model.safetensors`, so that both ways of running read one file.

In: the folder with that file, the number of attention heads, and the spans that activations keep to.  Out: an ONNX
model of some kilobytes: BERT with the first token's vector as the sentence's, made shorter by a projection if there is
one, and brought to length 1.  Matrix products are done in integers; the side that is not a weight is quantised by its
span, or without spans as it comes.  Relied on: the texts that run together are of one length, so nothing is masked;
and of the last layer the first token alone is wanted, so that it asks and no other is reckoned further.
Example: the input `input_ids` of 3 x 20 gives `sentence_embedding` of 3 x 512.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import onnx
from onnx import TensorProto, helper

from search.training.span import Span

OPSET = 20
WEIGHTS_FILE = "model.safetensors"
PROJECTION_FILE, PROJECTION = "2_Dense/model.safetensors", "linear.weight"
_TYPES = {"F32": TensorProto.FLOAT, "I8": TensorProto.INT8}
_OURS = "com.microsoft"  # the domain of onnxruntime's own operations
_STEPS = 255

Spans: TypeAlias = Mapping[str, Span]  # by the name of what is quantised


class Quantised(NamedTuple):
    """The names of a value in eight bits, of what a step of it is worth, and of the step that is zero."""

    steps: str
    scale: str
    zero: str
    further: str = ""  # the channels that stand in columns behind the others


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

    def __init__(self, folder: Path, heads: int, epsilon: float, spans: Spans | None = None) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        self._heads = heads
        self._epsilon = epsilon
        self._spans = spans
        files = (name for name in (WEIGHTS_FILE, PROJECTION_FILE) if (folder / name).is_file())
        self._stored = {name: tensor for file in files for name, tensor in _stored(folder, file)}
        self._width = self._stored["embeddings.word_embeddings.weight"].shape[1]

    def model(self) -> onnx.ModelProto:
        """The whole encoder."""
        hidden = self._embeddings()
        layers = sum(name.endswith("intermediate.dense.bias") for name in self._stored)
        for layer in range(layers):
            hidden = self._layer(f"encoder.layer.{layer}.", hidden, last=layer == layers - 1)
        vector = self._add("Gather", hidden, self._whole(0), axis=1)
        if PROJECTION in self._stored:
            # A column each: the products of one text are the same whatever texts run with it.
            column = self._add("Unsqueeze", vector, self._constant("axis_2", np.array([2], dtype=np.int64)))
            vector = self._add("Squeeze", self._add("MatMul", self._weight(PROJECTION), column), "axis_2")
        self._add("LpNormalization", vector, axis=-1, p=2, name="sentence_embedding")
        return self._finish()

    def _finish(self) -> onnx.ModelProto:
        dimensions = self._stored[PROJECTION].shape[0] if PROJECTION in self._stored else self._width
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])],
            [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", dimensions])],
            list(self._constants.values()),
        )
        known = [helper.make_opsetid("", OPSET), helper.make_opsetid(_OURS, 1)]
        return helper.make_model(graph, opset_imports=known, ir_version=9)

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

    def _norm(self, name: str, value: str) -> str:
        scale, shift = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._add("LayerNormalization", value, scale, shift, axis=-1, epsilon=self._epsilon)

    def _quantised(self, name: str, value: str) -> Quantised:
        """`value` in eight bits, by the span of `name` where that is known, else by its own."""
        if self._spans is None:
            steps = self._add("DynamicQuantizeLinear", value, outputs=3, name=name)
            return Quantised(steps, f"{steps}_1", f"{steps}_2")
        span, further = self._spans[name], ""
        if len(span.further):
            further = self._constant(f"{name}_further", span.further)
            columns = self._add("Concat", value, self._add("Gather", value, further, axis=2), axis=2)
            value = self._add("Mul", columns, self._constant(f"{name}_shares", span.shares))
        step = (span.greatest - span.least) / _STEPS
        scale = self._constant(f"{name}_1", np.array(step, dtype=np.float32))
        zero = self._constant(f"{name}_2", np.array(round(-span.least / step), dtype=np.uint8))
        return Quantised(self._add("QuantizeLinear", value, scale, zero, name=name), scale, zero, further)

    def _dense(self, name: str, given: Quantised) -> str:
        """`given` x weight^T + bias in integers."""
        weight = self._weight(f"{name}.weight")
        if given.further:
            weight = self._add("Concat", weight, self._add("Gather", weight, given.further, axis=1), axis=1)
        turned = self._add("Transpose", weight, perm=[1, 0])
        scale = self._add("Reshape", self._weight(f"{name}.weight_scale"), self._constant("flat", np.array([-1])))
        inputs = (given.steps, turned, given.scale, scale, given.zero, "", self._weight(f"{name}.bias"))
        return self._add("MatMulIntegerToFloat", *inputs, domain=_OURS)

    def _heads_of(self, value: str, perm: list[int]) -> str:
        split = self._add("Reshape", value, self._whole(0, 0, self._heads, self._width // self._heads))
        return self._add("Transpose", split, perm=perm)

    def _layer(self, name: str, hidden: str, *, last: bool) -> str:
        attention = f"{name}attention.self."
        seen = self._quantised(f"{attention}input", hidden)
        asking = seen
        if last:
            first = self._constant("first", np.array([0], dtype=np.int64))
            hidden = self._add("Gather", hidden, first, axis=1)
            asking = seen._replace(steps=self._add("Gather", seen.steps, first, axis=1))
        query = self._heads_of(self._dense(f"{attention}query", asking), [0, 2, 1, 3])
        key = self._heads_of(self._dense(f"{attention}key", seen), [0, 2, 3, 1])
        value = self._heads_of(self._dense(f"{attention}value", seen), [0, 2, 1, 3])
        scores = self._add(
            "Mul", self._add("MatMul", query, key), self._number(1 / math.sqrt(self._width // self._heads))
        )
        shares = self._add("Softmax", scores, axis=-1)
        mixed = self._add("Transpose", self._add("MatMul", shares, value), perm=[0, 2, 1, 3])
        mixed = self._add("Reshape", mixed, self._whole(0, 0, self._width))
        attended = self._dense(f"{name}attention.output.dense", self._quantised(f"{name}attention.output.input", mixed))
        hidden = self._norm(f"{name}attention.output.LayerNorm", self._add("Add", attended, hidden))
        inner = self._dense(f"{name}intermediate.dense", self._quantised(f"{name}intermediate.input", hidden))
        outer = self._quantised(f"{name}output.input", self._add("Gelu", inner))
        return self._norm(
            f"{name}output.LayerNorm", self._add("Add", self._dense(f"{name}output.dense", outer), hidden)
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
