"""How many: what is counted, and what narrows it."""

from __future__ import annotations

import pytest

from tests.graph_api.ask.conftest import Collection

COUNTS = {
    "天津规划重点任务部分的专项行动共计几个？": 17,
    "深圳规划总共有多少节？": 19,
    "深圳规划主要任务一共分几章？": 4,
    "宁夏规划主要目标分了几个方面？": 5,
    "讲到不足，深圳列了几个方面的问题？": 5,  # 一是…五是 in sentences
    "楚雄专栏1的发展指标总共有几个？": 7,  # the box with the table
    "深圳专栏2和专栏3合计多少个行动？": 14,
    "宁夏重点任务（三）下面列了几项": 10,
    "通辽规划的六个主要任务方面，各含几条，合计多少？": 18,
    "宁夏指标表里目标值是100%的指标有几个？": 3,
    "楚雄和宁夏的指标有多少个是一样的？": 7,
    "天津比通辽多几条保障措施？": 2,
    "宁夏规划引用了几份中共中央的文件？": 2,
    "通辽规划第一部分里点了几份文件名？": 7,
    "深圳规划里有几个行动名称带“共建共治共享”？": 1,
    "“网格”一词在天津规划里出现几次？": 11,
    "通辽规划最后的保障措施分成了几个部分？": 3,
    "“按职责分工负责”这种字样，在天津规划里共有多少处？": 36,
    "宁夏规划里“五社联动”这个说法有几处？": 7,
    "天津组织实施的新时代新社区新生活服务质量提升行动，底下一共包含多少项行动？": 10,  # announced in a sentence
    "楚雄规划里第三个专栏列了几项行动？": 3,
    "宁夏的32条任务分属几个大类？": 6,
    "天津实施保障分几个方面？": 5,
    "深圳主要任务章里共有几条？": 29,
    "深圳要求居民委员会下属的几种委员会全覆盖？": 5,  # as a sentence lists them
    "天津规划全文有多少处“按职责分工负责”？": 36,
    "楚雄规划的发展指标表里，2025年目标值是100%的有几项？": 2,
    "深圳第三章到第五章合起来有几节？": 8,
    "天津讲创新服务机制的那部分，一共拿出了几条举措？": 6,
    "通辽建智慧社区的标准里有好多个“化”，一共几个？": 6,
}


@pytest.mark.xdist_group("ask")  # the plans are ingested once
@pytest.mark.parametrize("question", COUNTS)
def test_what_is_counted(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["answer"]["count"] == COUNTS[question]


@pytest.mark.xdist_group("ask")
def test_bodies_asked_for_as_units_of_a_plan_are_not_its_bodies(five: Collection) -> None:
    assert five.asker.ask("楚雄准备挑几个单位做智慧社区建设试点？").record()["answer"]["not_stated"]
