"""Fitting with few parameters: the odds that made the data are found again, and nothing is tried on what it saw."""

from __future__ import annotations

import numpy as np
import pytest

from search.fusion import Scores
from search.training.mixing import Ranked, mixed, sureness
from search.training.odds import fitted, left_out, quantile, separation


def test_the_odds_that_made_the_data_are_found_again() -> None:
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(4000, 2))
    odds = rows @ np.array([2.0, -1.0]) + 0.5
    kinds = (chance.random(4000) < 1 / (1 + np.exp(-odds))).astype(np.float64)
    found = fitted(rows, kinds, np.ones(4000))
    assert found.adds == pytest.approx([2.0, -1.0], abs=0.15)
    assert found.start == pytest.approx(0.5, abs=0.15)
    assert separation(found.of(rows), kinds) > 0.85


def test_a_row_is_judged_by_the_rows_of_the_other_folds_alone() -> None:
    chance = np.random.default_rng(1)
    rows, folds = chance.normal(size=(100, 1)), np.arange(100) % 5
    kinds = (rows[:, 0] > 0).astype(np.float64)
    odds = left_out(rows, kinds, np.ones(100), folds)
    others = fitted(rows[folds != 3], kinds[folds != 3], np.ones(80))
    assert odds[folds == 3] == pytest.approx(others.of(rows[folds == 3]))


def test_what_counts_twice_is_two_in_a_quantile() -> None:
    values, once = np.array([3.0, 1.0, 2.0, 4.0]), np.ones(4)
    assert quantile(values, once, 0.3) == 2.0
    assert quantile(values, np.array([1.0, 3.0, 1.0, 1.0]), 0.3) == 1.0


def test_equal_values_separate_nothing() -> None:
    assert separation(np.zeros(4), np.array([0.0, 1.0, 0.0, 1.0])) == 0.5
    assert separation(np.array([0.0, 1.0]), np.array([0.0, 1.0])) == 1.0


def test_the_weights_that_rank_best_are_chosen() -> None:
    lanes = {
        "semantic": np.array([0.5, 0.2], dtype=np.float32),
        "lexical": np.array([0.0, 0.6], dtype=np.float32),
        "concept": np.array([0.4, 0.0], dtype=np.float32),
    }

    def second_first(evidence: Scores) -> float:
        return float(evidence[1] > evidence[0])

    weights, unseen = mixed([Ranked(lanes, second_first)] * 5)
    # The middle of the nine on the grid that make .36 of the words more than .3 and .4 of the concepts.
    assert (weights.lexical, weights.concept) == (1.19, 0.14)
    assert unseen.tolist() == [1.0] * 5


def test_sureness_is_one_half_where_a_clause_is_as_likely_to_be_right_as_not() -> None:
    evidence = np.array([0.2, 0.3, 0.4, 0.6, 0.7, 0.8])
    found = sureness(evidence, np.ones(6), evidence > 0.5)
    odds = found.evidence * 0.5 + found.share + found.start
    assert odds == pytest.approx(0, abs=0.01)
    assert found.evidence > 0
