"""Who is made responsible: the whole of nine plans, and each way of giving a duty."""

from __future__ import annotations

import pytest

from ingest.duties import read_duties
from ingest.responsibilities import find_responsibilities
from ontology.records import Responsibility
from tests.gold.statement_gold import PLANS, compare_duties, reading

DUTIES = [
    # what the plan says, then body and role of each
    (
        "市委组织部、市民政局、市住房城乡建设委、各区人民政府等按职责分工负责",
        [("市委组织部", "joint"), ("市民政局", "joint"), ("市住房城乡建设委", "joint"), ("各区人民政府", "joint")],
    ),
    (
        "（市民政局牵头，市财政局、长沙海关、各区政府按职责分工负责）",
        [("市民政局", "lead"), ("市财政局", "joint"), ("长沙海关", "joint"), ("各区政府", "joint")],
    ),
    (
        "牵头单位：市发展改革委；配合单位：市民政局、各县（市、区）人民政府",
        [("市发展改革委", "lead"), ("市民政局", "joint"), ("各县（市、区）人民政府", "joint")],
    ),
    (
        "建立健全民政、发展改革部门牵头的规划实施推进机制，制定规划实施年度任务清单和工作台账",
        [("民政", "lead"), ("发展改革部门", "lead")],
    ),
    (
        "自治区民政厅、发展改革委牵头,会同有关部门建立健全规划实施监测机制",
        [("自治区民政厅", "lead"), ("发展改革委", "lead")],
    ),
    (
        "各级财政、金融、税务、市场监管等部门要按照各自职能",
        [(n, "named") for n in ("财政", "金融", "税务", "市场监管")],
    ),
    ("各县市、各部门要加强对本规划实施的组织、协调和督导", [("各县市", "named"), ("各部门", "named")]),
    ("各地各有关部门要加强对本规划实施的组织、协调和督导", [("各地各有关部门", "named")]),
    ("市、区相关部门按照业务对口原则对下属委员会进行政策指导", [("市、区相关部门", "named")]),
    ("各级党委、政府要把加强社区建设纳入重要议事日程", [("各级党委、政府", "named")]),
    ("旗县市区及有关部门要积极创造条件", [("旗县市区", "named")]),
    ("由旗县市区人民政府负责建设,也可以采取新建、改造等方式解决", [("旗县市区人民政府", "named")]),
    ("惠民政策由基层党组织落实", [("基层党组织", "named")]),
    (
        "压实各区(新区、合作区,以下简称“各区”)主体责任,街道直接责任",
        [("各区", "named"), ("街道", "named")],
    ),
    (
        "各省（自治区、直辖市）党委和政府，国务院各有关部门要高度重视",
        [("各省（自治区、直辖市）党委和政府", "named"), ("国务院各有关部门", "named")],
    ),
    ("公安机关要加强巡逻防控", [("公安机关", "named")]),
    ("市政府督查室要加强督促检查", [("市政府督查室", "named")]),
    ("街道办事处（乡镇政府）统一管理，社区组织统筹使用", [("街道办事处（乡镇政府）", "named")]),
    (
        "指导街道（乡镇）党（工）委和城乡社区党组织落实党建责任",
        [("街道（乡镇）党（工）委", "named"), ("城乡社区党组织", "named")],
    ),
    (
        "省发展改革委、商务厅、政务和数据局，省税务局按职责分工负责",
        [("省发展改革委", "joint"), ("商务厅", "joint"), ("政务和数据局", "joint"), ("省税务局", "joint")],
    ),
    (
        "（责任单位：市高院、上海银保监局、市交通委（市道运局）等；各区政府）",
        [("市高院", "joint"), ("上海银保监局", "joint"), ("市交通委（市道运局）", "joint"), ("各区政府", "joint")],
    ),
    (
        "建立组织部门牵头抓总，民政部门具体负责，教育、公安等部门以及工会、共青团等组织密切配合的工作格局",
        [
            ("组织部门", "lead"),
            ("民政部门", "named"),
            *((name, "joint") for name in ("教育", "公安", "工会", "共青团")),
        ],
    ),
    ("【牵头单位】市教育局", [("市教育局", "lead")]),
    ("（责任单位：市民政局、市财政局；完成时限：2023年11月底）", [("市民政局", "joint"), ("市财政局", "joint")]),
    ("（市商务局、市投资促进局，2024年12月底前完成）", [("市商务局", "joint"), ("市投资促进局", "joint")]),
    ("责任单位：市医保局、市卫生健康委按职责分工负责", [("市医保局", "joint"), ("市卫生健康委", "joint")]),
    (
        "责任单位：市住建局（牵头），市财政局，各区人民政府",
        [("市住建局", "lead"), ("市财政局", "joint"), ("各区人民政府", "joint")],
    ),
    ("责任单位：市教育局（列第一位者为牵头单位，下同）、市财政局", [("市教育局", "lead"), ("市财政局", "joint")]),
    ("主办：市应急局；协办：市大数据局", [("市应急局", "lead"), ("市大数据局", "joint")]),
    ("（责任单位：市民政局；分管领导：副市长张某；完成时限：2023年底）", [("市民政局", "joint")]),
    (
        "（省应急厅、省水利厅等负责，各市政府均需落实，不再列出）",
        [("省应急厅", "joint"), ("省水利厅", "joint"), ("各市政府", "joint")],
    ),
    ("（以上各项工作均由省发展改革委牵头）", [("省发展改革委", "lead")]),
    ("各级政府残工委成员单位要按照职责分工抓好落实", [("各级政府残工委成员单位", "named")]),
    ("责任分工：市住建局、市城管局。", [("市住建局", "joint"), ("市城管局", "joint")]),
    ("壮大产业集群（高新区管委会、经开区管委会）。", [("高新区管委会", "joint"), ("经开区管委会", "joint")]),
    ("各级政府残疾人工作委员会要统筹协调", [("各级政府残疾人工作委员会", "named")]),
]
NONE_GIVEN = [
    "鼓励区民政部门、街道办事处等建立公益创投机制",
    "支持群团组织积极参与社区服务",
    "坚持在各级党委和政府领导下,形成工作合力",
    "要充分发挥社区党组织的领导作用",
    "以县、市为单位统筹用好上级部门支持社区的政策",
    "依托各级住房城乡建设部门及物业行业协会建立物业行业党组织",
    "按照任务分工向牵头部门报送相关工作进展情况",
    "新建住宅小区和旧城区连片改造居民区要将公共服务设施配套建设纳入建设工程规划设计方案",
    "村“两委”负责人报酬应与乡镇同工龄段干部工资收入大体相当",
    "健全完善村（社区）党组织领导、基层群众性自治组织主导的体制机制",
    "相关部门各负其责、密切配合",
    "湖体水质由劣Ⅴ类提高到Ⅴ类",
    "落实企业主体责任",
]


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_gives_the_duties_that_its_gold_lists(plan: str) -> None:
    read = reading(plan)
    difference = compare_duties(find_responsibilities(read.outline, read.clauses), read.gold["responsibilities"])
    assert (difference.missed, difference.extra) == ([], [])


@pytest.mark.parametrize(("text", "expected"), DUTIES)
def test_a_duty_is_given_to_the_bodies_beside_its_words(text: str, expected: list[tuple[str, str]]) -> None:
    duties = read_duties(text)
    assert [(text[duty.name.start : duty.name.end], duty.role) for duty in duties] == expected


@pytest.mark.parametrize("text", NONE_GIVEN)
def test_words_that_only_encourage_or_describe_give_no_duty(text: str) -> None:
    assert read_duties(text) == ()


def test_a_list_that_closes_a_unit_belongs_to_that_unit() -> None:
    read = reading("tianjin")
    facts = find_responsibilities(read.outline, read.clauses)
    listed = {fact.unit for fact in facts if fact.department == "市住房城乡建设委" and fact.rule.endswith("division")}
    assert listed == {
        "坚持党建引领",
        "优化城乡社区服务设施功能布局",
        "社区养老服务行动",
        "社区助残服务行动",
        "健全评价激励机制",
        "强化组织推动",
    }


def test_ids_count_within_the_clause_and_quotes_are_the_words_of_the_duty() -> None:
    read = reading("chuxiong")
    facts = [fact for fact in find_responsibilities(read.outline, read.clauses) if fact.department == "乡镇（街道）"]
    assert [(fact.id, fact.span.quote, fact.role) for fact in facts] == [
        ("chuxiong/4.1#c3/responsibility-2", "乡镇（街道）要抓好具体落实", "named")
    ]
    assert isinstance(facts[0], Responsibility)
