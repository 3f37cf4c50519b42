"""How questions are read: places, periods, letters, and what is no question of this field."""

from __future__ import annotations

import statistics
import time
from typing import Any

import pytest

from graph_api.ask.asking import MAX_CHARACTERS
from tests.graph_api.ask.conftest import Collection

pytestmark = pytest.mark.xdist_group("ask")


def told(five: Collection, question: str) -> dict[str, Any]:
    return five.asker.ask(question).record()


def test_traditional_letters_and_full_width_digits_are_read_as_simplified_ones(five: Collection) -> None:
    traditional = told(five, "寧夏的行政村５Ｇ比例，２０２５年要達到多少？")
    simplified = told(five, "宁夏的行政村5G比例，2025年要达到多少？")
    assert traditional["answer"] == simplified["answer"]
    assert simplified["answer"]["values"]["ningxia"]["value"] == "80%"


def test_a_misspelt_place_is_told_with_the_names_near_to_it(five: Collection) -> None:
    reply = told(five, "深川市要配多少名社区工作者？")
    assert reply["answer"] == {
        "not_stated": True,
        "reason": "没有收录深川市的规划，相近的有深圳市。",
        "near": ["深圳市"],
    }


def test_a_place_without_a_plan_and_a_period_without_one_are_told(five: Collection) -> None:
    assert told(five, "北京市要配多少名社区工作者？")["answer"]["reason"] == "没有收录北京市的规划。"
    assert (
        told(five, "通辽“十四五”规划的社区志愿者目标是多少？")["answer"]["reason"] == "没有收录通辽市“十四五”的规划。"
    )


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("", "问题是空的"),
        ("  \n", "问题是空的"),
        ("How many?", "请用中文提问"),
        ("今天股票涨了没有？", "与已收录的规划无关"),
    ],
)
def test_what_is_no_question_of_this_field_is_told_so(five: Collection, question: str, reason: str) -> None:
    reply = told(five, question)
    assert reply["answer"]["not_stated"] is True
    assert reason in reply["text"]


def test_a_question_of_a_hundred_thousand_letters_is_read_to_its_thousandth(five: Collection) -> None:
    reply = told(five, "宁夏的行政村5G比例是多少？" + "好" * 100_000)
    assert len(reply["question"]) == MAX_CHARACTERS
    assert f"只读了前{MAX_CHARACTERS}个字" in reply["understood"]["words"]


def test_the_reading_names_intent_plans_subject_and_the_other_thing_it_could_mean(five: Collection) -> None:
    read = told(five, "天津市妇联按职责分工负责的有哪几项？")["understood"]
    assert (read["intent"], read["plans"], read["parameters"]["department"]) == (
        "department_scope",
        ["tianjin"],
        "市妇联",
    )
    assert read["otherwise"]


def test_a_silent_plan_is_null_beside_those_that_state_a_value_with_the_nearest_clause(five: Collection) -> None:
    reply = told(five, "宁夏和通辽的行政村5G比例目标是多少？")
    assert reply["answer"]["values"]["tongliao"] is None
    assert {place["plan_id"] for place in reply["nearest"]} <= {"tongliao"}


def test_what_is_set_aside_in_a_question_is_not_asked(five: Collection) -> None:
    assert told(five, "“时间银行”先不说，哪些规划提到“雪亮工程”？")["answer"]["plans"] == ["ningxia", "shenzhen"]


def test_the_same_question_has_the_same_reply(five: Collection) -> None:
    assert told(five, "谁没有写“好差评”？") == told(five, "谁没有写“好差评”？")


def test_every_suggested_question_is_answered(five: Collection) -> None:
    suggested = five.asker.suggestions()
    assert len(suggested) >= 10
    for question in suggested:
        assert "not_stated" not in told(five, question)["answer"], question


def test_a_question_is_answered_within_the_time_a_page_can_wait(five: Collection) -> None:
    taken = []
    for question in five.asker.suggestions() * 2:
        begun = time.process_time()
        five.asker.ask(question)
        taken.append(time.process_time() - begun)
    assert statistics.median(taken) < 0.05


def test_plans_set_aside_are_not_asked(five: Collection) -> None:
    assert told(five, "除了天津，哪些规划有灾害信息员？")["answer"]["plans"] == ["chuxiong", "ningxia"]


def test_plans_are_compared_with_a_number_or_with_one_of_them(five: Collection) -> None:
    above = told(five, "哪些规划的社区商业面积占比高于10%？")["answer"]
    assert (above["plans"], above["values"]) == (["chuxiong"], {"chuxiong": "≥12%"})
    more = told(five, "行政村通5G比例，比宁夏高的是哪家？")["answer"]
    assert (more["plans"], more["values"]) == (["tianjin"], {"tianjin": "95%以上"})


def test_a_year_beyond_the_plans_is_told_with_their_last(five: Collection) -> None:
    assert told(five, "天津2030年社区志愿者要达到多少？")["answer"]["reason"] == (
        "天津市的规划期到2025年为止，没有2030年的内容。"
    )


def test_a_question_of_nothing_but_a_plan_is_asked_back(five: Collection) -> None:
    assert told(five, "天津")["answer"]["reason"] == "问题只说了天津市，请写明想了解它的什么内容。"


def test_the_plans_that_cite_a_document_are_found_by_its_title(five: Collection) -> None:
    cited = told(five, "哪些规划点名引用了中央那份加强基层治理体系和治理能力现代化建设的意见？")["answer"]
    assert cited["plans"] == ["chuxiong", "ningxia"]


def test_the_plan_issued_last_is_told_with_its_date(five: Collection) -> None:
    answer = told(five, "五份规划里出台时间最晚的是哪一份？")["answer"]
    assert (answer["plan"], answer["value"]) == ("shenzhen", "2022-12")


def test_a_value_is_told_by_the_figure_in_the_unit_asked_for(five: Collection) -> None:
    value = told(five, "常住人口两万以上的社区，深圳要求那里的社康中心至少多大？")["answer"]["values"]["shenzhen"]
    assert (value["value"], value["number"], value["unit"]) == ("1400平方米以上", 1400.0, "平方米")


def test_what_has_been_is_no_answer_to_what_is_to_be(five: Collection) -> None:
    assert told(five, "天津的老人家食堂，2025年要增加到多少家？")["answer"]["not_stated"] is True


def test_a_question_of_a_person_is_told_that_plans_name_none(five: Collection) -> None:
    assert "没有写到个人的姓名" in told(five, "天津市民政局局长是谁？")["text"]


@pytest.mark.parametrize(
    ("question", "plans"),
    [
        ("居民活动区域占比，宁楚津三地各定了多少？", ["chuxiong", "ningxia", "tianjin"]),
        ("请把津、通两地的社区志愿者占比列出来。", ["tianjin", "tongliao"]),
        ("宁、津、楚的行政村5G比例各是多少？", ["chuxiong", "ningxia", "tianjin"]),
        ("互通、深化改革的内容哪些规划写了？", ["chuxiong", "ningxia", "shenzhen", "tianjin", "tongliao"]),
    ],
)
def test_a_list_may_call_every_place_by_one_letter(five: Collection, question: str, plans: list[str]) -> None:
    assert told(five, question)["understood"]["plans"] == plans


def test_how_each_plan_reckons_is_no_condition_of_all(five: Collection) -> None:
    values = told(five, "深圳和通辽的注册志愿者规模，一家按每万人算，另一家以人口占比来算，目标是多少？")["answer"][
        "values"
    ]
    assert values["shenzhen"]["value"] == "2500人"
    stated = values["tongliao"] if isinstance(values["tongliao"], list) else [values["tongliao"]]
    assert {one["value"] for one in stated} == {"15%以上"}


def test_the_least_that_is_to_be_is_a_value_and_no_extreme(five: Collection) -> None:
    reply = told(five, "社区服务设施每天最低得开放几个小时？没写的也请指出来。")
    assert reply["understood"]["intent"] == "value"
    values = {plan: one and one["value"] for plan, one in reply["answer"]["values"].items()}
    hours = {"ningxia": "8小时", "chuxiong": "8小时", "tianjin": "8小时", "shenzhen": None, "tongliao": None}
    assert values == hours


def test_what_is_yet_to_be_spent_is_not_told_by_what_has_been(five: Collection) -> None:
    assert told(five, "民生微实事，深圳接下来准备再拿出多少亿元？")["answer"]["not_stated"] is True
    spent = told(five, "民生微实事，深圳“十三五”累计投入了多少亿元？")["answer"]["values"]["shenzhen"]
    assert spent["value"] == "60多亿元"


def test_a_thing_named_again_is_what_is_asked_for(five: Collection) -> None:
    reply = told(five, "快递、再生资源回收、物流配送都算便民网点，其中再生资源回收谁写了？")
    assert reply["answer"]["plans"] == ["ningxia", "tongliao"]


def test_letters_shared_across_words_do_not_name_people(five: Collection) -> None:
    assert told(five, "专门讲到农民工的规划有哪几份？")["answer"]["plans"] == ["chuxiong", "ningxia", "tongliao"]
