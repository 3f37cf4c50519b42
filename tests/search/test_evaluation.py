"""The measures of the search, on rankings whose score can be worked out by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from search.evaluation import ALL, evaluate, systems
from search.index import ClauseIndex
from search.judged import JudgedQuery, NotJudged, Relevant, read_judged
from tests.search.test_index import ENTRIES

ANSWER, HELP = Relevant("a", "…", 0, 10, 2), Relevant("b", "…", 100, 110, 1)
QUERY = JudgedQuery("one", "keyword", "灾害信息员", (ANSWER, HELP), held_out=False)
NOTHING = JudgedQuery("none", "negative", "核电站选址", (), held_out=False)


def test_the_best_order_scores_one() -> None:
    scores = evaluate([QUERY], lambda _: [("a", 0, 10), ("b", 100, 110)])
    assert (scores["keyword"].ndcg10, scores["keyword"].recall20, scores["keyword"].mrr) == (1.0, 1.0, 1.0)


def test_an_answer_behind_a_help_and_a_miss_scores_less() -> None:
    (score,) = {
        evaluate([QUERY], lambda _: [("a", 50, 60), ("b", 100, 110), ("a", 0, 10)])[style] for style in ("keyword", ALL)
    }
    gained = 1 / math.log2(3) + 3 / math.log2(4)
    assert score.ndcg10 == round(gained / (3 + 1 / math.log2(3)), 4)
    assert score.mrr == 0.5


def test_half_of_the_shorter_stretch_is_enough_and_a_stretch_pays_once() -> None:
    scores = evaluate([QUERY], lambda _: [("a", 5, 30), ("a", 5, 30)])
    assert scores[ALL].ndcg10 == round(3 / (3 + 1 / math.log2(3)), 4)
    assert evaluate([QUERY], lambda _: [("a", 6, 30)])[ALL].ndcg10 == 0.0


def test_refusals_count_by_whether_there_is_an_answer() -> None:
    scores = evaluate([QUERY, NOTHING], lambda _: [])
    assert (scores["negative"].refused, scores["negative"].lost) == (1.0, None)
    assert (scores[ALL].refused, scores[ALL].lost, scores[ALL].queries) == (1.0, 1.0, 2)


def test_bm25_alone_and_each_lane_that_there_is_are_measured() -> None:
    index = ClauseIndex.build(ENTRIES)
    found = {name: system("灾害信息员") for name, system in systems(index, ENTRIES).items()}
    assert list(found) == ["bm25", "lexical", "concept", "hybrid"]
    assert found["bm25"] == found["lexical"] == found["hybrid"]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '{"id": "a", "query": "b", "relevant": [{}]}'])
def test_a_line_that_is_no_judged_query_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(NotJudged, match="line 1"):
        read_judged(path)


def test_a_query_without_a_relevant_stretch_is_a_negative_one(tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text(json.dumps({"id": "a", "query": "机场扩建跑道"}) + "\n\n", encoding="utf-8")
    (query,) = read_judged(path)
    assert (query.style, query.relevant, query.held_out) == ("negative", (), False)
