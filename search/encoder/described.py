"""What a model folder in sentence-transformers' format says of how its model is run.

In: a folder.  Out: `Described`: what is put before queries and documents, how the vectors of tokens become one, and
what of it onnxruntime alone does not do.  Relied on: `modules.json` names the steps in their order; `prompts` of
`config_sentence_transformers.json` may have "query" and "document" (or "passage", "corpus"), and a default for either.
Example: of [Transformer, Pooling by cls, Dense, Normalize] the Dense is not run over a graph that ends with its tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.encoder.model_files import read_json

_RUN = frozenset({"Transformer", "Pooling", "Normalize"})
_MODES = {"cls_token": "cls", "mean_tokens": "mean"}
_MODE = "pooling_mode"


@dataclass(frozen=True, slots=True)
class Described:
    """How the model of a folder is run; `unrun` is the first thing that is not done by `OnnxEncoder`, if any."""

    query_prefix: str
    document_prefix: str
    mean: bool  # of all token vectors, instead of the first one's
    unrun: str


def described(folder: Path) -> Described:
    """What a folder says; the mean of all tokens where it says nothing.  Raises EncoderUnavailable for damaged JSON."""
    prompts = read_json(folder / "config_sentence_transformers.json", {})
    modules = {_kind(one): one for one in read_json(folder / "modules.json", []) if isinstance(one, dict)}
    path = str(modules.get("Pooling", {}).get("path") or "1_Pooling")
    pooling = read_json(folder / path / "config.json", {})
    modes = _modes(pooling) or ["mean"]
    unrun = [f"module {kind}" for kind in modules if kind not in _RUN]
    unrun += [f"pooling {' and '.join(modes)}"] if modes not in (["cls"], ["mean"]) else []
    query = _prompt(prompts, "query")
    if modes == ["mean"] and pooling.get("include_prompt") is False and query:
        unrun.append("pooling without the prompt")
    document = _prompt(prompts, "document", "passage", "corpus")
    return Described(query, document, modes == ["mean"], next(iter(unrun), ""))


def _kind(module: dict[str, Any]) -> str:
    return str(module.get("type")).rpartition(".")[2]


def _modes(pooling: dict[str, Any]) -> list[str]:
    """How tokens become one vector: a word, or a flag for each way."""
    said = pooling.get(_MODE)
    words = [said] if isinstance(said, str) else said if isinstance(said, list) else []
    flags = [name.removeprefix(f"{_MODE}_") for name, on in pooling.items() if name.startswith(f"{_MODE}_") and on]
    return [_MODES.get(str(mode), str(mode)) for mode in (*words, *flags)]


def _prompt(said: dict[str, Any], *names: str) -> str:
    """The first of these prompts that there is, else the one for whatever has none."""
    prompts = said.get("prompts")
    known = prompts if isinstance(prompts, dict) else {}
    default = known.get(said.get("default_prompt_name") or "")
    return str(next((known[name] for name in names if name in known), default) or "")
