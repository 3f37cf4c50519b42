"""A channel that comes to far more than the others stands in several columns; products stay what they were."""

from __future__ import annotations

import numpy as np
import pytest

from search.training.span import Span

TEXTS, CHANNELS = 100, 32


def _extremes(standing_out: dict[int, float]) -> tuple[np.ndarray, np.ndarray]:
    greatest = np.full((TEXTS, CHANNELS), 4.0, dtype=np.float32)
    for channel, value in standing_out.items():
        greatest[:, channel] = value
    return np.full((TEXTS, CHANNELS), -2.0, dtype=np.float32), greatest


def test_where_no_channel_stands_out_each_has_one_column() -> None:
    span = Span.of(*_extremes({3: 8.0}))
    assert (span.least, span.greatest) == (-2.0, 8.0)
    assert not len(span.further)
    assert span.shares.tolist() == [1.0] * CHANNELS


def test_a_channel_that_stands_out_is_shared_out_over_columns_that_come_to_what_the_others_come_to() -> None:
    span = Span.of(*_extremes({3: 34.0, 5: 10.0}))
    assert span.columns[[3, 5]].tolist() == [7, 2], "34 in steps of 5 and 10 in steps of 5, where others come to 4"
    assert span.further.tolist() == [3, 3, 3, 3, 3, 3, 5]
    assert span.greatest == pytest.approx(5.0)
    assert span.least == pytest.approx(-2.0)


def test_all_columns_together_are_the_value_itself() -> None:
    span = Span.of(*_extremes({3: 34.0, 5: 10.0}))
    chance = np.random.default_rng(1)
    value, weight = chance.normal(size=CHANNELS), chance.normal(size=(4, CHANNELS))
    spread = np.append(value, value[span.further]) * span.shares
    assert np.append(weight, weight[:, span.further], axis=1) @ spread == pytest.approx(weight @ value)


def test_one_text_in_a_hundred_may_go_beyond() -> None:
    least, greatest = _extremes({})
    greatest[0] = 1000.0
    assert Span.of(least, greatest).greatest < 20.0
