"""What a plan says of itself is read from its notice and its title."""

from __future__ import annotations

import pytest

from ingest.bodies import split_bodies
from ingest.dates import DATE, read_date
from ingest.outline import build_outline
from ingest.passage import Passage
from ingest.plan import find_plan
from ontology.records import Plan
from ontology.spans import Source
from ontology.vocabulary import load_regions

BODY = """
为推动事业发展，结合实际，制定本规划。
一、总体要求
（一）指导思想。坚持以人民为中心，健全服务体系，提高服务水平。
二、主要任务
（一）健全机制。完善制度，落实责任，推动发展。
三、保障措施
（一）加强领导。各级政府要强化责任，抓好落实。
"""


def read(front: str) -> Plan:
    return find_plan(build_outline(Source("plan", front + BODY)), load_regions())


def test_a_notice_names_issuers_number_and_dates() -> None:
    plan = read(
        "杭州市民政局 杭州市财政局关于印发《杭州市养老服务体系建设规划（2021—2025年）》的通知\n杭民发〔2021〕15号\n"
        "（发布时间：2021-10-20 09:30）\n各区民政局：\n现将《杭州市养老服务体系建设规划（2021—2025年）》印发给你们。\n"
        "杭州市民政局  杭州市财政局\n2021年10月8日\n杭州市养老服务体系建设规划\n（2021—2025年）"
    )
    assert plan.title == "杭州市养老服务体系建设规划（2021—2025年）"
    assert (plan.region, plan.level) == ("杭州市", "city")
    assert (plan.period, plan.start_year, plan.end_year) == ("2021—2025年", 2021, 2025)
    assert plan.issuers == ("杭州市民政局", "杭州市财政局")
    assert plan.document_number == "杭民发〔2021〕15号"
    assert (plan.issued, plan.published) == ("2021-10-08", "2021-10-20")


def test_what_the_text_does_not_say_is_none() -> None:
    plan = read("社区服务体系建设规划")
    assert (plan.title, plan.region, plan.level, plan.period) == ("社区服务体系建设规划", None, None, None)
    assert (plan.issuers, plan.document_number, plan.issued, plan.published) == ((), None, None, None)
    assert (plan.start_year, plan.end_year) == (None, None)


def test_bodies_of_the_state_issue_for_the_nation() -> None:
    plan = read("国务院关于印发国家综合防灾减灾“十三五”规划的通知国发〔2016〕104号\n国家综合防灾减灾“十三五”规划")
    assert (plan.region, plan.level, plan.issuers) == ("中华人民共和国", "national", ("国务院",))
    assert (plan.document_number, plan.period) == ("国发〔2016〕104号", "十三五")


def test_a_title_of_two_lines_is_one_title() -> None:
    plan = read(
        "现将《成都市“十四五”城乡社区发展治理规划》印发给你们，请认真贯彻执行。\n成都市“十四五”\n城乡社区发展治理规划"
    )
    assert plan.title == "成都市“十四五”城乡社区发展治理规划"
    assert plan.span.quote == "成都市“十四五”\n城乡社区发展治理规划"


def test_a_headline_gives_way_to_the_name_in_the_news() -> None:
    plan = read(
        "# 扩大内需战略规玥纲要(2022-2035年)\n新华社北京12月14日电 近日，中共中央、国务院印发了"
        "《扩大内需战略规划纲要（2022－2035年）》，并发出通知，要求各地区各部门结合实际认真贯彻落实。"
    )
    assert plan.title == "扩大内需战略规划纲要（2022－2035年）"
    assert plan.issuers == ("中共中央", "国务院")


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2022年8月29日", "2022-08-29"),
        ("二○一一年十二月十五日", "2011-12-15"),
        ("二〇二二年三月", "2022-03"),
        ("2023.3.30", "2023-03-30"),
        ("2021-12-12", "2021-12-12"),
        ("2022年", "2022"),
    ],
)
def test_a_date_keeps_the_precision_it_has(printed: str, date: str) -> None:
    found = DATE.match(printed)
    assert found is not None
    assert read_date(found) == date


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("深圳市民政局深圳市发展和改革委员会", ("深圳市民政局", "深圳市发展和改革委员会")),
        ("中共中央　国务院", ("中共中央", "国务院")),
        ("民政部 国家发展改革委 财政部", ("民政部", "国家发展改革委", "财政部")),
        ("宁夏回族自治区人民政府办公厅", ("宁夏回族自治区人民政府办公厅",)),
        ("各区民政局要认真贯彻执行", ()),
        ("", ()),
    ],
)
def test_bodies_side_by_side_are_told_apart(text: str, names: tuple[str, ...]) -> None:
    assert split_bodies(Passage.read(Source("plan", text), 0, len(text))) == names


def test_a_plan_without_years_in_its_title_may_say_how_long_it_runs() -> None:
    plan = find_plan(
        build_outline(Source("plan", "国家卫星导航产业发展规划\n规划期为2013年至2020年，制定本规划。" + BODY)),
        load_regions(),
    )
    assert (plan.period, plan.start_year, plan.end_year) == (None, 2013, 2020)


def test_an_opinion_may_be_dated_below_its_last_chapter() -> None:
    text = "海州区人民政府关于推进养老服务的实施意见" + BODY + "海州区人民政府\n2023年5月22日\n（此件公开发布）\n"
    assert find_plan(build_outline(Source("plan", text)), load_regions()).issued == "2023-05-22"


def test_the_bodies_of_a_title_page_may_stand_under_its_date() -> None:
    plan = read("安澜市水安全保障“十四五”规划\n（2021年9月）\n安澜市水利局\n安澜市发展和改革委员会\n")
    assert (plan.issuers, plan.issued) == (("安澜市水利局", "安澜市发展和改革委员会"), "2021-09")


def test_a_plan_without_a_title_line_is_called_as_its_notice_calls_it() -> None:
    plan = read(
        "各乡镇人民政府：\n《江岭县应急管理“十四五”规划》已经县政府审议通过，现印发给你们，请认真贯彻执行。\n江岭县人民政府\n2021年12月28日"
    )
    assert (plan.title, plan.period, plan.issued) == ("江岭县应急管理“十四五”规划", "十四五", "2021-12-28")
    assert plan.issuers == ("江岭县人民政府",)


def test_a_page_says_number_and_publisher_in_a_row_of_bars() -> None:
    plan = read(
        "发布机构: | 乌山市人民政府办公室 | 生成日期: | 2022-04-29 |\n"
        "文 号: | 乌府办发〔2022〕12号 | 是否有效: | 是 |\n"
        "2022年4月28日\n乌山市环境基础设施建设三年行动方案"
    )
    assert (plan.document_number, plan.issuers) == ("乌府办发〔2022〕12号", ("乌山市人民政府办公室",))
