"""The clauses as the search index takes them: their words, their place, and what they can be filtered by.

In: all facts and the tags of clauses.  Out: one `Entry` a clause, in the order of the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.tags import Tag
from ingest.fact_book import FactBook
from ontology.records import Clause, Plan
from search.entries import Entry


def index_entries(book: FactBook, tags: Iterable[Tag]) -> Iterator[Entry]:
    """The entries of every clause in the book."""
    themes: dict[str, list[str]] = {}
    beneficiaries: dict[str, list[str]] = {}
    for tag in tags:
        kind = themes if tag.concept.startswith("theme/") else beneficiaries
        kind.setdefault(tag.fact_id, []).append(tag.concept)
    plans = {fact.id: fact for fact in book.facts if isinstance(fact, Plan)}
    for clause in book.facts:
        if isinstance(clause, Clause):
            plan = plans[clause.plan_id]
            yield Entry(
                clause_id=clause.id,
                plan_id=clause.plan_id,
                start=clause.span.start,
                end=clause.span.end,
                quote=clause.span.quote,
                path=book.clause_path(clause),
                kind=book.unit_kind(clause.unit_id),
                region=plan.region_code,
                period=plan.period,
                level=plan.level,
                start_year=plan.start_year,
                end_year=plan.end_year,
                themes=tuple(themes.get(clause.id, ())),
                beneficiaries=tuple(beneficiaries.get(clause.id, ())),
            )
