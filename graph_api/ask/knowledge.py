"""What questions are read against and answered from: the rows of the list queries, each kind once.

In: a store.  Out: `Knowledge`.  Loaded once a version; a question then touches memory only.  Rows are the rows of
`queries/*.cypher`, unchanged in meaning: what an answer says can be asked of the graph again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.store import Store
from graph_api.ask.stated import (
    Cited,
    Duty,
    Plan,
    Statement,
    Thing,
    read_cited,
    read_clause,
    read_duty,
    read_indicator,
    read_plan,
    read_statement,
    read_things,
)
from queries.query import run

_ALL = 1_000_000
_LISTS = ("plans", "indicators", "targets", "baselines", "clauses", "tasks", "safeguards", "special_actions")
_MORE = ("special_columns", "task_groups", "sections", "references", "responsibilities", "departments")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it, each list in the order of the queries: by plan, then by place."""

    plans: tuple[Plan, ...]
    statements: tuple[Statement, ...]
    things: Mapping[str, tuple[Thing, ...]]  # by kind
    duties: tuple[Duty, ...]
    cited: tuple[Cited, ...]
    clauses: Mapping[str, Thing]  # by id


async def load_knowledge(store: Store) -> Knowledge:
    """What the store holds; takes about 0.1 ms a clause."""
    rows = {name: await run(store, name, skip=0, limit=_ALL) for name in (*_LISTS, *_MORE)}
    things = {
        "task": read_things("task", rows["tasks"], "parentTitle", "groupId"),
        "safeguard": read_things("safeguard", rows["safeguards"], "parentTitle", None),
        "action": read_things("action", rows["special_actions"], "columnTitle", "columnId"),
        "column": read_things("column", rows["special_columns"], "underTask", "underTaskId"),
        "group": read_things("group", rows["task_groups"], None, None),
        "section": read_things("section", rows["sections"], None, "parentId"),
        "department": read_things("department", [row for row in rows["departments"] if row["citation"]], None, None),
        "clause": tuple(read_clause(row) for row in rows["clauses"]),
    }
    clauses = {clause.id: clause for clause in things["clause"]}
    statements = (
        *(read_indicator(row) for row in rows["indicators"]),
        *(read_statement("target", row, clauses) for row in rows["targets"]),
        *(read_statement("baseline", row, clauses) for row in rows["baselines"]),
    )
    return Knowledge(
        plans=tuple(read_plan(row) for row in rows["plans"]),
        statements=statements,
        things=things,
        duties=tuple(read_duty(row) for row in rows["responsibilities"]),
        cited=tuple(read_cited(row) for row in rows["references"]),
        clauses=clauses,
    )
