"""`crossplan align`: what the loaded plans share, one record a member of a group."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from cli.output import print_records, say
from cli.stored import live_sources, live_version, store_settings
from ontology.records import Alignment, Fact, Indicator, Target


def align(
    explain: Annotated[
        tuple[str, str] | None,
        typer.Option("--explain", metavar="A B", help="Why the facts with these two ids are one, or are not."),
    ] = None,
) -> None:
    """Prints the cross-plan groups of all loaded plans, one JSON record a member; verdicts in alignment.toml win.

    Examples:

    * `crossplan align`

    * `crossplan align --explain a/2.1/table-1/row-1 b/3.2/table-1/row-4`
    """
    from align.explanation import explain as explained
    from ingest.meanings import find_meanings
    from ingest.precedents import read_precedents
    from ingest.reading import read_curated
    from ingest.verdict_file import read_verdicts
    from ontology.vocabulary import load_vocabularies

    settings, vocabularies = store_settings(), load_vocabularies()
    verdicts = read_verdicts(settings.verdicts)
    plans = [read_curated(source, vocabularies.regions, verdicts) for source in live_sources().values()]
    facts = [fact for plan in plans for fact in plan.facts]
    precedents = read_precedents(settings.alignment_verdicts, live_version())
    meanings = find_meanings(facts, vocabularies, precedents)
    for problem in meanings.problems:
        say(str(problem))
    if explain:
        print_records([explained(explain, facts, meanings.alignments, precedents.verdicts).record()])
        return
    by_id = {fact.id: fact for fact in facts}
    print_records(_record(one, by_id.get(one.fact_id)) for one in meanings.alignments)


def _record(one: Alignment, fact: Fact | None) -> dict[str, object]:
    """The alignment with what tells its member apart: a table row's number, a target's quote; a department has none."""
    shown: dict[str, object] = asdict(one)
    if isinstance(fact, Indicator):
        shown["row"] = fact.row
    if isinstance(fact, Target):
        shown["quote"] = fact.span.quote
    return shown
