"""`crossplan facts --explain`: each fact with its rule, where it stands, what is beside it, and what was refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ingest.register import read_registered
from ingest.rulebook import rulebook
from tests.cli.conftest import PLANS, TEXTS, crossplan, records


def explained(tmp_path: Path, plan: str | Path) -> list[dict[str, Any]]:
    return records(crossplan(tmp_path, "facts", plan, "--explain"))


def quote(place: dict[str, Any] | None) -> str | None:
    return place["quote"] if place else None


def test_a_fact_is_told_with_its_rule_its_path_and_the_clauses_beside_it(tmp_path: Path) -> None:
    found = {fact["quote"]: fact["explanation"] for fact in explained(tmp_path, TEXTS / "kunming.txt")}
    duty = found["市民政局牵头"]
    assert duty["rule"]["name"] == "responsibility.lead"
    assert duty["rule"]["relies_on"] == "the body before 牵头 leads"
    assert "建立健全民政、发展改革部门牵头的规划实施推进机制" in duty["rule"]["examples"]
    assert duty["path"] == ["主要任务", "完善社区养老服务", "发展助餐服务"]
    assert [quote(duty[name]) for name in ("before", "clause", "after")] == [
        "支持社区食堂为老年人提供助餐服务。",
        "市民政局牵头，市卫生健康委配合。",
        "每个社区配备1名灾害信息员。",
    ]


def test_what_stands_in_no_clause_is_told_among_its_like(tmp_path: Path) -> None:
    found = {fact["id"]: fact["explanation"] for fact in explained(tmp_path, TEXTS / "kunming.txt")}
    task = found["kunming/3.1.2/task"]
    assert (task["clause"], task["refused"]) == (None, [])
    assert (quote(task["before"]), quote(task["after"])) == ("1. 建设服务设施", "1. 配备应急力量")
    assert task["path"] == ["主要任务", "完善社区养老服务", "发展助餐服务"]
    row = found["kunming/2.2/table-1/row-1"]
    assert row["before"] is None
    assert quote(row["after"]) == "2\t每万城镇常住人口拥有社区工作者\t15人\t18人\t预期性"
    assert row["path"] == ["总体要求", "发展目标"]
    assert found["kunming"]["rule"]["name"] == "front.plan_title"
    assert found["kunming"]["path"] == []


def test_a_number_refused_in_the_same_clause_is_told_with_the_rule_against_it(tmp_path: Path) -> None:
    (target,) = (one for one in explained(tmp_path, "ningxia") if one["quote"] == "实现城市社区“10分钟健身圈”全覆盖")
    (refused,) = target["explanation"]["refused"]
    assert (refused["quote"], refused["rule"]) == ("10分钟", "quantity.named")
    assert refused["relies_on"] == "a number in quotes without a comparator or a share is part of a name"


def test_a_title_refused_in_the_same_clause_is_told_with_the_rule_against_it(tmp_path: Path) -> None:
    path = tmp_path / "kunming.txt"
    text = (TEXTS / "kunming.txt").read_text(encoding="utf-8")
    path.write_text(text.replace("，制定本规划。", "，制定《规划》。"), encoding="utf-8")
    (cited,) = (one for one in explained(tmp_path, path) if one["kind"] == "reference")
    (refused,) = cited["explanation"]["refused"]
    assert (refused["quote"], refused["rule"]) == ("《规划》", "reference.bare-genre")


@pytest.mark.parametrize("plan", PLANS)
def test_every_place_in_an_explanation_is_in_the_source(tmp_path: Path, plan: str) -> None:
    text, rules = read_registered(plan).text, rulebook()
    for fact in explained(tmp_path, plan):
        told = fact["explanation"]
        assert told["rule"]["relies_on"] == rules[fact["rule"]].relies_on
        places = [told["clause"], told["before"], told["after"], *told["refused"]]
        assert all(text[place["start"] : place["end"]] == place["quote"] for place in places if place)
        if told["clause"]:
            assert told["clause"]["start"] <= fact["start"] < told["clause"]["end"]


def test_without_the_option_nothing_is_explained_and_the_rest_is_the_same(tmp_path: Path) -> None:
    plain = records(crossplan(tmp_path, "facts", "tianjin"))
    assert [{**fact, "explanation": None} for fact in plain] == [
        {**fact, "explanation": None} for fact in explained(tmp_path, "tianjin")
    ]
