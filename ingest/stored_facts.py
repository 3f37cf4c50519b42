"""The facts of a version as they were stored, without reading a plan anew.

In: a version's directory, and the text of a plan in it.  Out: the facts that were stored of the plan, clauses included;
StoreDamaged where they cannot be read.  Relied on: `facts.jsonl` holds one record a line with every field of its fact.
Example: the line `{"kind": "target", "id": "ningxia/2.2#c1/target-1", …}` becomes that `Target` again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from graph.errors import StoreDamaged
from ingest.fact_properties import LABELS
from ontology.records import Fact
from ontology.spans import Source, SpanError

FACTS = "facts.jsonl"
_CLASSES = {kind.kind: kind for kind in LABELS}


def stored_facts(version: Path, source: Source) -> tuple[Fact, ...]:
    """The facts stored of the plan that `source` is; raises StoreDamaged."""
    path = version / FACTS
    named = json.dumps(
        source.plan_id, ensure_ascii=False
    )  # a line without the id is of another plan: not worth parsing
    try:
        with path.open(encoding="utf-8") as file:
            records = [json.loads(line) for line in file if named in line]
        return tuple(_fact(record, source) for record in records if record["plan_id"] == source.plan_id)
    except (OSError, ValueError, KeyError, TypeError, SpanError) as error:
        raise StoreDamaged(f"{path}: found no readable facts; `crossplan ingest` builds them anew") from error


def _fact(record: Mapping[str, Any], source: Source) -> Fact:
    kind = _CLASSES[record["kind"]]
    span = source.recall(record["start"], record["end"], record["quote"])
    names = {field.name for field in fields(kind)} & record.keys()
    own: dict[str, Any] = {
        name: tuple(record[name]) if isinstance(record[name], list) else record[name] for name in names
    }
    return kind(**{**own, "span": span})
