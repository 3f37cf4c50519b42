"""Which plans say in other words what others say in those of the question."""

from __future__ import annotations

from graph_api.ask.closeness import by_both, nearest_alone

SHARES = {"first": 1.0, "second": 0.6, "third": 0.75, "fourth": 0.1}
FAR = {"first": 0.4, "fourth": 0.3}
KEPT = {"first": None, "third": None}


def test_a_plan_is_added_that_shares_words_and_comes_as_near_in_meaning() -> None:
    near = {"first": 0.8, "second": 0.75, "third": 0.7, "fourth": 0.8}
    assert by_both(SHARES, KEPT, near) == ["first", "second", "third"]


def test_a_plan_is_left_out_that_shares_words_and_lies_far_behind_in_meaning() -> None:
    near = {"first": 0.8, "second": 0.4, "third": 0.4, "fourth": 0.2}
    assert by_both(SHARES, KEPT, near) == ["first"]


def test_a_plan_that_shares_nearly_all_words_has_it_however_far_it_lies() -> None:
    assert by_both({"first": 0.95, "second": 0.3}, {"first": None}, {"first": 0.2, "second": 0.9}) == ["first"]


def test_without_an_encoder_words_alone_tell() -> None:
    assert by_both(SHARES, KEPT, {}) == ["first", "third"]


def test_where_no_plan_shares_the_words_those_that_come_near_in_meaning_say_it() -> None:
    assert nearest_alone({**FAR, "second": 0.7, "third": 0.63}, single=False) == ["second", "third"]
    assert nearest_alone({**FAR, "second": 0.61}, single=False) == []


def test_what_lies_near_to_most_plans_is_the_topic_and_not_what_is_asked() -> None:
    assert nearest_alone({"first": 0.7, "second": 0.66, "third": 0.2}, single=False) == []


def test_where_one_alone_is_asked_for_the_nearest_is_it_even_from_further_off() -> None:
    assert nearest_alone({"first": 0.52, "second": 0.51}, single=True) == ["first"]
    assert nearest_alone({"first": 0.45}, single=True) == []
    assert nearest_alone({}, single=True) == []
