"""The tags of clauses, and those that filters allow with the share of clauses they let through."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from search.about import About
from search.errors import BadQuery
from search.filters import FILTER_NAMES, FilterIndex, Filters
from search.rows import Rows
from search.tags import tagged, tags_of
from tests.search.test_index import ENTRIES

HELD = [
    replace(ENTRIES[0], plan_id=plan, region=region, kind="task", themes=())
    for plan, region in (("a", "530000"), ("b", "532300"), ("b", "532300"), ("c", "440300"))
]
ABOUT = About(4, 1.0, FilterIndex(HELD).counts(), "", Rows.of(np.zeros((0, 0), dtype=np.float32)))


def test_a_clause_has_a_tag_for_each_of_its_values() -> None:
    entry = replace(HELD[0], period="十四五", start_year=2021, end_year=2022, themes=("theme/x", "theme/y"))
    assert {*tags_of(entry)} >= {
        "plans=a",
        "regions=530000",
        "years=2021",
        "years=2022",
        "themes=theme/x",
        "kinds=task",
    }
    assert {name.partition("=")[0] for name in tags_of(entry)} <= {*FILTER_NAMES}


def test_a_region_is_asked_for_by_the_tags_of_all_within_it() -> None:
    passing, share = tagged(ABOUT, Filters(regions=("530000",), plans=("b", "c")), 300)
    assert passing.filters == [["plans=b", "plans=c"], ["regions=530000", "regions=532300"]]
    assert passing.most == 300
    assert share == pytest.approx(3 / 4 * 3 / 4)


def test_what_is_not_filtered_all_passes() -> None:
    passing, share = tagged(ABOUT, Filters(), 300)
    assert (passing.filters, share) == ([], 1)


def test_a_value_that_no_clause_has_is_named() -> None:
    with pytest.raises(BadQuery, match="filter kinds: 'safeguard' found, expected one of: task"):
        tagged(ABOUT, Filters(kinds=("safeguard",)), 300)
