"""How rows come from a Neo4j server: all of a question in one record.

In: a statement.  Out: the statement as it is sent, and the rows of what the server gives back.
The driver awaits each record four times, some 0.07 ms whatever is in it; a list of lists comes at once: 2,400 rows of
eight columns took the client 169 ms of processor time as records and 3 ms as one.
Relied on: a question's last RETURN, one column a line and then ORDER BY (`graph/columns.py`), means the same as a WITH,
and `collect` takes rows in its order: a question that ends
`RETURN / p.id AS planId / ORDER BY planId` is sent with
`WITH / p.id AS planId / ORDER BY planId / RETURN collect([planId]) AS rows` at its end.
Any other statement is sent as it is; so is what reads a whole graph, whose rows the server would have to hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from neo4j import AsyncResult

from graph.columns import RETURN, returned
from graph.values import Row, plain_row


@dataclass(frozen=True, slots=True)
class Sent:
    """A statement as the server gets it, and the columns of its rows where they come in one record."""

    statement: str
    columns: tuple[str, ...]

    async def rows(self, result: AsyncResult) -> list[Row]:
        """All rows; raises StatementError for a column that is no JSON."""
        if not self.columns:
            names = result.keys()
            return [plain_row(dict(zip(names, record.values(), strict=True))) async for record in result]
        (rows,) = (await result.single(strict=True)).values()
        return [plain_row(dict(zip(self.columns, row, strict=True))) for row in rows]


@lru_cache(256)
def sent(statement: str) -> Sent:
    """How a statement is sent."""
    columns = tuple(returned(statement))
    if not columns:
        return Sent(statement, ())
    before, _, tail = f"\n{statement}".rpartition(RETURN)
    return Sent(f"{before}\nWITH\n{tail.rstrip()}\nRETURN collect([{', '.join(columns)}]) AS rows", columns)
