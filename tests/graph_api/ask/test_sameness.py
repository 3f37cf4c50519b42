"""Which values of one thing are told beside others: of two plans, of a part of the whole, of each of two things."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


@LOADED
@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        # a rate of 信息平台 is none of 服务设施
        (
            "农村社区综合服务设施覆盖率到2025年，宁夏定多少、楚雄定多少？通辽设没设这个指标？",
            {"ningxia": {100}, "chuxiong": {80, 60}, "tongliao": set()},
        ),
        # 全市注册志愿者 of one plan are the 登记注册的志愿者 of another
        ("登记注册的志愿者，天津和楚雄现在各有多少人？", {"tianjin": {2670000}, "chuxiong": {9710}}),
        # 其中 tells a part of what the sentence before counts
        ("通辽嘎查村委会成员里女的有几人，占几成？", {"tongliao": {2281, 27}}),
        # two things that share their quote
        ("深圳社区“一肩挑”和交叉任职的比例，“十三五”末分别是多少？", {"shenzhen": {98.6, 87.8}}),
        # each is reckoned for every household, which is no part of its name
        ("天津社区的办公经费和公益事业补助，每户每年又是多少元？", {"tianjin": {40, 12}}),
    ],
)
def test_values_of_the_same_thing_are_told_and_no_others(
    five: Collection, question: str, numbers: dict[str, set[float]]
) -> None:
    answer: Any = five.asker.ask(question).record()["answer"]
    values: dict[str, Any] = answer["values"]
    found = {plan: value if isinstance(value, list) else [value] if value else [] for plan, value in values.items()}
    assert {plan: {one["number"] for one in told} for plan, told in found.items()} == numbers
