"""Comparisons as files, read back: what a researcher finds in Excel and in pandas."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pytest

from graph.settings import StoreSettings
from graph_api.app import create_app
from graph_api.downloads import FORMS, TABLES
from graph_api.library import Library
from graph_api.settings import ApiSettings
from tests.graph_api.conftest import client_of
from tests.queries.three_plans import JIA, YI

CITED = ["规划", "章节", "原文", "起点", "终点", "网址", "引用格式"]
ASKED = {
    "ask": "?q=每百户设施面积，各地的目标值分别是多少？",
    "compare": "?indicator=indicator/area",
    "search": "?q=社区",
}


async def sheets(client: httpx.AsyncClient, address: str) -> dict[str, list[dict[str, Any]]]:
    """The sheets of a workbook, each line by the head."""
    response = await client.get(address)
    assert (address, response.status_code) == (address, 200)
    assert response.headers["content-disposition"].startswith('attachment; filename="crossplan-')
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    found = {}
    for sheet in book:
        head, *lines = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, head), line, strict=True)) for line in lines]
    return found


@pytest.mark.parametrize("table", TABLES)
async def test_every_table_comes_in_both_forms_with_the_same_cited_lines(table: str, client: httpx.AsyncClient) -> None:
    book = await sheets(client, f"/download/{table}.xlsx{ASKED.get(table, '')}")
    cited = next(iter(book.values()))
    response = await client.get(f"/download/{table}.csv{ASKED.get(table, '')}")
    assert response.headers["content-type"] == FORMS["csv"]
    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [*lines[0]][-7:] == CITED if lines else table == "reuse"
    assert [line["原文"] for line in lines] == [line["原文"] or "" for line in cited]


@pytest.mark.parametrize("table", [name for name in TABLES if name != "reuse"])
async def test_every_quote_stands_where_its_line_says(table: str, client: httpx.AsyncClient) -> None:
    book = await sheets(client, f"/download/{table}.xlsx{ASKED.get(table, '')}")
    texts = {"甲省“十四五”社区服务规划": JIA, "乙市“十四五”社区服务规划": YI}
    lines = [line for line in next(iter(book.values())) if line["规划"] in texts and line["原文"]]
    assert lines
    for line in lines:
        assert texts[line["规划"]][line["起点"] : line["终点"]] == line["原文"]
        assert line["网址"].startswith("http://test/plans/")
        assert line["引用格式"].endswith(f"“{line['原文']}”.")


async def test_the_matrix_has_numbers_as_numbers_and_silence_as_a_line(client: httpx.AsyncClient) -> None:
    lines = (await sheets(client, "/download/indicators.xlsx"))["指标对照"]
    area = [line for line in lines if line["指标"] == "每百户设施面积"]
    assert [(line["地区"], line["目标值"], line["数"], line["单位"]) for line in area] == [
        ("甲", "≥30", 30, "平方米"),
        ("乙", "≥40平方米", 40, "平方米"),
        ("丙县“十三五”社区规划", "未载明", None, None),
    ]


async def test_a_reference_has_what_the_plan_states_and_nothing_else(client: httpx.AsyncClient) -> None:
    lines = (await sheets(client, "/download/commitments.xlsx?as=indicator"))["共同承诺"]
    assert lines[0]["引用格式"] == (
        "甲省人民政府, 甲省民政厅. 甲省“十四五”社区服务规划[Z]. 甲政发〔2022〕3号. 2022-01-05. "
        "发展目标: “每百户设施面积（平方米） 25 ≥30 预期性”."
    )


async def test_coverage_comes_with_its_counts_and_the_statements_of_one_theme(client: httpx.AsyncClient) -> None:
    book = await sheets(client, "/download/coverage.xlsx?theme=theme/care")
    assert [line["处数"] for line in book["例证"] if line["地区"] == "甲"] == [4, 4, 4, 4]
    care = [line for line in book["数量"] if line["主题"] == "养老服务"]
    assert [(line["地区"], line["任务"], line["行动"], line["条款"]) for line in care] == [
        ("甲", 1, 1, 2),
        ("乙", 1, 0, 0),
        ("丙县“十三五”社区规划", 0, 0, 0),
    ]


async def test_coverage_has_a_first_statement_of_each_theme_in_each_plan_or_a_line_of_its_silence(
    client: httpx.AsyncClient,
) -> None:
    lines = (await sheets(client, "/download/coverage.xlsx"))["例证"]
    assert [(line["地区"], line["处数"], line["原文"]) for line in lines if line["主题"] == "智慧社区"] == [
        ("甲", 1, "（二）建设智慧社区"),
        ("乙", 0, None),
        ("丙县“十三五”社区规划", 2, "（一）推进智慧社区"),
    ]
    assert len(lines) == 5 * 3


async def test_a_file_has_all_there_is_where_an_answer_would_be_refused(data: Path, client: httpx.AsyncClient) -> None:
    library = Library(StoreSettings(data=data))
    async with client_of(create_app(ApiSettings(max_rows=10), library)) as limited:
        assert (await limited.get("/commitments")).status_code == 413
        file = await limited.get("/download/commitments.csv")
    await library.close()
    assert file.content == (await client.get("/download/commitments.csv")).content


@pytest.mark.parametrize("address", ["/download/prices.csv", "/download/coverage.pdf"])
async def test_a_table_that_there_is_not_is_refused(address: str, client: httpx.AsyncClient) -> None:
    assert (await client.get(address)).status_code == 404
