"""The judged queries that ship, against the plans they are about: every quote is in its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from ingest.judged_plans import judged_sources
from search.judged import NEGATIVE, JudgedQuery, read_judged

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
PLANS = ROOT / "ingest" / "plans"
SETS = {
    "queries.jsonl": GOLD / "sources",
    "queries_builtin.jsonl": PLANS,
    "queries_second.jsonl": PLANS,
    "queries_third.jsonl": PLANS,
    "queries_fourth.jsonl": PLANS,
    "queries_fifth.jsonl": PLANS,
}


@pytest.fixture(params=sorted(SETS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def queries(name: str) -> tuple[JudgedQuery, ...]:
    return read_judged(GOLD / name)


def test_every_quote_is_the_text_at_its_place(name: str, queries: tuple[JudgedQuery, ...]) -> None:
    sources = judged_sources(queries, SETS[name])
    for query in queries:
        for relevant in query.relevant:
            assert sources[relevant.plan_id].recall(relevant.start, relevant.end, relevant.quote)


def test_a_query_is_there_once_and_names_a_stretch_once(queries: tuple[JudgedQuery, ...]) -> None:
    ids, words = Counter(query.id for query in queries), Counter(query.query for query in queries)
    assert {max(ids.values()), max(words.values())} == {1}
    for query in queries:
        stretches = [(relevant.plan_id, relevant.start) for relevant in query.relevant]
        assert len(set(stretches)) == len(stretches), query.id


def test_grades_are_answers_and_helps_and_only_negative_queries_have_none(queries: tuple[JudgedQuery, ...]) -> None:
    assert {relevant.grade for query in queries for relevant in query.relevant} == {1, 2}
    assert [query.id for query in queries if (query.style == NEGATIVE) == bool(query.relevant)] == []


def test_every_second_query_of_a_style_is_held_out(queries: tuple[JudgedQuery, ...]) -> None:
    styles: defaultdict[str, list[bool]] = defaultdict(list)
    for query in queries:
        styles[query.style].append(query.held_out)
    for marks in styles.values():
        assert marks == [number % 2 == 1 for number in range(len(marks))]


def test_no_query_of_one_set_is_in_another() -> None:
    words = Counter(query.query for name in SETS for query in read_judged(GOLD / name))
    assert max(words.values()) == 1
