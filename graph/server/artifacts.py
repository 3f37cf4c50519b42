"""The program files of a Neo4j Community server, as Maven brings them.

In: pom.xml, which pins the version.  Out: a folder of jars, complete or not there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from graph.server.errors import ServerError

POM = Path(__file__).with_name("pom.xml")
_APT = "on Debian: apt-get install openjdk-17-jre-headless maven"


def pinned_version() -> str:
    """The version of Neo4j that pom.xml names."""
    found = ElementTree.parse(POM).findtext(".//{*}neo4j.version")
    if not found:
        raise ServerError(f"{POM.name}: no property neo4j.version")
    return found


def java(version: str) -> str:
    """The Java to run that version of Neo4j with; raises ServerError where there is none or an old one."""
    oldest = 17 if version.startswith("5.") else 21
    home = os.environ.get("JAVA_HOME")
    program = shutil.which("java", path=f"{home}/bin" if home else None)
    if program is None:
        raise ServerError(f"no java found, Java {oldest} or newer expected; {_APT}")
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    if found is None or int(found[1]) < oldest:
        raise ServerError(f"{program}: Java {found[1] if found else '?'} found, {oldest} or newer expected")
    return program


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
