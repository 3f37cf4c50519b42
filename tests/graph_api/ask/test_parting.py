"""The parts of a question by what each asks a value of: its topic, and the size of the places beside it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


def _values(five: Collection, question: str) -> dict[str, Any]:
    answer: Any = five.asker.ask(question).record()["answer"]
    values: dict[str, Any] = answer["values"]
    return values


def _numbers(value: Any) -> set[float]:
    values = value if isinstance(value, list) else [value] if value else []
    return {one["number"] for one in values}


@LOADED
def test_the_topic_told_first_is_what_each_plan_is_asked_of_in_its_own_unit(five: Collection) -> None:
    values = _values(five, "注册志愿者的数量，深圳是每万人多少人，通辽是占常住人口的百分之几？")
    assert {plan: _numbers(value) for plan, value in values.items()} == {"shenzhen": {2500}, "tongliao": {15}}


@LOADED
def test_of_what_size_the_villages_are_is_no_value_asked_for(five: Collection) -> None:
    values = _values(five, "社区社会组织，宁夏要求每个村平均有几个？天津呢，说的是多少户以上的村？")
    assert {plan: _numbers(value) for plan, value in values.items()} == {"ningxia": {5}, "tianjin": {6}}
    assert "300户以上的村" in values["tianjin"]["subject"]
