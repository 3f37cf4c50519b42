from __future__ import annotations

import pytest

from graph_api.ask.figures import verbatim


@pytest.mark.parametrize(
    ("quote", "number", "unit", "value"),
    [
        ("每个村社区培养3名以上法律明白人", 3, "名", "3名以上"),
        ("力争每个社区平均拥有不少于10个社区社会组织", 10, "个", "不少于10个"),
        ("截至2020年底,自治区投入资金3.48亿元", 348_000_000, "元", "3.48亿元"),
        ("城乡社区有社区工作者3万多人", 30_000, "人", "3万多人"),
        ("累计投入60多亿元", 6_000_000_000, "元", "60多亿元"),
        ("城市社区按300户—500户标准划分基础网格", 300, "户", "300户—500户"),
        ("打造蔬菜生产核心示范园8-10个", 8, "个", "8-10个"),
        ("每个村(社区)至少设立一名儿童主任", 1, "名", "一名"),
        ("实现政务代办服务村社区全覆盖", 100, "%", "全覆盖"),
        ("业主委员会成员中党员比例双过半", 50, "%", "双过半"),
    ],
)
def test_the_words_of_a_value_are_those_of_the_quote(quote: str, number: float, unit: str, value: str) -> None:
    assert verbatim(quote, number, unit) == value
