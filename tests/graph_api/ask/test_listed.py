"""How many members a list inside a sentence has."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


def _reply(five: Collection, question: str) -> dict[str, Any]:
    found: dict[str, Any] = five.asker.ask(question).record()
    return found


@LOADED
def test_members_are_counted_where_the_word_counted_ends_the_last(five: Collection) -> None:
    reply = _reply(five, "深圳居民委员会下属委员会全覆盖涉及几种委员会？")
    members = ["人民调解", "治安保卫", "公共卫生", "环境和物业管理", "社会服务委员会"]
    assert reply["answer"] == {"count": 5, "titles": members, "counted_from_list": True}
    words = "实现居民委员会下属的人民调解、治安保卫、公共卫生、环境和物业管理、社会服务委员会"
    assert "".join(reply["citations"][0]["quote"].split()).startswith(words)


@LOADED
def test_members_are_counted_where_the_word_counted_is_in_each(five: Collection) -> None:
    answer = _reply(five, "通辽智慧社区建设要做到几个“化”？")["answer"]
    assert answer["count"] == 6
    assert (answer["titles"][0], answer["titles"][-1]) == ("基础设施高端化", "居民生活现代化")


@LOADED
@pytest.mark.parametrize(
    "question",
    ["楚雄的智慧社区建设要实现几“化”？", "宁夏社区服务站的“一站式”服务有几类事项？", "通辽村“两委”有几类人员？"],
)
def test_what_no_sentence_lists_is_not_stated(five: Collection, question: str) -> None:
    assert _reply(five, question)["answer"]["not_stated"]
