"""Of very many clauses some are weighed: they rank as they would among all, with and without filters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.entries import Entry
from search.filters import Filters
from search.held import HeldClauses
from search.hits import SearchResult
from search.index import ClauseIndex
from search.lanes import Lanes
from search.narrowing import Narrowing
from search.query import read_query
from search.wanted import Mode, Wanted
from tests.search.conftest import LetterEncoder
from tests.search.test_index import ENTRIES

WORDS = ("养老", "托育", "应急", "设施", "灾害", "信息", "儿童", "社区", "服务", "每百户", "30平方米", "培训")
SOME = Narrowing(all_of=100, near=200, words=100)


def many() -> list[Entry]:
    """Six hundred clauses, each of four words."""
    return [
        replace(
            ENTRIES[at % 6],
            clause_id=f"{'ab'[at % 2]}/2#c{at}",
            plan_id="ab"[at % 2],
            quote="".join(WORDS[(at * step + at // 7) % len(WORDS)] for step in (1, 3, 5, 7)) + f"第{at}号。",
        )
        for at in range(600)
    ]


@pytest.fixture(scope="module")
def lanes() -> Lanes:
    return Lanes.build(many(), LetterEncoder())


def both(lanes: Lanes, query: str, filters: Filters | None, mode: Mode = "hybrid") -> tuple[SearchResult, SearchResult]:
    whole = ClauseIndex(HeldClauses(lanes.entries, lanes))
    some = ClauseIndex(HeldClauses(lanes.entries, lanes, narrowing=SOME))
    return whole.search(query, filters, Wanted(mode=mode)), some.search(query, filters, Wanted(mode=mode))


@pytest.mark.parametrize("filters", [None, Filters(plans=("a",)), Filters(themes=("theme/children",))])
@pytest.mark.parametrize("query", ["社区养老服务", "灾害信息员培训", "每百户30平方米", "托育", "应急第88号"])
def test_the_first_hits_are_those_of_all_clauses_with_the_same_scores(
    lanes: Lanes, query: str, filters: Filters | None
) -> None:
    whole, some = both(lanes, query, filters)
    assert [(hit.clause_id, hit.score) for hit in some.hits] == [(hit.clause_id, hit.score) for hit in whole.hits]
    assert some.no_result == whole.no_result


@pytest.mark.parametrize("mode", ["lexical", "semantic", "figures"])
def test_a_lane_alone_finds_the_same(lanes: Lanes, mode: Mode) -> None:
    whole, some = both(lanes, "每百户30平方米养老设施", None, mode)
    assert [hit.score for hit in some.hits] == [hit.score for hit in whole.hits]


def test_no_more_are_weighed_than_are_worth_it_however_many_have_the_word(lanes: Lanes) -> None:
    query = read_query("社区")
    rows = SOME.promising(SOME.ranks(lanes, query, "hybrid"), lanes, query, None)
    assert 100 <= len(rows) <= SOME.near + 2 * SOME.words
    assert (rows[1:] > rows[:-1]).all()


def test_what_a_filter_lets_through_is_weighed_whole_where_it_is_little(lanes: Lanes) -> None:
    held = HeldClauses(lanes.entries, lanes, narrowing=SOME)
    pool = held.pool(read_query("社区"), Filters(kinds=("safeguard",), plans=("b",)), "hybrid", 10)
    assert pool.mask is not None
    passing = [entry for entry, passes in zip(pool.entries, pool.mask, strict=True) if passes]
    assert {(entry.kind, entry.plan_id) for entry in passing} == {("safeguard", "b")}
    assert len(passing) == sum(entry.kind == "safeguard" for entry in lanes.entries)
