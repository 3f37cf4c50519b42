"""The Dockerfile: not root, installed from the lock, nothing needed that the build does not copy."""

from __future__ import annotations

import re
from pathlib import Path

from graph.environment import read_environment
from graph.settings import StoreSettings
from graph_api.settings import ApiSettings

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()


def instructions(name: str) -> list[str]:
    return [line.partition(" ")[2].strip() for line in LINES if line.startswith(f"{name} ")]


def test_the_service_does_not_run_as_root() -> None:
    assert instructions("USER") == ["crossplan"]
    last_stage = max(number for number, line in enumerate(LINES) if line.startswith("FROM "))
    assert LINES.index("USER crossplan") > last_stage


def test_the_lock_is_installed_with_hashes_and_then_the_project_alone() -> None:
    installs = [line for line in instructions("RUN") if line.startswith("pip install")]
    assert installs == ["pip install --require-hashes --requirement requirements.lock", "pip install --no-deps ."]
    assert (ROOT / "requirements.lock").is_file()


def test_what_the_project_is_built_from_is_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    packages = re.search(r"^packages = \[(.+)\]$", pyproject, re.M)
    assert packages
    needed = {*re.findall(r'"(\w+)"', packages[1]), "pyproject.toml", "README.md", "LICENSE", "requirements.lock"}
    assert needed.isdisjoint(ignored)
    assert ".*" in ignored  # .git, .venv, .env and what is stored


def test_the_settings_in_the_image_are_ones_that_the_code_reads() -> None:
    given = dict(pair.split("=", 1) for line in instructions("ENV") for pair in line.split())
    store, api = read_environment(StoreSettings, given), read_environment(ApiSettings, given)
    assert (store.data, api.host, api.port) == (Path("/data"), "0.0.0.0", 8000)
    assert instructions("VOLUME") == ["/data"]
    assert instructions("EXPOSE") == ["8000"]


def test_the_image_has_a_health_check_and_serves() -> None:
    assert len(instructions("HEALTHCHECK")) == 1
    assert (instructions("ENTRYPOINT"), instructions("CMD")) == (['["crossplan"]'], ['["serve"]'])
