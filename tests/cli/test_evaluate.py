"""`crossplan evaluate facts`: how right the program is on annotated plans, and refusals of what is no gold."""

from __future__ import annotations

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
