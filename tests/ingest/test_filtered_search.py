"""Filters and facets of the search over the built-in plans, with the model that ships."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from ingest.judged_plans import judged_sources, source_entries
from search.encoder.opening import open_encoder
from search.filters import Filters
from search.index import ClauseIndex
from search.judged import read_judged
from search.wanted import Wanted

ROOT = Path(__file__).parents[2]
JUDGED = [*read_judged(ROOT / "tests" / "gold" / "queries_builtin.jsonl")]
QUERIES = ("孩子放学没人接怎么办", "每百户30平方米", "党组织", *(judged.query for judged in JUDGED[::9]))


@pytest.fixture(scope="module")
def index() -> ClauseIndex:
    return ClauseIndex.build(source_entries(judged_sources(JUDGED, ROOT / "ingest" / "plans")), open_encoder())


@pytest.mark.parametrize("group", [False, True])
def test_every_facet_counts_what_filtering_by_it_gives(index: ClauseIndex, group: bool) -> None:
    counted, differing = 0, []
    for query in QUERIES:
        for name, facets in index.search(query, None, Wanted(facets=True, group=group)).facets.items():
            for facet in facets:
                counted += 1
                filtered = index.search(query, Filters(**{name: (facet.value,)}), Wanted(group=group))
                if filtered.total != facet.count:
                    differing.append((query, name, facet, filtered.total))
    assert counted > 100
    assert differing == []


def test_plans_come_to_the_total_unless_their_clauses_stand_for_each_other(index: ClauseIndex) -> None:
    for query, group in product(QUERIES, (False, True)):
        result = index.search(query, None, Wanted(facets=True, group=group, limit=1000))
        assert sum(facet.count for facet in result.facets["plans"]) == result.total + sum(
            len(hit.same) for hit in result.hits
        )


def test_a_plan_that_has_less_to_say_is_still_heard(index: ClauseIndex) -> None:
    everywhere = index.search("孩子放学没人接怎么办", None, Wanted(limit=1000)).hits
    (mine,) = {hit.plan_id for hit in everywhere[-1:]}
    result = index.search("孩子放学没人接怎么办", Filters(plans=(mine,)), Wanted(limit=1000))
    assert result.hits == tuple(hit for hit in everywhere if hit.plan_id == mine)
