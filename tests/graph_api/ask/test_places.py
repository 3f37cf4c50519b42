"""Which plans a question asks of: places called by one letter, and plans told of before others are asked for."""

from __future__ import annotations

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once

NAMED = {
    "宁夏和津有没有同类的行动？": ["ningxia", "tianjin"],
    "津和宁夏哪个社区工作者多？": ["ningxia", "tianjin"],
    "津规划最后那条加强调研宣传由谁负责？": ["tianjin"],
    "灾害信息员，宁夏写了，津呢？": ["ningxia", "tianjin"],
    "把深规划里的委员会列出来": ["shenzhen"],
    "宁夏与深化改革有关的任务有哪些？": ["ningxia"],
    "楚雄和通过协商解决的问题有哪些？": ["chuxiong"],
}

LACKING = {
    "社区服务设施纳入“国土空间规划”，宁夏、楚雄等都写了，没有出现这个提法的是哪几份？": ["shenzhen", "tongliao"],
    "宁夏、天津两地规划都提到灾害信息员，没提的有哪几家？": ["shenzhen", "tongliao"],
}


@LOADED
@pytest.mark.parametrize("question", NAMED)
def test_a_letter_that_is_a_word_beside_a_place_or_before_a_plan_is_a_place(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["understood"]["plans"] == NAMED[question]


@LOADED
@pytest.mark.parametrize("question", LACKING)
def test_plans_told_of_as_having_it_are_not_the_ones_that_are_asked(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["answer"]["plans"] == LACKING[question]


@LOADED
def test_plans_told_of_are_asked_where_nothing_is_denied(five: Collection) -> None:
    plans = five.asker.ask("宁夏、天津都报了投入，哪家花得多？").record()["understood"]["plans"]
    assert plans == ["ningxia", "tianjin"]
