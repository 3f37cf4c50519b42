"""The search with the encoder that comes with the program: a resident's words find the clause, foreign ones do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.encoder.opening import open_encoder
from search.index import ClauseIndex
from search.settings import SearchSettings
from tests.search.test_index import ENTRIES

CARE = "开展学龄少年儿童课后托管和寒暑假集中看护服务。"
QUOTES = (
    CARE,
    "加强村（社区）应急避难场所建设。",
    "完善政府购买服务制度。",
    "推进智能快件箱和邮政快递末端综合服务站建设。",
    "发展社区老年食堂，方便老年人就近用餐。",
    "健全社区工作者职业体系。",
)


@pytest.fixture(scope="module")
def index() -> ClauseIndex:
    entries = [replace(ENTRIES[0], clause_id=f"a/1#c{at}", quote=quote, path=()) for at, quote in enumerate(QUOTES)]
    return ClauseIndex.build(entries, open_encoder())


@pytest.mark.parametrize(
    ("query", "quote"),
    [
        ("孩子放学没人接，有地方看着吗", CARE),
        ("孩子放學沒人接，有地方看著嗎", CARE),
        ("老人做不动饭，上哪儿吃", QUOTES[4]),
        ("網購的包裹放哪兒取", QUOTES[3]),
    ],
)
def test_a_residents_words_find_the_clause(index: ClauseIndex, query: str, quote: str) -> None:
    result = index.search(query)
    assert (result.hits or result.nearest)[0].quote == quote


@pytest.mark.parametrize(("query", "quote"), [("快递", QUOTES[3]), ("避难", QUOTES[1])])
def test_a_single_word_is_enough(index: ClauseIndex, query: str, quote: str) -> None:
    assert index.search(query).hits[0].quote == quote


@pytest.mark.parametrize("query", ["", " ", "🙂", "？？！", "\x00", "機場擴建跑道", "how to buy bitcoin"])
def test_what_the_clauses_do_not_speak_to_is_refused(index: ClauseIndex, query: str) -> None:
    assert index.search(query).no_result


@pytest.mark.parametrize("query", ["水", "5G", "社区" * 50_000, "社区 community 服务", "“" * 900])
def test_whatever_is_typed_has_an_answer_or_a_refusal(index: ClauseIndex, query: str) -> None:
    result = index.search(query)
    assert result.no_result == (result.total == 0)


def test_words_alone_need_no_encoder() -> None:
    assert SearchSettings(encoder="none").opener() is None
