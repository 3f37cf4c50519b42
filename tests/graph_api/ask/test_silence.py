"""What the plans do not say: a thing counted that none speaks of, beside things that they do."""

from __future__ import annotations

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


@pytest.mark.xdist_group("ask")  # the plans are ingested once
@pytest.mark.parametrize(
    "question",
    [
        "深圳规划布局的28家社区医院合计要设多少张床位？",
        "天津每个社区要配多少台电脑？",
        "天津的网格员一年培训几回？",
        "楚雄要招的专职网格员，全州合计多少名？",
    ],
)
def test_what_no_plan_speaks_of_has_no_value_of_what_stands_beside_it(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["answer"]["not_stated"] is True


@pytest.mark.xdist_group("ask")  # the plans are ingested once
@pytest.mark.parametrize("question", ["天津选了哪几个区做现代社区服务体系试点？", "深圳哪条街道先试“支部建在小区上”？"])
def test_places_inside_are_not_stated_where_no_clause_names_any(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["answer"]["not_stated"] is True


@LOADED
def test_a_number_for_so_many_people_is_no_share_in_percent(five: Collection) -> None:
    answer = five.asker.ask("深圳2025年家庭医生签约率要达到百分之多少？").record()["answer"]
    assert answer["values"] == {"shenzhen": None}


@LOADED
def test_the_country_is_called_so_in_everyday_words(five: Collection) -> None:
    answer = five.asker.ask("乡下的社区综合服务设施，楚雄到2025年覆盖率要到多少？").record()["answer"]
    assert {one["value"] for one in answer["values"]["chuxiong"]} == {"80%"}
