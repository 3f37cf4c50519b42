"""The pages of comparisons over the three plans: what a reader finds on them, and where each figure leads."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.graph_api.test_pages import Reader, read
from tests.queries.three_plans import JIA, YI


def rows_of(html: str) -> dict[str, list[str]]:
    """The cells of each row of the tables by its heading, without markup."""
    found = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', html, re.S)
    return {
        plain(name): [plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", rest, re.S)] for name, rest in found
    }


def plain(html: str) -> str:
    """The text of a piece of a page, blanks as one."""
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def place(text: str, quote: str) -> str:
    """The part of an address that marks a quote."""
    start = text.index(quote)
    return f"start={start}&end={start + len(quote)}#quote"


async def test_a_question_is_answered_with_its_reading_its_table_and_links_to_the_words(
    client: httpx.AsyncClient,
) -> None:
    html = (await client.get("/ask?q=每百户设施面积，各地的目标值分别是多少？")).text
    page = Reader(html)
    assert "这样理解：问" in page.text
    assert f"/plans/yi/source?{place(YI, '每百户设施面积不少于40平方米')}" in page.links
    assert "乙市民政局. 乙市“十四五”社区服务规划[Z]. “每百户设施面积不少于40平方米”." in page.text
    assert rows_of(html)["丙县“十三五”社区规划"] == ["未载明"]


async def test_what_no_plan_says_is_told_so(client: httpx.AsyncClient) -> None:
    page = await read(client, "/ask?q=哪些规划提到了无人机配送？")
    assert "出处" not in page.text.partition("可以这样问")[0]


async def test_the_questions_suggested_can_be_asked(client: httpx.AsyncClient) -> None:
    page = await read(client, "/ask")
    suggested = [link for link in page.links if link.startswith("/ask?q=")]
    assert len(suggested) >= 5
    assert "回答" in (await read(client, suggested[0])).text


async def test_commitments_stand_under_their_reach_with_a_cell_a_plan(client: httpx.AsyncClient) -> None:
    html = (await client.get("/commitments")).text
    assert [plain(each) for each in re.findall("<h2.*?</h2>", html, re.S)] == [
        "多数规划共有 2 项",
        "仅一份规划提出 2 项",
    ]
    assert rows_of(html)["每百户设施面积"] == ["≥30 指标 2025 年", "≥40平方米 正文目标", "未提出"]
    assert f"/plans/jia/source?{place(JIA, '1.助餐行动：新建助餐点一百个。')}" in Reader(html).links


async def test_many_commitments_stand_on_several_pages_with_the_counts_of_all(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rows_of((await client.get("/commitments")).text)
    monkeypatch.setattr("graph_api.commitments_page._CELLS", 3 * len(next(iter(whole.values()))))
    first = (await client.get("/commitments")).text
    assert "仅一份规划提出 2 项" in plain(first)
    assert "/commitments?offset=3" in Reader(first).links
    second = (await client.get("/commitments?offset=3")).text
    assert {**rows_of(first), **rows_of(second)} == whole
    assert len(rows_of(second)) == 1
    assert "下一页" not in second
    assert (await client.get("/commitments?offset=three")).status_code == 400


async def test_commitments_can_be_narrowed_to_a_kind(client: httpx.AsyncClient) -> None:
    assert rows_of((await client.get("/commitments?as=special_action")).text).keys() == {"老年助餐"}
    assert (await client.get("/commitments?as=task")).status_code == 400


async def test_the_table_of_themes_stands_as_a_tree_and_tells_what_is_lacking(client: httpx.AsyncClient) -> None:
    rows = rows_of((await client.get("/coverage")).text)
    assert [*rows] == ["智慧社区", "应急管理", "民生服务", "养老服务", "智慧养老"]
    assert rows["养老服务"] == ["2 条 任务 1 行动 1", "0 条 任务 1", "未涉及"]
    page = await read(client, "/coverage?theme=theme/care")
    assert f"/plans/jia/source?{place(JIA, '发展社区助餐，方便老年人就近用餐。')}" in page.links
    assert "未涉及" in page.text


async def test_departments_show_load_leaders_and_tasks_that_name_nobody(client: httpx.AsyncClient) -> None:
    html = (await client.get("/departments")).text
    assert rows_of(html)["民政"] == ["2 项 牵头 1 点名 1", "1 项 点名 1", "无"]
    assert "甲 民政 牵头 1" in plain(html)
    assert "社会事务 牵头" not in plain(html)  # the broader function, of which 民政 is one
    assert "甲：1 项，共 2 项任务" in plain(html)
    page = await read(client, "/departments?function=function/finance")
    assert f"/plans/jia/source?{place(JIA, '财政厅配合')}" in page.links


@pytest.mark.parametrize(
    "address",
    ["/coverage?theme=theme/nowhere", "/departments?function=function/nowhere", "/reuse?plan=nowhere"],
)
async def test_what_is_not_there_is_said_on_a_page(address: str, client: httpx.AsyncClient) -> None:
    await read(client, address, 404)


async def test_text_that_stands_in_two_plans_is_shown_side_by_side(client: httpx.AsyncClient) -> None:
    page = await read(client, "/reuse?plan=jia")
    assert "处" in page.text or "没有这样的文字" in page.text
    assert (await client.get("/reuse?plan=jia&kind=stolen")).status_code == 400
