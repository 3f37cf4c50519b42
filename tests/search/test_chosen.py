"""What a reader chose, in any spelling, as the filters of the index; each unknown value is named."""

from __future__ import annotations

import pytest

from search.chosen import filters_of
from search.errors import BadQuery
from search.filters import Filters


class Known:
    """An index that has clauses of a nation, two provinces and two cities of the first."""

    def filter_values(self, name: str) -> list[str]:
        values = {
            "regions": ["000000", "440300", "530000", "530100", "532300"],
            "kinds": ["section", "task"],
            "periods": ["十三五", "十四五"],
        }
        return values[name]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("440300", ("440300",)),
        ("region/440300", ("440300",)),
        ("region/530000", ("530000", "530100", "532300")),
        ("532300", ("532300",)),
        ("440000", ("440300",)),
        ("region/000000", ("000000", "440300", "530000", "530100", "532300")),
    ],
)
def test_a_region_is_itself_and_all_within_it_by_its_code_or_its_id(asked: str, meant: tuple[str, ...]) -> None:
    assert filters_of(Known(), {"regions": [asked]}) == Filters(regions=meant)


def test_regions_that_overlap_are_taken_once() -> None:
    assert filters_of(Known(), {"regions": ["530100", "530000"]}).regions == ("530100", "530000", "532300")


@pytest.mark.parametrize("asked", ["", "region/", "53", "5301000", "530١00", "云南", "530000 "])
def test_what_is_no_code_is_no_region(asked: str) -> None:
    with pytest.raises(BadQuery, match=r"filter regions: .* found, expected one of: region/000000, region/440300"):
        filters_of(Known(), {"regions": [asked]})


def test_words_of_a_closed_set_may_stand_in_capitals() -> None:
    assert filters_of(Known(), {"kinds": ["TASK", "section"]}) == Filters(kinds=("task", "section"))


def test_a_filter_without_values_allows_all() -> None:
    assert filters_of(Known(), {"kinds": [], "periods": ()}) == Filters()


def test_every_unknown_value_is_named_with_those_there_are() -> None:
    asked = {"regions": ["440300", "990000", "region/110000"], "periods": ["十五五"], "kinds": ["task"]}
    with pytest.raises(BadQuery) as told:
        filters_of(Known(), asked)
    assert str(told.value) == (
        "filter regions: '990000', 'region/110000' found, expected one of: "
        "region/000000, region/440300, region/530000, region/530100, region/532300; "
        "filter periods: '十五五' found, expected one of: 十三五, 十四五"
    )


def test_a_hundred_thousand_values_are_looked_up_at_once() -> None:
    many = [f"{number:06}" for number in range(100_000)]
    assert len(filters_of(Known(), {"regions": ["000000", *(["530000"] * 100_000)]}).regions) == 5
    with pytest.raises(BadQuery, match="and 99994 more found"):
        filters_of(Known(), {"regions": many})


def test_very_many_and_very_long_unknown_values_are_told_in_a_line() -> None:
    with pytest.raises(BadQuery) as told:
        filters_of(Known(), {"periods": [f"{number}{'期' * 1000}" for number in range(1000)]})
    assert "and 995 more found" in str(told.value)
    assert len(str(told.value)) < 400
