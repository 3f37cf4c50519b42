"""Plans by who issued them."""

from __future__ import annotations

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


@LOADED
@pytest.mark.parametrize(
    ("question", "plans"),
    [
        ("由民政局和发展改革委联合印发的是哪份规划？", ["shenzhen"]),
        ("由人民政府办公厅印发的规划有哪几份？", ["ningxia", "tianjin"]),
    ],
)
def test_plans_are_told_by_their_issuers(five: Collection, question: str, plans: list[str]) -> None:
    reply = five.asker.ask(question).record()
    assert (reply["answer"]["plans"], {one["plan_id"] for one in reply["citations"]}) == (plans, set(plans))


@LOADED
def test_documents_that_a_body_issued_are_no_plans_of_it(five: Collection) -> None:
    question = "由国务院办公厅印发的那份通知，哪些规划引用了？"
    assert len(five.asker.ask(question).record()["answer"]["plans"]) > 1


@LOADED
def test_when_a_plan_was_issued_is_told_where_it_says_so(five: Collection) -> None:
    assert five.asker.ask("宁夏规划是什么时候印发的？").record()["answer"]["values"] == {"ningxia": "2022-08-29"}


@LOADED
@pytest.mark.parametrize(
    "question",
    [
        "楚雄州这份规划是哪年哪月哪日印发的，发文字号是什么？",
        "通辽这份“十三五”城乡社区规划本身的发文字号是什么？",
        "通辽这份“十三五”规划是哪一天印发的，文号是什么？",
        "通辽这份规划的文号是什么？",
        "天津市政府办公厅印发这份规划的通知，发文字号是多少？",
    ],
)
def test_numbers_of_cited_documents_are_not_the_plan_s_own(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["answer"]["not_stated"] is True


@LOADED
def test_the_plan_s_own_number_is_told_where_it_has_one(five: Collection) -> None:
    values = five.asker.ask("宁夏这份规划的文号是什么？").record()["answer"]["values"]
    assert values == {"ningxia": "宁政办发〔2022〕61号"}
