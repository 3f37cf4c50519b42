"""The text reuse of one edition of the store, found when it is first asked for and kept until another graph is loaded.

In: a store.  Out: `PlanReuse`: what of a plan stands in others, and its shares.  Finding it takes 0.1 s for five plans
and grows in step with the text, so it runs beside the service's loop; the last answers stay.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from align.provenance import Shares, by_date, shares
from align.reuse import Passage, Reuse, find_reuse
from graph.store import Store
from queries.query import page

_KEPT = 64  # answers
_ALL = 1_000_000  # rows of a list


@dataclass(frozen=True, slots=True)
class PlanReuse:
    """What of a plan stands in others; `dates` are those that plans print of themselves."""

    found: tuple[Reuse, ...]
    shares: Shares
    dates: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Texts:
    edition: str  # of the store that they were read from
    passages: tuple[Passage, ...]  # of the earliest plan first
    dates: Mapping[str, str]


class ReusedPassages:
    """Finds the reuse of each plan once for each edition."""

    def __init__(self) -> None:
        self._texts: _Texts | None = None
        self._found: OrderedDict[tuple[str, frozenset[str]], PlanReuse] = OrderedDict()
        self._finding = asyncio.Lock()

    async def of(self, store: Store, plan: str, others: frozenset[str]) -> PlanReuse:
        """What of a plan stands in `others`, or in any where that is empty; raises the StoreErrors of the store."""
        asked = plan, others
        async with self._finding:
            while self._texts is None or self._texts.edition != await store.edition():
                self._found.clear()
                self._texts = await _read(store)  # and again, where another graph came while they were read
            if asked not in self._found:
                self._found[asked] = await asyncio.to_thread(_find, self._texts, plan, others)
                while len(self._found) > _KEPT:
                    self._found.popitem(last=False)
            self._found.move_to_end(asked)
            return self._found[asked]


async def _read(store: Store) -> _Texts:
    """The clauses of all plans as they stand in the sources."""
    edition = await store.edition()
    clauses = (await page(store, "clauses", skip=0, limit=_ALL)).rows
    plans = (await page(store, "plans", skip=0, limit=_ALL)).rows
    printed = {str(plan["id"]): plan["issued"] or plan["published"] for plan in plans}
    dates = {plan: str(date) for plan, date in printed.items() if date}
    return _Texts(edition, by_date([_passage(clause) for clause in clauses], dates), dates)


def _passage(clause: Mapping[str, Any]) -> Passage:
    citation = clause["citation"]
    return Passage(clause["planId"], clause["id"], citation["start"], citation["quote"])


def _find(texts: _Texts, plan: str, others: frozenset[str]) -> PlanReuse:
    compared = [one for one in texts.passages if not others or one.plan_id in {plan, *others}]
    found = find_reuse(compared, of_plan=plan)
    own = [one for one in compared if one.plan_id == plan]
    counted = shares(own, found)
    return PlanReuse(found, counted[0] if counted else Shares(plan, 0, 0.0, 0.0, 0.0), texts.dates)
