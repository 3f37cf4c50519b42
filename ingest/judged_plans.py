"""The plans that judged queries are about, made searchable as an ingest does it.

In: judged queries and the folder with their plans as text.  Out: the entries of those plans and no others, so that what
nobody judged is not counted as wrong; and the queries with each stretch at its place in the text.  Relied on: a reader
may have counted the blanks of the text or not, so a stretch is where its quote stands by either count.
Example: `queries.jsonl` names four documents, which lie in `sources/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.fact_book import FactBook
from ingest.gold import GoldError
from ingest.index_entries import index_entries
from ingest.reading import read_facts
from ingest.text import read_source
from ontology.records import Fact
from ontology.spans import Source
from ontology.vocabulary import load_regions
from search.entries import Entry
from search.judged import JudgedQuery, Relevant


def judged_sources(queries: Iterable[JudgedQuery], folder: Path) -> dict[str, Source]:
    """The text of every plan that a query names; raises GoldError where one is not there."""
    found: dict[str, Source] = {}
    for plan in sorted({relevant.plan_id for query in queries for relevant in query.relevant}):
        path = folder / f"{plan}.txt"
        if not path.is_file():
            raise GoldError(f"{path}: found no such file, expected the text of a plan that the queries name")
        found[plan] = read_source(path, plan)
    return found


def source_entries(sources: Mapping[str, Source]) -> tuple[Entry, ...]:
    """The entries of all these texts."""
    regions = load_regions()
    facts: list[Fact] = [fact for source in sources.values() for fact in read_facts(source, regions)]
    return tuple(index_entries(FactBook.of(facts), ()))


def placed(queries: Sequence[JudgedQuery], sources: Mapping[str, Source]) -> tuple[JudgedQuery, ...]:
    """The queries with every stretch at its place in the text; raises GoldError where a quote is not there."""
    letters = {
        plan: [at for at, letter in enumerate(one.text) if not letter.isspace()] for plan, one in sources.items()
    }
    return tuple(
        replace(
            query, relevant=tuple(_placed(one, sources[one.plan_id], letters[one.plan_id]) for one in query.relevant)
        )
        for query in queries
    )


def _placed(relevant: Relevant, source: Source, letters: Sequence[int]) -> Relevant:
    quote = "".join(relevant.quote.split())
    if "".join(source.text[relevant.start : relevant.end].split()) == quote:
        return relevant
    counted = letters[relevant.start : relevant.end]
    if "".join(source.text[at] for at in counted) != quote:
        where = f"{relevant.plan_id} {relevant.start} to {relevant.end}"
        raise GoldError(f"{where}: found other words than {relevant.quote[:40]!r}, expected these")
    return replace(relevant, start=counted[0], end=counted[-1] + 1)
