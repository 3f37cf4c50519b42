"""`crossplan facts`: what one plan says, one record a fact."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.output import print_records, say
from cli.stored import live_version, store_settings
from graph.errors import StoreUnavailable
from ingest.collection import loaded_source, plan_id_of
from ingest.text import read_source
from ontology.spans import Source


def facts(
    plan: Annotated[str, typer.Argument(metavar="PLAN_ID|FILE", help="A loaded plan's id, or any plan document.")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Also why: the rule, the section path, and what stands beside it.")
    ] = False,
) -> None:
    """Prints the facts of a plan, each with its place in the source; verdicts in curation.toml are carried out.

    Examples:

    * `crossplan facts PLAN_ID`

    * `crossplan facts my-city.txt`

    * `crossplan facts my-city.txt --explain`
    """
    from ingest.reading import read_curated
    from ingest.verdict_file import read_verdicts
    from ontology.records import Clause
    from ontology.vocabulary import load_regions

    curated = read_curated(_source(plan), load_regions(), read_verdicts(store_settings().verdicts))
    for problem in curated.problems:
        say(str(problem))
    if explain:
        from ingest.explanation import explain as explained

        print_records({**fact.record(), "explanation": why.record()} for fact, why in explained(curated.facts))
    else:
        print_records(fact.record() for fact in curated.facts if not isinstance(fact, Clause))


def _source(plan: str) -> Source:
    """The text of a loaded or built-in plan by its id, else of the file."""
    try:
        live = live_version()
    except StoreUnavailable:
        live = None
    return loaded_source(live, plan) or read_source(Path(plan), plan_id_of(Path(plan)))
