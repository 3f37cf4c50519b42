"""The command as its entry point runs it, over a data directory that is ingested once."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from cli.main import main

TEXTS = Path(__file__).parent / "texts"
PLANS = ("ningxia", "chuxiong", "shenzhen", "tianjin", "tongliao")
# Encoding takes longer than all other stages together: the tests of search by meaning alone do it.
WORDS = {"CROSSPLAN_ENCODER": "none"}
COMMAND = str(Path(sys.executable).parent / "crossplan")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CROSSPLAN_")}
    return {**kept, "CROSSPLAN_DATA": str(data), **WORDS}


def crossplan(data: Path, *arguments: str | Path, settings: Mapping[str, str] = MappingProxyType({})) -> Done:
    """The command's own entry point, run in this process: starting a new one each time would take minutes."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    code = 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name in [name for name in os.environ if name.startswith("CROSSPLAN_")]:
            patch.delenv(name)
        for name, value in {"CROSSPLAN_DATA": str(data), **WORDS, **settings}.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", [COMMAND, *map(str, arguments)])
        try:
            main()
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else 1
    return Done(code, *(_printed(stream) for stream in (out, err)))


def process(data: Path, *arguments: str | Path) -> Done:
    """The installed command in a process of its own."""
    command = [COMMAND, *map(str, arguments)]
    done = subprocess.run(command, env=environment(data), capture_output=True, timeout=120, check=False)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def _printed(stream: io.TextIOWrapper) -> str:
    stream.flush()
    content = stream.buffer
    assert isinstance(content, io.BytesIO)
    return content.getvalue().decode()


def records(done: Done) -> list[dict[str, Any]]:
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.split("\n") if line]


def refusal(done: Done) -> str:
    """The one line that a mistake is answered with."""
    assert done.code == 2, done
    assert done.out == ""
    (line,) = done.err.strip().split("\n")
    assert line.startswith("crossplan: ")
    return line.removeprefix("crossplan: ")


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five plans, ingested; tests read it and change nothing."""
    directory = tmp_path_factory.mktemp("crossplan") / "data"
    done = crossplan(directory, "ingest")
    assert done.code == 0, done.err
    return directory
