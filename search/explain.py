"""Why a clause was found: a hit with its reason, the words that matched and where they stand.

In: an entry, the query, what the lanes found, and how its concepts lead to the query's.  Out: a `Hit`.  Relied on:
words that cover little of a query share letters with it by chance, so they are marked only where they are evidence; a
figure is marked as the clause writes it; words of the title are told, and not marked, as they stand elsewhere.
Example: "老年友好型社区" marks just these letters in "积极开展老年友好型社区创建，更好地满足老年人多方面的需要。"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.concept_reading import Way
from search.entries import Entry
from search.figures import MET, Figure, read_figures
from search.highlight import Highlights, highlight, joined
from search.hits import Hit, Reason
from search.lanes import CONCEPT, FIGURES, LEXICAL, SEMANTIC
from search.query import Query
from search.tokens import OneForm, one_form, terms

# A clause that holds less than this share of the query's weight shares words with it by chance.
MIN_COVERAGE = 0.2
_MOSTLY = 0.5  # from this share on the words are why
_TELLING = 0.25  # from this much on the concepts are why, where the words are not


def explain(entry: Entry, query: Query, found: Mapping[str, float], score: float, ways: Sequence[Way] = ()) -> Hit:
    """The hit of one entry; `found` is what each lane gave it."""
    wanted = frozenset(query.matter)
    figures = [*_met(entry.quote, query.figures)] if found.get(FIGURES) else []
    marks, titled = Highlights((), ()), Highlights((), ())
    if found.get(LEXICAL, 0.0) >= MIN_COVERAGE:
        marks, titled = highlight(entry.quote, wanted), highlight("".join(entry.path[-1:]), wanted)
    alike = [(way.start, way.end) for way in figures if way.asked in one_form(way.said)]
    marks = Highlights.of(entry.quote, (*marks.spans, *alike))
    under = [word for word in titled.words if not any(word in said for said in marks.words)]
    leading = [*(way for way in figures if (way.start, way.end) not in alike), *ways]
    spans = joined((*marks.spans, *((way.start, way.end) for way in leading)))
    return Hit(
        clause_id=entry.clause_id,
        plan_id=entry.plan_id,
        start=entry.start,
        end=entry.end,
        quote=entry.quote,
        score=round(score, 4),
        lanes={lane: round(value, 4) for lane, value in found.items()},
        reason=_reason(entry, wanted, found, ways),
        matched=tuple(dict.fromkeys((*marks.words, *under, *map(str, leading)))),
        highlights=tuple((entry.start + start, entry.start + end) for start, end in spans),
        path=entry.path,
    )


def _met(quote: str, asked: Sequence[Figure]) -> Iterator[Way]:
    """For each figure asked for, that of the clause which meets it best, where one does."""
    form = OneForm.of(quote)
    said = [*read_figures(form.text)]
    for one in asked:
        best = max(said, key=one.agrees, default=None)
        if best is not None and one.agrees(best) >= MET:
            start, end = form.stretch(best.stretches[0][0], best.stretches[-1][1])
            yield Way(one.shown, "".join(quote[start:end].split()), start, end)


def _reason(entry: Entry, wanted: frozenset[str], found: Mapping[str, float], ways: Iterable[Way]) -> Reason:
    if found.get(FIGURES, 0.0) >= MET:
        return "figures"
    if found.get(LEXICAL, 0.0) >= _MOSTLY or SEMANTIC not in found:
        titled = wanted & set(terms(entry.path[-1])) if entry.path else ()
        return "heading" if len(titled) > len(wanted & set(terms(entry.quote))) else "words"
    return "concepts" if ways and found.get(CONCEPT, 0.0) >= _TELLING else "meaning"
