"""What a resolver reads from while it answers one request: one version of the data, and what was already fetched.

Things asked for by id are collected and fetched together, a query a kind, however many places link to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import strawberry
from strawberry.dataloader import DataLoader

from graph.values import Value
from graph_api.library import Holdings
from graph_api.limits import Budget
from graph_api.rows import read, row_class
from graph_api.settings import ApiSettings
from queries.query import Query, page, run


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a list as instances of its GraphQL type, and how many the whole list has."""

    rows: list[Any]
    total: int


@dataclass(frozen=True, slots=True)
class Context:
    """One version of the data, the same for the whole request, and the limits in force."""

    holdings: Holdings
    settings: ApiSettings
    budget: Budget
    _loaders: dict[str, DataLoader[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, holdings: Holdings, settings: ApiSettings) -> Context:
        """The context of a new request."""
        return cls(holdings, settings, Budget(settings.max_rows))

    async def rows(self, query: Query, params: Mapping[str, Value]) -> list[Any]:
        """All rows of a query, as instances of its GraphQL type."""
        found = await run(self.holdings.store, query.name, **params)
        self.budget.spend(len(found))
        return read(row_class(query.row), found, self.settings.public_url)

    async def page(self, query: Query, skip: int, size: int, params: Mapping[str, Value]) -> Rows:
        """`size` rows after the first `skip`, whether or not the query itself is asked in pages."""
        if not query.paged:
            rows = await self.rows(query, params)
            return Rows(rows[skip : skip + size], len(rows))
        found = await page(self.holdings.store, query.name, **params, skip=skip, limit=size)
        self.budget.spend(len(found.rows))
        return Rows(read(row_class(query.row), found.rows, self.settings.public_url), found.total)

    async def load(self, query: Query, wanted: str) -> Any:
        """The thing with that id, or None; `query` takes `ids`."""
        loader = self._loaders.get(query.name)
        if loader is None:
            loader = self._loaders[query.name] = DataLoader(load_fn=self._fetch(query))
        return await loader.load(wanted)

    def _fetch(self, query: Query) -> Any:
        async def fetch(ids: Sequence[str]) -> list[Any]:
            found = {thing.id: thing for thing in await self.rows(query, {"ids": list(ids)})}
            return [found.get(wanted) for wanted in ids]

        return fetch


Info: TypeAlias = strawberry.Info[Context, None]
