"""What the project says of itself, and what it must not say."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Absolute paths of a machine, and the addresses that lock files must not hold.
FORBIDDEN = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/\w|https?://(?:registry|repo1?|files|deb|pypi)\.[a-z]")
# Product code knows plans by their text only.
BUILTIN = re.compile(r"ningxia|chuxiong|shenzhen|tianjin|tongliao|宁夏|楚雄|深圳|天津|通辽", re.I)


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_machine_path_or_a_registry() -> None:
    found = []
    for path in tracked():
        if path == Path(__file__) or path.suffix in {".npy", ".png", ".ico", ".woff2", ".safetensors", ".xz"}:
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in FORBIDDEN.finditer(text)]
    assert found == []


def code_without_words(path: Path) -> str:
    """The file without docstrings, comments and the verbatim examples of rules."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value.value = ""
        if isinstance(node, ast.keyword) and node.arg in {"examples", "counter_examples"}:
            node.value = ast.Tuple(elts=[], ctx=ast.Load())
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule":
            del node.args[3:]  # name, what it relies on, pattern; then the examples
    return ast.unparse(tree)


@pytest.mark.parametrize("folder", ["ontology", "graph", "queries", "search", "align", "ingest", "graph_api", "cli"])
def test_no_code_knows_a_plan_by_name(folder: str) -> None:
    paths = tracked(f"{folder}/*.py")
    assert paths
    found = [f"{path.name}: {match[0]}" for path in paths for match in BUILTIN.finditer(code_without_words(path))]
    assert found == []


def test_both_readmes_have_the_same_headings_commands_and_tables() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md"))

    def shape(text: str) -> list[str]:
        blocks = re.findall(r"^```.*?^```$", text, re.M | re.S)
        without = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
        return [*re.findall(r"^#+(?= )", without, re.M), *blocks, *re.findall(r"^\|[-|: ]+\|$", without, re.M)]

    assert shape(english) == shape(chinese)
    assert "```" in english
