"""Of a web page the document is read, and nothing of the site around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.html_text import read_html
from tests.ingest.rendered import FOOT, MENU, RELATED, WEB_PAGES, parted_page

PLAN = "昆明市社区服务规划"
TEXT = f"""一、总体要求
到2025年，{"全市社区服务体系更加健全，" * 30}服务设施更加完善。
专栏1 主要指标
指标\t2020年\t2025年
社区综合服务设施覆盖率\t60%\t80%
二、主要任务
推进服务设施建设，健全服务机制，提升服务能力，完善服务供给。"""


def lines(html: str) -> list[str]:
    return [line for line in read_html(html, Path("page.html")).text.split("\n") if line]


@pytest.mark.parametrize("page", WEB_PAGES)
def test_the_document_is_read_without_the_site(page: object) -> None:
    assert callable(page)
    assert lines(page(PLAN, TEXT)) == [PLAN, *TEXT.split("\n")]


def test_a_document_in_two_parts_is_read_whole() -> None:
    long, short = "推进建设，完善机制。\n" * 30, "加强保障，明确责任。\n" * 6
    assert len(lines(parted_page(PLAN, long + short))) == 37


def test_a_document_that_stands_in_one_preformatted_element_keeps_its_lines() -> None:
    page = f"<body><pre><font>{PLAN}</font>\n<font>{TEXT}</font></pre></body>"
    assert lines(page)[:2] == [PLAN, "一、总体要求"]


def test_number_and_dates_of_a_table_above_the_document_are_kept() -> None:
    head = """<table><tr><td>索 引 号：</td><td>SM-2022-1</td><td>发文机关：</td><td>市民政局</td></tr>
    <tr><td>发文字号：</td><td>昆民发〔2022〕29号</td><td>成文日期：</td><td>2022年12月12日</td></tr></table>"""
    page = f"<body>{MENU}{head}<div><p>{'推进建设，完善机制。' * 20}</p><p>甲，乙。</p></div>{FOOT}</body>"
    assert lines(page)[:2] == ["发文字号：昆民发〔2022〕29号", "成文日期：2022年12月12日"]


def test_merged_cells_keep_the_columns() -> None:
    table = """<table><tr><td rowspan=2>类别</td><td rowspan=2>指标</td><td colspan=2>目标</td></tr>
    <tr><td>2020年</td><td>2025年</td></tr><tr><td>设施</td><td>覆盖<br>率</td><td>60%</td><td>80%</td></tr></table>"""
    assert lines(f"<body><p>甲，乙。</p>{table}<p>丙，丁。</p></body>")[1:-1] == [
        "类别\t指标\t目标\t", "\t\t2020年\t2025年", "设施\t覆盖率\t60%\t80%",
    ]  # fmt: skip


def test_what_a_browser_does_not_show_is_not_read() -> None:
    page = """<p>甲，乙。<script>丙，丁。</script><!-- 戊 --></p><p style="display: none">己</p><p hidden>庚</p>
    <ol><li>辛</li><li>壬</li></ol><h3>主要任务</h3><pre>癸\n子</pre>"""
    assert lines(f"<body>{page}</body>") == ["甲，乙。", "1. 辛", "2. 壬", "### 主要任务", "癸", "子"]


def test_the_title_of_the_page_loses_the_name_of_the_site() -> None:
    text = "推进建设，完善机制。" * 60
    for title in (f"{PLAN}_某市人民政府", f"{PLAN}-某市民政局", f"{PLAN} | 政务公开"):
        body = f"{MENU}<div><p>{text}</p></div>{RELATED}{FOOT}"
        assert lines(f"<html><head><title>{title}</title></head><body>{body}</body></html>") == [PLAN, text]


def test_a_place_is_the_paragraph_of_the_document() -> None:
    found = read_html(f"<body>{MENU}<div><p>甲，乙。</p><p> </p><p>丙，<br>丁。</p></div></body>", Path("page.html"))
    assert found.places is not None
    assert [found.places.at(found.text.index(sign)) for sign in "甲丙丁"] == [1, 2, 3]


def test_marks_of_notes_are_left_out_and_raised_figures_kept() -> None:
    page = """<p>养老床位<sup><a href="#_ftn1">[1]</a></sup>达到2万张，服务率<sup>2</sup>达到80%，
    设施面积300m<sup>2</sup>。</p>"""
    assert lines(f"<body>{page}</body>") == ["养老床位达到2万张，服务率达到80%， 设施面积300m2。"]
