"""Tests that need a service say so by a marker; where the service is missing they are listed as not run, with the
command that would run them.  Under CROSSPLAN_REQUIRE=all a missing service is a failure instead."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.settings import StoreSettings

if TYPE_CHECKING:
    from graph.server.server import Server

ROOT = Path(__file__).parent.parent


def _command(*names: str) -> Callable[[], bool]:
    return lambda: all(shutil.which(name) for name in names)


def _analyser() -> bool:
    return bool(shutil.which("node")) and (ROOT / "tests/queries/analyser/node_modules").is_dir()


def _models() -> bool:
    needed = ("sentence_transformers", "compressed_tensors", "datasets", "onnx")
    return all(importlib.util.find_spec(name) for name in needed)


SERVICES: dict[str, tuple[Callable[[], bool], str]] = {
    "neo4j": ((ROOT / ".neo4j.env").is_file, "a Neo4j server"),
    "browser": (_command("chromium", "chromedriver"), "Chromium and its driver"),
    "java": (_command("java"), "a Java runtime"),
    "node": (_analyser, "Node.js and Neo4j's query analyser"),
    "models": (_models, "the extra `training`"),
}
NOT_RUN = "not run: needs "


@pytest.fixture(scope="session")
def neo4j_settings() -> StoreSettings:
    """The server that `make neo4j` started, for tests marked `neo4j`; what they load replaces what it holds."""
    left = (ROOT / ".neo4j.env").read_text(encoding="utf-8")
    return StoreSettings.from_environment(dict(re.findall(r"^export (\w+)=(.*)$", left, re.MULTILINE)) | os.environ)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own in `tmp_path`, from the program files that `make neo4j` fetched; not yet started."""
    from graph.server.server import Server

    (tmp_path / "lib").symlink_to(ROOT / ".neo4j" / "lib")
    own = Server(tmp_path)
    yield own
    own.stop()


@pytest.hookimpl(tryfirst=True)  # the groups must be there before the processes tell each other what they have
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    required = os.environ.get("CROSSPLAN_REQUIRE") == "all"
    for item in items:
        if item.get_closest_marker("neo4j"):
            item.add_marker(pytest.mark.xdist_group("neo4j"))  # one server holds one graph: these take turns
    for marker, (is_there, what) in SERVICES.items():
        if is_there():
            continue
        needing = [item for item in items if item.get_closest_marker(marker)]
        if required and needing:
            raise pytest.UsageError(
                f"{len(needing)} tests need {what}, which is not there; CROSSPLAN_REQUIRE=all forbids that"
            )
        for item in needing:
            item.add_marker(pytest.mark.skip(reason=f"{NOT_RUN}{what}"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = (str(report.longrepr[2]) for report in terminalreporter.getreports("skipped"))
    missing = Counter(reason.partition(NOT_RUN)[2] for reason in skipped if NOT_RUN in reason)
    if missing:
        terminalreporter.section("not run")
        for what, count in missing.items():
            terminalreporter.write_line(f"{count} tests need {what}; to run them: make services test")
