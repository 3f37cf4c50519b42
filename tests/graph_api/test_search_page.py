"""The page of the search: what it shows where there is nothing to show, and what narrows it."""

from __future__ import annotations

from urllib.parse import urlencode

import httpx
import pytest

from tests.graph_api.conftest import Ask
from tests.graph_api.test_pages import read
from tests.graph_api.test_questions import data_of

PARAMETERS = {
    "plans": "plan",
    "regions": "region",
    "periods": "period",
    "levels": "level",
    "years": "year",
    "themes": "theme",
    "beneficiaries": "for",
    "kinds": "kind",
}


@pytest.mark.parametrize("address", ["/search?q=", "/search?q=%20%20", "/search?q=&plan=jia"])
async def test_no_words_show_the_form_with_a_hint(address: str, client: httpx.AsyncClient) -> None:
    page = await read(client, address)
    assert "还没有写要找什么：请写词语、数字，或一句日常的话。" in page.text
    assert "还没有写" not in (await read(client, "/search")).text


async def test_an_offset_past_the_end_says_so_and_leads_to_the_last_page(client: httpx.AsyncClient) -> None:
    page = await read(client, "/search?q=社区&plan=jia&offset=99999")
    assert "条，没有第 100000 条。看最后一页" in page.text
    assert "显示第" not in page.text
    (last,) = [link for link in page.links if link.startswith("/search?") and "offset=" in link]
    assert "显示第 1–" in (await read(client, last)).text


@pytest.mark.parametrize("chosen", [("region", "region/990000"), ("period", "十三五"), ("year", "2023")])
async def test_what_is_chosen_can_be_taken_back(chosen: tuple[str, str], client: httpx.AsyncClient) -> None:
    everything = f"/search?{urlencode({'q': '社区'})}"
    page = await read(client, f"/search?{urlencode({'q': '社区', chosen[0]: chosen[1]})}")
    assert everything in page.links
    named = {"region": "甲省", "period": "十三五", "year": "2023"}[chosen[0]]
    assert f"{named} ×" in " ".join(page.text.split())


async def test_every_value_that_the_api_counts_narrows_the_page_as_it_stands(
    ask: Ask, client: httpx.AsyncClient
) -> None:
    found = await data_of(
        ask, '{ searchClauses(query: "社区", group: true) { facets { filter values { value count } } } }'
    )
    facets = {facet["filter"]: facet["values"] for facet in found["searchClauses"]["facets"]}  # type: ignore[index]
    assert facets.keys() <= PARAMETERS.keys()
    for name, values in facets.items():
        for each in values:
            page = await read(client, f"/search?{urlencode({'q': '社区', PARAMETERS[name]: each['value']})}")
            assert f"共 {each['count']} 条" in page.text, (name, each)
