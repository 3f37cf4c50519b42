"""What a reader found in a plan: the gold that its facts are measured against.

In: a folder of golds: `<plan>.json` with a plan annotated in one file, or its parts in `outlines/`, `tables/`,
`statements/` and `citations/`; texts that are no registered plan stand in `sources/`.  Out: a `Gold`, its rows under
the kinds and the field names of the records of facts.  Relied on: a row that says `borderline` is neutral, to find it
or not is both right.  Example: {"unit": "加强组织领导", "departments": ["民政", "发展改革部门"]} is two rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.register import registered_plans
from ingest.text import read_source
from ontology.spans import Source

Row = Mapping[str, Any]

PARTS = ("outlines", "tables", "statements", "citations")
SOURCES = "sources"

# Rows of the parts that are lists: the field each place stands for.
SECTION = ("level", "number", "title")
UNIT = ("title", "parent")
COLUMN = ("number", "title", "under_task")
ACTION = ("number", "title", "column", "under_task")

# Fields that the annotation calls otherwise than the records do, kind by kind: (in the gold, in the record).
PLAN_NAMES = {"doc_number": "document_number"}
INDICATOR_NAMES = {"no": "row", "number": "value"}
AMOUNT_NAMES = {"number": "value"}
REFERENCE_NAMES = {"doc_number": "document_number"}


class GoldError(IngestError):
    """A gold that is not there, or is not in its form."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One plan as it was annotated: the text, the rows of each kind, and other right forms of the plan's own slots."""

    source: Source
    rows: Mapping[str, tuple[Row, ...]]
    accept: Mapping[str, tuple[object, ...]]


def annotated_plans(folder: Path) -> tuple[str, ...]:
    """The ids of the plans that have a gold in `folder`; raises GoldError where there is none."""
    outlines = {path.stem for path in (folder / "outlines").glob("*.json")}
    found = outlines | {path.stem for path in folder.glob("*.json")}
    if not found:
        raise GoldError(f"{folder}: found no annotated plan, expected PLAN.json or outlines/PLAN.json")
    return tuple(sorted(found))


def read_gold(folder: Path, plan_id: str) -> Gold:
    """The gold of one plan; raises GoldError where it is missing or misses a field."""
    whole = folder / f"{plan_id}.json"
    paths = [whole] if whole.exists() else [folder / part / f"{plan_id}.json" for part in PARTS]
    entries: dict[str, Any] = {}
    for path in paths:
        entries |= _read_object(path)
    try:
        rows = {kind: tuple(found) for kind, found in _rows(entries).items()}
        accept = {**entries.get("accept", {}), **entries["plan"].get("accept", {})}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GoldError(f"{paths[0]}: found no row as expected ({error!r}), expected the form of the others") from error
    return Gold(_source(folder, plan_id), rows, {slot: tuple(forms) for slot, forms in accept.items()})


def _source(folder: Path, plan_id: str) -> Source:
    registered = registered_plans()
    return read_source(registered.get(plan_id, folder / SOURCES / f"{plan_id}.txt"), plan_id)


def _read_object(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: found no readable JSON ({error}), expected an annotated plan") from error
    if not isinstance(found, dict):
        raise GoldError(f"{path}: found {type(found).__name__}, expected an object")
    return found


def _rows(entries: Mapping[str, Any]) -> dict[str, Iterator[Row]]:
    neutral = entries.get("neutral", {})
    either = [{"title": title, "borderline": True} for title in neutral.get("units", ())]
    listed = _columns_and_actions(entries)
    return {
        "plan": iter([_renamed(entries["plan"], PLAN_NAMES)]),
        "section": chain(
            (_named(row, SECTION) for row in entries["sections"]),
            ({"level": level, "title": title, "borderline": True} for level, title in neutral.get("sections", ())),
        ),
        "task": chain((_named(row, UNIT) for row in entries["tasks"]), either),
        "safeguard": chain((_named(row, UNIT) for row in entries["safeguards"]), either),
        "special_column": iter(listed[0]),
        "special_action": iter(listed[1]),
        "indicator": (_renamed(row, INDICATOR_NAMES) for row in entries["indicators"]),
        "responsibility": (
            {**row, "department": name} for row in entries["responsibilities"] for name in row["departments"]
        ),
        "target": (_renamed(row, AMOUNT_NAMES) for row in entries["quantified_targets"]),
        "baseline": (_renamed(row, AMOUNT_NAMES) for row in entries["baseline_facts"]),
        "reference": (_renamed(row, REFERENCE_NAMES) for row in entries["references"]),
    }


def _columns_and_actions(entries: Mapping[str, Any]) -> tuple[list[Row], list[Row]]:
    """The boxes and what stands in them, listed apart or, where the plan is annotated in one file, box by box."""
    if "special_actions" in entries:
        boxes, items = entries["special_columns"], entries["special_actions"]
        return [_named(row, COLUMN) for row in boxes], [_named(row, ACTION) for row in items]
    boxes = entries["special_columns"]
    columns: list[Row] = [
        {"title": box["title"], "under_task": box["stands_after_task"]} for box in boxes if box["title"]
    ]
    actions: list[Row] = [
        {"title": action["title"], "column": box["title"], "under_task": box["stands_after_task"]}
        for box in boxes
        for action in box["actions"]
    ]
    return columns, actions


def _named(row: Any, fields: tuple[str, ...]) -> Row:
    return dict(row) if isinstance(row, Mapping) else dict(zip(fields, row, strict=True))


def _renamed(row: Mapping[str, Any], names: Mapping[str, str]) -> Row:
    return {names.get(field, field): value for field, value in row.items()}
