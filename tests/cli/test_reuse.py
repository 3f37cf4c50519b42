"""`crossplan reuse`: sentences with their places in both plans, what was changed, and the shares."""

from __future__ import annotations

from pathlib import Path

from ingest.register import read_registered
from tests.cli.conftest import crossplan, records, refusal


def test_a_sentence_taken_over_cites_both_places_and_each_edit(data: Path) -> None:
    *found, last = records(crossplan(data, "reuse", "ningxia", "--with", "chuxiong"))
    here, other = (read_registered(plan).text for plan in ("ningxia", "chuxiong"))
    assert found
    for record in found:
        assert (record["plan_id"], record["other_plan_id"]) == ("ningxia", "chuxiong")
        assert here[record["start"] : record["end"]] == record["quote"]
        assert other[record["other_start"] : record["other_end"]] == record["other_quote"]
        for edit in record["edits"]:
            assert here[edit["start"] :].startswith(edit["text"])
            assert other[edit["other_start"] :].startswith(edit["other_text"])
    survey = next(record for record in found if record["quote"].startswith("建立健全群众满意度调查评估制度"))
    assert survey["quote"] == "建立健全群众满意度调查评估制度,力争实现组织开展社区服务群众满意度调查覆盖所有村(社区)。"
    assert survey["other_quote"] == (
        "探索完善服务评价机制，健全群众满意度调查评估制度，实现社区服务群众满意度调查覆盖所有村（社区）。"
    )
    assert [(edit["kind"], edit["other_text"], edit["text"]) for edit in survey["edits"]] == [
        ("replaced", "探索完善服务评价机制，", "建立"),
        ("replaced", "实现", "力争实现组织开展"),
    ]
    assert last["kind"] == "shares"
    assert last["plan_id"] == "ningxia"
    assert round(last["own"] + last["shared"] + last["adapted"], 2) == 1


def test_a_plan_that_is_not_loaded_is_refused(data: Path) -> None:
    said = refusal(crossplan(data, "reuse", "atlantis"))
    assert said.startswith("reuse: found no plan 'atlantis', expected one of: ")
