"""Of which time a question asks: what was, what is to be, or both."""

from __future__ import annotations

import pytest

from graph_api.ask.timing import before_all, kinds_asked, of_both_times
from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once
ALL = ("indicator", "target", "baseline")


@LOADED
@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("天津“十四五”要新建多少个老年日间照料中心？", ("indicator", "target")),
        ("天津“十四五”末老人家食堂计划增到多少家？", ("indicator", "target")),
        ("深圳全市计划招多少名社区民警？", ("indicator", "target")),
        ("天津计划五年里再新开几家老人家食堂？", ("indicator", "target")),
        ("宁夏计划投入多少资金建设社区服务站？", ("indicator", "target")),
        ("宁夏指标表里社区工作者定了多少人？", ("indicator",)),
        ("天津已经建成多少个老年日间照料中心？", ALL),
        ("深圳社康机构从多少家增加到多少家？", ALL),
    ],
)
def test_what_is_to_be_done_is_not_answered_by_what_was(five: Collection, typed: str, kinds: tuple[str, ...]) -> None:
    assert kinds_asked(five.asker.reader.read(typed)) == kinds


@LOADED
def test_a_question_can_ask_of_both_times(five: Collection) -> None:
    assert of_both_times(five.asker.reader.read("农村设施覆盖率，楚雄的目标与2020年底的实际水平各是多少？"))
    assert not of_both_times(five.asker.reader.read("农村设施覆盖率，楚雄的目标是多少？"))


@LOADED
def test_the_end_of_the_last_period_is_before_all_plans_of_this_one(five: Collection) -> None:
    assert before_all(five.asker.reader.read("天津“十三五”末社区综合服务设施的覆盖率是多少？"))
    assert not before_all(five.asker.reader.read("通辽“十三五”末社区志愿者要达到多少？"))
