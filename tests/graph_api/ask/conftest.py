"""Askers over ingested plans: the built-in ones, and four others beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.settings import StoreSettings
from graph.store import open_store
from graph.versions import SOURCES, Versions
from graph_api.ask.asking import Asker
from ingest.build import build
from ingest.progress import Step
from search.settings import NONE, SearchSettings

GOLD = Path(__file__).parents[2] / "gold"
OTHERS = (
    "community_governance_opinion_2017",
    "community_orgs_action_2021_2023",
    "shanghai_farm_machinery",
    "socialwork_talent_2011_2020",
)
NATIONAL = ("community_orgs_action_2021_2023", "digital_economy_145_national", "rural_revitalization_2021")


@dataclass(frozen=True, slots=True)
class Collection:
    """Ingested plans, with the asker over them."""

    asker: Asker
    sources: dict[str, str]


def _unseen(_: Step) -> None:
    """Nobody watches."""


async def _opened(data: Path, added: Iterable[Path]) -> Collection:
    settings = StoreSettings(data=data)
    await build(settings, added, _unseen, SearchSettings(encoder=NONE))
    store = open_store(settings)
    try:
        asker = await Asker.open(store)
    finally:
        await store.close()
    directory = Versions(data).live() / SOURCES
    return Collection(asker, {path.stem: path.read_bytes().decode() for path in directory.glob("*.txt")})


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The built-in plans."""
    return asyncio.run(_opened(tmp_path_factory.mktemp("five"), ()))


@pytest.fixture(scope="session")
def more(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The built-in plans and four others."""
    added = [GOLD / "sources" / f"{name}.txt" for name in OTHERS]
    return asyncio.run(_opened(tmp_path_factory.mktemp("more"), added))


@pytest.fixture(scope="session")
def national(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The built-in plans and three national ones of other fields."""
    added = [GOLD / "sources" / f"{name}.txt" for name in NATIONAL]
    return asyncio.run(_opened(tmp_path_factory.mktemp("national"), added))
