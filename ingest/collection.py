"""The plans to build from: those that come with the program, those loaded before, and those added now.

In: the register, the live version's sources, the files given.  Out: `Source`s, those loaded first first.
A plan id keeps its text: a file whose id is taken by another text is refused, so no citation changes under a reader.
Example: "我市规划 2025.txt" becomes the plan 我市规划-2025.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.errors import StoreDamaged
from graph.versions import SOURCES
from ingest.errors import IngestError, UnreadableText
from ingest.manifest import read_manifest
from ingest.register import read_all_registered
from ingest.text import read_source
from ontology.places import Places, PlacesDamaged
from ontology.spans import Source

PLACES = ".places.json"
# What may stand in an id, which is also an address: letters of any script, digits, - and _.
_NOT_IN_ID = re.compile(r"[^\w-]+")


class PlanIdTaken(IngestError):
    """A plan id that stands for another text already."""


def plan_id_of(path: Path) -> str:
    """The id of the plan in a file: its name without the ending, in lower case, other characters as hyphens."""
    plan_id = _NOT_IN_ID.sub("-", path.stem).strip("-").lower()
    if not plan_id:
        raise UnreadableText(
            f"{path}: found no letter or digit in the file name, expected one to make the plan's id from"
        )
    return plan_id


def collect(live: Path | None, added: Iterable[Path]) -> tuple[Source, ...]:
    """All sources to build from, in the order they were added; `live` is the live version's directory, if any.

    Raises PlanIdTaken where a file's id stands for another text, UnreadableText where a file cannot be read.
    """
    sources = {source.plan_id: source for source in stored_sources(live)}
    sources |= {source.plan_id: source for source in read_all_registered()}
    for path in added:
        source = read_source(path, plan_id_of(path))
        _check_free(source, path, sources)
        sources[source.plan_id] = source
    return tuple(sources.values())


def stored_sources(live: Path | None) -> tuple[Source, ...]:
    """The texts of a version, exactly as they were read, in the order they were added; raises StoreDamaged."""
    return tuple(_stored(live, plan_id) for plan_id in _stored_ids(live)) if live else ()


def _stored_ids(live: Path) -> tuple[str, ...]:
    """The ids in the order of the manifest; by name where that is damaged, so that no plan is lost with it."""
    try:
        return read_manifest(live).plans
    except StoreDamaged:
        return tuple(sorted(path.stem for path in (live / SOURCES).glob("*.txt")))


def loaded_source(live: Path | None, plan_id: str) -> Source | None:
    """The text of a built-in or loaded plan by its id; None where there is no such plan."""
    return next((one for one in (*read_all_registered(), *stored_sources(live)) if one.plan_id == plan_id), None)


def store_sources(sources: Iterable[Source], directory: Path) -> None:
    """Writes each text to `<plan id>.txt` below `directory`, which is made, its places beside it."""
    directory.mkdir(parents=True)
    for source in sources:
        (directory / f"{source.plan_id}.txt").write_bytes(source.text.encode("utf-8"))
        if source.places is not None:
            record = json.dumps(source.places.record())
            (directory / f"{source.plan_id}{PLACES}").write_text(record + "\n", encoding="utf-8")


def _stored(live: Path, plan_id: str) -> Source:
    path = live / SOURCES / f"{plan_id}.txt"
    try:
        return Source(plan_id, path.read_bytes().decode("utf-8"), stored_places(live, plan_id))
    except (OSError, UnicodeDecodeError) as error:
        raise StoreDamaged(f"{path}: found no readable text, expected that of plan {plan_id!r}") from error


def stored_places(live: Path, plan_id: str) -> Places | None:
    """The map of a plan's text that a version holds, None for a plain text; raises StoreDamaged."""
    path = live / SOURCES / f"{plan_id}{PLACES}"
    try:
        return Places.read(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, PlacesDamaged) as error:
        raise StoreDamaged(f"{path}: found no readable map of places, expected that of plan {plan_id!r}") from error


def _check_free(source: Source, path: Path, taken: Mapping[str, Source]) -> None:
    other = taken.get(source.plan_id)
    if other and other.text != source.text:
        raise PlanIdTaken(
            f"{path}: found another text than the one loaded as {source.plan_id!r}; expected a free file name"
        )
    same = next((one for one in taken.values() if one.text == source.text and one.plan_id != source.plan_id), None)
    if same:
        raise PlanIdTaken(f"{path}: found the text of plan {same.plan_id!r}, expected one that is not loaded yet")
