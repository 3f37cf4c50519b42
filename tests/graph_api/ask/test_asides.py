"""What is told before a question, or beside it, is not asked."""

from __future__ import annotations

import pytest

from graph_api.ask.asides import asked_alone
from tests.graph_api.ask.conftest import Collection

pytestmark = pytest.mark.xdist_group("ask")  # the plans are ingested once


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("一到汛期就靠大喇叭。应急广播一个字都没写的，是哪些地方？", "应急广播一个字都没写的，是哪些地方？"),
        ("楼上天天吵得睡不着……噪声扰民要及时劝阻，谁写了？", "噪声扰民要及时劝阻，谁写了？"),
        ("邻居家出了事我才知道。灾害信息员这个岗位谁安排了？", "灾害信息员这个岗位谁安排了？"),
        ("要多少持证社工？宁夏按城市社区算，天津按占比算，分别是几？", "要多少持证社工？宁夏，天津，分别是几？"),
    ],
)
def test_why_it_is_asked_and_how_places_reckon_are_left_out(five: Collection, typed: str, asked: str) -> None:
    assert asked_alone(typed, five.asker.reader) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "天津办了不少老人家食堂。一共建成多少家？",  # names the plan
        "社区要办儿童友好空间。这一条谁写了？",  # is pointed back to
        "“一室多用”。哪些规划写了这个说法？",  # quotes what is asked for
        "养老服务要上门。谁写了？",  # says all that is asked of
    ],
)
def test_what_the_question_needs_is_kept(five: Collection, typed: str) -> None:
    assert asked_alone(typed, five.asker.reader) == typed


def test_a_name_that_is_asked_for_as_a_name_is_read_letter_by_letter(five: Collection) -> None:
    answer = five.asker.ask("儿童之家这个叫法谁用了？").record()["answer"]
    assert answer["plans"] == ["ningxia", "shenzhen"]


def test_values_are_told_though_the_gaps_are_asked_for_too(five: Collection) -> None:
    question = "“法律明白人”一个社区至少得有几名？看看深圳、天津、楚雄的要求，谁没定人数也标出来。"
    values = five.asker.ask(question).record()["answer"]["values"]
    assert {plan: value and value["number"] for plan, value in values.items()} == {
        "shenzhen": 1,
        "tianjin": 3,
        "chuxiong": None,
    }


def test_values_are_told_though_the_larger_is_asked_for_too(five: Collection) -> None:
    question = "残疾人家庭无障碍改造，宁夏和天津计划完成的户数各是多少，哪边更多一些？"
    values = five.asker.ask(question).record()["answer"]["values"]
    assert {plan: value["number"] for plan, value in values.items()} == {"ningxia": 15000, "tianjin": 16000}
