"""`crossplan ask`: questions in Chinese answered from the plans, one record a question."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.batch import read_batch
from cli.errors import CommandError
from cli.output import print_records
from cli.stored import live_version, search_settings, store_settings
from graph.store import open_store
from graph.versions import INDEX

if TYPE_CHECKING:
    from graph_api.ask.asking import Asker
    from search.index import ClauseIndex


def ask(
    question: Annotated[str | None, typer.Argument(help="A question in Chinese.")] = None,
    batch: Annotated[
        Path | None, typer.Option(help='JSON Lines of {"id", "question"} instead of one question.')
    ] = None,
) -> None:
    """Answers a question from the loaded plans, with its reading and citations; one JSON record a question.

    Examples:

    * `crossplan ask "每万城镇常住人口拥有社区工作者，各地定了多少？"`

    * `crossplan ask --batch questions.jsonl`, with {"id": …, "question": …} on each line
    """
    from search.opening import open_index

    if (question is None) == (batch is None):
        raise CommandError("ask: expected a question or --batch FILE, one of the two")
    with closing(open_index(store_settings(), live_version() / INDEX, search_settings().opener())) as index:
        asker = asyncio.run(_open(index))
        if question is not None:
            print_records([asker.ask(question).record()])
        elif batch is not None:
            print_records({"id": one_id, **asker.ask(text).record()} for one_id, text in read_batch(batch, "question"))


async def _open(index: ClauseIndex) -> Asker:
    from graph_api.ask.asking import Asker

    store = open_store(store_settings())
    try:
        return await Asker.open(store, index.closeness)
    finally:
        await store.close()
