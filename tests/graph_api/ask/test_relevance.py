"""The terms of texts and questions: what counts as one word."""

from __future__ import annotations

import pytest

from graph_api.ask.relevance import bigrams, flat
from tests.graph_api.ask.conftest import Collection


def test_lone_letters_of_a_list_are_one_word() -> None:
    assert flat("水、电、气、热执行居民生活类价格") == "水电气热执行居民生活类价格"
    assert {"水电", "电气"} <= bigrams("网点的水、电、气执行")


def test_other_lists_keep_their_words_apart() -> None:
    assert flat("供暖、水电、煤气") == "供暖、水电、煤气"
    assert "电煤" not in bigrams("水电、煤气")


@pytest.mark.xdist_group("ask")  # the plans are ingested once
def test_a_pair_of_letters_across_a_known_phrase_asks_for_nothing(five: Collection) -> None:
    question = "社区服务设施的水电费按居民价收，哪份规划里找不到这句话？"
    assert five.asker.reader.read(question).weights.keys().isdisjoint({"价收"})
    assert five.asker.ask(question).record()["answer"] == {"plans": ["chuxiong"], "count": 1}
