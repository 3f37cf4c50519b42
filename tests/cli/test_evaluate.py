"""`crossplan evaluate`: how right the program is on what readers wrote down, and refusals of what is no gold."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import crossplan, records, refusal

GOLD = Path(__file__).parents[1] / "gold"
KINDS = 11


def test_each_plan_and_kind_has_its_score_and_each_kind_one_over_all_plans(tmp_path: Path) -> None:
    plans = ("--plan", "chuxiong", "--plan", "env_125_national")
    found = records(crossplan(tmp_path, "evaluate", "facts", *plans))
    assert [record["plan_id"] for record in found] == [
        plan for plan in ("chuxiong", "env_125_national", None) for _ in range(KINDS)
    ]
    together = {record["kind"]: record for record in found if record["plan_id"] is None}
    assert len(together) == KINDS
    assert together["indicator"]["right"] == 14
    assert together["task"] == {
        "plan_id": None,
        "kind": "task",
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "right": 66,
        "missed": 0,
        "extra": 0,
        "fields": {"parent": "66/66"},
    }


def test_a_miss_is_named(tmp_path: Path) -> None:
    written = (GOLD / "chuxiong.json").read_text("utf-8").replace('"title": "服务平安建设"', '"title": "服务乡村振兴"')
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "chuxiong.json").write_text(written, encoding="utf-8")
    found = records(crossplan(tmp_path, "evaluate", "facts", "--gold", str(tmp_path / "gold")))
    tasks = next(record for record in found if record["kind"] == "task")
    assert (tasks["missed"], tasks["extra"]) == (["服务乡村振兴"], ["服务平安建设"])


def test_a_folder_without_gold_and_a_plan_without_one_are_refused(tmp_path: Path) -> None:
    assert "found no annotated plan" in refusal(crossplan(tmp_path, "evaluate", "facts", "--gold", str(tmp_path)))
    assert "nowhere.json" in refusal(crossplan(tmp_path, "evaluate", "facts", "--plan", "nowhere"))


def test_each_system_is_scored_by_style_on_judged_queries(tmp_path: Path) -> None:
    found = records(crossplan(tmp_path, "evaluate", "search", "--tuned-on"))
    assert list(dict.fromkeys(record["system"] for record in found)) == ["bm25", "lexical", "concept", "hybrid"]
    scores = {(record["system"], record["style"]): record for record in found}
    assert scores["bm25", "keyword"]["queries"] == 8
    assert scores["bm25", "keyword"]["ndcg10"] > 0.9 > 0.25 > scores["bm25", "colloquial"]["ndcg10"]
    assert scores["bm25", "negative"]["ndcg10"] is None
    assert scores["bm25", "all"]["queries"] == 76


def test_queries_of_a_plan_that_is_not_there_are_refused(tmp_path: Path) -> None:
    arguments = ("evaluate", "search", "--sources", str(tmp_path))
    assert "expected the text of a plan that the queries name" in refusal(crossplan(tmp_path, *arguments))


def test_questions_are_tallied_by_kind_by_round_and_together_with_those_missed(tmp_path: Path) -> None:
    asked = [
        ("one", "unique", "first", "搞“时间银行”的，五地里只有哪一家?", {"plan": "shenzhen"}),
        ("two", "unique", "second", "搞“时间银行”的，五地里只有哪一家?", {"plan": "tianjin"}),
        ("three", "who_lacks", "second", "哪一份没有写社区服务“好差评”制度?", {"plans": ["tongliao"]}),
    ]
    names = ("id", "kind", "part", "question", "answer")
    lines = [json.dumps({**dict(zip(names, one, strict=True)), "collection": "five"}) for one in asked]
    (tmp_path / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "collections.toml").write_text("five = []\n", encoding="utf-8")
    found = records(crossplan(tmp_path, "evaluate", "ask", "--questions", str(tmp_path / "questions.jsonl")))
    assert [tuple(record.values()) for record in found] == [
        ("kind", "unique", 2, 1, ["two"]),
        ("kind", "who_lacks", 1, 1, []),
        ("part", "first", 1, 1, []),
        ("part", "second", 2, 1, ["two"]),
        ("all", "all", 3, 2, ["two"]),
    ]


def test_a_file_without_questions_and_an_unknown_collection_are_refused(tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "one"}\n', encoding="utf-8")
    asking = ("evaluate", "ask", "--questions", str(questions))
    assert "questions.jsonl line 1: " in refusal(crossplan(tmp_path, *asking))
    one = {"id": "one", "kind": "count", "part": "first", "question": "?", "answer": {"count": 1}, "collection": "six"}
    questions.write_text(json.dumps(one), encoding="utf-8")
    assert "collections.toml: found no collections" in refusal(crossplan(tmp_path, *asking))
    (tmp_path / "collections.toml").write_text("five = []\n", encoding="utf-8")
    assert "collection 'six' found, expected one of: five" in refusal(crossplan(tmp_path, *asking))
