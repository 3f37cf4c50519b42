"""What region lies in what, by codes alone, compared with every region of the vocabulary."""

from __future__ import annotations

import pytest

from ontology.vocabulary import load_regions
from search.regions import narrower, region_code, region_id, wider


@pytest.mark.parametrize(
    ("code", "around"),
    [
        ("532301", ("532301", "532300", "530000", "000000")),
        ("440300", ("440300", "440000", "000000")),
        ("120000", ("120000", "000000")),
        ("000000", ("000000",)),
        ("云南", ("云南",)),
        ("", ("",)),
    ],
)
def test_a_region_lies_in_those_that_its_code_begins_like(code: str, around: tuple[str, ...]) -> None:
    assert wider(code) == around


def test_the_codes_of_all_regions_say_what_each_lies_in() -> None:
    regions = load_regions().with_counties
    for code, region in regions.by_code.items():
        said = [each for each in wider(code) if each in regions.by_code]
        assert said == [code, *(each.code for each in regions.within(region))]


def test_what_lies_within_a_region_is_found_by_each_region_around_it() -> None:
    assert narrower(["440300", "530000", "532300"]) == {
        "440300": ["440300"],
        "440000": ["440300"],
        "000000": ["440300", "530000", "532300"],
        "530000": ["530000", "532300"],
        "532300": ["532300"],
    }


def test_an_id_and_a_code_name_the_same_region() -> None:
    assert region_id("440300") == "region/440300"
    assert region_code("region/440300") == region_code("440300") == "440300"
