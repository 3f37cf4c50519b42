"""The folder of a Neo4j server: its configuration, its password, its logs, and which process serves it.

In: a folder and a version.  Out: `Home`; the server's own files (data, logs, run) lie in it too.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
from dataclasses import dataclass
from pathlib import Path

from graph.server.errors import ServerError

HOST = "127.0.0.1"
_STATE = "running.json"
_CONFIGURATION = """\
server.default_listen_address={host}
server.bolt.listen_address={host}:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.max_size=1g
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
"""


@dataclass(frozen=True, slots=True)
class Running:
    """A server process and how to reach it."""

    pid: int
    port: int
    password: str

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://{HOST}:{self.port}"


def served_versions(folder: Path) -> list[str]:
    """The versions of Neo4j that were started under a folder and not stopped since."""
    return sorted(state.parent.name for state in folder.glob(f"*/{_STATE}"))


class Home:
    """One server's folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.configuration = path / "conf"
        self.console = path / "logs" / "console.log"
        self._state = path / _STATE
        self._password = path / "password"

    def configure(self, port: int) -> None:
        """Writes the configuration for a server on loopback at `port`, and clears the log of the last start."""
        self.configuration.mkdir(parents=True, exist_ok=True)
        text = _CONFIGURATION.format(host=HOST, port=port)
        (self.configuration / "neo4j.conf").write_text(text, encoding="utf-8")
        self.console.parent.mkdir(exist_ok=True)
        (self.console.parent / "neo4j.log").unlink(missing_ok=True)

    def password(self, java: list[str]) -> str:
        """The password of the data in the folder; a new one is set before the server first starts."""
        if self._password.is_file():
            return self._password.read_text(encoding="utf-8").strip()
        password = secrets.token_hex(16)
        command = [*java, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
        places = {"NEO4J_HOME": str(self.path), "NEO4J_CONF": str(self.configuration)}
        done = subprocess.run(command, env={**os.environ, **places}, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ServerError(f"{self.path}: the password cannot be set: {done.stderr.strip()[-300:]}")
        self._password.touch(mode=0o600)
        self._password.write_text(f"{password}\n", encoding="utf-8")
        return password

    def remember(self, started: Running) -> None:
        """Keeps which process serves the folder, and at which port."""
        self._state.write_text(json.dumps({"pid": started.pid, "port": started.port}), encoding="utf-8")

    def remembered(self) -> Running | None:
        """What was last kept; the process need not be there any more."""
        if not self._state.is_file():
            return None
        state = json.loads(self._state.read_text(encoding="utf-8"))
        return Running(state["pid"], state["port"], self._password.read_text(encoding="utf-8").strip())

    def forget(self) -> None:
        """Keeps no process any more."""
        self._state.unlink(missing_ok=True)

    def complaint(self) -> str:
        """The last thing that the server complained about."""
        logs = [self.console.parent / "neo4j.log", self.console]
        lines = [line for log in logs if log.is_file() for line in log.read_text(encoding="utf-8").splitlines()]
        complaints = [line for line in lines if "ERROR" in line or "Caused by" in line] or lines or ["it says nothing"]
        return f"{complaints[-1].strip()[:400]} ({self.console.parent} has more)"
