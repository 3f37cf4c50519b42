"""When an answer is right."""

from __future__ import annotations

from graph_api.ask.judging import right


def test_a_value_is_right_by_its_words_or_by_its_number() -> None:
    given = {"values": {"first": {"value": "60%以上", "number": 60.0}, "second": None}}
    assert right({"values": {"first": "≥60%", "second": None}, "accept": {"first": ["60%以上"]}}, given)
    assert right({"values": {"first": {"value": "60%", "number": 60}, "second": None}}, given)
    assert not right({"values": {"first": "≥60%", "second": None}}, given)
    assert not right({"values": {"first": {"value": "60%", "number": 60}, "second": "60%"}}, given)


def test_each_of_several_values_has_to_be_there() -> None:
    gold = {"values": {"first": [{"value": "201个", "number": 201}, {"value": "38个", "number": 38}]}}
    assert right(gold, {"values": {"first": [{"value": "38个", "number": 38.0}, {"value": "201个", "number": 201.0}]}})
    assert not right(gold, {"values": {"first": {"value": "201个", "number": 201.0}}})


def test_what_no_plan_says_is_right_with_nothing_but_empty_values() -> None:
    assert right({"not_stated": True}, {"values": {"first": None}})
    assert right({"not_stated": True}, {"not_stated": True, "reason": "…"})
    assert not right({"not_stated": True}, {"values": {"first": {"value": "1个", "number": 1.0}}})
    assert not right({"not_stated": True}, {"plans": ["first"]})


def test_plans_and_titles_are_compared_as_sets() -> None:
    assert right({"plans": ["first", "second"]}, {"plans": ["second", "first"]})
    assert not right({"plans": ["first"]}, {"plans": ["second", "first"]})
    assert right({"plan": "first"}, {"plans": ["first"]})
    assert right({"titles": ["《甲—乙规划》"]}, {"titles": ["甲乙规划"]})
    assert right({"titles": {"first": ["甲"]}}, {"titles": {"first": ["甲"], "second": ["乙"]}})
