"""What was reached in the past period: the whole of nine plans, and what a date holds for."""

from __future__ import annotations

import pytest

from ingest.baselines import find_baselines
from ingest.clauses import split_clauses
from ingest.outline import build_outline
from ontology.spans import Source
from tests.gold.statement_gold import PLANS, compare_amounts, reading


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_states_the_baselines_that_its_gold_lists(plan: str) -> None:
    read = reading(plan)
    found = find_baselines(read.outline, read.clauses)
    difference = compare_amounts(found, read.gold["baseline_facts"], read.source)
    assert (difference.missed, difference.extra) == ([], [])


@pytest.mark.parametrize("plan", ["chuxiong", "tongliao", "shenzhen", "ningxia"])
def test_the_dates_and_units_of_the_gold_are_read(plan: str) -> None:
    read = reading(plan)
    found = find_baselines(read.outline, read.clauses)
    for entry in read.gold["baseline_facts"]:
        if entry.get("borderline"):
            continue
        words = "".join(entry["quote"].split())
        fact = next(
            fact for fact in found if words in "".join(fact.span.quote.split()) and fact.value == entry["number"]
        )
        assert (fact.as_of, fact.unit_of_measure) == (entry["as_of"], entry["unit_of_measure"]), words


def test_an_amount_that_goes_on_is_about_what_was_spoken_of_before() -> None:
    read = reading("tongliao")
    shares = [fact.subject for fact in find_baselines(read.outline, read.clauses) if fact.unit_of_measure == "%"]
    assert "女性委员占总数" in shares
    assert "社区干部工资比2010年提高" in shares


def test_the_situation_and_the_problems_tell_of_no_achievement() -> None:
    text = (
        "某市“十四五”应急管理规划\n一、规划背景\n（一）主要成效\n“十三五”期间，全市建成避难场所120处。\n"
        "当前，全市仍有老旧小区300个。\n（二）面临形势\n全市60岁以上老年人口达到50万人。\n二、主要任务\n新建消防站10座。\n"
    )
    outline = build_outline(Source("plan", text))
    found = find_baselines(outline, split_clauses(outline))
    assert [(fact.value, fact.unit_of_measure) for fact in found] == [(120.0, "处")]
