"""Which kind goes first of those that the rules and the judge find."""

from __future__ import annotations

from graph_api.ask.intents import Intent, settled


def test_a_rule_is_overruled_by_a_sure_judge_only_and_the_other_reading_is_told() -> None:
    has, lacks = Intent.WHO_HAS, Intent.WHO_LACKS
    assert settled([has, Intent.VALUE], {"WHO_HAS": -2.9, "WHO_LACKS": -0.1}) == (has, lacks)
    assert settled([has, Intent.VALUE], {"WHO_HAS": -3.2, "WHO_LACKS": -0.1}) == (lacks, has)


def test_without_a_judge_the_first_rule_decides_and_the_second_is_the_other_reading() -> None:
    assert settled([Intent.WHO_HAS, Intent.VALUE], {}) == (Intent.WHO_HAS, Intent.VALUE)
    assert settled([], {}) == (Intent.VALUE, None)


def test_the_kind_of_a_rule_that_words_rule_out_is_not_taken() -> None:
    assert settled([Intent.WHO_HAS], {"VALUE": -5.0}) == (Intent.VALUE, Intent.WHO_HAS)
