"""One Neo4j Community server: its folder, its configuration, its process.

In: a folder and a version.  Out: a server on a port of the loopback address, with a password of its own, whose data
stays in the folder when it stops.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.server.artifacts import fetch, java, pinned_version
from graph.server.errors import ServerError

HOST = "127.0.0.1"
PORT = 7687
USER = "neo4j"
START_SECONDS = 120
STOP_SECONDS = 60
_JAVA_OPTIONS = (
    "-Xmx512m",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)
_CONFIGURATION = """\
server.default_listen_address={host}
server.bolt.listen_address={host}:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.max_size=512m
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


class Server:
    """The server that lives in one folder."""

    def __init__(self, folder: Path, version: str | None = None) -> None:
        self._version = version or pinned_version()
        self._jars = folder.absolute() / "lib" / self._version
        self._home = folder.absolute() / self._version
        self._state = self._home / "running.json"
        self._kept = self._home / "password"
        self._process: subprocess.Popen[bytes] | None = None  # where this very object started it

    @property
    def fetched(self) -> bool:
        """Whether the program files of the server are there."""
        return self._jars.is_dir()

    def running(self) -> Running | None:
        """The server of this folder, if its process is there."""
        if not self._state.is_file():
            return None
        state = json.loads(self._state.read_text(encoding="utf-8"))
        found = Running(state["pid"], state["port"], self._kept.read_text(encoding="utf-8").strip())
        return found if self._is_ours(found.pid) else None

    def start(self, port: int | None = None) -> Running:
        """Fetches what is missing, starts the server and waits until it answers; raises ServerError."""
        if (already := self.running()) is not None:
            return already
        program = java()
        fetch(self._version, self._jars)
        port = port or _free_port()
        self._configure(port)
        password = self._password(program)
        self._process = self._launch(program)
        started = Running(self._process.pid, port, password)
        self._state.write_text(json.dumps({"pid": started.pid, "port": port}), encoding="utf-8")
        self._wait(started)
        return started

    def stop(self) -> bool:
        """Ends the server and says whether there was one; its data stays."""
        found = self.running()
        if found is not None:
            os.kill(found.pid, signal.SIGTERM)
            give_up = time.monotonic() + STOP_SECONDS
            while self._is_ours(found.pid):
                if time.monotonic() > give_up:
                    os.kill(found.pid, signal.SIGKILL)
                time.sleep(0.1)
        self._state.unlink(missing_ok=True)
        return found is not None

    @property
    def _main_class(self) -> str:
        name = "CommunityEntryPoint" if self._version.startswith("5.") else "Neo4jCommunity"
        return f"org.neo4j.server.{name}"

    def _configure(self, port: int) -> None:
        (self._home / "conf").mkdir(parents=True, exist_ok=True)
        (self._home / "conf" / "neo4j.conf").write_text(_CONFIGURATION.format(host=HOST, port=port), encoding="utf-8")

    def _password(self, program: str) -> str:
        """The password of the folder's data; a new one is set before the server first starts."""
        if self._kept.is_file():
            return self._kept.read_text(encoding="utf-8").strip()
        password = secrets.token_hex(16)
        command = [
            program,
            "-cp",
            f"{self._jars}/*",
            "org.neo4j.cli.AdminTool",
            "dbms",
            "set-initial-password",
            password,
        ]
        home = {"NEO4J_HOME": str(self._home), "NEO4J_CONF": str(self._home / "conf")}
        done = subprocess.run(command, env={**os.environ, **home}, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ServerError(f"{self._home}: the password cannot be set: {done.stderr.strip()[-300:]}")
        _write_private(self._kept, password)
        return password

    def _launch(self, program: str) -> subprocess.Popen[bytes]:
        places = [f"--home-dir={self._home}", f"--config-dir={self._home / 'conf'}"]
        (self._home / "logs").mkdir(exist_ok=True)
        (self._home / "logs" / "neo4j.log").unlink(missing_ok=True)
        with (self._home / "logs" / "console.log").open("wb") as console:
            return subprocess.Popen(
                [program, *_JAVA_OPTIONS, "-cp", f"{self._jars}/*", self._main_class, *places],
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _wait(self, started: Running) -> None:
        give_up = time.monotonic() + START_SECONDS
        while not _answers(started):
            if not self._is_ours(started.pid) or time.monotonic() > give_up:
                self.stop()
                raise ServerError(f"Neo4j {self._version} does not start: {self._reason()}")
            time.sleep(0.25)

    def _reason(self) -> str:
        """The last thing that the server complained about."""
        logs = [self._home / "logs" / name for name in ("neo4j.log", "console.log")]
        lines = [line for log in logs if log.is_file() for line in log.read_text(encoding="utf-8").splitlines()]
        complaints = [line for line in lines if "ERROR" in line or "Caused by" in line] or lines or ["it says nothing"]
        return f"{complaints[-1].strip()[:400]} ({logs[0].parent} has more)"

    def _is_ours(self, pid: int) -> bool:
        """Whether the process is there and is the server of this folder, not a later one with the same number."""
        if self._process is not None and self._process.pid == pid:
            return self._process.poll() is None
        return f"--home-dir={self._home}" in _arguments(pid)


def _arguments(pid: int) -> str:
    """The command line of a process, or nothing where there is no such process."""
    if Path("/proc/self/cmdline").exists():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace").replace("\0", " ")
        return ""
    command = ["ps", "-ww", "-o", "args=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _answers(server: Running) -> bool:
    try:
        with GraphDatabase.driver(server.uri, auth=(USER, server.password), connection_timeout=2) as driver:
            driver.verify_connectivity()
    except (DriverError, Neo4jError):
        return False
    return True


def _free_port() -> int:
    """Bolt's usual port, or any other where that is taken."""
    for port in (PORT, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind((HOST, port))
            return int(probe.getsockname()[1])
    raise ServerError(f"{HOST}: no free port")


def _write_private(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(f"{text}\n", encoding="utf-8")
