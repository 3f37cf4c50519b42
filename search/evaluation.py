"""How good the search is, on queries that a reader has judged.

In: judged queries and what a system finds for each.  Out: a `SearchScore` by style and over all: nDCG@10, Recall@20 of
what answers, MRR, queries rightly refused and wrongly refused.  Relied on: a hit is relevant where it shares half
of the shorter of the two stretches; a stretch pays once, so copies of it do not.
Example: the clause "鼓励各地…设置1名灾害信息员。" is the judged stretch "设置1名灾害信息员".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import bm25s
import numpy as np

from search.entries import Entry
from search.filters import Filters
from search.index import ClauseIndex
from search.judged import JudgedQuery, Relevant
from search.tokens import terms
from search.wanted import Mode, Wanted

_DEEP, _SHOWN = 20, 10
Span = tuple[str, int, int]  # plan, start, end
System = Callable[[str], Sequence[Span]]
ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchScore:
    """The score over some queries; None where none of them is of the kind that is counted."""

    queries: int
    ndcg10: float | None  # over the queries that have an answer
    recall20: float | None
    mrr: float | None
    refused: float | None  # share of the queries without an answer that were refused
    lost: float | None  # share of the queries with an answer that were refused


def systems(index: ClauseIndex, entries: Sequence[Entry]) -> dict[str, System]:
    """BM25 alone, each lane alone, and all together."""
    modes: tuple[Mode, ...] = ("lexical", "semantic", "concept", "hybrid")
    found: dict[str, System] = {"bm25": _bm25(entries)}
    return found | {mode: _searching(index, mode) for mode in modes if mode == "hybrid" or mode in index.lanes}


def evaluate(queries: Iterable[JudgedQuery], system: System) -> dict[str, SearchScore]:
    """The score of each style, and of all queries with an answer together with all without."""
    measured: dict[str, list[_Measured]] = {}
    for query in queries:
        one = _measure(query, system(query.query))
        measured.setdefault(query.style, []).append(one)
        measured.setdefault(ALL, []).append(one)
    return {style: _score(found) for style, found in measured.items()}


@dataclass(frozen=True, slots=True)
class _Measured:
    answered: bool  # whether the plans have an answer
    refused: bool
    ndcg: float = 0.0
    recall: float | None = None
    reciprocal: float = 0.0


def _measure(query: JudgedQuery, hits: Sequence[Span]) -> _Measured:
    if not query.relevant:
        return _Measured(answered=False, refused=not hits)
    left = list(query.relevant)
    gains: list[int] = []
    answers = 0
    for hit in hits[:_DEEP]:
        met = [one for one in left if is_same(hit, one)]
        left = [one for one in left if one not in met]
        answers += sum(one.grade == 2 for one in met)
        gains.append(max((one.grade for one in met), default=0))
    ideal = sorted((one.grade for one in query.relevant), reverse=True)
    wanted = sum(one.grade == 2 for one in query.relevant)
    first = next((place for place, gain in enumerate(gains, start=1) if gain), None)
    return _Measured(
        answered=True,
        refused=not hits,
        ndcg=_gained(gains) / _gained(ideal),
        recall=answers / wanted if wanted else None,
        reciprocal=1 / first if first else 0.0,
    )


def _gained(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:_SHOWN]))


def is_same(hit: Span, relevant: Relevant) -> bool:
    """Whether a hit is what a reader listed: it shares half of the shorter of the two."""
    plan, start, end = hit
    shared = min(end, relevant.end) - max(start, relevant.start)
    return plan == relevant.plan_id and 2 * shared >= min(end - start, relevant.end - relevant.start)


def _score(measured: Sequence[_Measured]) -> SearchScore:
    answered = [one for one in measured if one.answered]
    return SearchScore(
        queries=len(measured),
        ndcg10=_mean(one.ndcg for one in answered),
        recall20=_mean(one.recall for one in answered if one.recall is not None),
        mrr=_mean(one.reciprocal for one in answered),
        refused=_mean(float(one.refused) for one in measured if not one.answered),
        lost=_mean(float(one.refused) for one in answered),
    )


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return round(fmean(found), 4) if found else None


def _searching(index: ClauseIndex, mode: Mode) -> System:
    def search(query: str) -> list[Span]:
        hits = index.search(query, Filters(), Wanted(limit=_DEEP, mode=mode)).hits
        return [(hit.plan_id, hit.start, hit.end) for hit in hits]

    return search


def _bm25(entries: Sequence[Entry]) -> System:
    """BM25 over the clauses' own words, as any search engine has it."""
    bm25 = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    bm25.index([terms(entry.quote) for entry in entries], show_progress=False)

    def search(query: str) -> list[Span]:
        scores = bm25.get_scores(terms(query))
        best = [entries[row] for row in np.argsort(-scores, kind="stable")[:_DEEP].tolist() if scores[row] > 0]
        return [(entry.plan_id, entry.start, entry.end) for entry in best]

    return search


def records(scores: Mapping[str, SearchScore], system: str) -> list[dict[str, object]]:
    """The scores as records, one a style."""
    return [
        {"system": system, "style": style, **{name: getattr(score, name) for name in score.__slots__}}
        for style, score in scores.items()
    ]
