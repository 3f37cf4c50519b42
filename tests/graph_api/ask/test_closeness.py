"""Which plans say in other words what others say in those of the question."""

from __future__ import annotations

from graph_api.ask.closeness import also_near, nearest_alone

SHARES = {"first": 1.0, "second": 0.6, "third": 0.6, "fourth": 0.1}
KEPT = {"first": None}


def test_a_plan_is_added_that_shares_words_and_comes_as_near_in_meaning() -> None:
    near = {"first": 0.8, "second": 0.75, "third": 0.6, "fourth": 0.9}
    assert also_near(SHARES, KEPT, near) == ["second"]


def test_without_an_encoder_none_is_added() -> None:
    assert also_near(SHARES, KEPT, {}) == []


def test_none_is_added_where_even_the_plans_kept_are_far_in_meaning() -> None:
    assert also_near(SHARES, KEPT, {"first": 0.4, "second": 0.4}) == []


def test_where_no_plan_shares_the_words_those_that_come_near_in_meaning_say_it() -> None:
    assert nearest_alone({"first": 0.61, "second": 0.7, "third": 0.63}, single=False) == ["second", "third"]
    assert nearest_alone({"first": 0.61, "second": 0.55}, single=False) == []


def test_where_one_alone_is_asked_for_the_nearest_is_it_even_from_further_off() -> None:
    assert nearest_alone({"first": 0.52, "second": 0.51}, single=True) == ["first"]
    assert nearest_alone({"first": 0.45}, single=True) == []
    assert nearest_alone({}, single=True) == []
