"""`python -m graph.server start|stop`: the server of this checkout, its data in .neo4j/, its address in .neo4j.env.

Used as: `make neo4j && . ./.neo4j.env && make serve`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from graph.server.errors import ServerError
from graph.server.home import Running, served_versions
from graph.server.server import USER, Server

FOLDER = Path(".neo4j")
ENVIRONMENT = Path(".neo4j.env")


def main() -> int:
    """Does what the arguments say; the exit code is 0, or 1 with one line that says what is missing."""
    parser = argparse.ArgumentParser(prog="python -m graph.server", description="A Neo4j server on this machine.")
    parser.add_argument("command", choices=("start", "stop"))
    parser.add_argument("--version", help="of Neo4j; else the pinned one to start, all to stop")
    parser.add_argument("--port", type=int, help="to listen on; 7687 where it is free, else any")
    arguments = parser.parse_args()
    try:
        if arguments.command == "stop":
            ENVIRONMENT.unlink(missing_ok=True)
            versions = [arguments.version] if arguments.version else served_versions(FOLDER)
            stopped = [version for version in versions if Server(FOLDER, version).stop()]
            print(f"neo4j: stopped {', '.join(stopped)}" if stopped else "neo4j: was not running")
        else:
            server = Server(FOLDER, arguments.version)
            if not server.fetched:
                print("neo4j: fetching the server once, 120 to 160 MB", flush=True)
            running = server.start(arguments.port)
            _leave_address(running)
            print(
                f"neo4j: {running.uri}, user {USER}; . ./{ENVIRONMENT} points Crossplan to it, make neo4j-stop ends it"
            )
    except ServerError as error:
        print(f"neo4j: {error}", file=sys.stderr)
        return 1
    return 0


def _leave_address(running: Running) -> None:
    ENVIRONMENT.touch(mode=0o600)
    ENVIRONMENT.write_text(
        f"export CROSSPLAN_STORE={running.uri}\n"
        f"export CROSSPLAN_NEO4J_USER={USER}\n"
        f"export CROSSPLAN_NEO4J_PASSWORD={running.password}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main())
