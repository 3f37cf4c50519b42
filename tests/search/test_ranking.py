"""Filters choose among the hits: they change neither whether there is an answer nor what a hit must have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from search.entries import Entry
from search.filters import Filters
from search.hits import KeptOut, SearchResult
from search.index import ClauseIndex
from search.wanted import Wanted
from tests.search.conftest import LetterEncoder
from tests.search.test_narrowing import many

QUERIES = ("社区养老服务", "每百户30平方米", "托育培训", "应急第88号", "儿童")
STRONG, WEAK = "开展学龄儿童课后托管服务。", "提高学龄前教育质量。"


def copied() -> list[Entry]:
    """Six hundred clauses of four plans, among them near copies; one theme crosses the plans."""
    return [
        replace(
            entry, plan_id="abcd"[at % 4], clause_id=f"{'abcd'[at % 4]}/2#c{at}", themes=("theme/x",) * (at % 3 == 0)
        )
        for at, entry in enumerate(many())
    ]


@pytest.fixture(scope="module")
def index() -> ClauseIndex:
    return ClauseIndex.build(copied(), LetterEncoder())


@pytest.fixture(scope="module")
def uneven() -> ClauseIndex:
    """One plan speaks plainly to the query, the other hardly."""
    entries = copied()[:2]
    return ClauseIndex.build([replace(entries[0], quote=STRONG), replace(entries[1], quote=WEAK)], LetterEncoder())


def counted(result: SearchResult) -> Iterator[tuple[str, str, int]]:
    return ((name, one.value, one.count) for name, facets in result.facets.items() for one in facets)


@pytest.mark.parametrize(("query", "group"), [*product(QUERIES, (False, True))])
def test_a_facet_counts_what_filtering_by_it_gives(index: ClauseIndex, query: str, group: bool) -> None:
    whole = index.search(query, None, Wanted(facets=True, group=group))
    facets = [*counted(whole)]
    assert len(facets) > 5
    for name, value, count in facets:
        assert index.search(query, Filters(**{name: (value,)}), Wanted(group=group)).total == count, (name, value)


@pytest.mark.parametrize("query", QUERIES)
def test_filtered_hits_are_the_hits_that_pass(index: ClauseIndex, query: str) -> None:
    deep = Wanted(limit=1000)
    whole = index.search(query, None, deep).hits
    passing = index.search(query, Filters(plans=("a", "c"), themes=("theme/x",)), deep).hits
    assert passing == tuple(
        hit for hit in whole if hit.plan_id in "ac" and int(hit.clause_id.partition("#c")[2]) % 3 == 0
    )


@pytest.mark.parametrize(("query", "min_score"), [*product(QUERIES, (0.0, 0.5))])
def test_there_are_as_many_groups_in_whatever_order(index: ClauseIndex, query: str, min_score: float) -> None:
    best, as_printed = (
        index.search(query, None, Wanted(limit=1000, group=True, order=order, min_score=min_score))
        for order in ("score", "plan")
    )
    groups = [{frozenset((hit.clause_id, *hit.same)) for hit in result.hits} for result in (best, as_printed)]
    assert best.total == as_printed.total
    assert groups[0] == groups[1]


def test_a_plan_without_a_hit_says_that_others_have_some(uneven: ClauseIndex) -> None:
    result = uneven.search("学龄儿童课后托管服务", Filters(plans=("b",)))
    assert (result.no_result, result.total, result.hits) == (False, 0, ())
    assert result.kept_out == KeptOut(by="filters", hits=1)
    assert result.notes[-1] == "filters: 1 found that speak to the query, none of which passes the filters"
    assert [hit.quote for hit in result.nearest] == [WEAK]


def test_a_least_score_that_nothing_reaches_is_told(uneven: ClauseIndex) -> None:
    result = uneven.search("学龄儿童课后托管服务", Filters(plans=("b",)), Wanted(min_score=1.0))
    assert (result.no_result, result.kept_out) == (False, KeptOut(by="min score", hits=1))
    assert result.notes[-1] == "min score: 1 found that speak to the query, none of which reaches the least score"


def test_what_no_plan_speaks_to_has_no_result_under_filters_either(uneven: ClauseIndex) -> None:
    result = uneven.search("zebra", Filters(plans=("b",)))
    assert (result.no_result, result.kept_out, result.notes) == (True, None, ())


@pytest.mark.parametrize("query", ["社区", "“一刻钟”80%", ""])
def test_where_there_are_no_clauses_nothing_is_found_whatever_is_asked(query: str) -> None:
    result = ClauseIndex.build([], LetterEncoder()).search(query, None, Wanted(group=True, facets=True))
    assert (result.no_result, result.total, result.nearest) == (True, 0, ())
