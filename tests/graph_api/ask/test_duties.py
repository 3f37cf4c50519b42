"""Who is responsible, as the sentence that says it names the bodies; and what a body, or two together, carry."""

from __future__ import annotations

import pytest

from tests.graph_api.ask.conftest import Collection

pytestmark = pytest.mark.xdist_group("ask")  # the plans are ingested once

RESPONSIBLE = {
    # bodies without a name that the sentence joins to those it names
    "社区居委会用房产权归属不清的问题，通辽要求由谁来着力解决？": ["旗县市区", "有关部门"],
    "天津由谁将规划实施任务纳入目标责任考核内容？": ["各区", "乡镇街道", "有关部门"],
    # on whom the work falls
    "津规划末尾讲到调研和宣传，这项工作落在谁头上？": ["市委宣传部", "市民政局", "各区人民政府"],
    # a joint name stays one
    "深圳由谁对下属委员会进行政策指导？": ["市、区相关部门"],
}

CARRIED = {
    "天津公安局和司法局共同负责的任务有哪些？": ["强化安民应急服务能力"],
    "楚雄乡镇街道要做什么？": ["加强组织领导"],
    # an action that is named is no kind that is left out
    "除了助残行动，天津市残联还有别的差事吗？把它负责的全数一遍。": [
        "优化城乡社区服务设施功能布局",
        "增强惠民公共服务供给",
        "社区助残服务行动",
    ],
    "天津市财政局在“重点任务”那一章里（实施保障不算）参与了哪几项？": [
        "推动多方参与",
        "优化城乡社区服务设施功能布局",
        "增强惠民公共服务供给",
        "建立健全服务统筹机制",
        "完善政府购买服务机制",
    ],
}


@pytest.mark.parametrize("question", RESPONSIBLE)
def test_bodies_are_those_that_the_sentence_names(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["answer"]["departments"] == RESPONSIBLE[question]


@pytest.mark.parametrize("question", CARRIED)
def test_units_of_two_bodies_together_and_of_a_whole_level(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["answer"]["units"] == CARRIED[question]


def test_other_work_of_a_body_asks_of_no_other_plans(five: Collection) -> None:
    assert five.asker.ask("天津市残联还有别的差事吗？").record()["understood"]["plans"] == ["tianjin"]
