"""Which kinds the words of a question rule out."""

from __future__ import annotations

import pytest

from graph_api.ask.intents import Intent
from graph_api.ask.possible import possible
from graph_api.ask.slots import read_slots

LIKELY = {"VALUE": -0.1, "WHO_HAS": -1.0, "WHO_LACKS": -2.0, "UNIQUE": -3.0, "EXTREME": -4.0, "DOCUMENTS": -5.0}


@pytest.mark.parametrize(
    ("text", "plans", "rule", "out"),
    [
        ("残疾人协会家家都提,唯独哪份没提?", 0, "WHO_LACKS", {"UNIQUE", "DOCUMENTS"}),
        ("国办发〔2021〕56号这份文件,哪些规划引用了?", 0, "WHO_HAS", {"DOCUMENTS"}),
        ("谁单独提出过建消防水源?多少户以上?", 0, "UNIQUE", {"VALUE", "DOCUMENTS"}),
        ("有没有哪家规定了顾问每月要到社区服务几次?", 0, "VALUE", {"WHO_HAS", "WHO_LACKS", "UNIQUE", "DOCUMENTS"}),
        ("规划发布会是哪天开的?", 1, "VALUE", {"WHO_HAS", "WHO_LACKS", "UNIQUE", "DOCUMENTS"}),
        ("实施意见是哪年出台的?", 1, "VALUE", {"WHO_HAS", "WHO_LACKS", "UNIQUE"}),
        ("要配几名社区工作者?", 1, "VALUE", set()),
    ],
)
def test_kinds_are_ruled_out_by_words(text: str, plans: int, rule: str, out: set[str]) -> None:
    assert LIKELY.keys() - possible(text, read_slots(text), plans, Intent[rule], LIKELY) == out
