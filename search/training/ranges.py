"""The ranges that the activations of a model keep to, so that its products run in integers by fixed steps.

In: a model folder, and texts of the kinds it will see.  Out: another folder, whose graph has each range fixed in the
place of one that takes it from whatever runs.  Relied on: the ranges of a trained model hardly change from text to
text; one text in a hundred goes beyond the fixed ones and is cut there.  With them a text has the same vector alone and
among others of its length, so several run at once; what is cut costs a little of what is found (docs/encoder.md).
Run: `python -m search.training.ranges FOLDER`, then set CROSSPLAN_ENCODER to it; needs the extra `training`.
Example: what goes into the second layer's attention lies between -5.3 and 10.0, whatever the sentence.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from search.encoder.manifest import MANIFEST, TOKENIZER
from search.encoder.opening import SHIPPED
from search.training.folder import EPSILON, GRAPH, HEADS, MAX_TOKENS, sha256
from search.training.lessons import Material
from search.training.network import Network, Ranges
from search.training.recipe import Recipe

TEXTS = 1000  # of each kind
_WITHIN = 99  # of a hundred texts
_STEPS = 255


def settle(folder: Path, texts: Iterable[str]) -> None:
    """Fixes the ranges of the model in `folder` by what they are for `texts`, and says so in its manifest."""
    ranges = _observed(folder, texts)
    onnx.save(Network(folder, HEADS, EPSILON, ranges).model(), folder / GRAPH)
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


def _observed(folder: Path, texts: Iterable[str]) -> Ranges:
    """The range of each activation that so many of the texts keep to."""
    model = Network(folder, HEADS, EPSILON).model()
    names = [node.output[0] for node in model.graph.node if node.op_type == "DynamicQuantizeLinear"]
    for name in names:
        scale = helper.make_tensor_value_info(f"{name}_1", TensorProto.FLOAT, [])
        model.graph.output.extend([scale, helper.make_tensor_value_info(f"{name}_2", TensorProto.UINT8, [])])
    at = folder / "observed.onnx"  # beside the weights that it points to
    try:
        onnx.save(model, at)
        session = onnxruntime.InferenceSession(at, providers=["CPUExecutionProvider"])
    finally:
        at.unlink(missing_ok=True)
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.enable_truncation(MAX_TOKENS)
    seen = []
    for text in texts:
        _, *found = session.run(None, {"input_ids": np.array([tokenizer.encode(text).ids])})
        scales, zeros = np.array(found[::2], dtype=np.float64), np.array(found[1::2], dtype=np.float64)
        seen.append((-zeros * scales, (_STEPS - zeros) * scales))
    least, greatest = (np.array(side) for side in zip(*seen, strict=True))
    lower, upper = np.percentile(least, 100 - _WITHIN, axis=0), np.percentile(greatest, _WITHIN, axis=0)
    return {name: (float(lower[at]), float(upper[at])) for at, name in enumerate(names)}


def _main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m search.training.ranges", description="Makes a faster model folder."
    )
    parser.add_argument("folder", type=Path, help="where to put it")
    parser.add_argument("--model", type=Path, default=SHIPPED, help="the folder of the model, which stays as it is")
    given = parser.parse_args()
    shutil.copytree(given.model, given.folder)
    settle(given.folder, usual(Material.read(), Recipe()))


if __name__ == "__main__":
    _main()
