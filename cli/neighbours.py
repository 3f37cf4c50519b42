"""What stands before and after the clauses found, so that a hit can be read where it stands.

In: records of hits.  Out: the same records, each hit with `before` and `after`.  Relied on: the clauses of a plan have
one order, and the graph knows it, whichever store holds it.
Example: `{"clause_id": "ningxia/3.1.2#c4", …, "before": [{"clause_id": "ningxia/3.1.2#c3", "quote": …}], "after": […]}`
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cli.stored import store_settings
from graph.store import open_store

if TYPE_CHECKING:
    from graph.store import Store

Record = dict[str, Any]


def with_neighbours(records: Iterable[Record], count: int) -> Iterator[Record]:
    """The records with so many clauses before and after each hit; as they are where none is wanted."""
    if not count:
        yield from records
        return
    with asyncio.Runner() as runner:
        store = open_store(store_settings())
        try:
            for record in records:
                yield {**record, "hits": [runner.run(_placed(store, hit, count)) for hit in record["hits"]]}
        finally:
            runner.run(store.close())


async def _placed(store: Store, hit: Record, count: int) -> Record:
    from queries.query import run

    found: Any = await run(store, "clause_context", clause=hit["clause_id"], before=count, after=count)
    said = [(row["offset"], {"clause_id": row["id"], **_place(row["citation"])}) for row in found]
    before = [clause for offset, clause in said if offset < 0]
    return {**hit, "before": before, "after": [clause for offset, clause in said if offset > 0]}


def _place(citation: Record) -> Record:
    return {name: citation[name] for name in ("start", "end", "quote")}
