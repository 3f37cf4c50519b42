"""The figures of queries and clauses: what is read, and when two agree."""

from __future__ import annotations

import pytest

from search.figures import Figure, agreement, read_figures


def read(text: str) -> list[tuple[float, str, str]]:
    return [(figure.value, figure.unit, figure.bound) for figure in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("驻村民警一周20小时", [(20, "小时", "=")]),
        ("驻村民警每周驻村工作时长不少于20小时", [(20, "小时", ">=")]),
        ("５００户以上的社区", [(500, "户以上", ">=")]),
        ("覆盖率八成", [(80, "%", "=")]),
        ("比例达到百分之八十以上", [(80, "%", ">=")]),
        ("至少三名", [(3, "名", ">=")]),
        ("每百户30平米", [(30, "平方米", "=")]),
        ("1.5万人", [(15000, "人", "=")]),
        ("不超过1,200人", [(1200, "人", "<=")]),
        ("到2025年", []),
        ("成立一体化平台", []),
        ("🙂", []),
    ],
)
def test_value_unit_and_bound_are_read(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("20小时", "不少于20小时", 1.0),
        ("至少20小时", "不超过20小时", 0.7),
        ("20小时", "10小时", 0.15),
        ("20小时", "20户", 0.0),
        ("20", "20户", 1.0),
        ("500户、12个", "500户以上的城市社区拥有12个", 1.0),
        ("500户、12个", "500户以上的村拥有6个", 0.575),
        ("社区", "20户", 0.0),
    ],
)
def test_figures_agree_by_value_unit_and_bound(asked: str, said: str, expected: float) -> None:
    assert agreement(tuple(read_figures(asked)), tuple(read_figures(said))) == pytest.approx(expected)


def test_a_figure_without_a_unit_agrees_with_its_value_only() -> None:
    assert Figure(20, "", "=", "20").agrees(Figure(21, "户", "=", "21户")) == 0
