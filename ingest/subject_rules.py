"""The rules that find what an amount is about where the words beside its number do not say it, or say more than it.

In: nothing.  Out: `Rule` objects over a stretch of text in which the number is marked: "每个村⟦不低于300平方米⟧"; their
named groups are what the subject is built from.  Relied on: a plan names whom, what and of what once, and goes on
without; what it orders (落实…要求, 按照…标准) stands around the amount and is no part of what is measured.
Example: "占总面积" is heard in "办公面积⟦不得超出总面积的30%⟧".
"""

from __future__ import annotations

import re

from ingest.rules import Rule

_DEMAND = "规划目标|建设目标|目标要求|目标|规定|要求|比例"
# Words of doing after which stands what is done.
DOING = (
    "新建|改建|扩建|改扩建|新建改扩建|改造|新增|打造|培育|培养|创建|建成|建设|培训|引进|配备|设立|设置|建立|开展|完成|实施|组建|"
    "实现|达到|建有|设有|配有|拥有|有|参加|参与|提供|成立|取得|通过|纳入|加入|安装|接入|支持"
)

QUOTED_DEMAND = Rule(
    "subject.quoted_demand",
    "a demand in quotes is told by what stands within them",
    re.compile(
        r"(?:落实|对标国家|对标|按照|按|执行|达到)?[“\"](?P<before>[^”\"“]*)⟦[^⟧]*⟧"
        rf"(?P<after>[^”\"“]*)[”\"]的?(?:{_DEMAND})"
    ),
    examples=(
        "对标国家“每百户居民拥有社区综合服务设施面积⟦不低于30平方米⟧”规划目标",
        "确保新建或改建住宅小区落实“开发建设单位按每户⟦0.3平方米⟧标准配建社区服务用房”规定",
    ),
    counter_examples=("实现社区“⟦15分钟⟧健身圈”全覆盖",),
)
DEMAND = Rule(
    "subject.demand",
    "what the amount is asked by, after it: 要求, 规定, a standard that something is built to",
    re.compile(rf"⟧[”\"]?的?(?:(?:{_DEMAND})\Z|标准(?![化件率])(?:(?:进行|予以)?(?:建设|执行|落实|实施|配置)\Z)?)"),
    examples=(
        "业主委员会成员中党员比例⟦双过半⟧要求",
        "扩建社区总面积⟦不低于800平方米⟧的标准进行建设",
        "按照每百户居民⟦不低于30平方米⟧的标准配建城乡社区综合服务设施",
    ),
    counter_examples=("创建⟦30个⟧标准化社区", "按村“两委”负责人补贴标准的⟦80%⟧执行"),
)
SHARE_OF_WHOLE = Rule(
    "subject.share_of_whole",
    "what is reached is a share of a whole that is named before the number",
    re.compile(
        r"(?<![高低到])(?:达到|达)(?P<whole>[^，。；、⟦]{0,14}?(?:总[\u4e00-\u9fff]{1,4}?|人口))的?⟦[^⟧]*[%％‰]"
        r"|⟦不[^⟧0-9]*?[于过出](?P<named>总[\u4e00-\u9fff]{1,6}?)的[0-9]"
    ),
    examples=(
        "社区志愿者注册人数达到社区常驻人口⟦15%以上⟧",
        "农村牧区社区试点达到嘎查村总数的⟦50%以上⟧",
        "办公面积⟦不得超出总面积的30%⟧",
    ),
    counter_examples=("服务人口达到⟦90%⟧", "老年人口达到⟦20%⟧"),
)
DIMENSION_FIRST = Rule(
    "subject.dimension_first",
    "how large it is stands before the thing: the number, 的, and then what is so large",
    re.compile(
        r"(?P<dimension>(?:总|建筑|占地|使用|用房|建设|总建筑)?面积|总投资|投资额?|规模|占地|总长度?|库容|日处理能力)"
        r"⟦[^⟧%％]*⟧的(?!标准)(?P<thing>[\u4e00-\u9fff（）()]{2,})"
    ),
    examples=("建设总面积⟦不低于300平方米⟧的社区服务中心", "建设占地⟦60亩⟧的综合应急救援训练基地"),
    counter_examples=("新建社区总面积⟦不低于1000平方米⟧", "扩建社区总面积⟦不低于800平方米⟧的标准进行建设"),
)
EACH_IN_ORDER = Rule(
    "subject.each_in_order",
    "分别 deals out the amounts to the things listed before it",
    re.compile(r"分别(?:(?P<change>下降|降低|减少|增长|增加|提高|提升)(?![到至]))?[^，。；⟦]{0,6}⟦"),
    examples=("社区“一肩挑”和交叉任职比例分别达到⟦98.6%⟧",),
    counter_examples=("社区达标率达到⟦100%⟧",),
)
EACH = Rule(
    "subject.each",
    "whom each amount holds for, named once: what is listed after it holds for the same",
    re.compile(
        r"\A(?:在|按照?|原则上)*(?P<each>(?:每[一个名家所座户]?|1[个名家所户]|所有|各)[^，。；⟦0-9]{1,24}?)(?=均|都|至少|应|要|⟦|"
        rf"{DOING}|平均|原则上)"
    ),
    examples=("每个社区配备⟦1名⟧社区党组织书记", "每个社康中心⟦至少配备1名⟧公共卫生医师", "1个网格设立⟦1个⟧党支部"),
    counter_examples=("全市社康机构⟦达1000家以上⟧",),
)
SHARE_OF_MANY = Rule(
    "subject.share_of_many",
    "a share before those it is a share of, and then what they do",
    re.compile(rf"⟦[^⟧]*[%％][^⟧]*⟧的?(?P<many>[^，。；、⟦]{{0,24}}?)(?P<doing>{DOING}|得到).{{2}}"),
    examples=("力争⟦80%⟧的商品住房和公共住房社区实现15分钟服务圈全覆盖", "⟦90%⟧达到绿色(宜居)社区标准"),
    counter_examples=("行政村通5G比例达到⟦80%⟧",),
)
# What is done to all that a list names after it.
_MAKING = (
    "新建改扩建|新改扩建|改扩建|新建|改建|扩建|改造|打造|培育|培养|创建|建成|建设|培训|引进|完成|启动|获批|获评|认定|评选|命名"
    "|落地|开工|竣工|投产|招引|选派|选聘|布设|投放|更新|关闭|整治|新登记|新认定|创成"
)
MAKING = Rule(
    "subject.making",
    "what is made, told by its verb once for all that is listed",
    re.compile(rf"\A(?P<making>{_MAKING}|[^，。；⟦]{{0,16}}?新增)(?=[^，。；⟦]{{2}})"),
    examples=("新建社区多功能运动场", "打造示范社区", "全市新增养老床位"),
    counter_examples=("建有社区警务室", "全市建成社区党群服务中心"),
)
# What is moved or measured: a stretch with one of these has a verb of its own.
_MOVED = (
    "惠及|带动|发放|主导|制定|淘汰|关闭|吸引|解决|救治|满足|缩短|增加|提升|提高|下降|减少|覆盖|超过|占|计|突破|增长"
)
LISTED_ON = Rule(
    "subject.listed_on",
    "a bare thing with its count, as the next of a list has it",
    re.compile(
        rf"\A(?!全|总|共|各|每|其|累计|年|力争|推|确保|打通|治理|{_MAKING}|{DOING})(?!.*(?:(?:{DOING}|服务)(?!⟦)|{_MOVED}))"
        r"[^，。；⟦0-9]{0,30}(?<![率数量例重比到为达至度值平])"
        r"⟦[^⟧%％0-9]*[0-9][^⟧]*?[个家所座处名支辆条公里套台项间张只件户亩](?:以上|左右)?⟧(?!的)"
    ),
    examples=("健身步道⟦500公里⟧", "⟦50家⟧专精特新企业", "⟦1701家⟧老人家食堂", "老旧小区改造⟦8.36万户⟧"),
    counter_examples=(
        "全市养老机构⟦120家⟧",
        "培训⟦2万⟧农民",
        "外来入侵物种监测点达到⟦30个⟧",
        "惠及居民⟦5.8万户⟧",
        "开工筹集保障性住房⟦1.6万套⟧",
    ),
)
AMONG = Rule(
    "subject.among",
    "其中 says a part of what was spoken of before",
    re.compile(r"其中[，,：:]?[^，。；]{0,80}\Z"),
    examples=("其中持有国家社会工作者职业资格证书的⟦1.08万人⟧", "其中,大专及以上文化程度的占⟦89.6%⟧"),
    counter_examples=("嘎查村干部高中以上学历⟦3213人⟧",),
)
BARE = Rule(
    "subject.bare",
    "a size, a sum or a rate alone does not say what it is of",
    re.compile(
        r"\A(?P<each>每(?:[十百千万]+[户人]|[个名家]?[村户人镇])(?:居民|家庭)?)\Z"
        r"|\A(?:(?:总|建筑|总建筑|用房)?面积|总投资|规模|总量|总数|数量"
        r"|投入(?:资金|经费|财政资金)?|[月年]?(?:探访|服务|覆盖|普及|达标|合格|满意|办结|完成|处置|参与|知晓|签约|入户|建成|开放"
        r"|配备|参保|机械化|持证|接种|上报|复绿)率(?:[和、与].{2,6}率)?)\Z"
    ),
    examples=("总面积", "每百户", "投入资金", "月探访率和社区服务率"),
    counter_examples=("社区达标率", "每个社区每百户城乡社区综合服务设施", "公园绿地服务半径覆盖率"),
)
SIZE = Rule(
    "subject.size",
    "how large it is made, alone in its sentence, is said of what the sentence before was about",
    re.compile(r"\A(?:适度|合理|动态|科学)?(?:调整|扩大|缩小|优化)?(?P<size>规模|总?面积|数量)\Z"),
    examples=("适度调整规模", "总面积"),
    counter_examples=("社区规模", "中心建筑面积"),
)
TOPIC = Rule(
    "subject.topic",
    "a stretch without a number opens with what the amounts after it are of",
    re.compile(
        r"\A(?:(?:着力|大力|积极|扎实|深入|全面|持续|加快|稳步|进一步)*(?:推进|推动|加强|强化|实施|开展|健全|完善|建立健全|建立|加快|提升|提高)"
        r"|[把将])(?P<topic>[^，。；]{4,40}?)"
        r"(?:(?:服务|工作)?(?:机制|制度|体系)|建设|改造|工程|工作|管理|力度|列入.*|纳入.*)?\Z"
    ),
    examples=(
        "推进城乡社区综合服务设施建设",
        "健全村社区特殊困难老年人服务机制",
        "把村社区党群服务中心达标建设列入民心工程",
    ),
    counter_examples=("到2025年", "社区工作人员待遇水平逐步提高"),
)
RULES = (
    QUOTED_DEMAND,
    DEMAND,
    SHARE_OF_WHOLE,
    DIMENSION_FIRST,
    EACH_IN_ORDER,
    EACH,
    SHARE_OF_MANY,
    MAKING,
    LISTED_ON,
    AMONG,
    BARE,
    SIZE,
    TOPIC,
)
