"""The training data that ships: enough of it, well formed, split by clause, and free of the built-in plans."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from search.training.errors import TrainingError
from search.training.pairs import Pair, read_pairs, split
from search.training.sentences import read_sentences

PLANS = Path(__file__).parents[3] / "ingest" / "plans"
GOLD = Path(__file__).parents[2] / "gold"
GOOD = {"query": "问", "clause": "答案在此", "style": "colloquial", "topic": "t"}


@pytest.fixture(scope="module")
def pairs() -> tuple[Pair, ...]:
    return read_pairs()


@pytest.fixture(scope="module")
def plans() -> str:
    return bare("".join(path.read_text(encoding="utf-8") for path in sorted(PLANS.glob("*.txt"))))


def bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def test_there_are_thousands_of_pairs_in_everyday_words(pairs: tuple[Pair, ...]) -> None:
    assert len(pairs) >= 5000
    assert sum(pair.style == "colloquial" for pair in pairs) >= 2500


def test_no_clause_to_learn_from_stands_in_a_built_in_plan(pairs: tuple[Pair, ...], plans: str) -> None:
    assert [pair.clause for pair in pairs if len(pair.clause) > 12 and bare(pair.clause) in plans] == []


def test_no_sample_sentence_stands_in_a_built_in_plan(plans: str) -> None:
    sentences = read_sentences()
    assert len(sentences) > 40_000
    assert [sentence.text for sentence in sentences if bare(sentence.text) in plans] == []


@pytest.mark.parametrize(
    ("name", "at_least"),
    [
        ("queries.jsonl", 120),
        ("queries_builtin.jsonl", 100),
        ("queries_second.jsonl", 60),
        ("queries_third.jsonl", 70),
        ("queries_fourth.jsonl", 84),
        ("queries_fifth.jsonl", 86),
    ],
)
def test_no_question_to_learn_from_is_a_judged_query(pairs: tuple[Pair, ...], name: str, at_least: int) -> None:
    judged = {bare(json.loads(line)["query"]) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()}
    assert len(judged) >= at_least
    assert [pair.query for pair in pairs if bare(pair.query) in judged] == []


def test_a_question_does_not_repeat_its_clause(pairs: tuple[Pair, ...]) -> None:
    assert [pair.query for pair in pairs if pair.style == "colloquial" and bare(pair.query) in bare(pair.clause)] == []


def test_all_questions_about_one_clause_fall_on_the_same_side(pairs: tuple[Pair, ...]) -> None:
    parts = split(pairs)
    assert {pair.clause for pair in parts.learn} & {pair.clause for pair in parts.held_out} == set()
    assert len(parts.held_out) / len(pairs) == pytest.approx(0.1, abs=0.02)
    assert len(parts.learn) + len(parts.held_out) == len(pairs)


@pytest.mark.parametrize("line", ["{", "[]", '{"query": 1}', json.dumps({**GOOD, "clause": None})])
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(GOOD)}\n{line}\n", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"^a\.jsonl:2: no pair found, expected an object with query, clause"):
        read_pairs(tmp_path)


def test_a_pair_that_is_there_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(GOOD)}\n" * 2, encoding="utf-8")
    assert read_pairs(tmp_path) == (Pair("问", "答案在此", "colloquial", "t"),)
