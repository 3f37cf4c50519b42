"""The plans that come with the application.

In: `plans/register.toml`, an id and a file for each plan.  Out: their sources.  Relied on: an id is lower-case letters,
digits and hyphens, since it becomes part of every address.  Example: `read_registered("ningxia")` is the source whose
sections are "ningxia/3.1.2" and so on.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from ingest.errors import IngestError
from ingest.text import read_source
from ontology.spans import Source

FOLDER = Path(__file__).parent / "plans"
PLAN_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


class UnknownPlan(IngestError):
    """An id that no registered plan has."""


def registered_plans(folder: Path = FOLDER) -> Mapping[str, Path]:
    """The file of each registered plan by its id, in the order of the register; raises IngestError."""
    register = folder / "register.toml"
    try:
        entries = tomllib.loads(register.read_text("utf-8"))["plan"]
        plans = {str(entry["id"]): folder / str(entry["file"]) for entry in entries}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise IngestError(f"{register}: found {error}, expected [[plan]] entries with id and file") from error
    for plan_id in plans:
        if not PLAN_ID.fullmatch(plan_id):
            raise IngestError(f"{register}: found the id {plan_id!r}, expected lower-case letters, digits and hyphens")
    return plans


def read_registered(plan_id: str, folder: Path = FOLDER) -> Source:
    """The source of one registered plan; raises UnknownPlan where there is none of that id."""
    plans = registered_plans(folder)
    if plan_id not in plans:
        raise UnknownPlan(f"{plan_id}: found no such plan, expected one of {', '.join(plans)}")
    return read_source(plans[plan_id], plan_id)


def read_all_registered(folder: Path = FOLDER) -> tuple[Source, ...]:
    """The sources of all registered plans."""
    return tuple(read_source(path, plan_id) for plan_id, path in registered_plans(folder).items())
