"""Which plans say in other words what others say in those of the question."""

from __future__ import annotations

from graph_api.ask.closeness import also_near

SHARES = {"first": 1.0, "second": 0.6, "third": 0.6, "fourth": 0.1}
KEPT = {"first": None}


def test_a_plan_is_added_that_shares_words_and_comes_as_near_in_meaning() -> None:
    near = {"first": 0.8, "second": 0.75, "third": 0.6, "fourth": 0.9}
    assert also_near(SHARES, KEPT, near) == ["second"]


def test_without_an_encoder_none_is_added() -> None:
    assert also_near(SHARES, KEPT, {}) == []


def test_none_is_added_where_even_the_plans_kept_are_far_in_meaning() -> None:
    assert also_near(SHARES, KEPT, {"first": 0.4, "second": 0.4}) == []
