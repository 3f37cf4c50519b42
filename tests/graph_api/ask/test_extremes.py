"""The most, the fewest, the first and the last: of plans, and of the parts of one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph_api.ask.conftest import Collection

LOADED = pytest.mark.xdist_group("ask")  # the plans are ingested once


def _answer(five: Collection, question: str) -> dict[str, Any]:
    found: dict[str, Any] = five.asker.ask(question).record()["answer"]
    return found


@LOADED
@pytest.mark.parametrize(
    ("question", "plan", "number"),
    [
        ("哪份规划的章数最多，分了几章？", "shenzhen", 7),
        ("哪份规划的指标表行数最少？", "chuxiong", 7),  # two plans have no table
        ("哪份规划分的任务条数最多，比天津多多少？", "ningxia", 32),
        ("谁的专栏里行动最少？", "shenzhen", 17),  # 天津 has as many, but in no box
        ("单个专栏里编号行动最多的是哪份规划？", "chuxiong", 17),
        ("“智慧社区”这个词在哪份规划里出现得最多？", "ningxia", 12),
        ("每万城镇常住人口社区工作者数，2020年基期最高的是哪家？", "ningxia", 17),
        ("农村社区综合服务设施覆盖率目标，哪个地方定得最保守？", "chuxiong", 80),
        ("天津和宁夏比，谁要求每个村的社会组织多几个？", "tianjin", 6),
        ("哪份规划最先到期？", "tongliao", 2020),
    ],
)
def test_the_plan_at_the_end_of_an_order(five: Collection, question: str, plan: str, number: float) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == (plan, number)


@LOADED
@pytest.mark.parametrize("question", ["哪份规划印发得最早？", "单看公布日期，谁最靠前？"])
def test_the_plan_issued_first_of_those_with_a_date(five: Collection, question: str) -> None:
    assert _answer(five, question) == {"plan": "tianjin", "value": "2022-06-06"}


@LOADED
@pytest.mark.parametrize(
    ("question", "titles", "number"),
    [
        ("深圳哪一章的任务最多？", ["增强社区服务供给"], 12),
        ("在宁夏规划里，任务最多的那个部分叫什么，有几条？", ["优化城乡社区服务供给"], 10),
        ("楚雄哪个专栏的行动最多，多少个？", ["新时代新社区新生活服务质量提升行动"], 17),
        ("天津哪项任务的责任单位最多？", ["优化城乡社区服务设施功能布局", "增强惠民公共服务供给"], 11),
    ],
)
def test_the_part_of_one_plan_with_the_most(five: Collection, question: str, titles: list[str], number: int) -> None:
    found = _answer(five, question)
    assert (found["titles"], found["number"]) == (titles, number)


@LOADED
@pytest.mark.parametrize(
    "question", ["只看单个专栏，列的行动最多的是哪份规划？", "单论一个专栏，所含行动最多的规划是哪份？"]
)
def test_boxes_taken_one_by_one_are_not_added_up(five: Collection, question: str) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == ("chuxiong", 17)


@LOADED
def test_the_body_with_the_most_tasks_beside_one_set_aside(five: Collection) -> None:
    found = _answer(five, "除了各区人民政府，天津规划哪个部门担的任务最多？")
    assert (found["departments"], found["number"]) == (["市民政局"], 33)


@LOADED
def test_the_indicator_that_is_to_grow_most(five: Collection) -> None:
    found = _answer(five, "宁夏指标表里，哪项指标从2020年到2025年提高的幅度最大？")
    assert (found["title"], found["value"]) == ("志愿服务站点在社区综合服务设施中的覆盖率", "20个百分点")


@LOADED
@pytest.mark.parametrize(
    ("question", "plan", "number"),
    [
        ("从目录看，一级标题数量居首的是哪一家？", "shenzhen", 7),
        ("哪个地方的重点任务拆得最细，拆成了多少条？", "ningxia", 32),
        ("任务分得最粗的是谁，一共几条？", "tianjin", 14),
        ("结尾的保障措施一章里，条目列得最多的是谁家？", "tianjin", 5),
        ("重点任务下设的大块，谁分得最多？", "shenzhen", 9),
        ("按二级标题（节）算，哪份规划最多？", "shenzhen", 19),
        ("哪份规划签发的机关最多？", "shenzhen", 2),
        ("哪份规划提到“五社联动”的地方最多？", "ningxia", 7),
        ("就单个专栏所列行动而言，谁的最长？", "chuxiong", 17),
        ("哪份规划里有一个专栏列的行动条数最多？", "chuxiong", 17),
    ],
)
def test_parts_are_counted_however_they_are_called(five: Collection, question: str, plan: str, number: float) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == (plan, number)


@LOADED
def test_plans_whose_boxes_have_as_few_actions_share_the_place(five: Collection) -> None:
    found = _answer(five, "单看一个专栏，哪份规划塞进去的行动最少？")
    assert (found["plans"], found["number"]) == (["chuxiong", "ningxia", "shenzhen"], 3)


@LOADED
def test_a_programme_is_compared_with_the_boxes_of_its_name(five: Collection) -> None:
    found = _answer(five, "谁的“新时代新社区新生活服务质量提升行动”下面列的行动最少，几项？")
    assert (found["plans"], found["number"]) == (["ningxia", "tianjin"], 10)


@LOADED
@pytest.mark.parametrize(
    ("question", "plans", "number"),
    [
        ("哪家健身圈的半径定得最紧，几分钟？", ["ningxia"], 10),
        ("健身圈要求最严的是哪家？", ["ningxia"], 10),  # everywhere it is to cover all
        ("健身圈的时间标准，谁定得最宽松？", ["chuxiong", "tianjin"], 15),
    ],
)
def test_the_shorter_way_is_the_stricter(five: Collection, question: str, plans: list[str], number: float) -> None:
    found = _answer(five, question)
    assert (found.get("plans") or [found["plan"]], found["number"]) == (plans, number)


@LOADED
@pytest.mark.parametrize(
    "question",
    [
        "村(社区)总数，报了数的几家里谁最多，多少个？",
        "现状里各家交代的村和社区数量，最大的是哪个？",
        "现状数据里,城乡社区(村、社区)总数报得最多的是哪一家,有多少个?",
    ],
)
def test_villages_and_communities_are_counted_together(five: Collection, question: str) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["value"]) == ("ningxia", "2878个")


@LOADED
def test_money_spent_is_compared_with_money(five: Collection) -> None:
    found = _answer(five, "上个五年花在社区综合服务设施、党群服务中心建设上的资金，哪家最少？")
    assert (found["plan"], found["value"]) == ("ningxia", "3.48亿元")


@LOADED
def test_a_value_that_names_a_kind_of_part_stays_a_value(five: Collection) -> None:
    found = _answer(five, "残疾人家庭无障碍改造行动的户数，谁定得最多？")
    assert (found["plan"], found["value"]) == ("tianjin", "1.6万户")


@LOADED
def test_the_longest_part_is_measured_in_letters(five: Collection) -> None:
    found = _answer(five, "谁的指导思想写得最长？")
    assert (found["plan"], found["unit"]) == ("chuxiong", "字")


@LOADED
@pytest.mark.parametrize(
    ("question", "plan", "number"),
    [
        ("农村社区综合服务设施覆盖率，哪家最不激进？", "chuxiong", 80),
        ("志愿者人数排倒数第一的是谁？", "chuxiong", 9710),
        ("现有志愿者的人数，哪个地方排第二？", "shenzhen", 22000),
        ("篇幅第二长的是哪份规划？", "ningxia", 16816),
        ("章数最多的规划比最少的多几章？", "shenzhen", 7),
        ("通篇“数字化”说得最勤的是哪份规划？", "shenzhen", 7),
        ("手里有证的社会工作者，哪个地方最少？", "chuxiong", 258),  # one in each community is no number of them
        ("哪份规划里金额最大的一笔钱有多少？", "shenzhen", 6_000_000_000),
    ],
)
def test_the_end_of_the_order_and_the_place_in_it(five: Collection, question: str, plan: str, number: float) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == (plan, number)


@LOADED
@pytest.mark.parametrize(
    ("question", "plan", "number"),
    [
        ("总结里的投入，宁夏和天津建党群服务中心谁掏的钱多？掏了多少？", "tianjin", 3_050_000_000),
        ("日间照料中心，天津有、深圳也有，少的是哪一家？", "shenzhen", 112),
        ("“新时代新社区新生活服务质量提升行动”两家都设了专栏，楚雄和宁夏谁列的行动少？", "ningxia", 10),
        ("一个村得有多少家社区社会组织？谁要求得最多？", "tianjin", 6),  # 全市共有…4824家 is of no village
        ("健身圈要求最高、用时最短的是哪一家？", "ningxia", 10),
        ("网格的户数，哪家的上限最大？", "ningxia", 500),  # of 300户—500户
        ("哪份规划有个专栏列的行动最多？", "chuxiong", 17),
        ("只看总结里的投入，单笔最大的是哪家？", "shenzhen", 6_000_000_000),
    ],
)
def test_whom_and_which_end_a_short_comparison_asks_for(
    five: Collection, question: str, plan: str, number: float
) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == (plan, number)


@LOADED
@pytest.mark.parametrize(
    ("question", "plan", "number"),
    [
        ("每万名居民该有多少注册志愿者，定得最高的是哪里？", "shenzhen", 2500),  # by 每万人 alone
        ("新建社区用房的总面积，通辽和天津谁的标准高？", "tongliao", 1000),  # not 扩建
        ("农村社区综合服务设施覆盖率的起点（基期），谁最低？", "chuxiong", 60),  # told in a sentence, in no row
        ("行政村通5G的比例，两家都定了，定得保守的是谁？", "ningxia", 80),
        ("社区工作者，天津和宁夏比，人手少的一方有多少人？", "tianjin", 20_700),
    ],
)
def test_the_value_of_a_plan_that_is_compared(five: Collection, question: str, plan: str, number: float) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == (plan, number)


@LOADED
@pytest.mark.parametrize(
    ("question", "plan", "number"),
    [
        ("天津那份和通辽那份，哪份更长？", "tianjin", 11_275),
        ("楚雄、宁夏、深圳的专栏数，少的是谁？", "shenzhen", 4),
        ("哪家规划的有效期最早结束？", "tongliao", 2020),
        ("哪份规划的任务数排在末位？", "tianjin", 14),
        ("社区商业和综合服务设施面积占比，哪个地方的目标冒尖？", "chuxiong", 12),
    ],
)
def test_plans_as_wholes_in_everyday_words(five: Collection, question: str, plan: str, number: float) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == (plan, number)


@LOADED
def test_a_body_set_aside_in_brackets_is_left_out(five: Collection) -> None:
    found = _answer(five, "天津哪个部门担的任务最多（不算各区人民政府）？")
    assert (found["departments"], found["number"]) == (["市民政局"], 33)


@LOADED
@pytest.mark.parametrize(
    ("question", "plan", "number"),
    [
        ("农村社区综合服务设施到2025年的覆盖率，谁定的最低？", "chuxiong", 80),  # 志愿服务站点的覆盖率 is another
        ("投到社区的钱，“十三五”期间报得最多的是哪份规划？", "shenzhen", 6_000_000_000),  # every plan is of 社区
        ("日间照料中心建得少的是天津还是深圳？建了几家？", "shenzhen", 112),
    ],
)
def test_what_is_compared_is_of_one_thing(five: Collection, question: str, plan: str, number: float) -> None:
    found = _answer(five, question)
    assert (found["plan"], found["number"]) == (plan, number)


@LOADED
def test_a_row_without_a_value_is_looked_at_like_any_other(five: Collection) -> None:
    question = five.asker.reader.read("哪份规划的任务数排在末位？")
    looked_at = five.asker.matcher.statements(question, ("indicator", "target", "baseline"))
    assert [one.item.id for one in looked_at if one.item.value is None] == ["tianjin/2.3/table-1/row-8"]
