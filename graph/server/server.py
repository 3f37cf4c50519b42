"""One Neo4j Community server: its process.

In: a folder and a version.  Out: a server on a port of the loopback address, with a password of its own, whose data
stays in the folder when it stops.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.server.artifacts import fetch, java, pinned_version
from graph.server.errors import ServerError
from graph.server.home import HOST, Home, Running

PORT = 7687
USER = "neo4j"
START_SECONDS = 180
STOP_SECONDS = 60
_JAVA_OPTIONS = (
    "-Xmx1g",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)


class Server:
    """The server that lives in one folder."""

    def __init__(self, folder: Path, version: str | None = None) -> None:
        self._version = version or pinned_version()
        self._jars = folder.absolute() / "lib" / self._version
        self._home = Home(folder.absolute() / self._version)
        self._process: subprocess.Popen[bytes] | None = None  # where this very object started it

    @property
    def fetched(self) -> bool:
        """Whether the program files of the server are there."""
        return self._jars.is_dir()

    def running(self) -> Running | None:
        """The server of this folder, if its process is there."""
        found = self._home.remembered()
        return found if found is not None and self._is_ours(found.pid) else None

    def start(self, port: int | None = None) -> Running:
        """Fetches what is missing, starts the server and waits until it answers; raises ServerError."""
        if (already := self.running()) is not None:
            return already
        program = [java(self._version), *_JAVA_OPTIONS, "-cp", f"{self._jars}/*"]
        fetch(self._version, self._jars)
        port = port or _free_port()
        self._home.configure(port)
        password = self._home.password(program)
        self._process = self._launch(program)
        started = Running(self._process.pid, port, password)
        self._home.remember(started)
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
        self._home.forget()
        return found is not None

    def _launch(self, program: list[str]) -> subprocess.Popen[bytes]:
        name = "CommunityEntryPoint" if self._version.startswith("5.") else "Neo4jCommunity"
        places = [f"--home-dir={self._home.path}", f"--config-dir={self._home.configuration}"]
        with self._home.console.open("wb") as console:
            return subprocess.Popen(
                [*program, f"org.neo4j.server.{name}", *places],
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
                raise ServerError(f"Neo4j {self._version} does not start: {self._home.complaint()}")
            time.sleep(0.25)

    def _is_ours(self, pid: int) -> bool:
        """Whether the process is there and is the server of this folder, not a later one with the same number."""
        if self._process is not None and self._process.pid == pid:
            return self._process.poll() is None
        return f"--home-dir={self._home.path}" in _arguments(pid)


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
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # closed connections do not hold it
            probe.bind((HOST, port))
            return int(probe.getsockname()[1])
    raise ServerError(f"{HOST}: no free port")
