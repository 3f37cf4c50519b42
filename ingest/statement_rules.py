"""The rules that make a number a stated amount, one a form of number.

In: nothing.  Out: `STATED`, the rule for each form that `ingest.quantities` tells apart; a statement names the rule
that found it.  The number under question is marked: "覆盖率达到⟦80%⟧".  Relied on: a figure with its unit is an amount
unless `ingest.quantity_rules` knows better; a spelled number or a majority is one only where a word beside it says so.
Example: "实现政务代办服务村（社区）⟦全覆盖⟧" states 100 %.
"""

from __future__ import annotations

import re

from ingest.rules import Rule

AMOUNT = Rule(
    "statement.amount",
    "a figure with the unit it counts in, or a round one before what it counts",
    re.compile(
        r"⟦[^⟧0-9０-９]*+[0-9０-９][^⟧]*(?:[万亿]⟧[\u4e00-\u9fff]|[^0-9０-９.．,万亿⟧]⟧)"
        r"|(?:数|数量|[^速]率|指数|系数|得分|评分|密度)(?:达到?|超过|突破|增至|增加到|提高到|提高至|降至|降到|控制在|保持在|为)?⟦[^⟧0-9０-９]*+[0-9０-９][^⟧]*+⟧"
        r"|[^速]率[^，。；⟦]{0,30}(?:降至|降到|下降到|提高到|提高至|提升到|提升至|升至|增至)(?:20\d\d年的?)?⟦[^⟧0-9０-９]*+[0-9０-９][^⟧]*+⟧"
    ),
    examples=(
        "农村社区综合服务设施覆盖率达到⟦80%⟧",
        "完成残疾人家庭无障碍改造⟦1.6万户⟧",
        "培训⟦50万⟧农民",
        "互联网协议第六版（IPv6）活跃用户数达到⟦4.6亿⟧",
        "年均每百万人口因自然灾害死亡率⟦小于1⟧",
        "生产总值生产安全事故死亡率由2015年的0.058降至2020年的⟦0.021⟧",
    ),
    counter_examples=("推行⟦532⟧工作法",),
)
RANGE = Rule(
    "statement.range",
    "two figures with one unit are the ends of an amount",
    re.compile(
        r"⟦[^⟧0-9０-９]*+[0-9０-９][^⟧－—–―~～至到-]*+[-－—–―~～至到][^⟧0-9０-９]*+[0-9０-９][^⟧]*[^0-9０-９.．万亿⟧]⟧"
    ),
    examples=("城市社区按⟦300户—500户⟧标准划分基础网格", "打造蔬菜生产核心示范园⟦8-10个⟧"),
)
FRACTION = Rule(
    "statement.fraction",
    "分之 or a slash makes a share",
    re.compile(r"⟦[^⟧]*(?:分之|/)[^⟧]*⟧"),
    examples=("社区工作者中党员占⟦三分之二⟧",),
)
RATIO = Rule(
    "statement.ratio",
    "a ratio is an amount where it is one of staff or places",
    re.compile(r"(?:比|配备|配置|按|达到|不低于)[^，。；]{0,8}⟦[^⟧]*[:：∶][^⟧]*⟧(?!\d|万|比例尺|的?地形)"),
    examples=("护理员与老年人的配比达到⟦1:4⟧",),
    counter_examples=("完成⟦1:500⟧地形图测绘",),
)
FULL_COVERAGE = Rule(
    "statement.full_coverage",
    "全覆盖 and 覆盖所有 are 100 %",
    re.compile(r"⟦(?<![健安齐完周]⟦)(?:全面?|全部)覆盖⟧|⟦覆盖到?(?:全部|所有)⟧"),
    examples=("实现政务代办服务村（社区）⟦全覆盖⟧", "把群众满意度调查⟦覆盖到所有⟧村社区"),
    counter_examples=("健⟦全覆盖⟧城乡的就业公共服务体系",),
)
DOUBLING = Rule(
    "statement.doubling",
    "翻番 multiplies",
    re.compile(r"⟦[^⟧]*翻[^⟧]*番[^⟧]*⟧"),
    examples=("居民人均收入⟦翻一番⟧", "较2021年⟦翻一番以上⟧"),
)
SPELLED_OUT = Rule(
    "statement.spelled_out",
    "a spelled number is an amount where a floor or 每… says so",
    re.compile(
        r"⟦(?:至少|最少|不少于|不低于|不超过|每|≥)[^⟧]*⟧"
        r"|每[^，。；⟦]{1,20}?(?:至少|应|要|均|都)*(?:有|配备|配有|配|设立|设置|设|建有|建成|建设|建立|建|拥有|明确|培养|培育|选派|确定|组织|举办)⟦"
        r"|(?:达到|新增|建成|新建|创建|打造|培育|完成)⟦[^⟧]*十[^⟧]*⟧"
    ),
    examples=("每个村(社区)⟦至少设立一名⟧儿童主任", "基本实现每个国家扶贫开发工作重点县有⟦一家⟧社会工作服务站"),
    counter_examples=("把各类网格统一整合成⟦一张⟧网", "坚持问题导向，突出⟦三个⟧着力", "将城乡社区工作者轮训⟦一遍⟧"),
)
MAJORITY = Rule(
    "statement.majority",
    "过半 is an amount of a share, not a vote",
    re.compile(r"(?:双|比例|占比|占|比重|率)[^，。；⟦]{0,4}⟦"),
    examples=("业主代表、业主委员会成员中党员比例双⟦过半⟧",),
    counter_examples=("经⟦半数以上⟧居民同意",),
)
STATED: dict[str, Rule] = {
    "arabic": AMOUNT,
    "range": RANGE,
    "fraction": FRACTION,
    "ratio": RATIO,
    "coverage": FULL_COVERAGE,
    "doubling": DOUBLING,
    "spelled": SPELLED_OUT,
    "majority": MAJORITY,
}
RULES = tuple(STATED.values())
