"""`crossplan status`: which graph is stored where, how much it holds, and when it was loaded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import asdict

import typer

from cli.output import print_records, say
from cli.stored import live_version, store_settings
from graph.contents import Contents
from graph.settings import StoreSettings
from graph.store import open_store


def status() -> None:
    """Tells which store is used, which version of the graph and of the ontology it holds, its counts, its last ingest.

    Prints one JSON record; the exit code is 1 where server and data directory hold different versions, and 2 where
    there is no graph or one that this program cannot read.

    Example: `crossplan status`
    """
    settings, version = store_settings(), live_version()
    contents = asyncio.run(_contents(settings))
    problems = [*_problems(settings, contents, version.name)]
    where = {"store": settings.store, "data": str(settings.data)}
    print_records([{**where, **asdict(contents), "problems": problems}])
    nodes, relations = (sum(counts.values()) for counts in (contents.labels, contents.relations))
    say(
        f"{settings.store}: {contents.engine}, version {contents.version}, ontology {contents.ontology}, "
        f"{contents.labels.get('Plan', 0)} plans, {nodes:,} nodes, {relations:,} relations, loaded {contents.loaded}"
    )
    for problem in problems:
        say(problem)
    if problems:
        raise typer.Exit(1)


async def _contents(settings: StoreSettings) -> Contents:
    store = open_store(settings)
    try:
        await store.ready()
        return await store.contents()
    finally:
        await store.close()


def _problems(settings: StoreSettings, contents: Contents, live: str) -> Iterator[str]:
    """A server that holds another graph than the data directory; a directory's own `.2` tells two builds apart."""
    if not settings.embedded and contents.version != live.partition(".")[0]:
        yield (
            f"{settings.store}: holds version {contents.version}, but {settings.data} holds {live}; "
            "`crossplan ingest` loads it"
        )
