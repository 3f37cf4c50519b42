"""Bodies under the names that people give them."""

from __future__ import annotations

import pytest

from graph_api.ask.bodies import Bodies, Body

BODIES = Bodies(
    ("市卫生健康委", "市教委", "市住房城乡建设委", "市委组织部", "民政"),
    ("卫生健康", "教育", "住房城乡建设", "党委组织", "民政"),
)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("天津市卫生健康委负责什么", Body("市卫生健康委", "市卫生健康委")),
        ("天津市卫健委负责什么", Body("卫生健康", "市卫健委")),
        ("住建局参与几项", Body("住房城乡建设", "住建局")),
        ("市教育局管哪几项", Body("教育", "教育局")),
        ("宁夏的民政厅牵头什么", Body("民政", "民政厅")),
        ("市审计局承担哪些任务", Body("审计", "市审计局")),
        ("组织部参与了哪些行动", Body("党委组织", "组织部")),
    ],
)
def test_a_body_is_found_by_its_name_or_by_another_of_its_function(text: str, body: Body) -> None:
    assert BODIES.find(text) == body


@pytest.mark.parametrize(
    "text",
    [
        "深圳落实了民政部的哪份规划",  # a central body is none of a plan's
        "每个村要有几个社区社会组织",
        "“两委”负责人的报酬是几成",
        "审计怎么做",
    ],
)
def test_what_only_sounds_like_a_body_is_none(text: str) -> None:
    assert BODIES.find(text) is None
