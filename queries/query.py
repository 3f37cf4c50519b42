"""The questions the graph answers: one `.cypher` file each, whose header says what goes in and what comes out.

In: the name of a question and its parameters.  Out: rows, one map a row with exactly the columns of the header.
Header and statement must agree: every parameter declared is used and none besides, and the columns are the aliases
of the last RETURN, in its order.  Example: `await run(store, "region", ids=["region/640000"])`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.columns import returned
from graph.store import Store
from graph.values import Row, Value
from queries.header import Field, QueryError, parse_header

_FOLDER = Path(__file__).parent
_PARAMETER = re.compile(r"\$([A-Za-z]\w*)")
_PAGE = frozenset({"skip", "limit"})
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Query:
    """One question: its statement, and what the header of its file declares."""

    name: str
    text: str
    question_zh: str
    question_en: str
    params: tuple[Field, ...]
    columns: tuple[Field, ...]
    row: str

    @property
    def paged(self) -> bool:
        """Whether it is asked a page at a time: it takes `skip` and `limit`, and has a column `total`."""
        return {param.name for param in self.params} >= _PAGE

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns that are fields of the row type: all but `total`, which speaks of the list."""
        return tuple(column for column in self.columns if not (self.paged and column.name == TOTAL))

    def arguments(self, params: Mapping[str, Value]) -> dict[str, Value]:
        """All parameters of the statement, those not given as null; raises QueryError for one that does not fit."""
        unknown = sorted(params.keys() - {param.name for param in self.params})
        if unknown:
            known = ", ".join(param.name for param in self.params) or "none"
            raise QueryError(f"{self.name}: found parameter {unknown[0]!r}, expected one of: {known}")
        for param in self.params:
            value = params.get(param.name)
            if not param.type.accepts(value):
                raise QueryError(f"{self.name}: found {value!r} for {param.name}, expected {param.type}")
        return {param.name: params.get(param.name) for param in self.params}


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, without their column `total`, and how many the list has."""

    rows: list[Row]
    total: int


def read_query(path: Path) -> Query:
    """The question in a file; raises QueryError naming file, line, what was found and what was expected."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = parse_header(path.name, lines)
    text = "\n".join(lines[header.lines :]) + "\n"
    query = Query(path.stem, text, header.question_zh, header.question_en, header.params, header.columns, header.row)
    _check_parameters(path.name, query)
    _check_columns(path.name, query)
    return query


def _check_parameters(where: str, query: Query) -> None:
    declared = {param.name for param in query.params}
    used = set(_PARAMETER.findall(query.text))
    if declared != used:
        odd = min(declared ^ used)
        found = "declared but not used" if odd in declared else "used but not declared"
        raise QueryError(f"{where}: found parameter {odd!r} {found}, expected header and statement to agree")
    if query.paged != (TOTAL in {column.name for column in query.columns}):
        raise QueryError(f"{where}: expected the parameters skip and limit together with a column {TOTAL!r}, or none")


def _check_columns(where: str, query: Query) -> None:
    found = returned(query.text)
    if not found:
        raise QueryError(f"{where}: expected a last line 'RETURN' with one column a line below it")
    declared = [column.name for column in query.columns]
    if found != declared:
        raise QueryError(f"{where}: found columns {', '.join(declared)}, expected as returned {', '.join(found)}")


@cache
def all_queries() -> Mapping[str, Query]:
    """Every question by name, in alphabetical order; raises QueryError for a file that is not well formed."""
    return MappingProxyType({path.stem: read_query(path) for path in sorted(_FOLDER.glob("*.cypher"))})


def load(name: str) -> Query:
    """The question of that name; raises QueryError where there is none."""
    query = all_queries().get(name)
    if query is None:
        raise QueryError(f"{name}: no such query, expected one of: {', '.join(all_queries())}")
    return query


async def run(store: Store, name: str, **params: Value) -> list[Row]:
    """The rows that answer a question, in its order; a parameter left out is null.

    Raises QueryError for parameters that do not fit the header, and the StoreErrors of the store.
    """
    query = load(name)
    return await store.read(query.text, query.arguments(params))


async def page(store: Store, name: str, **params: Value) -> Page:
    """One page of a list and its total; raises as `run` does, and QueryError for a question that is not paged."""
    if not load(name).paged:
        raise QueryError(f"{name}: it is not a list in pages; ask it with run")
    rows = await run(store, name, **params)
    # A page beyond the end, or of no rows, has no row to carry the total: the first row has it, if there is any.
    carriers = rows or await run(store, name, **{**params, "skip": 0, "limit": 1})
    total = carriers[0][TOTAL] if carriers else 0
    if not isinstance(total, int):
        raise QueryError(f"{name}: found total {total!r}, expected a whole number")
    return Page([{key: value for key, value in row.items() if key != TOTAL} for row in rows], total)
