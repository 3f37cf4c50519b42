"""The public question set: answers found by reading the texts, held against those given."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from graph_api.ask.judging import right
from tests.graph_api.ask.conftest import GOLD, Collection

QUESTIONS: list[dict[str, Any]] = [
    json.loads(line) for line in (GOLD / "questions.jsonl").read_text(encoding="utf-8").splitlines()
]
# Known to be wrong by words alone, with why.
WRONG = {
    "eighteenth-extreme-04",  # 总面积 at least, where another floor stands before it
    "eleventh-responsible-03",  # two clauses of one plan name bodies for it
    "fifteenth-who_has-01",  # 社区基金 is near to 社区基金会
    "fifth-who_has-01",  # 寒暑假看护 for 暑期托管
    "fifth-who_has-02",  # 收费 for 价格
    "fourth-who_lacks-02",  # 健身 for 健身圈
    "silent-unanswerable-20",  # 年龄 stands beside other workers
    "fourteenth-who_lacks-06",  # 水电气热 for 水、电、气 and for 供暖、水电、煤气
    "sixteenth-who_lacks-05",  # 水、电、气 at residents' prices, by meaning alone in two plans
    "sixth-who_has-01",  # 老年人 stands in another sentence than 助餐
    "third-who_has-01",  # 体育设施 for 体育场馆
    "thirteenth-unanswerable-03",  # 附近 is near to 就近
    "twelfth-responsible-01",  # 企业 for 市场主体
    "twelfth-target_compare-03",  # 摘帽
    "twelfth-who_has-03",  # 公共信息 for 个人信息
    "twenty-first-count-06",  # 几个委员会, told as a list of their names
    "twenty-second-who_has-03",  # 空间 for 场地
    "twenty-sixth-responsible-04",  # 鼓励…建立 names whom it urges
    "twenty-seventh-extreme-06",  # 总面积 at least, where another floor stands before it
    "twenty-ninth-count-05",  # how often a phrase stands, asked by 处
    "twenty-ninth-department_scope-04",  # 公安 for 市公安局
    "twenty-ninth-extreme-03",  # 总面积 at least, as above
    "twenty-ninth-references-03",  # 方面 narrows nothing down
    "thirtieth-extreme-06",  # every community is more than half of them
    "thirtieth-target_compare-05",  # each plan reckons in another way
    "thirty-first-extreme-04",  # the oldest period
    "thirty-second-target_compare-04",  # context told first takes the topic
    "thirty-third-action_alignment-02",  # measures that correspond, and no actions
    "thirty-third-action_alignment-03",  # the same
    "thirty-third-action_alignment-04",  # the same
    "thirty-third-count-01",  # 工程 and 计划 counted together
    "thirty-third-count-02",  # items two levels below
    "thirty-third-department_scope-01",  # a body named in a clause that charges it with nothing
    "thirty-third-department_scope-03",  # two bodies written as one
    "thirty-third-extreme-03",  # amounts by their unit alone
    "thirty-third-indicator_compare-01",  # 2017年 of a plan's name taken for the time
    "thirty-third-references-03",  # a document named without a title of its own
    "thirty-third-responsible-03",  # a list whose second body governs itself
    "thirty-third-responsible-04",  # 司局 of a ministry
    "thirty-third-target_compare-01",  # two plans, each asked of another thing
    "thirty-third-who_has-01",  # 不算 in brackets
    "thirty-third-who_lacks-04",  # plans without a target for a year
}
LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


@pytest.fixture(scope="session")
def collections(five: Collection, more: Collection, national: Collection) -> dict[str, Collection]:
    """What questions are asked of."""
    return {"five": five, "more": more, "national": national}


@pytest.fixture(scope="session")
def replies(collections: dict[str, Collection]) -> dict[str, dict[str, Any]]:
    """The record of every question."""
    return {one["id"]: collections[one["collection"]].asker.ask(one["question"]).record() for one in QUESTIONS}


@LOADED
@pytest.mark.parametrize("kind", sorted({question["kind"] for question in QUESTIONS}))
def test_the_questions_of_a_kind_are_answered_as_the_texts_say(kind: str, replies: dict[str, dict[str, Any]]) -> None:
    asked = [question for question in QUESTIONS if question["kind"] == kind]
    wrong = {question["id"] for question in asked if not right(question["answer"], replies[question["id"]]["answer"])}
    assert wrong == WRONG & {question["id"] for question in asked}


@LOADED
def test_every_citation_stands_in_its_source(
    collections: dict[str, Collection], replies: dict[str, dict[str, Any]]
) -> None:
    for question in QUESTIONS:
        sources = collections[question["collection"]].sources
        reply = replies[question["id"]]
        for place in (*reply["citations"], *reply.get("nearest", ())):
            assert sources[place["plan_id"]][place["start"] : place["end"]] == place["quote"], question["id"]


@LOADED
def test_what_is_stated_is_cited_and_what_is_not_has_a_reason(replies: dict[str, dict[str, Any]]) -> None:
    for one, reply in replies.items():
        if reply["answer"].get("not_stated"):
            assert reply["answer"]["reason"], one
        else:
            assert reply["citations"], one


@LOADED
def test_the_evidence_of_the_gold_stands_in_the_sources(more: Collection, national: Collection) -> None:
    plain = {plan: re.sub(r"\s+", "", text) for plan, text in (more.sources | national.sources).items()}
    for question in QUESTIONS:
        for plan, quotes in question["evidence"].items():
            for quote in quotes:
                assert re.sub(r"\s+", "", quote) in plain[plan], question["id"]
