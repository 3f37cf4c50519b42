"""What goes into a statement and what comes out of it: JSON, on both engines.

In: what an engine returns in a column.  Out: None, bool, int, float, str, and lists and maps of them.
Dates become ISO 8601 text, the keys of a map stand in alphabetical order (an engine gives them in its own), and nodes,
relations and paths are refused, because the engines show them differently.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Protocol, TypeAlias, runtime_checkable

from graph.errors import StatementError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
Row: TypeAlias = dict[str, Json]

_SCALARS = frozenset({type(None), bool, int, float, str})


@runtime_checkable
class _Temporal(Protocol):
    """A date or time of the Neo4j driver, whose types only the driver's own module knows."""

    def iso_format(self) -> str: ...


def plain_row(row: Mapping[str, object]) -> Row:
    """The row with every column as JSON; raises StatementError for a column that is none."""
    return {name: plain(value) for name, value in row.items()}


def plain(value: object) -> Json:
    """The value as JSON; raises StatementError for a node, a relation, a path or any other type."""
    if type(value) in _SCALARS:
        return value  # type: ignore[return-value]  # a cast would be one more call for every value of an answer
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if type(value) is dict:
        # Most of what a long answer holds is scalars in maps: they are not asked one call each.
        return {key: one if type(one := value[key]) in _SCALARS else plain(one) for key in sorted(value)}
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, _Temporal):
        return value.iso_format()
    raise StatementError(f"column of type {type(value).__name__}: a query returns scalars, lists and maps only")
