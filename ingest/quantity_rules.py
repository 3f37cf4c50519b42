"""The rules that tell a stated amount from a number that only describes or names something.

In: nothing.  Out: `Rule` objects over a stretch of text in which the number under question is marked: "支持沿街商户布设
⟦24小时⟧智能售卖机"; a number that one of them finds states no amount.
Relied on: ages, lengths of time, conditions (500户以上的城市社区), names (“15分钟健身圈”) and the value that a change
starts from are known by the words that touch the number.
Example: "在常住人口⟦超过10万人⟧且辖区内无区属综合医院的街道规划建设1家" says where, not how many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.rules import Rule
from ingest.segments import Segment


def _words(*lists: str) -> Iterator[str]:
    return (word for words in lists for word in words.split())


def _after(*words: str) -> str:
    """One of the words stands directly before the mark; written behind it, so that the search leaps to the mark."""
    return f"(?:{'|'.join(f'(?<={word}⟦)' for word in words)})"


def _not_after(*words: str) -> str:
    """None of the words stands directly before the mark."""
    return "".join(f"(?<!{word}⟦)" for word in words)


# Words of doing directly before a number: what follows is done, so the number is the amount of it.
_DONE = tuple(
    _words(
        "建设 新建 建成 改建 扩建 改造 打造 培育 培养 形成 创建 建立 完成 配备 配置 配齐 新增 发展 扶持 支持",
        "引进 引育 达到 达 有 选派 选树 组织 开展 举办 设立 设置 实施 储备 安排 投入 推广 拥有 扩大 增加 减少",
        "覆盖 推动 招募 发布 评选 认定 遴选 选育 推出 布局 建 超过 服务 为 提供 培训 吸纳 带动",
    )
)
# Words that lead to a value reached or held.
_REACHED = ("达到", "达", "提高到", "提高至", "提高", "增加", "增至", "稳定在")
_SHORTENED = ("压缩至", "压缩到", "缩短至", "缩短到", "控制在", "减少至", "减至", "降至", "缩短", "压缩", "为")

# What 前 closes where it says by when.
_BY_THEN = ("年前", "月前", "日前", "底前", "末前")

NAMED = Rule(
    "quantity.named",
    "a number in quotes without a comparator or a share is part of a name",
    re.compile(r"[“‘「『\"][^”’」』\"。，]{0,8}⟦[^⟧不≥至超%％]*⟧(?![^”’」』\"]*标准)[^”’」』\"，。、]{0,10}[”’」』\"]"),
    examples=("推动全民健身站点和城市社区“⟦10分钟⟧健身圈”建设", "全面推行嘎查村“⟦532⟧”工作法"),
    counter_examples=("对标国家“每百户居民拥有社区综合服务设施面积⟦不低于30平方米⟧”规划目标",),
)
CITED = Rule(
    "quantity.cited",
    "a number in the title of a document",
    re.compile(r"《[^》]*⟦[^》]*》"),
    examples=("落实《“⟦十大⟧工程”行动方案》",),
)
CIRCLE = Rule(
    "quantity.circle",
    "so many minutes before 圈 are the name of a service circle, so many millimetres before 线 that of a line",
    re.compile(
        r"⟦[^⟧]*(?:分钟|小时|公里|刻钟)⟧[^，。；、]{0,14}圈|⟦[^⟧]*(?:毫米|米|公里)⟧等?(?:降水|降雨|高程|等高)线"
    ),
    examples=(
        "构建⟦15分钟⟧综合惠民服务圈",
        "促进⟦400毫米⟧降水线西侧区域保护发展",
        "力争80%的商品住房和公共住房社区实现⟦15分钟⟧服务圈全覆盖",
    ),
)
ROUND_THE_CLOCK = Rule(
    "quantity.round_the_clock",
    "24小时 describes a thing unless a service is given for so long",
    re.compile(
        rf"⟦{_not_after('每天', '每日', '达到')}(?:全天)?24小时⟧"
        r"(?![^，。；]{0,6}服务(?!站|点|中心|终端|设施|设备|机|体系|网络|平台))"
    ),
    examples=("支持沿街商户布设⟦24小时⟧智能售卖机", "实行⟦24小时⟧值班制度"),
    counter_examples=("群众关切项目应开展⟦24小时⟧线上服务",),
)
AGE = Rule(
    "quantity.age",
    "an age says whom",
    re.compile(rf"⟦(?<!\d年的⟦){_not_after(*_REACHED)}[^⟧]*岁[^⟧]*⟧"),
    examples=("加大对社会力量开展⟦3岁以下⟧婴幼儿托育服务的支持力度", "成员形成了以⟦40岁左右⟧为主体"),
    counter_examples=("人均预期寿命达到⟦78.3岁⟧", "人均预期寿命从2015年的77.2岁提高到2020年的⟦79.1岁⟧"),
)
LENGTH_OF_TIME = Rule(
    "quantity.length_of_time",
    "a length of time says when, unless it is what is shortened, held or reached",
    re.compile(
        rf"⟦{_not_after(*_REACHED, *_SHORTENED)}(?![^⟧]*(?:不|至少|≥|≤|以上|超过))"
        r"[^⟧]*(?<![/／])(?:年|个月|月|周|天|日|工作日)(?:以内|之内|左右)?⟧"
        r"|⟦[^⟧]*年⟧来"
    ),
    examples=("比例为⟦7年⟧来最高", "利用⟦3年⟧时间", "从脱贫之日起设立⟦5年⟧过渡期", "⟦3年⟧内完成安全隐患排查整治"),
    counter_examples=("办理时限压缩至⟦3个工作日⟧", "驻村民警每周驻村工作时长⟦不少于20小时⟧", "优良天数达到⟦300天⟧"),
)
CHANGED_FROM = Rule(
    "quantity.changed_from",
    "the value that a change starts from",
    re.compile(
        r"(?:由|从)[^⟦，。；]{0,14}⟦[^⟧]*⟧[^，。；、⟦]{0,8}?(?:提高|增加|增长|上升|提升|扩大|扩展|下降|降低|减少|缩短|压缩|升|增|降|达|发展|拓展|调整|变|[\u4e00-\u9fff]{2}[至到][0-9])"
    ),
    examples=(
        "省属一级企业由⟦66户⟧整合至12户",
        "设市城市污水处理率由2005年的⟦52%⟧提高到72%",
    ),
    counter_examples=("设市城市污水处理率由2005年的52%提高到⟦72%⟧",),
)
CONDITION_AFTER = Rule(
    "quantity.condition_after",
    "so much 以上 before a noun says which ones, unless a word of doing stands directly before it",
    re.compile(
        rf"⟦(?=(?![不至≥≤])[^⟧%％]*(?:以上|以下|以内)⟧){_not_after(*_DONE)}(?!(?<=在⟦)\d+[个家所]以上⟧(?!的))"
        r"[^⟧]*⟧(?:[（(]含[^（）()]*[）)])?(?:以上)?(?:的|[\u4e00-\u9fff])"
        r"|⟦[^⟧]*(?:公里|米)⟧(?:范围)?内[\u4e00-\u9fff]"
    ),
    examples=(
        "公交与轨道⟦50米⟧内换乘比例提升至93%",
        "⟦500户以上⟧的城市社区拥有经常性参与社区服务的社区社会组织12个以上",
        "⟦100户以上⟧村庄100％完成消防水源、消防管网建设",
        "单机容量⟦30万千瓦以上⟧（含）的燃煤机组要全部加装脱硝设施",
    ),
    counter_examples=(
        "形成⟦300个以上⟧品牌社区社会组织和品牌服务项目",
        "在全市⟦80%以上⟧的城乡社区建立社区志愿服务站点",
        "在⟦30个以上⟧国家和地区推广北斗应用服务",
        "500户以上的城市社区拥有经常性参与社区服务的社区社会组织⟦12个以上⟧",
    ),
)
CONDITION_BEFORE = Rule(
    "quantity.condition_before",
    "超过 so much at the head of a statement says which ones",
    re.compile(
        r"(?:\A|[，、在对于])(?:(?!建设|新建|建成|达到|培育|打造)[^⟦，。；]){0,16}"
        r"⟦(?:超过|大于|高于|不足|低于|少于|超)[^⟧%％]*⟧(?:[且、][^，。；]*)?的[^，。；]"
        r"|⟦(?:超过|大于|高于|超)[^⟧%％]*⟧[\u4e00-\u9fff]{1,10}\d"
        r"|(?<=[收值模]过)⟦[^⟧]*⟧[\u4e00-\u9fff]"
    ),
    examples=(
        "在常住人口⟦超过10万人⟧且辖区内无区属综合医院的街道规划建设1家4500平方米以上的政府办社区医院",
        "常住人口⟦超过2万人⟧的社区至少建设1家1400平方米以上的社康中心",
        "培育年营业收入⟦超10亿元⟧企业5家以上",
        "营收过⟦10亿元⟧企业仅3家",
    ),
    counter_examples=("建设总面积⟦不低于300平方米⟧的社区服务中心",),
)
PER_ONE = Rule(
    "quantity.per_one",
    "1个 before what each of them gets says per how many",
    re.compile(
        r"(?:\A|原则上|按照?|实行|推行)⟦1[个名所家户]⟧[^，。；0-9⟦]{1,12}?(?:设立|设置|配备|配置|配|建立|建设|联系|负责|对应|至少|有)[^，。；]{0,4}\d"
    ),
    examples=("原则上⟦1个⟧网格设立1个党支部或党小组",),
    counter_examples=("原则上1个网格设立⟦1个⟧党支部或党小组",),
)
LETTER = Rule(
    "quantity.letter",
    "a letter behind a number names something (3P, 1080P) unless the number is of computing power or counts in 万",
    re.compile(r"\A(?![^⟦]*算[^⟦]*⟦)[^⟧]*[0-9][多余]?[PE](?:以上|以下|左右|以内)?⟧"),
    examples=("支持⟦3P⟧超清视频产业发展", "推广⟦1080P⟧高清终端"),
    counter_examples=("算力规模突破⟦15万P⟧", "智能算力达到⟦2000P以上⟧", "新增⟦2万P⟧"),
)
GRADE = Rule(
    "quantity.grade",
    "a grade, a session, a version or a class is an ordinal",
    re.compile(r"⟦[^⟧]*\d(?:级|届|类|期|度|版|节|班|册|次性)(?:以上|以下|及以下)?⟧"),
    examples=("重点强化信用⟦3级以下⟧物业服务企业的监管",),
)
LISTED = Rule(
    "quantity.listed",
    "a count after 等 or 这 sums up what was listed",
    re.compile(
        rf"⟦{_after('等', '这', '上述', '以下', '下列', '列入', '纳入', '政府')}[^⟧%％]*[项个类种条大家件处](?:以上)?⟧"
    ),
    examples=(
        "加强大小兴安岭森林、长白山森林等⟦25个⟧国家重点生态功能区的保护和管理",
        "达标建设列入市委、市政府⟦20项⟧民心工程",
    ),
)
RANKED = Rule(
    "quantity.ranked",
    "a place in a ranking is an ordinal",
    re.compile(rf"⟦{_after('前', '第', '百强', '排名')}{_not_after(*_BY_THEN)}[^⟧]*[名位强]⟧"),
    examples=("综合实力进入全国前⟦10名⟧",),
    counter_examples=("2025年前⟦至少安排1名⟧残疾人",),
)
STRUCTURE = Rule(
    "quantity.structure",
    "so many of this, so many of that name the parts of a scheme",
    re.compile(
        r"⟦\d{1,2}个⟧[^，。；⟦、]{1,8}、[^，。；]{0,60}(?:格局|框架|架构|布局|体系|模式)[”\"]?\Z"
        r"|[“\"][^”\"⟦]{0,20}⟦\d{1,2}个⟧[^”\"，。]{1,20}[”\"]"
    ),
    examples=("构建⟦1个⟧中心、3个平台、N个应用的总体架构", "建设“1个中心、⟦3个⟧平台”"),
    counter_examples=("打造⟦100个⟧“五社联动”示范社区",),
)
NEGATED = Rule(
    "quantity.negated",
    "what is not done any more is no amount",
    re.compile(r"(?:不再|禁止|严禁|取消|杜绝)[^，。；⟦]{0,12}⟦"),
    examples=("不再新建⟦20万吨⟧小型煤矿",),
)
FULL_KIND = Rule(
    "quantity.full_kind",
    "全覆盖 beside other words of its kind describes a system",
    re.compile(
        r"(?:全方位[和、]?|立体化、|多层次、|全天候、|全时段、?|全流程、?|全链条、?)⟦全覆盖⟧"
        r"|⟦全覆盖⟧(?:型|式|、全|、多层|、立体|无死角|、零|监管|监测|检查|排查|摸排|督查|督导|巡查|执法|体系|网络|格局|无缝)"
        r"|⟦全面?覆盖⟧(?:、[^，。；、]{1,8})*的(?!目标|要求)"
    ),
    examples=(
        "建设全方位和⟦全覆盖⟧型社会心理服务体系",
        "构建⟦全覆盖⟧、全天候的监测网络",
        "健全党统一领导、⟦全面覆盖⟧、权威高效的监督体系",
    ),
    counter_examples=("基本公共服务实现目标人群⟦全覆盖⟧、均等化", "⟦全覆盖⟧推进城乡社区网格化服务管理"),
)
ALREADY = Rule(
    "quantity.already",
    "目前 and 截至 tell what is, not what shall be",
    re.compile(
        r"(?:截至|截止|目前|现已|已经?(?:建成|达到?|完成|累计|有|实现|培育|形成|开展)|据此?测算)"
        r"(?:(?!到20|力争|计划|确保|达到20)[^。；⟦]){0,80}⟦"
    ),
    examples=("截至2020年底，全州城市社区综合服务设施实现⟦全覆盖⟧",),
    counter_examples=("目前建成50个，到2025年建成⟦100个⟧",),
)
WHOLE = Rule(
    "quantity.whole",
    "all there are of a kind in the region: their number is known, not aimed at",
    re.compile(
        rf"⟦{_after('全[国省市区州县旗镇]', '我[省市区州县]', '辖区', '现有', '其余', '原有')}"
        r"[^⟧%％]*⟧(?!、)[^，。；、]"
    ),
    examples=("全区⟦2878个⟧城乡社区实现网格化管理",),
    counter_examples=("全市规划布局⟦28家⟧社区医院", "2023年完成其余⟦30％⟧"),
)
MEASURED_OVER = Rule(
    "quantity.measured_over",
    "so many cities or counties before what is measured in them say where",
    re.compile(
        r"⟦[^⟧%％]*个⟧(?:设区市|地级市|县级市|城市|[地省县市区镇乡]{1,2})(?!均|都|有|建|全|实|完)[^，。；、⟦\d]{2,18}?"
        r"(?:率|浓度|指数|比例|比重|占比)(?:平均)?(?:达到?|为|是|较|比|下降|上升|提高)"
    ),
    examples=("全省⟦13个⟧设区市空气质量优良天数比率平均为91.4%",),
    counter_examples=("新增⟦13个⟧县实现医保基金市级统筹", "创建⟦8个⟧县，覆盖率达到80%"),
)
INSTITUTE = Rule(
    "quantity.institute",
    "the number of an institute of a group is its name",
    re.compile(
        r"(?:电科|中电|航天|航空|航发|兵器|兵装|船舶|核工业|中科院|中国科学院)[\u4e00-\u9fff]{0,4}⟦(?<![校院学业]⟦)\d{1,3}[所院]⟧"
    ),
    examples=("支持国防科大、中电⟦48所⟧等开展联合攻关",),
    counter_examples=("新建中小学⟦9所⟧", "引进航空院校⟦2所⟧"),
)
# What is no amount, wherever it stands.
NO_AMOUNT = (
    NAMED,
    CITED,
    CIRCLE,
    ROUND_THE_CLOCK,
    AGE,
    LENGTH_OF_TIME,
    CHANGED_FROM,
    CONDITION_AFTER,
    CONDITION_BEFORE,
    PER_ONE,
    LETTER,
    GRADE,
    LISTED,
    RANKED,
    STRUCTURE,
    NEGATED,
    FULL_KIND,
    MEASURED_OVER,
    INSTITUTE,
)
# What is no commitment, though it is an amount.
NO_COMMITMENT = (ALREADY, WHOLE)
RULES = (*NO_AMOUNT, *NO_COMMITMENT)

_CONTEXT = 80  # characters of the segment on either side of the number that the rules look at


def marked(text: str, start: int, end: int, segment: Segment) -> str:
    """The segment with the number at `start`-`end` marked, as the rules read it."""
    before = text[max(segment.start, start - _CONTEXT) : start]
    after = text[end : min(max(segment.end, end), end + _CONTEXT)]
    return f"{before}⟦{text[start:end]}⟧{after}"
