"""The spans that the activations of a model keep to, so that its products run in integers by fixed steps.

In: a model folder, and texts of the kinds it will see.  Out: its graph made anew, with each span fixed in the place of
one that is taken from whatever runs.  Relied on: the spans of a trained model hardly change from text to text; one text
in a hundred goes beyond the fixed ones and is cut there.  With them a text has the same vector alone and among others
of its length, so several run at once.
Run: `python -m search.training.ranges`, after a change of the graph; needs the extra `training`.
Example: what goes into the second layer's attention lies between -4.5 and 4.4 in each column, whatever the sentence.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from search.encoder.manifest import MANIFEST, TOKENIZER
from search.encoder.opening import SHIPPED
from search.training.folder import EPSILON, GRAPH, HEADS, MAX_TOKENS, sha256
from search.training.lessons import Material
from search.training.network import Network, Spans
from search.training.recipe import Recipe
from search.training.span import Span

TEXTS = 500  # of each kind
_SIDES, _AXES = ("ReduceMin", "ReduceMax"), "axes"


def settle(folder: Path, texts: Sequence[str]) -> None:
    """Fixes the spans of the model in `folder` by what they are for `texts`, and says so in its manifest."""
    onnx.save(Network(folder, HEADS, EPSILON, _observed(folder, texts)).model(), folder / GRAPH)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["batches"] = True
    manifest["files"][GRAPH] = sha256(folder / GRAPH)
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def usual(material: Material, recipe: Recipe) -> list[str]:
    """Queries as they are run, clauses that answer such, and official sentences; nothing of what is held out."""
    chance = random.Random(recipe.seed)
    pairs = chance.sample(list(material.spoken.learn), TEXTS)
    official = chance.sample([sentence.text for sentence in material.official], TEXTS)
    return [*(f"{recipe.prefix}{pair.query}" for pair in pairs), *(pair.clause for pair in pairs), *official]


def _observed(folder: Path, texts: Sequence[str]) -> Spans:
    """The span of each activation that so many of the texts keep to."""
    model = Network(folder, HEADS, EPSILON).model()
    seen = {node.output[0]: node.input[0] for node in model.graph.node if node.op_type == "DynamicQuantizeLinear"}
    del model.graph.output[:]
    model.graph.initializer.append(numpy_helper.from_array(np.array([0, 1]), _AXES))
    for name, value in seen.items():
        for kind in _SIDES:
            model.graph.node.append(helper.make_node(kind, [value, _AXES], [f"{name}_{kind}"], keepdims=0))
            model.graph.output.extend([helper.make_tensor_value_info(f"{name}_{kind}", TensorProto.FLOAT, [None])])
    at = folder / "observed.onnx"  # beside the weights that it points to
    try:
        onnx.save(model, at)
        session = onnxruntime.InferenceSession(at, providers=["CPUExecutionProvider"])
    finally:
        at.unlink(missing_ok=True)
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.enable_truncation(MAX_TOKENS)
    found = [session.run(None, {"input_ids": np.array([tokenizer.encode(text).ids])}) for text in texts]
    extremes = [np.stack(values) for values in zip(*found, strict=True)]
    return {name: Span.of(*extremes[len(_SIDES) * at :][: len(_SIDES)]) for at, name in enumerate(seen)}


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m search.training.ranges", description="Makes a model's graph anew.")
    parser.add_argument("folder", type=Path, nargs="?", default=SHIPPED, help="the folder of the model")
    settle(parser.parse_args().folder, usual(Material.read(), Recipe()))


if __name__ == "__main__":
    _main()
