from __future__ import annotations

import pytest

from graph_api.amounts import Amount, Unlike, in_unit, read_amount


@pytest.mark.parametrize(
    ("printed", "unit", "expected"),
    [
        ("≥30平方米", "平方米", Amount(30, "平方米")),
        (">30平方米", None, Amount(30, "平方米")),
        ("60%以上", "%", Amount(60, "%")),
        ("17人", "人", Amount(17, "人")),
        ("18人以上", "人", Amount(18, "人")),
        ("25", "平方米", Amount(25, "平方米")),
        ("25", None, Amount(25, "")),
        ("[12]", "%", None),
        ("1.2万人", "人", Amount(1.2, "万人")),
        ("3万", "元", Amount(3, "万元")),
        ("1,234.5", "元", Amount(1234.5, "元")),
        ("全覆盖", None, Amount(100, "%")),
        ("实现全覆盖", "%", Amount(100, "%")),
        ("约80%", "%", Amount(80, "%")),
        ("—", "%", None),
        ("12-15", "%", None),
        ("持续提升", None, None),
        (None, "%", None),
    ],
)
def test_a_cell_holds_one_number_in_its_own_unit_or_none(
    printed: str | None, unit: str | None, expected: Amount | None
) -> None:
    assert read_amount(printed, unit) == expected


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (Amount(30, "平方米"), "㎡", 30),
        (Amount(3, "公顷"), "亩", 45),
        (Amount(1.2, "万人"), "名", 12000),
        (Amount(3, "亿元"), "万元", 30000),
        (Amount(5, "‰"), "%", 0.5),
        (Amount(15, "分钟"), "小时", 0.25),
        (Amount(0.3, "万亿元"), "亿元", 3000),
        (Amount(2, "千米"), "公里", 2),
        (Amount(3, "万"), "", 30000),
        (Amount(7, "支"), "支", 7),
    ],
)
def test_an_amount_is_told_in_another_unit_of_its_family(amount: Amount, unit: str, expected: float) -> None:
    assert in_unit(amount, unit) == expected


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        (Amount(1, "名"), "%", "名 / %"),
        (Amount(1, "支"), "张", "支 / 张"),
        (Amount(1, ""), "个", "无单位 / 个"),
        (Amount(1, "亩"), "公里", "亩 / 公里"),
    ],
)
def test_units_that_measure_different_things_are_refused(amount: Amount, unit: str, told: str) -> None:
    with pytest.raises(Unlike) as refusal:
        in_unit(amount, unit)
    assert str(refusal.value) == told
