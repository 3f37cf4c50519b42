"""`ask` and the suggested questions over GraphQL."""

from __future__ import annotations

from tests.graph_api.conftest import Ask

QUESTION = """query ($question: String!) { ask(question: $question) {
    text notStated reason understood { intent words planIds subject terms otherwise }
    values { planId value number unit comparator } planIds count
    citations { planId quote start end url } nearest { planId } } }"""


async def test_values_come_plan_by_plan_with_null_for_a_silent_plan_and_a_citation_that_opens_the_source(
    ask: Ask,
) -> None:
    found = (await ask(QUESTION, question="每百户设施面积，各地的目标值分别是多少？"))["data"]["ask"]
    by_plan = {value["planId"]: value["number"] for value in found["values"]}
    assert by_plan["bing"] is None
    assert set(by_plan) == {"jia", "yi", "bing"}
    assert found["understood"]["intent"] == "value"
    assert found["notStated"] is False
    assert all(place["url"].startswith("/plans/") for place in found["citations"])


async def test_what_no_plan_says_is_told_with_its_reason(ask: Ask) -> None:
    found = (await ask(QUESTION, question="哪些规划写了“月球基地”？"))["data"]["ask"]
    assert found["notStated"] is True
    assert found["reason"]
    assert found["planIds"] == []


async def test_the_suggested_questions_are_of_what_is_loaded_and_have_answers(ask: Ask) -> None:
    suggested = (await ask("{ suggestedQuestions }"))["data"]["suggestedQuestions"]
    assert suggested
    for question in suggested:
        found = (await ask(QUESTION, question=question))["data"]["ask"]
        assert found["notStated"] is False, question


async def test_a_question_longer_than_the_service_takes_is_refused_by_its_code(ask: Ask) -> None:
    answer = await ask(QUESTION, question="好" * 100_001)
    assert answer["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
