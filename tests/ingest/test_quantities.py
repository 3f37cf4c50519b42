"""Numbers as plans print them: every form with a verbatim example, and the numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.quantities import Quantity, read_quantities, read_quantity

READ = [
    # the plans' own words, comparator, value, unit, what is marked
    ("每百户居民拥有社区综合服务设施面积>30平方米", ">", 30, "平方米", ">30平方米"),
    ("≥12%", ">=", 12, "%", "≥12%"),
    ("100户以上村庄", ">=", 100, "户", "100户以上"),
    ("2023年完成其余30％的目标", "=", 30, "%", "30％"),
    ("均为100%", "=", 100, "%", "100%"),
    ("社区服务设施开放和服务时间一般不少于每天8小时", ">=", 8, "小时", "不少于每天8小时"),
    ("按照每百户居民不低于30平方米的标准", ">=", 30, "平方米", "不低于30平方米"),
    ("每300户左右配置1名社区工作者", "=", 1, "名", "1名"),
    ("每个网格原则上覆盖300户左右", "~", 300, "户", "300户左右"),
    ("办公面积不得超出总面积的30%", "<=", 30, "%", "不得超出总面积的30%"),
    ("规模控制在2950万亩以内", "<=", 29_500_000, "亩", "2950万亩以内"),
    ("每个街道至少建成1家具有示范效应的普惠性托育机构", ">=", 1, "家", "至少建成1家"),
    ("每个村(社区)至少设立一名儿童主任", ">=", 1, "名", "至少设立一名"),
    ("完成1.5万户有需求的困难重度残疾人家庭无障碍改造", "=", 15_000, "户", "1.5万户"),
    ("自治区投入资金3.48亿元支持建设", "=", 348_000_000, "元", "3.48亿元"),
    ("“十三五”期间累计投入60多亿元", ">", 6_000_000_000, "元", "60多亿元"),
    ("18万余名在职党员", ">", 180_000, "名", "18万余名"),
    ("平均达到2300元/月", "=", 2300, "元/月", "2300元/月"),
    ("全市２０９８个嘎查村", "=", 2098, "个", "２０９８个"),
    ("共1,219个", "=", 1219, "个", "1,219个"),
    ("全国新增城镇污水管网约16万公里", "~", 160_000, "公里", "约16万公里"),
    ("基本养老保险覆盖近10亿人", "~", 1_000_000_000, "人", "近10亿人"),
    ("光纤用户占比超过94%", ">", 94, "%", "超过94%"),
    ("降低到3‰以下", "<=", 3, "‰", "3‰以下"),
    ("提高5个百分点", "=", 5, "个百分点", "5个百分点"),
    ("全州城市社区综合服务设施实现全覆盖", "=", 100, "%", "全覆盖"),
    ("基本实现易地扶贫搬迁集中安置社区综合服务设施全覆盖", "~", 100, "%", "全覆盖"),
    ("街道公共服务场所基本全覆盖", "~", 100, "%", "全覆盖"),
    ("实现基本公共服务目标人群全覆盖", "=", 100, "%", "全覆盖"),
    ("满意度调查覆盖所有村（社区）", "=", 100, "%", "覆盖所有"),
    ("业主代表和业主委员会成员中党员比例双过半", ">", 50, "%", "过半"),
    ("农民人均收入较2010年翻一番", "=", 2, "倍", "翻一番"),
    ("百分之八十五以上", ">=", 85, "%", "百分之八十五以上"),
    ("四分之三", "=", 75, "%", "四分之三"),
    ("师生比不低于1∶4", ">=", 0.25, "", "不低于1∶4"),
    ("三十五家", "=", 35, "家", "三十五家"),
    ("两万五千人", "=", 25_000, "人", "两万五千人"),
    ("-10%", "=", -10, "%", "-10%"),
    ("2551.7", "=", 2551.7, "", "2551.7"),
]

NONE_THERE = [
    "（国办发〔2021〕56号）",
    "城乡社区服务体系建设规划(2016—2020年)",
    "到2025年末",
    "二〇三五年远景目标纲要",
    "2022年8月29日",
    "第130次常务会议",
    "尾号6222020200112233445566个",
    "1,234,567,890,123,456,789,012元",
    "自治区第十三次党代会",
    "每万名城镇常住人口",
    "每300户",
    "“五社联动”",
    "4+N配备模式",
    "五位一体总体布局",
    "一次性奖补政策",
    "5G网络",
    "可吸入颗粒物（PM2.5）",
    "专栏4社区服务数字化建设试点行动",
    "“532”工作法",
    "1.社区养老服务行动",
    "预期性",
    "—",
    "",
]


@pytest.mark.parametrize(("text", "comparator", "value", "unit", "marked"), READ)
def test_a_printed_quantity_is_read_with_its_comparator_and_unit(
    text: str, comparator: str, value: float, unit: str, marked: str
) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.comparator, quantity.value, quantity.unit) == (comparator, pytest.approx(value), unit)
    assert text[quantity.start : quantity.end] == marked


@pytest.mark.parametrize("text", NONE_THERE)
def test_a_number_that_is_a_name_or_a_date_is_no_quantity(text: str) -> None:
    assert list(read_quantities(text)) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("按300户—500户标准划分基础网格", 300, 500, "户"),
        ("打造蔬菜生产核心示范园8-10个", 8, 10, "个"),
        ("完成8至10个优先区域", 8, 10, "个"),
        ("20%～30%", 20, 30, "%"),
        ("1-2万人", 10_000, 20_000, "人"),
        ("1万—2万人", 10_000, 20_000, "人"),
    ],
)
def test_a_range_keeps_both_ends(text: str, low: float, high: float, unit: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.comparator, quantity.value, quantity.upper, quantity.unit) == ("~", low, high, unit)


def test_a_falling_pair_is_two_numbers_and_no_range() -> None:
    assert [(q.value, q.unit) for q in read_quantities("由100户-30户")] == [(100, "户"), (30, "户")]


def test_a_sentence_gives_each_of_its_quantities_in_order() -> None:
    text = "到2025年,500户以上的城市社区拥有社区社会组织12个以上,300户以上的村6个以上;形成300个以上品牌"
    assert [(q.comparator, q.value, q.unit) for q in read_quantities(text)] == [
        (">=", 500, "户"),
        (">=", 12, "个"),
        (">=", 300, "户"),
        (">=", 6, "个"),
        (">=", 300, "个"),
    ]


@given(
    st.text(
        alphabet=st.sampled_from(
            "0123456789０９.,，。%％‰万亿一二十百千分之个名户第每约近至到—-〔〕()（）年月以上不低于至少有全覆盖 Aa/:+"
        ),
        max_size=60,
    )
)
def test_any_text_is_read_without_overlap_and_inside_its_bounds(text: str) -> None:
    end = 0
    for quantity in read_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end


@given(
    number=st.integers(min_value=3, max_value=999_999),
    scale=st.sampled_from([("", 1), ("万", 10_000), ("亿", 100_000_000)]),
    unit=st.sampled_from(["个", "名", "户", "%", "平方米", "人次", "元/月"]),
    words=st.sampled_from(
        [("", "", "="), ("不低于", "", ">="), ("", "以上", ">="), ("约", "", "~"), ("超过", "", ">")]
    ),
)
def test_a_number_written_out_is_read_back(
    number: int, scale: tuple[str, int], unit: str, words: tuple[str, str, str]
) -> None:
    before, after, comparator = words
    text = f"数量{before}{number}{scale[0]}{unit}{after}的目标"
    found = list(read_quantities(text))
    assert found == [
        Quantity(comparator, float(number * scale[1]), unit, 2, len(text) - 3, "arabic")  # type: ignore[arg-type]
    ]
