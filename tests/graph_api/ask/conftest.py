"""Askers over ingested plans: the built-in ones, and four others beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.versions import SOURCES, Versions
from graph_api.ask.asking import Asker
from graph_api.ask.evaluation import open_collection, read_collections
from search.settings import NONE, SearchSettings

GOLD = Path(__file__).parents[2] / "gold"
COLLECTIONS = read_collections(GOLD / "collections.toml", GOLD / "sources")


@dataclass(frozen=True, slots=True)
class Collection:
    """Ingested plans, with the asker over them."""

    asker: Asker
    sources: dict[str, str]


async def _opened(data: Path, added: Iterable[Path]) -> Collection:
    asker = await open_collection(data, added, SearchSettings(encoder=NONE))
    directory = Versions(data).live() / SOURCES
    return Collection(asker, {path.stem: path.read_bytes().decode() for path in directory.glob("*.txt")})


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The built-in plans."""
    return asyncio.run(_opened(tmp_path_factory.mktemp("five"), COLLECTIONS["five"]))


@pytest.fixture(scope="session")
def more(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The built-in plans and four others."""
    return asyncio.run(_opened(tmp_path_factory.mktemp("more"), COLLECTIONS["more"]))


@pytest.fixture(scope="session")
def national(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The built-in plans and three national ones of other fields."""
    return asyncio.run(_opened(tmp_path_factory.mktemp("national"), COLLECTIONS["national"]))
