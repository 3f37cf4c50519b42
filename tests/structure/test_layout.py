"""The house stands as ARCHITECTURE.md says: its folders, which way imports run, and who may import what."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `(?P<folder>\w+)/` \| [^|]+ \| (?P<imports>[^|]+) \|(?P<alone>[^|]*)\|$", re.M)
PACKAGES = ("ontology", "graph", "queries", "search", "align", "ingest", "graph_api", "cli")


def table() -> dict[str, re.Match[str]]:
    return {row["folder"]: row for row in ROW.finditer((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))}


def imports(folder: str) -> Iterator[tuple[Path, str]]:
    """Every module imported below a folder, at the top of a file or inside a function."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}: a relative import hides which folder is meant"
                yield path, node.module or ""


def test_the_table_lists_every_folder_of_the_tree_and_no_other() -> None:
    tree = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    tree -= {"build", "node_modules"} | {name for name in tree if name.endswith(".egg-info")}
    assert set(table()) == tree


def test_every_package_is_installed() -> None:
    listed = re.search(r"^packages = \[(.+)\]$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    assert listed
    inits = (path.parent.relative_to(ROOT) for name in PACKAGES for path in (ROOT / name).rglob("__init__.py"))
    assert set(re.findall(r'"([\w.]+)"', listed[1])) == {".".join(path.parts) for path in inits}


@pytest.mark.parametrize("folder", PACKAGES)
def test_imports_run_one_way(folder: str) -> None:
    lower = PACKAGES[: PACKAGES.index(folder)]
    for path, module in imports(folder):
        package = module.partition(".")[0]
        if package in PACKAGES and package != folder:
            assert package in lower, f"{path} imports {module}: imports run {' <- '.join(PACKAGES)}"


@pytest.mark.parametrize("folder", PACKAGES)
def test_a_folder_imports_only_what_the_table_says(folder: str) -> None:
    said = table()[folder]["imports"]
    allowed = set(PACKAGES) if "everything" in said else set(re.findall(r"`(\w+)`", said))
    used = {module.partition(".")[0] for _, module in imports(folder)} & set(PACKAGES) - {folder}
    assert used <= allowed
    assert "everything" in said or used == allowed, "the table promises an import that is not there"


@pytest.mark.parametrize("folder", PACKAGES)
def test_a_driver_or_framework_is_imported_by_its_folder_alone(folder: str) -> None:
    owner = {name: row["folder"] for row in table().values() for name in re.findall(r"[a-z]\w+", row["alone"])}
    for path, module in imports(folder):
        package = module.partition(".")[0]
        assert owner.get(package, folder) == folder, f"{path} imports {module}, which only {owner[package]}/ may"


@pytest.mark.parametrize("folder", PACKAGES)
def test_what_takes_long_to_import_is_not_imported_with_the_package(folder: str) -> None:
    tree = ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_every_module_named_in_the_architecture_is_there() -> None:
    named = re.findall(r"`(\w+/[\w/]+\.py)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert len(named) > 8
    assert [path for path in named if not (ROOT / path).is_file()] == []
