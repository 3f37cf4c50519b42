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
        ("100户到300户的网格", [(100, "户到", "="), (300, "户的网", "=")]),
        ("50至60%", [(50, "%", "="), (60, "%", "=")]),
        ("100-300户", [(100, "户", "="), (300, "户", "=")]),
        ("一刻钟便民生活圈", [(15, "分钟", "=")]),
        ("开放8个小时", [(8, "小时", "=")]),
        ("配备一名", [(1, "名", "=")]),
        ("扩建800㎡", [(800, "平方米", "=")]),
        ("一个人住，一次也没来过", []),
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
        ("2500名志愿者", "达2500人", 1.0),
        ("28个社区医院", "28家社区医院", 1.0),
        ("12个", "12户", 0.0),
        ("至少20小时", "24小时", 0.6),
        ("低于50%", "40%", 0.6),
        ("超过90%", "80%", 0.8 / 3),
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
