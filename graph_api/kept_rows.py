"""Rows of questions that look at the whole graph, kept for as long as one version of the data is served.

In: the store of that version, a question, its parameters.  Out: its rows.  Relied on: a version never changes, so an
answer once found is the answer; a new version begins with nothing kept.
Example: themes by plans are counted over every clause, 30 ms for five plans; asked again they are there.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping

from graph.store import Store
from graph.values import Row, Value
from queries.query import run

# Questions that count over all clauses or duties; the others are quicker than it is worth to keep them.
WHOLE = frozenset({"theme_coverage", "beneficiary_coverage", "department_load"})
KEPT = 64  # answers, the latest asked


class KeptRows:
    """Answers the questions of WHOLE once for each of their parameters, and any other every time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, list[Row]] = OrderedDict()

    async def of(self, store: Store, name: str, params: Mapping[str, Value]) -> list[Row]:
        """The rows, which are not to be changed; raises as `run` does."""
        if name not in WHOLE:
            return await run(store, name, **params)
        asked = json.dumps([name, {key: value for key, value in params.items() if value is not None}], sort_keys=True)
        if asked not in self._kept:
            self._kept[asked] = await run(store, name, **params)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(asked)
        return self._kept[asked]
