"""The figures of queries and clauses: what is read, and when two agree."""

from __future__ import annotations

import pytest

from search.figures import Figure, agreement, read_figures
from search.tokens import one_form


def figures(text: str) -> tuple[Figure, ...]:
    return tuple(read_figures(one_form(text)))


def read(text: str) -> list[tuple[float, str, str]]:
    return [(figure.value, figure.unit, figure.bound) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("驻村民警一周20小时", [(1200, "分钟", "=")]),
        ("驻村民警每周驻村工作时长不少于20小时", [(1200, "分钟", ">=")]),
        ("５００户以上的社区", [(500, "户", ">=")]),
        ("覆盖率八成", [(80, "%", "=")]),
        ("比例达到百分之八十以上", [(80, "%", ">=")]),
        ("至少三名", [(3, "人", ">=")]),
        ("每百户30平米", [(30, "平方米", "=")]),
        ("1.5万人", [(15000, "人", "=")]),
        ("不超过1,200人", [(1200, "人", "<=")]),
        ("100户到300户的网格", [(100, "户", "="), (300, "户", "=")]),
        ("50至60%", [(50, "%", "="), (60, "%", "=")]),
        ("100-300户", [(100, "户", "="), (300, "户", "=")]),
        ("一刻钟便民生活圈", [(15, "分钟", "=")]),
        ("开放8个小时", [(480, "分钟", "=")]),
        ("配备一名", [(1, "人", "=")]),
        ("半年", [(6, "月", "=")]),
        ("一年半", [(18, "月", "=")]),
        ("一个半小时", [(90, "分钟", "=")]),
        ("三个半月", [(3.5, "月", "=")]),
        ("三分之一", [(33.333333, "%", "=")]),
        ("千分之五", [(0.5, "%", "=")]),
        ("不到一半", [(50, "%", "<=")]),
        ("两成半以上", [(25, "%", ">=")]),
        ("十几年", [(180, "月", "=")]),
        ("60多亿元", [(6e9, "元", "=")]),
        ("不少于每天8小时", [(480, "分钟", ">=")]),
        ("60岁及以上", [(60, "岁", ">=")]),
        ("30 平方米", [(30, "平方米", "=")]),
        ("12345热线", [(12345, "?", "=")]),
        ("2020年底前完成70%、2023年完成30%", [(70, "%", "="), (30, "%", "=")]),
        ("扩建800㎡", [(800, "平方米", "=")]),
        ("一个人住，一次也没来过", []),
        ("到2025年", []),
        ("二〇二五年6月1日，第三方", []),
        ("1号线5G网络，4+N配备，PM2.5", []),
        ("一个月给多少钱，上半年", []),
        ("以下简称社区，五社联动，一区一警", []),
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
        ("至少20小时", "20小时", 0.95),
        ("至少20小时", "不超过20小时", -1.0),
        ("至少20小时", "不超过20小时，每天8小时", -1.0),
        ("至少20小时", "不超过20小时，一般24小时", 0.3 + 0.4 / 1.2),
        ("至少20小时", "不超过8小时", 0.18),
        ("20小时", "10小时", 0.2),
        ("20小时", "20户", 0.0),
        ("2500名志愿者", "达2500人", 1.0),
        ("28个社区医院", "28家社区医院", 1.0),
        ("12个", "12户", 0.0),
        ("至少20小时", "24小时", 0.3 + 0.4 / 1.2),
        ("低于50%", "40%", 0.62),
        ("超过90%", "80%", 0.1 + 0.2 * 8 / 9),
        ("八成", "百分之八十", 1.0),
        ("半小时", "30分钟", 1.0),
        ("一刻钟", "15分钟", 1.0),
        ("两年", "24个月", 1.0),
        ("30㎡", "不低于30平米", 1.0),
        ("18人", "38个", 0.0),
        ("20", "20户", 1.0),
        ("500户、12个", "500户以上的城市社区拥有12个", 1.0),
        ("500户、12个", "500户以上的村拥有6个", 0.6),
        ("社区", "20户", 0.0),
    ],
)
def test_figures_agree_by_value_unit_and_bound(asked: str, said: str, expected: float) -> None:
    assert agreement(figures(asked), figures(said)) == pytest.approx(expected)


def test_a_figure_without_a_unit_agrees_with_its_value_only() -> None:
    assert Figure(20, "", "=", "20").agrees(Figure(21, "户", "=", "21户")) == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("比例达到百分之八十以上", ["达到", "百分之八十", "以上"]),
        ("不少于每天8小时", ["不少于", "8小时"]),
        ("18名社区工作者", ["18名"]),
        ("3岁以下婴幼儿", ["3岁", "以下"]),
    ],
)
def test_the_words_of_a_figure_are_its_own_and_those_of_its_bound(text: str, words: list[str]) -> None:
    (figure,) = figures(text)
    assert [text[start:end] for start, end in figure.stretches] == words
