"""The live version as commands read it: its graph and its sources."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path

from graph.dump import dump
from graph.settings import StoreSettings
from graph.store import open_store
from graph.versions import Versions
from ingest.collection import stored_sources
from ontology.elements import Graph
from ontology.spans import Source
from search.settings import SearchSettings


def store_settings() -> StoreSettings:
    """The settings of the environment; raises SettingsError."""
    return StoreSettings.from_environment(os.environ)


def search_settings() -> SearchSettings:
    """The search settings of the environment; raises SettingsError."""
    return SearchSettings.from_environment(os.environ)


def live_version() -> Path:
    """The live version's directory; raises StoreUnavailable before the first ingest."""
    return Versions(store_settings().data).live()


def stored_graph() -> Graph:
    """Everything that the store holds, whichever engine it is; raises StoreError."""
    from ontology.schema import load_schema

    async def read() -> Graph:
        store = open_store(store_settings())
        try:
            return await dump(store, load_schema())
        finally:
            await store.close()

    return asyncio.run(read())


def live_sources() -> Mapping[str, Source]:
    """The texts of the live version by plan id."""
    return {source.plan_id: source for source in stored_sources(live_version())}
