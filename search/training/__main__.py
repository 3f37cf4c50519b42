"""Makes the shipped encoder anew, with one command and from what the repository holds.

In: the pairs, the sample of official sentences, the thesaurus, and the teacher that Maven fetches.  Out: the model
folder with its manifest, its card and its scores on the held-out pairs.
Run: `python -m search.training`; needs the extra `training` and Apache Maven.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from search.encoder.onnx_encoder import OnnxEncoder
from search.encoder.opening import SHIPPED
from search.training import card, folder, pairs, sentences, teacher
from search.training.fit import fit
from search.training.following import follow
from search.training.lessons import THESAURUS, Material
from search.training.measure import Scores, measure
from search.training.negatives import mine
from search.training.projection import principal
from search.training.ranges import settle, usual
from search.training.recipe import Recipe
from search.training.student import averaged, student, weights_of
from search.training.vocabulary import cut

WORDS = "embeddings.word_embeddings.weight"
LIBRARIES = ("torch", "transformers", "sentence-transformers", "tokenizers", "onnx", "onnxruntime")


def make(target: Path, scratch: Path, recipe: Recipe) -> None:
    """Trains the model, writes it to `target` and measures it against the teacher."""
    taught = teacher.Teacher.open(scratch)
    material = Material.read()
    tokenizer, kept = cut(taught.tokenizer, material.texts())
    weights = dict(taught.weights)
    weights[WORDS] = weights[WORDS][kept]
    folder.write(scratch / "cut", weights, tokenizer, {"name": "cut", "queryPrefix": teacher.QUERY_PREFIX})
    model = student(weights, tokenizer, recipe.prefix, scratch / "student")
    lessons = material.lessons(OnnxEncoder.open(taught.folder), recipe)
    stages = [weights]
    for one in recipe.rounds:
        if one.negatives:
            so_far = scratch / "round"
            folder.write(so_far, weights_of(model), tokenizer, {"name": "round", "queryPrefix": recipe.prefix})
            lessons = replace(lessons, wrong=mine(OnnxEncoder.open(so_far), lessons, one.negatives, recipe.seed))
        fit(model, lessons, recipe, one)
        stages.append(weights_of(model))
    trained, small = scratch / "trained", scratch / "smaller"
    whole = averaged(stages, recipe.shares)
    folder.write(trained, whole, tokenizer, {"name": "trained", "queryPrefix": recipe.prefix})
    wrong = [other for (other,) in mine(OnnxEncoder.open(trained), lessons, 1, recipe.seed)]
    leader = student(whole, tokenizer, recipe.prefix, scratch / "leader")
    follower = follow(leader, material, wrong, recipe, scratch / "follower")
    folder.write(small, weights_of(follower), tokenizer, {"name": "smaller", "queryPrefix": recipe.prefix})
    shorter = principal(OnnxEncoder.open(small), lessons, recipe.shipped, recipe.seed)
    folder.write(target, weights_of(follower), tokenizer, _about(recipe, material), shorter)
    settle(target, usual(material, recipe))
    models = {"teacher": taught.folder, "cut": scratch / "cut", "trained": trained, "smaller": small, "shipped": target}
    card.finish(target, compare(models, material, recipe))


def compare(folders: Mapping[str, Path], material: Material, recipe: Recipe) -> dict[str, dict[str, Scores]]:
    """The scores of each model on the held-out pairs, with all its dimensions and with its first ones alone."""
    found = {}
    for name, at in folders.items():
        encoder = OnnxEncoder.open(at)
        lengths = [count for count in recipe.dimensions if count <= encoder.dimensions]
        by = measure(encoder, material.spoken.held_out, material.searched(recipe), lengths)
        for dimensions, scores in by.items():
            found[f"{name}, {dimensions} dimensions"] = scores
            for style, one in scores.items():
                print(f"{name}, {dimensions} dimensions: {style}: {one.line()}", flush=True)
    return found


def _about(recipe: Recipe, material: Material) -> dict[str, Any]:
    return {
        "name": "crossplan-zh",
        "queryPrefix": recipe.prefix,
        "derivedFrom": {
            "model": teacher.MODEL,
            "artifact": teacher.ARTIFACT,
            "sha256": teacher.JAR_SHA256,
            "licence": "MIT",
        },
        "recipe": asdict(recipe),
        "pairs": {
            "learned": len(material.spoken.learn),
            "heldOut": len(material.spoken.held_out),
            "sha256": _hash(pairs.FOLDER.glob("*.jsonl")),
        },
        "sentences": {"sha256": _hash([sentences.FILE])},
        "thesaurus": {"sha256": _hash(THESAURUS.glob("*.ttl"))},
        "versions": {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}},
    }


def _hash(paths: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(paths))).hexdigest()


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m search.training", description="Makes the shipped encoder anew.")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the model folder")
    parser.add_argument(
        "--scratch", type=Path, default=Path("build/training"), help="for the teacher and what is tried"
    )
    given = parser.parse_args()
    make(given.out, given.scratch, Recipe())


if __name__ == "__main__":
    _main()
