"""Fits when a plan has what it says in other words: `python -m benchmarks.closeness`, after another encoder.

Asks the public questions of who has or lacks something, without quotation marks, of the built-in plans as they are
loaded (`crossplan ingest` first), and prints for the bounds of `graph_api/ask/closeness.py`, and for the best of a grid
of others, how many questions are right and how many plans were put right and wrong.  The best go into `Bounds` by hand.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Any

from cli.stored import live_version, search_settings, store_settings
from graph.store import open_store
from graph.versions import INDEX
from graph_api.ask.asking import Asker
from graph_api.ask.closeness import Bounds, Closeness, by_both
from graph_api.ask.intents import Intent
from graph_api.ask.presence import mostly_shared, shared
from search.opening import open_index

QUESTIONS = Path(__file__).parents[1] / "tests" / "gold" / "questions.jsonl"
_ASKED = (Intent.WHO_HAS, Intent.WHO_LACKS)
_GRID = ((0.6, 0.7, 0.8, 0.9, 1.0), (0.42, 0.44, 0.46, 0.48, 0.52), (0.5, 0.55, 0.6, 0.65), (0.8, 0.85, 0.9, 1.01))


@dataclass(frozen=True, slots=True)
class Case:
    """One question: the plans that have it, those kept by words, and of each its share of words and closeness."""

    has: frozenset[str]
    kept: frozenset[str]
    shares: Mapping[str, float]
    near: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Result:
    """What some bounds make of the cases."""

    right: int
    mended: int  # plans added that have it, or left out that have it not
    wrongly: int  # the other way round


def measured(cases: list[Case], bounds: Bounds | None) -> Result:
    """The questions right, and the plans that closeness adds or leaves out; by words alone without bounds."""
    right = mended = wrongly = 0
    for case in cases:
        found = set(by_both(case.shares, case.kept, case.near, bounds)) if bounds and case.kept else set(case.kept)
        right += found == case.has
        mended += len((found ^ case.kept) - (found ^ case.has))
        wrongly += len((found ^ case.kept) & (found ^ case.has))
    return Result(right, mended, wrongly)


def main() -> None:
    """Prints by words alone, with the bounds there are, and with the best ten."""
    with closing(open_index(store_settings(), live_version() / INDEX, search_settings().opener())) as index:
        asker = asyncio.run(_opened(index.closeness))
        cases = [case for one in _questions() if (case := _case(asker, one))]
    rows = [(Bounds(*values), measured(cases, Bounds(*values))) for values in product(*_GRID)]
    rows.sort(key=lambda row: (-row[1].right, row[1].wrongly, -row[1].mended))
    print(f"{len(cases)} questions; by words alone {asdict(measured(cases, None))}")
    for bounds, result in [(Bounds(), measured(cases, Bounds())), *rows[:10]]:
        print(asdict(bounds), asdict(result))


async def _opened(closeness: Closeness) -> Asker:
    store = open_store(store_settings())
    try:
        return await Asker.open(store, closeness)
    finally:
        await store.close()


def _questions() -> list[dict[str, Any]]:
    found = map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines())
    return [one for one in found if one["collection"] == "five" and "plans" in one["answer"]]


def _case(asker: Asker, one: Mapping[str, Any]) -> Case | None:
    question = asker.reader.read(str(one["question"]))
    if question.intent not in _ASKED or question.quoted or len(question.parts) > 1:
        return None
    answer = frozenset(one["answer"]["plans"])
    has = answer if question.intent is Intent.WHO_HAS else question.plan_ids - answer
    shares = shared(question, asker.matcher)
    near = {plan: found.score for plan, found in asker.matcher.closest(question).items()}
    words = {plan: share for plan, (share, _) in shares.items()}
    return Case(frozenset(has), frozenset(mostly_shared(shares)), words, near)


if __name__ == "__main__":
    main()
