"""Training stands apart: what serves never imports it, nor what runs models outside `search/encoder`."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
FOLDERS = ("ontology", "graph", "queries", "search", "align", "ingest", "graph_api", "cli")
RUNS_MODELS = {"onnxruntime", "tokenizers", "sentence_transformers", "torch", "transformers", "onnx"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def served() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*.py") if "training" not in path.parts)


def test_no_module_that_serves_imports_training() -> None:
    assert [path for path in served() if any(name.startswith("search.training") for name in imported(path))] == []


def test_only_the_encoder_imports_what_runs_models() -> None:
    users = [path for path in served() if {name.partition(".")[0] for name in imported(path)} & RUNS_MODELS]
    assert users
    assert {path.parent for path in users} == {ROOT / "search" / "encoder"}


def test_opening_the_shipped_encoder_loads_neither_torch_nor_a_hub() -> None:
    code = "import sys, search.encoder.opening as o; o.open_encoder(None); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"torch", "sentence_transformers", "huggingface_hub"} & set(run.stdout.split()) == set()
