"""What two commitments count: the same thing in other words, and different things in nearly the same words."""

import pytest

from align.measures import Measure, difference, likeness

SAME = [
    ("每个村(社区)儿童主任", "名", "村居儿童主任配备率", "%"),
    ("全区所有村(社区)均设置灾害信息员", "名", "每个村社区培育灾害信息员", "名"),
    ("每万城镇常住人口拥有社区工作者", "人", "每万名城镇常住人口拥有社区工作者", "人"),
    ("行政村通5G比例", "%", "行政村5G网络通达比例", "%"),
    ("养老机构护理型床位占比（%）", "%", "养老机构护理型床位占比", "%"),
    ("居民活动区域占社区综合服务设施总面积", "%", "居民活动区域占社区综合服务设施总面积的比例", "%"),
]

APART = [
    ("农村社区综合服务设施覆盖率", "%", "城市社区综合服务设施覆盖率", "%", "农村 / 城市"),
    ("城乡社区综合服务设施覆盖率", "%", "城市社区综合服务设施覆盖率", "%", "城乡 / 城市"),
    ("每个社区平均拥有社区社会组织", "个", "每个村平均拥有社区社会组织", "个", "社区 / 农村"),
    ("每百户居民拥有社区综合服务设施面积", "平方米", "社区综合服务设施覆盖率", "%", "平方米 / %"),
    ("每个村综合服务设施", "平方米", "农村综合服务设施覆盖率", "%", "平方米 / %"),
    ("每千人口执业医师", "人", "每万人口执业医师", "人", "每千 / 每万"),
    ("每个村(社区)专职人民调解员", "名", "人民调解", "%", "人 / %"),
    ("社区志愿服务站点覆盖率", "%", "全市志愿服务站点", "个", "% / 个"),
    ("每个社区平均拥有社区社会组织", "个", "形成品牌社区社会组织", "个", "每处的数 / 总数"),
]

UNLIKE = [
    ("二氧化硫排放总量", "氮氧化物排放总量"),
    ("基本养老保险参保率", "基本医疗保险参保率"),
    ("村(社区)警务室", "社区警务室与党群服务中心合署办公率"),
    ("县(区)普遍培训比例", "培训"),
]


@pytest.mark.parametrize(("one", "unit", "other", "other_unit"), SAME)
def test_other_words_for_one_thing_are_alike(one: str, unit: str, other: str, other_unit: str) -> None:
    first, second = Measure.read(one, unit), Measure.read(other, other_unit)
    assert difference(first, second) is None
    assert likeness(first, second) >= 0.65


@pytest.mark.parametrize(("one", "unit", "other", "other_unit", "reason"), APART)
def test_what_keeps_two_things_apart_is_named(one: str, unit: str, other: str, other_unit: str, reason: str) -> None:
    assert difference(Measure.read(one, unit), Measure.read(other, other_unit)) == reason


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_things_that_share_only_common_words_are_unlike(one: str, other: str) -> None:
    assert likeness(Measure.read(one, "%"), Measure.read(other, "%")) < 0.65


def test_a_unit_tells_only_where_it_is_not_the_things_own() -> None:
    """Beds are always 张: 床位 may be any of them; what has 户 is about households, whatever it is called."""
    assert likeness(Measure.read("设置床位", "张"), Measure.read("负压病房床位数", "张")) < 0.65
    sentence = "一般以村居民小组或住宅小区、若干楼院为单元划分社区网格,每个网格原则上覆盖300户左右。"
    grids = Measure.read("城市社区划分基础网格", "户")
    assert likeness(Measure.read("每个网格", "户", sentence), grids) >= 0.65
    assert likeness(Measure.read("每个网格", "个", sentence), grids) < 0.65


def test_where_each_has_words_that_the_other_lacks_they_are_no_two_forms_of_one_name() -> None:
    strength, growth = "全社会研发经费投入强度", "全社会研发经费投入增长"
    assert likeness(Measure.read(strength, "%"), Measure.read(growth, "%")) < 0.8


def test_of_two_names_alike_in_all_else_the_one_of_the_same_scope_is_nearer() -> None:
    thing = Measure.read("城乡社区综合服务设施", "%")
    whole, community = (Measure.read(f"{where}综合服务设施覆盖率", "%") for where in ("城乡社区", "社区"))
    assert likeness(thing, whole) > likeness(thing, community)


def test_likeness_is_the_same_from_both_sides() -> None:
    first, second = Measure.read(SAME[0][0], "名"), Measure.read(SAME[0][2], "%")
    assert likeness(first, second) == likeness(second, first)


def test_the_sentence_speaks_for_what_a_subject_leaves_out() -> None:
    """天津: the subject is only 月探访率, the sentence says of whom."""
    sentence = "健全村社区特殊困难老年人服务机制,月探访率和社区服务率达到100%。"
    whole = Measure.read("特殊困难老年人月探访率", "%")
    assert likeness(Measure.read("月探访率和社区服务率", "%"), whole) < 0.65
    assert likeness(Measure.read("月探访率和社区服务率", "%", sentence), whole) >= 0.65


def test_a_list_is_like_what_it_contains() -> None:
    """深圳 names five committees in one sentence, 宁夏 one of them."""
    five = "居民委员会下属的人民调解、治安保卫、公共卫生、环境和物业管理、社会服务委员会全覆盖"
    one = "设立村(居)民委员会下属公共卫生委员会"
    assert likeness(Measure.read(five, "%"), Measure.read(one, "%")) >= 0.65
