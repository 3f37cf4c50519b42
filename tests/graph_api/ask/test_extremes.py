"""The most, the fewest, the first and the last: of plans, and of the parts of one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


def _answer(five: Collection, question: str) -> dict[str, Any]:
    found: dict[str, Any] = five.asker.ask(question).record()["answer"]
    return found


@LOADED
@pytest.mark.parametrize(
    ("question", "plan", "number"),
    [
        ("哪份规划的章数最多，分了几章？", "shenzhen", 7),
        ("哪份规划的指标表行数最少？", "chuxiong", 7),  # two plans have no table
        ("哪份规划分的任务条数最多，比天津多多少？", "ningxia", 32),
        ("谁的专栏里行动最少？", "shenzhen", 17),  # 天津 has as many, but in no box
        ("单个专栏里编号行动最多的是哪份规划？", "chuxiong", 17),
        ("“智慧社区”这个词在哪份规划里出现得最多？", "ningxia", 12),
        ("每万城镇常住人口社区工作者数，2020年基期最高的是哪家？", "ningxia", 17),
        ("农村社区综合服务设施覆盖率目标，哪个地方定得最保守？", "chuxiong", 80),
        ("天津和宁夏比，谁要求每个村的社会组织多几个？", "tianjin", 6),
        ("哪份规划最先到期？", "tongliao", 2020),
    ],
)
def test_the_plan_at_the_end_of_an_order(five: Collection, question: str, plan: str, number: float) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == (plan, number)


@LOADED
@pytest.mark.parametrize("question", ["哪份规划印发得最早？", "单看公布日期，谁最靠前？"])
def test_the_plan_issued_first_of_those_with_a_date(five: Collection, question: str) -> None:
    assert _answer(five, question) == {"plan": "tianjin", "value": "2022-06-06"}


@LOADED
@pytest.mark.parametrize(
    ("question", "titles", "number"),
    [
        ("深圳哪一章的任务最多？", ["增强社区服务供给"], 12),
        ("在宁夏规划里，任务最多的那个部分叫什么，有几条？", ["优化城乡社区服务供给"], 10),
        ("楚雄哪个专栏的行动最多，多少个？", ["新时代新社区新生活服务质量提升行动"], 17),
        ("天津哪项任务的责任单位最多？", ["优化城乡社区服务设施功能布局", "增强惠民公共服务供给"], 11),
    ],
)
def test_the_part_of_one_plan_with_the_most(five: Collection, question: str, titles: list[str], number: int) -> None:
    found = _answer(five, question)
    assert (found["titles"], found["number"]) == (titles, number)


@LOADED
@pytest.mark.parametrize(
    "question", ["只看单个专栏，列的行动最多的是哪份规划？", "单论一个专栏，所含行动最多的规划是哪份？"]
)
def test_boxes_taken_one_by_one_are_not_added_up(five: Collection, question: str) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == ("chuxiong", 17)


@LOADED
def test_the_body_with_the_most_tasks_beside_one_set_aside(five: Collection) -> None:
    found = _answer(five, "除了各区人民政府，天津规划哪个部门担的任务最多？")
    assert (found["departments"], found["number"]) == (["市民政局"], 33)


@LOADED
def test_the_indicator_that_is_to_grow_most(five: Collection) -> None:
    found = _answer(five, "宁夏指标表里，哪项指标从2020年到2025年提高的幅度最大？")
    assert (found["title"], found["value"]) == ("志愿服务站点在社区综合服务设施中的覆盖率", "20个百分点")
