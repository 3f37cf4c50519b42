"""Queries that a reader has judged: which stretches of which plans answer each, and which queries nothing answers.

In: JSON Lines.  Out: `JudgedQuery` records.  Relied on: grade 2 answers the query, 1 helps; a query without a relevant
stretch is one that the plans do not speak to.
Example: {"id": "keyword-01", "style": "keyword", "query": "三社联动", "relevant": [{"plan_id": …, "start": 2439, …}]}
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.errors import SearchError

NEGATIVE = "negative"


class NotJudged(SearchError):
    """A file that holds no judged queries."""


@dataclass(frozen=True, slots=True)
class Relevant:
    """One stretch that answers a query or helps with it."""

    plan_id: str
    quote: str
    start: int
    end: int
    grade: int


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """One query; `held_out` are those that nothing was chosen by."""

    id: str
    style: str
    query: str
    relevant: tuple[Relevant, ...]
    held_out: bool


def read_judged(path: Path) -> tuple[JudgedQuery, ...]:
    """The queries of a file in its order; raises NotJudged naming the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NotJudged(f"{path}: no readable file found, expected judged queries") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_judged(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                expected = "id, query and relevant stretches"
                raise NotJudged(f"{path} line {number}: {line[:60]} found, expected {expected}") from error
    return tuple(found)


def _judged(record: dict[str, Any]) -> JudgedQuery:
    relevant = tuple(
        Relevant(str(one["plan_id"]), str(one["quote"]), *(int(one[name]) for name in ("start", "end", "grade")))
        for one in record.get("relevant", ())
    )
    style = str(record.get("style", NEGATIVE if not relevant else "any"))
    return JudgedQuery(str(record["id"]), style, str(record["query"]), relevant, bool(record.get("held_out")))
