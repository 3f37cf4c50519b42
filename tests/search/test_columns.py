"""What clauses are filtered by comes back from the disk as it was, and is refused where it is damaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from search.columns import Column
from search.errors import BadQuery, IndexDamaged
from search.filters import FILTER_NAMES, FilterIndex, Filters
from tests.search.test_index import ENTRIES

MANY = [
    *ENTRIES,
    replace(
        ENTRIES[0], start_year=2021, end_year=2022, level=None, themes=("theme/a", "theme/b"), beneficiaries=("x",)
    ),
]


@pytest.fixture
def stored(tmp_path: Path) -> FilterIndex:
    FilterIndex(MANY).save(tmp_path)
    return FilterIndex.open(tmp_path, MANY)


def test_clauses_of_one_place_share_a_number() -> None:
    origin, subject = Column.build(ENTRIES)
    assert origin.numbers.tolist() == [0, 0, 0, 1, 1, 2]
    assert subject.numbers.tolist() == [0, 1, 2, 0, 1, 1]
    assert origin.stand_for[2] == (("b",), ("310000",), ("十三五",), (), (), ("safeguard",))


def test_what_is_stored_filters_and_counts_as_the_entries_do(stored: FilterIndex) -> None:
    made = FilterIndex(MANY)
    assert stored.counts() == made.counts()
    assert stored.counts()["years"] == {"2021": 1, "2022": 1}
    assert {name: stored.values(name) for name in FILTER_NAMES} == {name: made.values(name) for name in FILTER_NAMES}
    mask = stored.mask(Filters(themes=("theme/emergency", "theme/b"), plans=("a",)))
    assert mask is not None
    assert np.flatnonzero(mask).tolist() == [0, 6]
    assert stored.facets(np.array([0, 3, 6])) == made.facets(np.array([0, 3, 6]))


def test_filters_over_some_rows_know_their_values_alone(stored: FilterIndex) -> None:
    rows = np.array([3, 5])
    part = stored.among([MANY[row] for row in rows], rows)
    assert part.values("plans") == ["b"]
    assert part.counts()["kinds"] == {"task": 1, "safeguard": 1}
    with pytest.raises(BadQuery, match="filter plans: 'a' found, expected one of: b"):
        part.mask(Filters(plans=("a",)))


@pytest.mark.parametrize("name", ["origin.npy", "origin.json", "subject.npy"])
def test_damaged_filters_are_one_clear_line(stored: FilterIndex, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:20])
    with pytest.raises(IndexDamaged, match="run `crossplan ingest`"):
        FilterIndex.open(tmp_path, MANY)


def test_filters_of_another_number_of_clauses_are_damage(stored: FilterIndex, tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="filters of 7 found, 6 expected"):
        FilterIndex.open(tmp_path, ENTRIES)


def test_a_region_is_counted_with_all_within_it_that_has_clauses() -> None:
    codes = ["532300", "530000", "440300", "532300", None]
    held = FilterIndex([replace(ENTRIES[0], region=code) for code in codes])
    assert held.counts()["regions"] == {"532300": 2, "530000": 3, "440300": 1}
    mask = held.mask(Filters(regions=("530000",)))
    assert mask is not None
    assert np.flatnonzero(mask).tolist() == [0, 1, 3]
    grouped = held.facets(np.arange(5), {0: (1,)})["regions"]
    assert {facet.value: facet.count for facet in grouped} == {"532300": 2, "530000": 2, "440300": 1}


def test_some_of_many_clauses_know_the_regions_of_the_others() -> None:
    held = FilterIndex([replace(ENTRIES[0], region="532300")], regions=("000000", "440000", "530000"))
    assert held.counts()["regions"] == {"532300": 1, "530000": 1, "000000": 1}
    mask = held.passing(Filters(regions=("530000",)))
    assert mask is not None
    assert mask.tolist() == [True]
