"""Of what sort the amount is that a question asks for, and which units it can be in."""

from __future__ import annotations

import pytest

from graph_api.ask.units import fits, units_asked


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("投了多少", ("money",)),
        ("社区用房要多少平方米", ("area",)),
        ("配了几名", ("people",)),
        ("每月要来几次?", ("times",)),
        ("有什么要求", ()),
    ],
)
def test_the_sort_of_amount_is_told_by_its_measure(question: str, asked: tuple[str, ...]) -> None:
    assert units_asked(question) == asked


@pytest.mark.parametrize(
    ("asked", "unit", "fitting"),
    [(("money",), "元", True), (("times",), "%", False), (("people",), "名", True), ((), "户", None)],
)
def test_a_value_fits_by_its_unit(asked: tuple[str, ...], unit: str, fitting: bool | None) -> None:
    assert fits(asked, unit) is fitting
