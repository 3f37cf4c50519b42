"""Facts are scored as the annotation guide counts, and the project's own gold holds the level it has reached."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.evaluation import evaluate, evaluate_plan
from ingest.gold import Gold, GoldError, annotated_plans, read_gold
from ingest.score import Score, plain
from ontology.spans import Source
from ontology.vocabulary import load_regions

GOLD = Path(__file__).parents[1] / "gold"
BLIND = (
    "community_governance_opinion_2017",
    "community_orgs_action_2021_2023",
    "digital_economy_145_national",
    "beidou_2022_2024_province",
    "beidou_2023_2025_city",
    "disability_145_national",
    "domestic_demand_2022_2035",
    "domestic_demand_closing",
    "domestic_demand_investment",
    "ecology_145_county",
    "ecology_145_province",
    "elderly_2023_district",
    "emergency_145_city",
    "emergency_145_national",
    "emergency_145_parts",
    "emergency_145_untitled",
    "fire_145_district",
    "health_145_city",
    "livelihood_145_city",
    "livelihood_2022_matters",
    "livelihood_2023_city_matters",
    "outline_145_environment",
    "outline_145_goals",
    "outline_145_livelihood",
    "outline_145_safety",
    "sanitation_2022_2024_city",
    "satnav_2013_2020",
    "water_145_city",
    "water_145_province_parts",
)
KINDS = (
    "plan",
    "section",
    "task",
    "safeguard",
    "indicator",
    "special_column",
    "special_action",
    "responsibility",
    "target",
    "baseline",
    "reference",
)
TEXT = "到2025年，覆盖率达到 80%，建设站点50个。"
PLAN: Mapping[str, Any] = {"title": "规划", "period": None, "issuers": []}


def gold(**rows: Sequence[Mapping[str, Any]]) -> Gold:
    kinds: dict[str, tuple[Mapping[str, Any], ...]] = dict.fromkeys(KINDS, ()) | {"plan": (PLAN,)}
    return Gold(Source("plan", TEXT), kinds | {kind: tuple(found) for kind, found in rows.items()}, {})


def target(words: str, value: float) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"kind": "target", "quote": words, "start": start, "end": start + len(words), "value": value}


@cache
def scores() -> dict[str, dict[str, Score]]:
    regions = load_regions()
    return {plan: evaluate_plan(read_gold(GOLD, plan), regions) for plan in annotated_plans(GOLD)}


def together(kind: str, plans: tuple[str, ...]) -> Score:
    return sum((scores()[plan][kind] for plan in plans), Score())


@pytest.mark.parametrize("kind", KINDS)
def test_the_annotated_plans_together_are_read_almost_without_error(kind: str) -> None:
    score = together(kind, annotated_plans(GOLD))
    assert score.f1 >= 0.98, (score.missed, score.extra)


@pytest.mark.parametrize("plan", annotated_plans(GOLD))
def test_each_annotated_plan_is_read_well(plan: str) -> None:
    assert sum((scores()[plan][kind] for kind in KINDS), Score()).f1 >= 0.97


@pytest.mark.parametrize("kind", KINDS)
def test_the_plans_that_were_annotated_blind_are_read_well(kind: str) -> None:
    score = together(kind, BLIND)
    assert score.f1 >= 0.92, (score.missed, score.extra)


def test_headings_are_told_apart_by_level_and_title_and_counted_as_often_as_they_stand() -> None:
    stated = [{"level": 2, "title": "加强领导"}, {"level": 2, "title": "加强领导"}, {"level": 1, "title": "任务"}]
    found = [{"kind": "section", "level": 2, "title": "加强 领导。"}, {"kind": "section", "level": 2, "title": "任务"}]
    score = evaluate(found, gold(section=stated))["section"]
    assert (score.right, score.missed, score.extra) == (1, ("2 / 加强领导", "1 / 任务"), ("2 / 任务",))
    assert (score.precision, round(score.recall, 4), round(score.f1, 4)) == (0.5, 0.3333, 0.4)


def test_a_neutral_row_neither_pays_nor_costs() -> None:
    stated = [{"title": "推进国际合作", "borderline": True}]
    for found in ([], [{"kind": "task", "title": "推进国际合作"}]):
        assert evaluate(found, gold(task=stated))["task"] == Score()


def test_an_amount_is_right_where_number_and_half_of_the_words_agree() -> None:
    stated = [{"quote": "覆盖率达到80%", "value": 80.0, "comparator": "="}, {"quote": "建设站点50个", "value": 50.0}]
    found = [target("到2025年，覆盖率达到 80%", 80.0), target("50个", 5.0)]
    score = evaluate([{**one, "comparator": ">="} for one in found], gold(target=stated))["target"]
    assert (score.right, score.missed, score.extra) == (1, ("建设站点50个",), ("50个",))
    assert score.fields == {"comparator": (0, 1)}


def test_one_amount_answers_one_row() -> None:
    stated = [{"quote": "覆盖率达到80%", "value": 80.0}]
    found = [target("覆盖率达到 80%", 80.0), target("达到 80%", 80.0)]
    assert evaluate(found, gold(target=stated))["target"].extra == ("达到 80%",)


def test_a_body_counts_once_in_a_unit_and_is_right_in_either_of_its_roles() -> None:
    stated = [{"unit": "任务", "department": "民政局", "role": role} for role in ("lead", "named")]
    found = [{"kind": "responsibility", **stated[1]}, {"kind": "responsibility", **stated[1], "department": "各区"}]
    score = evaluate(found, gold(responsibility=stated))["responsibility"]
    assert (score.right, score.missed, score.extra) == (1, (), ("任务 / 各区",))
    assert score.fields == {"role": (1, 1)}


def test_a_plan_is_scored_slot_by_slot_and_the_years_behind_its_title_do_not_count() -> None:
    said = {"kind": "plan", "title": "规划（2021-2025年）", "period": "十四五", "issuers": []}
    score = evaluate([said], gold())["plan"]
    assert (score.right, score.missed, score.extra) == (7, ("period: None",), ("period: 十四五",))


def test_a_reference_counts_once_and_a_plan_that_names_itself_cites_nothing() -> None:
    stated = [{"title": "“十三五”规划（2016—2020年）", "issuer": "国务院"}]
    found = [{"kind": "reference", "title": title} for title in ("规划", "十三五规划(2016-2020年)", "办法", "办法")]
    score = evaluate(found, gold(reference=stated))["reference"]
    assert (score.right, score.missed, score.extra) == (1, (), ("办法",))


def test_scores_add_up() -> None:
    one, two = Score(1, ("甲",), (), {"role": (1, 1)}), Score(2, (), ("乙",), {"role": (0, 2), "unit": (1, 1)})
    assert one + two == Score(3, ("甲",), ("乙",), {"role": (1, 3), "unit": (1, 1)})


@pytest.mark.parametrize(
    ("printed", "bare"), [("加强 组织\n领导。", "加强组织领导"), ("“双百”行动", "双百”行动"), (None, "")]
)
def test_whitespace_width_and_closing_punctuation_count_for_nothing(printed: str | None, bare: str) -> None:
    assert plain(printed) == bare


def test_every_quote_of_the_gold_stands_in_its_text() -> None:
    for plan in annotated_plans(GOLD):
        annotated = read_gold(GOLD, plan)
        text = plain(annotated.source.text)
        for kind in ("responsibility", "target", "baseline"):
            assert all(plain(row["quote"]) in text for row in annotated.rows[kind]), plan


def test_a_gold_in_one_file_and_the_same_gold_in_parts_are_one(tmp_path: Path) -> None:
    for part in ("outlines", "tables", "statements", "citations"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "chuxiong.json").write_bytes((GOLD / part / "chuxiong.json").read_bytes())
    whole, parts = read_gold(GOLD, "chuxiong"), read_gold(tmp_path, "chuxiong")
    for kind in ("section", "task", "safeguard", "special_column", "special_action", "reference"):
        assert [row["title"] for row in whole.rows[kind]] == [row["title"] for row in parts.rows[kind]]


@pytest.mark.parametrize("written", ["", "[]", "{}", json.dumps({"plan": {}, "sections": [[1, "一、"]]})])
def test_a_gold_that_is_not_in_its_form_is_named(tmp_path: Path, written: str) -> None:
    (tmp_path / "city.json").write_text(written, encoding="utf-8")
    with pytest.raises(GoldError, match=r"city\.json: found "):
        read_gold(tmp_path, "city")


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="found no annotated plan"):
        annotated_plans(tmp_path)
