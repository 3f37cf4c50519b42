"""`crossplan align`: what the loaded plans share, one record a member of a group."""

from __future__ import annotations

from dataclasses import asdict

from cli.output import print_records
from cli.stored import live_sources
from ontology.records import Alignment, Fact, Indicator, Target


def align() -> None:
    """Prints the cross-plan groups of all loaded plans, one JSON record a member.

    Example: `crossplan align`
    """
    from ingest.meanings import find_meanings
    from ingest.reading import read_facts
    from ontology.vocabulary import load_vocabularies

    vocabularies = load_vocabularies()
    facts = [fact for source in live_sources().values() for fact in read_facts(source, vocabularies.regions)]
    by_id = {fact.id: fact for fact in facts}
    print_records(_record(one, by_id.get(one.fact_id)) for one in find_meanings(facts, vocabularies).alignments)


def _record(one: Alignment, fact: Fact | None) -> dict[str, object]:
    """The alignment with what tells its member apart: a table row's number, a target's quote; a department has none."""
    shown: dict[str, object] = asdict(one)
    if isinstance(fact, Indicator):
        shown["row"] = fact.row
    if isinstance(fact, Target):
        shown["quote"] = fact.span.quote
    return shown
