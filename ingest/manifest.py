"""What a version of the data directory says of itself: its plans in the order they were added, and its size.

In: `manifest.json` in a version's directory.  Out: `Manifest`.  The order matters: the plan added first founds a
concept that no vocabulary has, and later plans join it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import StoreDamaged

FILE = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a version holds."""

    plans: tuple[str, ...]  # ids, the first added first
    facts: int  # clauses included
    clauses: int
    nodes: int
    relations: int
    problems: tuple[str, ...] = ()  # verdicts of a person that could not be carried out, a line each


def write_manifest(version: Path, manifest: Manifest) -> None:
    """Writes the manifest into a version's directory."""
    (version / FILE).write_text(json.dumps(asdict(manifest), ensure_ascii=False) + "\n", encoding="utf-8")


def read_manifest(version: Path) -> Manifest:
    """What a version says of itself; raises StoreDamaged where it says nothing readable."""
    path = version / FILE
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(**{**said, "plans": tuple(said["plans"]), "problems": tuple(said.get("problems", ()))})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreDamaged(f"{path}: found no readable manifest; `crossplan ingest` builds it anew") from error
