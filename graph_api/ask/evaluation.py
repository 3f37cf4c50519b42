"""How right the answers are, on questions whose answers a reader wrote down.

In: the public question set (JSON Lines), the plans that each part of it is asked of, and the replies.  Out: a `Tally`
by kind, by round and over all, with the questions that are not answered right.  Relied on: a question names the
collection of plans that it is asked of; `collections.toml` beside the set names the plans of each beside the built-in.
Example: {"id": "own-count-01", "kind": "count", "collection": "five", "part": "tuned", "question": …, "answer": …}
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.settings import StoreSettings
from graph.store import open_store
from graph.versions import INDEX, Versions
from graph_api.ask.asking import Asker
from graph_api.ask.judging import right
from graph_api.errors import BadUserInput
from ingest.build import build
from ingest.progress import Step
from search.opening import open_index
from search.settings import SearchSettings

ALL = "all"


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question, and the answer that a reader found."""

    id: str
    kind: str
    collection: str
    part: str  # the round that it was written in
    question: str
    answer: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some questions are answered right, and which are not."""

    by: str  # kind, part, or all
    name: str
    questions: int
    right: int
    missed: tuple[str, ...]


def read_questions(path: Path) -> tuple[AnsweredQuestion, ...]:
    """The questions of a file in its order; raises BadUserInput naming the line that is none."""
    fields = ("id", "kind", "collection", "part", "question", "answer")
    found = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadUserInput(f"{path}: no readable file found, expected questions with their answers") from error
    for number, line in enumerate(lines, start=1):
        try:
            record = json.loads(line)
            found.append(AnsweredQuestion(*(record[field] for field in fields)))
        except (ValueError, TypeError, KeyError) as error:
            raise BadUserInput(f"{path} line {number}: {line[:60]} found, expected {', '.join(fields)}") from error
    return tuple(found)


def read_collections(path: Path, sources: Path) -> dict[str, tuple[Path, ...]]:
    """The texts beside the built-in plans that each collection is made of; raises BadUserInput."""
    try:
        named = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: tuple(sources / f"{plan}.txt" for plan in plans) for name, plans in named.items()}
    except (OSError, ValueError, TypeError) as error:
        raise BadUserInput(f"{path}: found no collections, expected the names of plans by collection") from error


async def open_collection(data: Path, added: Iterable[Path], searching: SearchSettings) -> Asker:
    """An asker over the built-in plans and some more, ingested into an empty folder; raises IngestError, StoreError."""
    settings = StoreSettings(data=data)
    await build(settings, added, _unseen, searching)
    index = open_index(settings, Versions(data).live() / INDEX, searching.opener())
    store = open_store(settings)
    try:
        return await Asker.open(store, index.closeness)
    finally:
        await store.close()


def tallies(questions: Iterable[AnsweredQuestion], ask: Callable[[AnsweredQuestion], Mapping[str, Any]]) -> list[Tally]:
    """How right the answers are, by kind, by round and over all."""
    held: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for one in questions:
        told = (one.id, right(one.answer, ask(one)))
        for key in (("kind", one.kind), ("part", one.part), (ALL, ALL)):
            held.setdefault(key, []).append(told)
    return [
        Tally(by, name, len(told), sum(good for _, good in told), tuple(one for one, good in told if not good))
        for (by, name), told in sorted(held.items(), key=lambda item: ("kind", "part", ALL).index(item[0][0]))
    ]


def _unseen(_: Step) -> None:
    """Nobody watches the ingest."""
