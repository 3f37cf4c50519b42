"""Answers that are kept are those that the store gives, and of one version only."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.embedded import EmbeddedStore
from graph.store import GRAPH
from graph.versions import Versions
from graph_api.kept_rows import KEPT, WHOLE, KeptRows
from queries.query import run


@pytest.mark.parametrize("name", sorted(WHOLE))
async def test_what_is_kept_is_what_the_store_answers(name: str, data: Path) -> None:
    store, kept = EmbeddedStore.open(Versions(data).live() / GRAPH), KeptRows()
    first = await kept.of(store, name, {"period": "十四五"})
    assert first == await run(store, name, period="十四五") != []
    assert await kept.of(store, name, {"period": "十四五", "plans": None}) is first
    assert await kept.of(store, name, {"plans": ["bing"]}) == await run(store, name, plans=["bing"])
    await store.close()


async def test_other_questions_are_asked_every_time_and_the_oldest_answers_go(data: Path) -> None:
    store, kept = EmbeddedStore.open(Versions(data).live() / GRAPH), KeptRows()
    assert await kept.of(store, "compared_plans", {}) is not await kept.of(store, "compared_plans", {})
    first = await kept.of(store, "theme_coverage", {"period": "0"})
    for number in range(1, KEPT + 1):
        await kept.of(store, "theme_coverage", {"period": str(number)})
    assert await kept.of(store, "theme_coverage", {"period": "0"}) is not first
    await store.close()
