"""What questions want, however they are worded: one reading a kind."""

from __future__ import annotations

import pytest

from graph_api.ask.intents import Intent, settled, wanted
from graph_api.ask.kind_rules import Given
from graph_api.ask.kinds import UNLEARNED, Judge
from tests.graph_api.ask.conftest import Collection

WORDINGS: dict[Intent, tuple[str, ...]] = {
    Intent.VALUE: (
        "宁夏的社区服务设施每天至少开放多久",
        "天津一个网格大概管多少户",
        "各家规划对5G通达率怎么说，目标数字列一下",
        "深圳一个街道要有几家普惠托育机构",
        "法律明白人每村（社区）配几名，深圳和天津分别讲讲",
        "通辽到2020年农村牧区社区要建到什么规模",
        "宁夏城市社区每个网格按多少户划",
        "未成年人保护工作站覆盖率，天津定的目标",
        "两地（宁夏、天津）残疾人家庭改造任务量各是多大",
        "请列出五份规划里特殊困难老人探访率的目标",
        "楚雄社区体育健身圈的覆盖目标",
        "天津对专职社区民警在社区工作的时间有什么要求",
        "深圳社区医院的最小面积是多大",
        "宁夏、天津和楚雄的政务代办覆盖目标是否一致？分别多少",
        "村干部报酬按村“两委”负责人的百分之多少执行，宁夏",
        "通辽社区服务中心办公面积不能超过多少",
        "宁夏今后几年打算建多少公里健身步道",
        "天津和宁夏要改造的户数各是多少，哪边更多一些？",
        "每万人的社区工作者，宁夏和天津谁定得高一点，各是几人？",
        "法律明白人一个社区至少几名，谁没定人数也标出来。",
        "服务设施一天开门多久，宁夏、楚雄分别是几小时？谁家没写也说一声。",
        "农村设施覆盖率目标，宁夏和楚雄哪个高？各是多少？",
    ),
    Intent.BASELINE: (
        "天津2020年底前党建共建项目搞了多少个",
        "深圳有多少家社康机构",
        "通辽的城镇社区过去五年多了几个",
        "“十三五”结束时深圳有几个社区公园",
        "天津老年日间照料中心的现状数量",
        "楚雄已有多少名注册志愿者",
        "宁夏上一个五年为社区服务站投入了多少资金",
        "规划出台前，深圳社区民警占派出所警力的百分比",
        "通辽女性嘎查村委员的人数和比例",
    ),
    Intent.WHO_HAS: (
        "社区食堂或老饭桌，哪份规划提过",
        "雪亮工程出现在哪些规划中",
        "五地规划中，有无提到“圆桌会”的",
        "把智慧平安社区写进目标的是哪些地方",
        "谁要求配儿童主任",
        "有几份规划讲到了社区矫正，是哪几份",
        "有专栏的是哪几份规划",
        "列了指标表的有谁",
        "哪些地区把枫桥经验落到纸面上",
        "关于厕所革命，有规划提及吗？哪份",
        "家庭医生签约在哪几地的规划中有体现",
        "宁夏和深圳谁提了爱心超市",
        "哪些省市的规划涉及反邪教",
        "对社区矫正有安排的规划都有哪些",
        "天津有没有提到儿童友好社区",
        "通辽规划是否涉及社区矫正",
    ),
    Intent.WHO_LACKS: (
        "五地中不涉及托育的是",
        "哪份规划对“残疾人协会”只字未提",
        "没把快递进社区写进来的地方有哪些",
        "除了宁夏以外，哪几份没有“枫桥经验”",
        "缺少指标表的规划有哪几份",
        "谁没有专栏",
        "微型消防站，哪些地方没写",
        "未提到家庭医生的规划",
        "哪些规划没提社区矫正",
        "哪份规划里看不到法律援助",
        "残疾人协会家家都提，唯独哪份没提？",
        "儿童友好社区是不是都要建？不建的是哪个？",
    ),
    Intent.UNIQUE: (
        "爱心超市是哪一家规划才有的",
        "独此一家提出“时间银行”的是",
        "仅一地提到菲佣，是哪里",
        "五份规划里单单一份写了供销社，是谁",
        "别家都没提、只此一家写“物业城市”的规划",
    ),
    Intent.EXTREME: (
        "志愿服务站点覆盖率，哪家的目标最高",
        "谁的每百户面积要求最严",
        "每个社区法律明白人，天津和深圳哪家要求多",
        "社区社会组织数要求，宁夏高还是天津高",
        "哪个规划的专项行动数量居首",
        "引用文件数排第一的规划",
        "五份里任务条数垫底的是谁",
        "行政村通5G比例，哪个地方定得更高一些",
        "责任单位里出现次数最多的部门是哪个（天津）",
    ),
    Intent.RESPONSIBLE: (
        "天津社区养老服务行动的责任单位",
        "天津平安社区建设行动哪些单位分工负责",
        "宁夏谁负责落实税收优惠",
        "深圳的规划评估工作谁来干",
        "楚雄规划中资金统筹由哪一级政府负责",
        "天津社区就业服务归口哪个局",
        "通辽老居住区缺用房由哪级政府解决",
        "天津残疾人无障碍改造找谁落实",
        "负责天津法律服务社区行动的部门有哪些",
        "天津推进网格化管理的责任部门都有谁",
        "宁夏监测机制牵头单位",
        "深圳居委会下属委员会主任由谁兼任",
        "天津社区固本强基行动，参与单位都有哪些",
    ),
    Intent.DEPARTMENT_SCOPE: (
        "天津市民政局牵头了哪些工作",
        "市商务局的任务清单（天津）",
        "天津市教委要做哪些事",
        "天津规划中市人社局名下有哪些任务",
        "团市委在天津参与几个行动",
        "市委宣传部在天津规划里有什么职责",
        "市税务局出现在天津规划的哪条",
        "天津市交通运输委有任务吗？是什么",
        "哪些任务由天津市卫生健康委分担",
    ),
    Intent.COUNT: (
        "深圳规划共有多少个章",
        "天津一共有几条实施保障",
        "宁夏的指标表有多少行",
        "楚雄规划里一共有几个专栏",
        "通辽的主要任务可以分成几大类",
        "宁夏一共安排了多少项专项行动",
        "天津规划涉及多少个责任部门",
        "五份规划加起来一共多少个指标",
        "深圳社区服务共同体建设行动包括几项",
        "宁夏重点任务第三部分有几条",
        "楚雄规划引用了几份文件",
        "约束性指标有几个",
    ),
    Intent.ACTIONS: (
        "宁夏社区科普服务提升行动在楚雄对应什么",
        "天津的社区固本强基行动跟宁夏哪个专项差不多",
        "各地负责社区卫生的行动名称",
        "楚雄的社区教育行动，其他规划里的同类行动",
        "与深圳民生兜底服务行动类似的宁夏行动",
        "宁夏和天津关于应急的专项行动分别叫啥",
        "深圳社区健康服务行动相当于天津的哪一个",
    ),
    Intent.DOCUMENTS: (
        "宁夏规划引用了国务院的什么文件",
        "通辽规划的编制依据",
        "深圳规划落实了民政部哪个规划",
        "楚雄点名引用的州级制度有哪些",
        "天津规划中带书名号的文件名称",
        "五份规划里被引得最多的文件是哪一份",
        "宁夏、楚雄都依据的国办文件文号是多少",
        "通民基字开头的文件是哪几个",
        "有哪些文件是两份以上规划都引用的",
        "楚雄的规划参照了云南省的什么文件",
    ),
}


@pytest.mark.xdist_group("ask")  # the plans are ingested once
@pytest.mark.parametrize("intent", WORDINGS, ids=lambda intent: intent.name)
def test_a_question_is_of_its_kind_in_any_wording(intent: Intent, five: Collection) -> None:
    read = {wording: five.asker.ask(wording).record()["understood"]["intent"] for wording in WORDINGS[intent]}
    assert {wording: one for wording, one in read.items() if one != intent.name.lower()} == {}


def test_the_judge_decides_where_no_rule_fits() -> None:
    question = "海上牧场这回事，五家里头一声不吭的都列一下"
    assert wanted(question, Given(0, False), UNLEARNED).intent is Intent.VALUE
    assert wanted(question, Given(0, False), Judge.read()).intent is Intent.WHO_LACKS


def test_a_rule_is_overruled_by_a_sure_judge_only_and_the_other_reading_is_told() -> None:
    has, lacks = Intent.WHO_HAS, Intent.WHO_LACKS
    assert settled([has, Intent.VALUE], {"WHO_HAS": -2.9, "WHO_LACKS": -0.1}) == (has, lacks)
    assert settled([has, Intent.VALUE], {"WHO_HAS": -3.2, "WHO_LACKS": -0.1}) == (lacks, has)


def test_without_a_judge_the_first_rule_decides_and_the_second_is_the_other_reading() -> None:
    assert settled([Intent.WHO_HAS, Intent.VALUE], {}) == (Intent.WHO_HAS, Intent.VALUE)
    assert settled([], {}) == (Intent.VALUE, None)


def test_the_kind_of_a_rule_that_words_rule_out_is_not_taken() -> None:
    assert settled([Intent.WHO_HAS], {"VALUE": -5.0}) == (Intent.VALUE, Intent.WHO_HAS)
