from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
import pytest

from graph.settings import StoreSettings
from graph_api.app import create_app
from graph_api.guard import SECURITY_HEADERS
from graph_api.library import Library
from graph_api.settings import ApiSettings
from tests.graph_api.conftest import Publish, client_of
from tests.queries.three_plans import JIA, three_plans

VOID = {"meta", "link", "input", "br"}
PAGES = [
    "/",
    "/search",
    "/search?q=社区",
    "/compare?indicator=indicator/area",
    "/plans/jia/source",
    "/explorer",
    "/id/jia",
    "/ask",
    "/ask?q=每百户设施面积，各地的目标值分别是多少？",
    "/commitments",
    "/coverage",
    "/coverage?theme=theme/care",
    "/departments",
    "/departments?function=function/civil-affairs",
    "/reuse",
    "/reuse?plan=jia",
]


class Reader(HTMLParser):
    """What a test asks of a page: its links, its ids, its text, and whether every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.marked = ""
        self.inline: list[str] = []
        self.unlabelled: list[str] = []
        self.labelled: set[str] = set()
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        self.links += [said[name] for name in ("href", "src", "action") if name in said]
        self.ids += [said["id"]] if "id" in said else []
        self.inline += [f"{tag} {name}" for name in said if name == "style" or name.startswith("on")]
        self.inline += [tag] if tag == "style" or (tag == "script" and "src" not in said) else []
        if tag == "label" and "for" in said:
            self.labelled.add(said["for"])
        if tag in {"input", "select", "textarea"} and "aria-label" not in said and "label" not in self.open:
            self.unlabelled.append(said.get("id", tag))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        self.marked += data if "mark" in self.open else ""


async def read(client: httpx.AsyncClient, address: str, status: int = 200) -> Reader:
    """The page at an address."""
    response = await client.get(address)
    assert (address, response.status_code) == (address, status)
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Reader(response.text)


async def test_every_link_leads_somewhere(client: httpx.AsyncClient) -> None:
    waiting, seen = deque(["/"]), {"/"}
    while waiting:
        page = waiting.popleft()
        response = await client.get(page)
        assert (page, response.status_code) == (page, 200)
        if not response.headers["content-type"].startswith("text/html"):
            continue
        reader = Reader(response.text)
        for link in reader.links:
            address = urlsplit(urljoin(f"http://test{page}", link))
            assert address.netloc == "test", f"{page} leads out to {link}"
            target = f"{address.path}?{address.query}".rstrip("?")
            if target == page.partition("#")[0] and address.fragment:
                assert address.fragment in reader.ids, f"{page}: no place {address.fragment}"
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    assert len(seen) > 100


@pytest.mark.parametrize("address", PAGES)
async def test_a_page_brings_no_scripts_or_styles_of_its_own_and_says_so(
    address: str, client: httpx.AsyncClient
) -> None:
    response = await client.get(address)
    assert Reader(response.text).inline == []
    assert {name: response.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "script-src 'self'" in response.headers["content-security-policy"]


@pytest.mark.parametrize("address", PAGES)
async def test_every_field_of_a_form_has_a_label_and_no_id_stands_twice(
    address: str, client: httpx.AsyncClient
) -> None:
    page = await read(client, address)
    assert [name for name in page.unlabelled if name not in page.labelled] == []
    assert len(page.ids) == len(set(page.ids))
    html = (await client.get(address)).text
    assert '<html lang="zh-CN">' in html
    assert len(re.findall("<h1", html)) == 1


async def test_the_front_page_shows_plans_counts_and_the_matrix_with_its_sources(client: httpx.AsyncClient) -> None:
    html = (await client.get("/")).text
    page = Reader(html)
    assert "收录 3 份规划" in page.text
    assert ["甲省“十四五”社区服务规划" in page.text, "丙县“十三五”社区规划" in page.text] == [True, True]
    start = JIA.index("每百户设施面积（平方米） 25 ≥30 预期性")
    assert f"/plans/jia/source?start={start}&end={start + 23}#quote" in page.links
    rows = re.findall(r'<th scope="row"><a href="/compare\?[^"]+">([^<]+)</a></th>(.*?)</tr>', html, re.S)
    cells = {
        name: [" ".join(re.sub("<[^>]+>", " ", cell).split()) for cell in re.findall(r"<td>(.*?)</td>", rest, re.S)]
        for name, rest in rows
    }
    assert cells == {
        "每百户设施面积": ["≥30 2020 年 25", "≥40平方米", "未载明"],
        "每万人社区工作者": ["18 2020 年 12", "未载明", "未载明"],
    }


async def test_the_source_page_is_the_plans_text_with_the_quote_marked(client: httpx.AsyncClient) -> None:
    start = JIA.index("发展社区助餐")
    page = await read(client, f"/plans/jia/source?start={start}&end={start + 6}")
    assert page.marked == "发展社区助餐"
    assert "quote" in page.ids
    body = page.text[page.text.index("四、") if "四、" in page.text else 0 :]
    for line in JIA.splitlines():
        assert line in body
    assert "见“办好养老服务”" in page.text


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/nowhere", 404, "没有这一页"),
        ("/plans/none/source", 404, "没有这一页"),
        ("/plans/jia/source?start=5&end=999999", 400, "found 5 and 999999"),
        ("/plans/jia/source?start=9&end=5", 400, "found 9 and 5"),
        ("/plans/jia/source?start=x", 400, "expected a whole number"),
        ("/compare?indicator=indicator/none", 404, "没有这一页"),
        ("/search?q=社区&plan=none", 400, "'none' found"),
        ("/search?q=社区&offset=-1", 400, "expected a whole number"),
        ("/id/none", 404, "没有这一页"),
    ],
)
async def test_what_is_not_there_is_told_on_a_page(
    address: str, status: int, says: str, client: httpx.AsyncClient
) -> None:
    assert says in (await read(client, address, status)).text


async def test_a_comparison_of_nothing_leads_to_where_indicators_are_chosen(client: httpx.AsyncClient) -> None:
    answer = await client.get("/compare")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_what_a_visitor_types_is_text_and_never_markup(client: httpx.AsyncClient) -> None:
    for address in ("/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/id/%3Cb%3Ex", "/compare?name=%3Cb%3Ex"):
        html = (await client.get(address)).text
        assert "<script>alert" not in html
        assert "<b>x" not in html


async def test_the_search_page_marks_what_matched_and_leads_to_it(client: httpx.AsyncClient) -> None:
    page = await read(client, "/search?q=就近用餐&plan=jia")
    assert page.marked == "就近用餐"
    start = JIA.index("发展社区助餐，方便老年人就近用餐。")
    assert f"/plans/jia/source?start={start}&end={start + 17}#quote" in page.links
    assert "共 1 条" in page.text
    nothing = await read(client, "/search?q=海洋渔业捕捞")
    assert "各规划中没有与“海洋渔业捕捞”有关的条款" in nothing.text


async def test_the_search_page_says_where_only_other_plans_speak_to_it(client: httpx.AsyncClient) -> None:
    page = await read(client, "/search?q=就近用餐&plan=yi")
    assert "该筛选条件下没有与“就近用餐”有关的条款，别处有 1 条。" in page.text
    assert "filters:" not in page.text
    assert "共 1 条" in (await read(client, "/search?q=就近用餐")).text


async def test_the_comparison_page_says_what_each_plan_states_or_that_it_does_not(client: httpx.AsyncClient) -> None:
    page = await read(client, "/compare?name=每百户设施面积")
    text = " ".join(page.text.split())
    assert "2 份规划写明，1 份未载明" in text
    assert "甲 ≥30 （2025 年） 25 （2020 年） 平方米 预期性 发展目标 指标表" in text
    assert "乙 ≥40平方米 未载明 平方米 未载明 加强养老服务 正文 “每百户设施面积不少于40平方米”" in text
    assert "未载明：这份规划没有写这项指标" in text


async def test_the_schema_can_be_fetched(client: httpx.AsyncClient) -> None:
    response = await client.get("/schema.graphql")
    assert response.headers["content-type"].startswith("text/plain")
    assert "type IndicatorMatrix {" in response.text


async def test_the_service_says_that_it_lives(client: httpx.AsyncClient) -> None:
    assert (await client.get("/health")).json() == {"status": "alive"}
    assert (await client.get("/ready")).json() == {"status": "ready", "version": "v1"}


async def test_a_row_that_was_inferred_is_marked_with_the_words_that_show_it(tmp_path: Path, publish: Publish) -> None:
    graph = three_plans()
    inferred = {"method": "inferred", "evidence": "每百户设施面积不少于40平方米"}
    nodes = [
        replace(node, properties={**node.properties, **inferred}) if node.id == "alignment/2" else node
        for node in graph.nodes
    ]
    publish(tmp_path, graph=replace(graph, nodes=tuple(nodes)))
    library = Library(StoreSettings(data=tmp_path))
    async with client_of(create_app(ApiSettings(), library)) as client:
        compared = " ".join((await read(client, "/compare?indicator=indicator/area")).text.split())
        assert compared.count("推定") == 1
        assert "据正文“每百户设施面积不少于40平方米”认定" in compared
        front = (await client.get("/")).text
        assert front.count(">推定</a>") == 1
        assert 'aria-label="乙：推定为这一指标，看旁证"' in front
    await library.close()
