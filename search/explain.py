"""Why a clause was found: a hit with its reason, the words that matched and where they stand.

In: an entry, the query, what the lanes found, and how its concepts lead to the query's.  Out: a `Hit`.  Relied on:
words that cover little of a query share letters with it by chance, so they are marked only where they are evidence.
Example: "老年友好型社区" marks just these letters in "积极开展老年友好型社区创建，更好地满足老年人多方面的需要。"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from search.concepts import Way
from search.entries import Entry
from search.highlight import Highlights, highlight, joined
from search.hits import Hit, Reason
from search.query import Query
from search.tokens import terms

# A clause that holds less than this share of the query's weight shares words with it by chance.
MIN_COVERAGE = 0.2
_MOSTLY = 0.5  # from this share on the words are why
_TELLING = 0.25  # from this much on the concepts are why, where the words are not


def explain(entry: Entry, query: Query, found: Mapping[str, float], score: float, ways: Sequence[Way] = ()) -> Hit:
    """The hit of one entry; `found` is what each lane gave it."""
    wanted = frozenset(query.terms)
    marks = highlight(entry.quote, wanted) if found.get("lexical", 0.0) >= MIN_COVERAGE else Highlights((), ())
    spans = joined((*marks.spans, *((way.start, way.end) for way in ways)))
    leading = dict.fromkeys(map(str, ways))
    return Hit(
        clause_id=entry.clause_id,
        plan_id=entry.plan_id,
        start=entry.start,
        end=entry.end,
        quote=entry.quote,
        score=round(score, 4),
        lanes={lane: round(value, 4) for lane, value in found.items()},
        reason=_reason(entry, wanted, found, ways),
        matched=(*marks.words, *leading),
        highlights=tuple((entry.start + start, entry.start + end) for start, end in spans),
        path=entry.path,
    )


def _reason(entry: Entry, wanted: frozenset[str], found: Mapping[str, float], ways: Iterable[Way]) -> Reason:
    if found.get("figures", 0.0) == 1.0:
        return "figures"
    if found.get("lexical", 0.0) >= _MOSTLY or "semantic" not in found:
        titled = wanted & set(terms(entry.path[-1])) if entry.path else ()
        return "heading" if len(titled) > len(wanted & set(terms(entry.quote))) else "words"
    return "concepts" if ways and found.get("concept", 0.0) >= _TELLING else "meaning"
