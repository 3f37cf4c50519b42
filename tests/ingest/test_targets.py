"""The amounts a plan commits to: the whole of nine plans, and each way of stating an amount."""

from __future__ import annotations

import pytest

from ingest.quantity_rules import NO_COMMITMENT
from ingest.statements import read_statements
from ingest.targets import find_targets
from tests.gold.statement_gold import PLANS, compare_amounts, reading

STATED = [
    # what the plan says, then comparator, value, unit, year and subject of each amount
    (
        "到2025年,新建社区多功能运动场160个,健身步道500公里。",
        [("=", 160, "个", 2025, "新建社区多功能运动场"), ("=", 500, "公里", 2025, "新建健身步道")],
    ),
    (
        "2017年底,实现全市建成农村牧区社区数达到600个,2020年底达到1000个,达到农村牧区总数的50%;",
        [
            ("=", 600, "个", 2017, "全市建成农村牧区社区数"),
            ("=", 1000, "个", 2020, "全市建成农村牧区社区数"),
            ("=", 50, "%", 2020, "全市建成农村牧区社区数占农村牧区总数"),
        ],
    ),
    (
        "500户以上的城市社区拥有经常性参与社区服务的社区社会组织12个以上",
        [(">=", 12, "个", None, "500户以上的城市社区拥有经常性参与社区服务的社区社会组织")],
    ),
    (
        "力争80%的商品住房和公共住房社区实现15分钟服务圈全覆盖,90%达到绿色(宜居)社区标准",
        [
            ("=", 80, "%", None, "商品住房和公共住房社区实现15分钟服务圈全覆盖的比例"),
            ("=", 90, "%", None, "商品住房和公共住房社区达到绿色(宜居)社区标准的比例"),
        ],
    ),
    ("打造城乡社区议事协商创新试点村和社区各50个", [("=", 50, "个", None, "打造城乡社区议事协商创新试点村和社区")]),
    ("城市社区按300户—500户标准划分基础网格", [("~", 300, "户", None, "城市社区划分基础网格")]),
    ("社区服务满意度调查覆盖所有社区", [("=", 100, "%", None, "社区服务满意度调查覆盖所有社区")]),
    (
        "计划投资：6000万元；新建供水厂2座",
        [("=", 60_000_000, "元", None, "计划投资"), ("=", 2, "座", None, "新建供水厂")],
    ),
    ("新增帐篷3万顶，接入视频5.2万路", [("=", 30_000, "顶", None, "新增帐篷"), ("=", 52_000, "路", None, "接入视频")]),
    ("业主委员会成员中党员比例双过半", [(">", 50, "%", None, "业主委员会成员中党员比例")]),
    ("实现居民委员会下属的社会服务委员会100%全覆盖", [("=", 100, "%", None, "居民委员会下属的社会服务委员会全覆盖")]),
    ("每个村(社区)至少设立一名儿童主任", [(">=", 1, "名", None, "每个村(社区)儿童主任")]),
    ("护理员与老年人配比不低于1：4", [(">=", 0.25, "", None, "护理员与老年人配比")]),
    ("到2022年、2025年，覆盖率分别达到60%、80%", [("=", 60, "%", 2022, "覆盖率"), ("=", 80, "%", 2025, "覆盖率")]),
    ("培育年营业收入超10亿元企业5家以上", [(">=", 5, "家", None, "培育年营业收入超10亿元企业")]),
    ("年均每百万人口因自然灾害死亡率小于1", [("<", 1, "", None, "年均每百万人口因自然灾害死亡率")]),
    ("实现2小时内到达市域任一地点", [("<=", 2, "小时", None, "到达市域任一地点")]),
    ("设市城市污水处理率由2005年的52%提高到72%", [("=", 72, "%", None, "设市城市污水处理率")]),
    (
        "培育10家以上龙头企业、50家专精特新企业，带动培训2万农民",
        [
            (">=", 10, "家", None, "培育龙头企业"),
            ("=", 50, "家", None, "培育专精特新企业"),
            ("=", 20_000, "", None, "带动培训农民"),
        ],
    ),
]
NOT_STATED = [
    "支持沿街商户布设24小时智能售卖机",
    "构建15分钟综合惠民服务圈",
    "加大对社会力量开展3岁以下婴幼儿托育服务的支持力度",
    "利用3年时间完成编制",
    "开展万名民警进百万家活动",
    "健全“五社联动”机制，开通12345热线",
    "构建“1+3+N”应急指挥体系",
    "建设“1个中心、3个平台”",
    "建设全方位和全覆盖型社会心理服务体系",
    "加强长白山森林等25个国家重点生态功能区的保护和管理",
    "截至2020年底，全州城市社区综合服务设施实现全覆盖",
    "健全覆盖城乡的就业公共服务体系",
    "不再新建20万吨小型煤矿",
    "实现“多网合一、城乡覆盖”",
    "落实《加快推进100个示范项目建设方案》",
]


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_states_the_targets_that_its_gold_lists(plan: str) -> None:
    read = reading(plan)
    found = find_targets(read.outline, read.clauses)
    difference = compare_amounts(found, read.gold["quantified_targets"], read.source)
    assert (difference.missed, difference.extra) == ([], [])


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_an_amount_is_read_with_its_comparator_year_and_subject(
    text: str, expected: list[tuple[str, float, str, int | None, str]]
) -> None:
    statements = read_statements(text, NO_COMMITMENT)
    assert [
        (
            statement.quantity.comparator,
            statement.quantity.value,
            statement.quantity.unit,
            statement.by_year,
            statement.subject,
        )
        for statement in statements
    ] == expected


@pytest.mark.parametrize("text", NOT_STATED)
def test_a_number_that_names_or_describes_states_no_target(text: str) -> None:
    assert read_statements(text, NO_COMMITMENT) == ()


def test_the_comparators_and_years_of_the_worked_example_are_read() -> None:
    read = reading("chuxiong")
    found = find_targets(read.outline, read.clauses)
    for entry in read.gold["quantified_targets"]:
        if entry.get("borderline"):
            continue
        words = "".join(entry["quote"].split())
        fact = next(
            fact for fact in found if words in "".join(fact.span.quote.split()) and fact.value == entry["number"]
        )
        assert (fact.comparator, fact.unit_of_measure, fact.by_year, fact.unit) == (
            entry["comparator"],
            entry["unit_of_measure"],
            entry["by_year"],
            entry["unit"],
        )


def test_a_target_carries_the_words_that_state_it_and_the_rule_that_found_it() -> None:
    read = reading("shenzhen")
    fact = next(fact for fact in find_targets(read.outline, read.clauses) if fact.value == 2500)
    assert fact.record() == {
        "kind": "target",
        "id": "shenzhen/3.2/column-1/action-5#c2/target-1",
        "plan_id": "shenzhen",
        "quote": "到2025年,每万人注册志愿者人数达2500人",
        "start": fact.span.start,
        "end": fact.span.end,
        "unit": "社区志愿服务提升行动",
        "unit_id": "shenzhen/3.2/column-1/action-5",
        "subject": "每万人注册志愿者人数",
        "comparator": "=",
        "value": 2500.0,
        "unit_of_measure": "人",
        "by_year": 2025,
        "clause_id": "shenzhen/3.2/column-1/action-5#c2",
        "rule": "statement.amount",
    }
