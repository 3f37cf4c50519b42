"""`crossplan ingest`: plan texts in, a new version of the store and the index out."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from cli.output import say
from cli.progress import shown
from cli.stored import search_settings, store_settings


def ingest(
    files: Annotated[list[Path] | None, typer.Argument(help="Plans to add; none: the built-in ones.")] = None,
) -> None:
    """Parses, aligns and loads the built-in plans, those loaded before, and the files given.

    The new version is built beside the live one, which answers until the end; nothing changed, nothing is done.
    Verdicts in curation.toml win over the rules; those that could not be carried out are named.

    Examples:

    * `crossplan ingest`

    * `crossplan ingest my-city.txt another-city.txt`
    """
    from ingest.build import build

    with shown() as report:
        built = asyncio.run(build(store_settings(), files or (), report, search_settings()))
    state = "unchanged" if built.unchanged else "loaded"
    held = built.manifest
    for problem in held.problems:
        say(problem)
    size = f"{held.nodes:,} nodes, {held.relations:,} relations, {held.clauses:,} clauses"
    say(f"{state}: {len(held.plans)} plans, {size}")
