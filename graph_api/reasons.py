"""Why the facts of one version were found, told a plan at a time.

In: a version's directory and its sources.  Out: the same `Explanation` of a fact as `crossplan facts --explain` gives.
The facts of a plan are read when the first of them is asked for (some 50 ms), and those of the last plans asked stay.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.spans import Source

if TYPE_CHECKING:
    from ingest.explanation import Explanation

_PLANS = 16  # whose facts stay


class Explanations:
    """The explanations of a version's facts."""

    def __init__(self, directory: Path, sources: Mapping[str, str]) -> None:
        self._directory = directory
        self._sources = sources
        self._read: OrderedDict[str, asyncio.Task[Mapping[str, Explanation]]] = OrderedDict()

    async def of(self, plan_id: str, fact_id: str) -> Explanation | None:
        """The explanation of a fact; None where the version holds no such fact; raises StoreDamaged."""
        if plan_id not in self._sources:
            return None
        if plan_id not in self._read:
            self._read[plan_id] = asyncio.create_task(asyncio.to_thread(self._explain, plan_id))
            while len(self._read) > _PLANS:
                self._read.popitem(last=False)
        self._read.move_to_end(plan_id)
        return (await asyncio.shield(self._read[plan_id])).get(fact_id)

    def _explain(self, plan_id: str) -> Mapping[str, Explanation]:
        from ingest.explanation import explain  # the rules take half a second to import
        from ingest.stored_facts import stored_facts

        facts = stored_facts(self._directory, Source(plan_id, self._sources[plan_id]))
        return {fact.id: explanation for fact, explanation in explain(facts)}
