"""What a question says beside what it asks: who gives no figure, for whom one is, of which level, when told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


def _answer(five: Collection, question: str) -> dict[str, Any]:
    found: dict[str, Any] = five.asker.ask(question).record()["answer"]
    return found


def _numbers(answer: dict[str, Any]) -> dict[str, float | None]:
    return {plan: value and value["number"] for plan, value in answer["values"].items()}


@LOADED
@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        (
            "特殊困难老年人探访率，宁夏、楚雄、深圳哪家设了目标，设的是多少？没写数字的也请指出",
            {"ningxia": 100, "chuxiong": 100, "shenzhen": None},
        ),
        (
            "各地的行政村5G通达率目标是多少？另外谁没定数？",
            {"ningxia": 80, "tianjin": 95, "chuxiong": None, "shenzhen": None, "tongliao": None},
        ),
        ("天津要求每个村有几个社区社会组织？哪份规划没写？", {"tianjin": 6}),
        ("行政村5G通达率天津定的是多少？通辽有没有给出具体数字？", {"tianjin": 95, "tongliao": None}),
    ],
)
def test_who_gives_no_figure_is_told_with_the_figures(
    five: Collection, question: str, numbers: dict[str, float | None]
) -> None:
    assert _numbers(_answer(five, question)) == numbers


@LOADED
def test_an_amount_that_none_states_is_not_stated_where_it_is_asked_whether_anyone_does(five: Collection) -> None:
    assert _answer(five, "有没有哪份规定了法律顾问每月要到社区几次？")["not_stated"]


@LOADED
def test_who_gives_no_figure_is_asked_for_where_no_figure_is(five: Collection) -> None:
    assert set(_answer(five, "行政村5G通达率，哪几家没定目标？")["plans"]) == {"chuxiong", "shenzhen", "tongliao"}


@LOADED
def test_the_places_that_a_figure_is_for_are_no_figure_asked_for(five: Collection) -> None:
    question = "宁夏每个村平均要有几个社区社会组织，天津呢，又是对多少户以上的村定的？"
    assert _numbers(_answer(five, question)) == {"ningxia": 5, "tianjin": 6}


@LOADED
@pytest.mark.parametrize("question", ["哪些规划对法律援助一字未提", "有哪几家连社区矫正提都没提"])
def test_words_that_nothing_is_said_are_no_subject(five: Collection, question: str) -> None:
    assert _answer(five, question)["plans"] == ["tongliao"]


@LOADED
@pytest.mark.parametrize(
    ("question", "plans"),
    [
        ("两个省级规划里，谁的每百户面积要求更高", ["ningxia", "tianjin"]),
        ("哪些地级市的规划提到了社区矫正", ["shenzhen", "tongliao"]),
        ("市级规划里哪几份提到了社区矫正", ["chuxiong", "shenzhen", "tongliao"]),
        ("天津的市级部门有哪些", ["tianjin"]),
        ("引用了省级规划的有哪几份", ["chuxiong", "ningxia", "shenzhen", "tianjin", "tongliao"]),
        ("宁夏依据的省级规划有哪些", ["ningxia"]),
    ],
)
def test_plans_are_asked_of_by_their_level(five: Collection, question: str, plans: list[str]) -> None:
    assert sorted(plan.id for plan in five.asker.reader.read(question).plans) == plans


@LOADED
def test_a_past_period_told_of_is_no_plan_asked_for(five: Collection) -> None:
    assert _answer(five, "宁夏总结“十三五”时说落实了哪些规划")["titles"]
    assert _answer(five, "天津“十三五”的规划里有几个专栏")["reason"] == "没有收录天津市“十三五”的规划。"


@LOADED
def test_the_level_at_the_end_is_asked_for_and_not_the_growth_before_it(five: Collection) -> None:
    assert _numbers(_answer(five, "通辽社区干部工资到2015年涨到每月多少")) == {"tongliao": 2300}


@LOADED
@pytest.mark.parametrize("question", ["天津的第三方评估请的是哪家公司", "天津实施第三方评估，受托的机构是谁"])
def test_who_is_paid_to_do_it_is_none_of_the_bodies_responsible(five: Collection, question: str) -> None:
    assert _answer(five, question)["departments"] == []


@LOADED
def test_the_fewest_people_are_of_those_that_tell_how_many(five: Collection) -> None:
    answer = _answer(five, "志愿者家底，报出来的几家里谁的人数最少")
    assert (answer["plan"], answer["number"]) == ("chuxiong", 9710)
