"""What the words of a question mark: what kind of thing is asked for, and what is said of it.

In: the plain question without the names of plans.  Out: `Slots`.  Relied on: what is asked for stands behind its
question word (哪些部门, 什么文件), or is what "…的" at the end is said of (没写托育的是); how it is asked stands in few
words that have no other use (只有, 最, 没有).  Example: "哪份规划没提托育" asks for a plan and denies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Asked(Enum):
    """The kinds of things a question can ask for."""

    PLAN = "规划"
    BODY = "部门"
    DOCUMENT = "文件"
    ACTION = "行动"
    UNIT = "任务"
    FIGURE = "数值"
    COUNT = "个数"


# Bounds of a value and what is said of gaps, in which nothing is denied.
_NO_DENIAL = re.compile(
    r"别(?:家|处|的地方|人)[^,，]{0,4}[没无]|不(?:少于|低于|超过|得少于|得超过|得超出|能超过|高于|小于|同|一样|断)|有没有|有无|是不是|(?:如果|若)?没(?:有)?(?:写|提|定)的?(?:话)?[,，]?(?:请|就|也)?(?:标|注|写|填|说)"
    r"|(?P<said>[一-鿿])[没不](?P=said)(?:进去?|到|过|出)?|没有?的(?:请|就|也)?(?:写|填|标|注)|(?:没有?|未|不)(?:规定|要求|写|提|定|给|设|说|讲)(?:明|到)?(?:数字?|目标)?的(?:请|就|也|都|要)*(?:点|指|挑|标|列|说)(?:出来?|明)|无(?:障碍|人(?!提)|物业|偿|线)|有了?没有?[?？。]*$|[了过][^,，。?？]{0,10}没有?[?？。]*$|设了?没有[?？。]*$|未成年|未来"
)
_DENIED = re.compile(
    r"没(?!收)|未|不(?:涉及|提|写|包括|包含|含|见|谈|设|搞|讲|要求)|不[一-鿿]{1,4}的(?:都)?(?:是|有)(?:谁|哪)|缺|漏|[找看见查寻]不(?:到|着|见|出)|空白|落下|只字|一字(?=未|不)"
)
# What a plan does not say; elsewhere than where it is asked who, only this denies: "给菜市场补缺，只有谁提了".
_NOT_SAID = re.compile(
    r"(?:没有?|未|不)(?:被|有|曾)?(?:做出?|作出?)?(?:写|提|说|讲|列|谈|管|顾|涵盖|体现|涉及|包[括含]|出现|见|安排|规定|要求|设|定|把)"
    r"|(?:规划|文件|方案|文本|份|家|地方)里?头?(?:根本|压根|却|都|就|也|是)*[找看见查寻]不(?:到|着|见|出)"
)
_ASKER = re.compile(r"谁|哪|几[家份]|几个地方|什么地方|[的规划]{1,3}[?？。]*$")
_QUOTED = re.compile(r"[“\"「『《‘'][^“”\"「」『』《》‘’']{1,60}[”\"」』》’']")
# What a question of values adds at its end: "两家分别给出来,看谁没到".
_ASIDE = re.compile(r"[,，](?:看看?|比比|再看看?)(?:谁|哪)[^,，。?？]*")
# Who gives a figure, or none, beside how much: "谁定了数,定的是多少", "…多少平方米?逐个说说,哪份没给数".
_MUCH = r"(?:多少|(?<!哪)几(?![份家地]|个(?:地|规划|省|城|[没未不提写]))|多[大高长])"
_GIVES = r"(?:定|给|写|设|提)(?:了|出|下|明|过)*(?:具体|明确)?的?(?:数字?|数值|目标值?|指标)?"
_GIVER = r"(?:谁家?|哪(?:一|几|些)?[家份个](?:规划|文件|方案|地[方区])?)"
_POINTED_OUT = r"(?:[,，]?(?:也|请|就|都|要|同样|一并)*(?:标|列|注|点|指|说|写|报|讲)(?:出来?|明|一[下声]|上)?)"
_WHO_GIVES = re.compile(
    rf"{_GIVER}(?:都|有)?{_GIVES}[,，](?=[^,，。?？]{{0,8}}{_MUCH})"
    rf"|{_GIVER}(?:都|有)?(?:定|给|写|设|提)(?:了|出|过)*(?:20\d\d年)?的?(?:数字?|数值|目标值?)[?？。](?=.*(?:逐个|分别|挨个)[说列报讲])"
    rf"|(?P<much>{_MUCH}.*)[,，?？。](?:又|还|另外)?(?:{_GIVER}(?:还)?(?:没有?|未){_GIVES}(?:人数|个数|户数)?的?"
    rf"|(?:没有?|未){_GIVES}(?:人数|个数|户数)?的|{_GIVER}(?:还)?(?:没有?|未)(?:规定|要求|明确)的?)(?:话|地方|规划)?{_POINTED_OUT}?[?？。]*$"
    rf"|(?P<each>(?:各|各自|分别)(?:是|为|有|要|定)*{_MUCH}[^,，。?？]*)[,，](?:谁|哪)(?:[边家个方头]|一家|一边)*(?:[更要得]|比较)?(?:更|得)?"
    r"[高低多少大小严](?:一?[些点])?[?？。]*$"
    rf"|(?:谁|哪[边家个方头份]?)(?:定|要求)?得?更?[高低多少大小严](?:一?[些点])?[,，?？](?=(?:各|各自|分别)(?:是|为|定|要)*{_MUCH})"
)
_ALONE = re.compile(
    r"只有|仅有|仅见|仅(?:一|在)|唯一|唯独|独(?:有|家|一|此|见|自|独)|单单|单独|只此|只在|只见|才有|(?:就|只)(?:是)?(?:谁|哪)|(?:就|只)一(?:家|份|个|处|地)|特有|别(?:家|处|的地方|人)[^,，]{0,4}[没无](?!有?[?？。]*$)"
    r"|(?:其他|其它|其余|另外)[^,，。?？谁哪]{0,6}(?:没|未)[^。?？]*(?:谁|哪)"
)
_DEGREE = r"(?:高|低|多|少|大|小|严格?|早|晚|先|后|宽松?|强|弱|长|短|重|轻|快|慢|细|超前|进取|积极|保守)"
_ONE_OF_TWO = (
    rf"(?<![多不最至减缺]){_DEGREE}(?:一?[些点])?的(?:那一?|一)[家方边份](?=[^,，。?？]*(?:多少|几|谁|哪))"
    rf"|{_DEGREE}的是[^,，。?？]{{0,8}}还是"
)
_MOST = re.compile(
    r"最(?!美|近|接近|相近|相似|像|后(?!到期|结束|出|印|发|一名)|终|新(?!的?(?:是|一份|规划)|[,，?？。])|佳|基层|末|小(?:面积|规模|单元)|低(?:工资|生活|收入|标准))"
    r"|最近(?:才|刚)?(?:公布|发布|印发|出台)|比(?:别|其他|其它|其余|另外|谁)[^,，。?？]{0,5}(?:高|多|少|低|早|晚|大|小|严)"
    r"|[从由][多少高低大小早晚]到[多少高低大小早晚]|第[二三](?:多|高|大|小|少|低|名|位)|(?:排(?:名|在)?|居|列)第[二三]"
    r"|居首|榜首|首位|第一(?![个批章节份])|垫底|领先|倒数|冠军|拔头筹|拔尖|冒尖|占鳌头|夺魁|居末|末位|打头|排(?:在)?(?:头|前)"
    rf"|(?:谁|哪)[^。?？]*(?:更|要求|得|数|的)(?:更|比较|较)?{_DEGREE}(?:一?些|一?点)?(?:的)?(?:[?？。]|$|[,，])"
    rf"|(?:谁|哪[边家个方头份]?|哪里|哪儿)(?:更|比较)?{_DEGREE}(?:一?[些点])?(?:[?？。,，]|$)"
    r"|(?:谁|哪[边家方头份个])[^,，。?？]{0,20}(?<![不多最至减缺])[多少大高](?:一?[些点])?[?？,，]"
    r"|(?:谁|哪)[^,，。?？]*(?:多|少|高|低|早|晚)(?:几|多少)[^,，。?？]*[?？。]*$"
    rf"|(?:谁|哪)[^,，。?？]{{0,12}}更{_DEGREE}|(?:高|低|多|少|大|小|严)还是"
    rf"|(?<![多不最至减缺]){_DEGREE}(?:一?[些点])?的(?:那?一?[家方边地份个])?(?:是|为|属于?|出自)(?:谁|哪)|{_ONE_OF_TWO}"
)
# A floor of what is asked for, where nobody is asked for: "一天最少要开放几小时".
_FLOOR = re.compile(r"最[少低多高](?:也)?(?:要(?!求)|得(?!分|票)|应|需|须|不[得能])(?!.*(?:谁|哪))")
_COMMON = re.compile(
    r"共同|同时|都|一起|均|共有|[两二三四多几]份(?:规划)?(?:及|或|和)?(?:以上|都)|至少[两二三四](?:份|家|个)|不止一|多[份家]|被引|重复|通用"
)
# An amount is asked for, not who has the thing: "有没有哪家规定了…每月要来几次".
SET_BY_ANY = re.compile(
    r"有没有(?:谁|哪)[^,，。?？]{0,6}(?:规定|写明|要求|明确|定|给)了?[^,，。?？]{2,}(?:几|多少)[^,，。?？]{0,3}[?？。]*$"
)
_YES_NO = re.compile(r"有没有|有无|是否|是不是|吗[?？。]*$|没有[?？。]*$|有没[?？。]*$")
_PLAN = r"规划|地方|地区|省|市(?!场|民|区|里|级)|城市|州|方案|文本"
_BODY = r"部门|单位|机构|司局|委办局|(?<!布)局|委员会|主体|级政府|政府|责任方"
_DOCUMENT = r"文件|意见|通知|法律|法规|法|政策|制度|决定|纲要|办法|依据|文号|条例"
_ACTION = r"专项行动|行动|工程|专项|试点"
_UNIT = r"任务|工作|事|活|职责|责任|措施|领域|名单|条"
_WHICH = (
    r"(?:哪(?:些|几|一|两|三|四)?(?:个|份|家|处|项|条|部(?!门)|种|类|级|座|所|名|件|地(?!点|址))?"
    r"|(?:什么|啥)样?(?:的)?|何种?)"
)
_BEHIND = re.compile(rf"{_WHICH}(?P<noun>[^,，。?？;；、的了是有]{{0,9}})")
# What is said of whoever is asked for begins with a verb: "哪家没提社会工作者", "哪几家写了".
_SAID = re.compile(r"[没未不提写把要有搞做]|这[样么]|也|都|真|曾|明确|专门|压根|根本|完全|一个?字|只字")
# Of plans that are only numbered: "五份里的哪些".
_AMONG = re.compile(
    r"(?:[两三四五六七八九几各]|\d)(?:份|地|家|个地[方区]|个规划)(?:规划|文件)?(?:里头?|当中|之中|中|内)?的?[,，]?都?(?:有|是)?哪(?:些|几个?|一?个)"
)
_LED = (
    r"负责(?![人同])|牵头|主管|分管|归口|承担|承办|落实|抓|兜底|管(?![理网线道护控])|分工|配合|参与|督导"
    r"|解决|兼任|出钱|买单|干(?!部)|办(?![公法理])"
)
_WHO_DOES = re.compile(
    rf"(?:由|归|找|靠|让|请|属)(?:谁|哪)|谁(?:来|去|应|要|该|应该|要去)?(?:{_LED})|谁(?:来|去|该|应该)(?:做|组织|实施|制定|建|出面)"
    r"|谁的(?:责任|职责|事|活|任务)|[落压交推][在到给](?:了)?(?:谁|哪)|(?:谁|哪[^,，。?？]{1,6})的?(?:头上|肩上|名下)|责任(?:在|归|落在?)(?:谁|哪)|分工的?(?:是|有)?(?:谁|哪)"
    r"|(?:责任|牵头|主管|配合|参与|实施|分工|承办|主责|落实)(?:单位|部门|主体|方)"
)
# At the end of a question of one plan: "负责天津法律服务社区行动的部门有哪些".
_LEADING = re.compile(rf"(?:{_LED})[^,，。?？]{{0,24}}的(?:都?有|是|单位|部门)?(?:谁|哪|什么)?[^,，]{{0,4}}[?？。]*$")
_BODY_ASKED = re.compile(rf"(?:{_BODY})(?:都|一共|分别|具体|各)*(?:有|是|包括|为)?(?:哪|谁|什么)")
_CITED = re.compile(
    r"引(?!导|进|领|入|擎|才)|点了?(?:名|哪|到|出)|照着|依据|根据|参照|参考|遵照|书名号|文号|发文|字号|印发|出台|文件[^,，。?？]{0,4}(?:同时|都)?出现"
    r"|字(?:开头|打头)|(?:落实|贯彻|按照|对接|衔接|实施|执行|遵循)(?:了|过)?(?=[^,，]{0,12}(?:哪|什么))"
    r"|(?:提到|提及|写到)[^,，]{0,14}(?:哪|什么|几)|(?:提到|提及)的[^,，]{0,14}(?:文件|意见|法|规划|纲要|方案)"
)
_DOCUMENT_NAMED = re.compile(
    r"(?:文件|制度|法律|法规)(?:的?(?:名称|名字|标题|全称|清单|名单))?|(?:编制|制定)的?依据|依据(?:是|有)(?:什么|哪)"
    r"|(?:提到|引用?|依据|根据|参照|参考|按照|点名|点到|援引|落实|实施|执行)的[^,，。?？]{0,14}(?:规划|纲要|方案|意见)(?:叫|是|名)"
    r"|(?:规划|纲要|方案|意见|通知|决定|办法|条例|文件)[^。?？]{0,8}(?:全称|全名)"
    r"|(?:意见|通知|决定|纲要|条例|文件)都?(?:分别)?(?:叫|是)(?:什么|哪|啥)"
)
_FIGURE = re.compile(
    r"多少|(?<![哪好])几(?![乎点])|多[大高长久宽远快]|比例|比重|占比|百分|[^效]率(?!先)|怎么(?:定|写|要求|说|讲|规定)|如何(?:定|规定|要求)|怎样规定|什么(?:程度|规模|要求|水平|比例|标准)|目标|数值|数量|人数|户数|面积|标准|数字|几成|规模|任务量|额|现状"
)
_PARTS = (
    r"专栏|专项行动|行动计划|行动|工程|任务组|任务|保障措施|组织保障|实施保障|保障|指标|章节|章|节(?!假)|部分|文件"
    r"|责任部门|责任单位|部门|单位(?!党)|条款|条目|原则|量化目标|措施|计划|举措|方面|大类|大块|(?:系列)?活动"
    r"|[一二三]级标题|小?标题|板块|清单|小节"
)
_COUNTED = re.compile(
    rf"(?:(?<!哪)几|多少)(?:个|项(?!目)|条|份|类|大|种|章|节|家|行|块)*[^,，。?？、的]{{0,4}}的?(?:具体|重点|主要|子|市级|区级|配套|独立)?(?:{_PARTS})(?!的|社区|服务)"
    rf"|(?:{_PARTS})[^,，。?？]{{0,9}}(?:(?<!哪)几|多少)(?:个|项(?!目)|条|份|行|类)(?:子?(?:{_PARTS}))?[?？。]*$"
    r"|(?:(?<!哪)几|多少)(?:个|大|类)*(?:块(?=[?？。,，]|$|任务|内容|工作)|类|方面|部分|行(?!政|动)|章|节(?!假))|(?:有|分|列|设|写|总结|归纳|提|提出|分析|讲|概括|包含|包括|安排|部署|定|明确|含)(?:了|成|为)?(?:几|多少)(?:条|项|点|方面)[?？。]*$"
    rf"|(?:{_PARTS})(?:数量?|一共|总共|共)?(?:有|是|分|列|设|包括|包含|含)*(?:(?<!哪)几|多少)(?:个|项(?!目)|条|份|类|种|行)?(?![^,，。?？]*(?:{_PARTS}))(?=[^一-鿿]|$|[,，])"
)
_NUMBER_OF = re.compile(rf"(?:{_PARTS})的?(?:个数|数量|总数|条数|数目)(?:是|有|为)?(?:多少)?[?？。]*$")
_ALIKE_COUNTED = re.compile(
    rf"(?:{_PARTS})[^,，。?？]{{0,4}}(?:(?<!哪)几|多少)(?:个|项|条)(?:是|都)?(?:相同|一样|共有|重合|重复)"
)
_UNDER = re.compile(
    r"[”」』\"](?:的?下面?|的?里面?|中|之下|部分|一章|一节|那部分)*(?:一共|总共|共|都)*(?:有|分|列|设|包括|包含)?了?(?:几|多少)(?:条|项|个|点)[?？。]*$"
)
_ITEMS_COUNTED = re.compile(r"(?:一共|总共|从头到尾|通篇|全文|整份)[^,，。?？]{0,6}(?:多少|几)条[?？。]*$")
# A phrase in quotation marks, by what it is, with how often it stands: "“…”这样的落款有几处".
_CALLED = (
    r"[”」』\"](?:[这那](?:样|种|类|个|一|句|几个字)?)?的?(?:落款|字样|字眼|说法|表述|提法|写法|措辞|词语?|话|句子|结尾|短语|口号)"
    r"[^。?？]{0,16}(?:几|多少)(?:次|回|处|遍|个地方)"
)
# How often something is said.
TIMES = re.compile(
    r"(?:出现|提|说|用|写|讲)[^,，。?？]{0,12}(?:几|多少)(?:次|回|处|遍)|(?:次数|频率|频次)"
    r"|(?<!哪)(?:几|多少)(?:次|回|处|遍|个地方)(?:出现|提|说|写|讲)"
    rf"|(?:出现|提)得?(?:到|及)?的?最[多少]|{_CALLED}"
)
_IN_ALL = re.compile(rf"(?:{_PARTS})[^。?？]*(?:一共|总共|共|合计)(?:有|是)?(?:几|多少)(?:个|项|条)[?？。]*$")
_EACH_IN_ALL = re.compile(
    r"(?:各|分别)[^,，。?？]{0,4}几(?:条|项|个)[^?？]*(?:合计|总共|一共|共)(?:是|有)?多少[?？。]*$"
)
_SAID_TIMES = re.compile(
    r"(?<!哪)(?:几|多少)(?:次|回|处|遍|个地方)(?:出现|提|说|写|讲)|(?:出现|提|说|用|写|讲)[^,，。?？]{0,12}(?:几|多少)(?:次|回|处|遍)[?？。]*$|"
    r"(?<!哪)(?:几|多少)(?:次|回|处|遍)(?:写|提|用|是|有)?(?:到|着|了)?[“「『\"]|" + _CALLED
)
_IN_BOX = re.compile(r"专栏(?:\d+|[二三四五六七八九十]|一(?!共))[^,，。?？]{0,10}(?:几|多少)")
_COUNTS = (_COUNTED, _NUMBER_OF, _ALIKE_COUNTED, _EACH_IN_ALL, _UNDER, _ITEMS_COUNTED, _IN_ALL, _SAID_TIMES, _IN_BOX)
# Members of a list are counted: "说的是几类委员会", "几个“化”的标准".
LISTED = re.compile(
    r"(?:几|好几|好多|多少)(?:[类种](?:不同的?)?|(?:个|大)?[“\"](?=[一-鿿]{1,2}[”\"]))(?P<noun>(?!方|规划|文件)[一-鿿]{1,6}?)(?=[”\"?？。,，的]|$)"
)
_PLANS_COUNTED = re.compile(
    r"的(?:一共|总共|共)?有几(?:份|家|个地[方区])(?:规划)?[?？。]*$|"
    r"多少(?:份|个)(?:规划|地方)|(?<!哪)几(?:份规划|份(?=[有提写没要设])|个地方|个地区|家(?=[有提写没要设])|地(?=[有提写没要设]))"
)
# What is said of plans at the end of a question that has no question word: "未提到家庭医生的规划".
_OF_PLANS = re.compile(
    r"的(?:规划|地方|地区|城市|省份|方案|有|是|都有|都是)+[?？。]*$|的(?:都)?(?:有|是)(?:谁|哪[里些几]?[份个家]?[?？。]*$)|的(?:规划|地方|地区|城市)(?:都)?(?:有|是)"
)
_ALSO = re.compile(
    r"对应|对口|相当|类似|相近|接近|相似|最像|同类|对照|对得上|差不多|一样|叫(?:什么|啥|做|法)|名称|名字|行动名|名叫|管这个叫|又叫|各叫|同样"
)
_ACTIONS = re.compile(r"行动|工程|专项|试点")
_PAST = re.compile(
    r"截[至止]|目前|回顾|成绩|总结|现在|现有|现状|当前|已有|已经|已建|已达|累计|曾|此前|过去|之前|以前|上一个五年|上个五年|出台前|编制前|规划前|前夕"
    r"|(?<!规划期)末(?!.{0,6}(?:要|达到|实现)|[^,，。?？]{0,14}(?:计划|打算|准备|预计|拟[增新再建]|力争|争取))|结束时|建成了|配备了|投了|建了|花了|干了|办了|写成的时候|基础|[期年]间(?:累计|投)|成效|成就|涨了|增(?:加|长)了|多了|当时"
)
_AIMS = re.compile(
    r"要(?!求)|目标|达到|到20\d\d|应|打算|计划|标准|怎么定|规定|要求|力争|准备|拟|定(?:了|的|到|为|多|几|在|得)|将|以后|今后|未来|新建|得(?:有|配|建)"
)
_STOCK = re.compile(
    r"(?<![拥应要须具])有(?:多少|几|多[高大长])|占(?:了|到)?(?:多少|几|多大)|多少.{0,12}(?:占|其中)|(?:人数|数量)(?:和|、|及)比例"
)


@dataclass(frozen=True, slots=True)
class Slots:
    """What a question marks."""

    asked: frozenset[Asked]
    denied: bool  # whoever has it not is asked for
    alone: bool
    most: bool  # the highest, lowest, first or last
    common: bool
    yes_no: bool
    cites: bool
    acts: bool  # an action is spoken of
    alike: bool  # what corresponds, or what it is called
    does: bool  # who does something
    leads: bool  # the same, if of one plan
    past: bool
    aims: bool
    stock: bool  # how many there are
    who: bool  # 谁 or 哪家, which may be a plan or a body


def read_slots(text: str) -> Slots:
    """What a plain text marks."""
    whole, text = text, of_values(_QUOTED.sub("“@”", text))
    settled = _NO_DENIAL.sub("", text)
    text = _ASIDE.sub("", text) or text
    return Slots(
        asked=_asked(text),
        denied=_denies(settled),
        alone=_ALONE.search(text) is not None,
        most=_MOST.search(_FLOOR.sub("", text)) is not None,
        common=_COMMON.search(text) is not None,
        yes_no=_YES_NO.search(text) is not None,
        cites=_CITED.search(text) is not None,
        acts=_ACTIONS.search(whole) is not None,
        alike=_ALSO.search(text) is not None,
        does=_WHO_DOES.search(text) is not None,
        leads=_LEADING.search(text) is not None,
        past=_PAST.search(text) is not None,
        aims=_AIMS.search(text) is not None,
        stock=_STOCK.search(text) is not None,
        who=re.search(r"谁|哪(?:一|几|些|两)?家|哪(?:一|几|些)?个?[?？。,，]", text) is not None,
    )


def of_values(text: str) -> str:
    """A question of how much without what it asks besides of who says how much, which its answer tells."""
    return _WHO_GIVES.sub(lambda found: found["much"] or found["each"] or "", text)


def _denies(text: str) -> bool:
    """Whether whoever has it not is asked for: denied where it is asked who, or said elsewhere not to be said."""
    parts = re.split(r"[,，;；。:：]", text)
    asking = [part for part in parts if _ASKER.search(part)]
    return any(map(_DENIED.search, asking or parts)) or any(map(_NOT_SAID.search, parts))


def _asked(text: str) -> frozenset[Asked]:
    """The kinds of things asked for, by the nouns behind the question words and by what stands at the end."""
    found: set[Asked] = set()
    for behind in _BEHIND.finditer(text):
        noun = behind["noun"]
        kinds = [(place.start(), kind) for kind, names in _NOUNS if (place := names.search(noun)) is not None]
        kinds = [one for one in kinds if not _SAID.search(noun[: one[0]])]
        if kinds:
            found.add(min(kinds, key=lambda one: one[0])[1])
        elif re.search(r"哪(?:一|几|些|两|三)?(?:家|份|地|座|边|方(?!面)|头)|哪[里儿]", behind[0]) or (
            behind[0].startswith("哪") and _SAID.match(noun)
        ):
            found.add(Asked.PLAN)
    if (
        re.search(rf"谁|{_ONE_OF_TWO}", text)
        or _PLANS_COUNTED.search(text)
        or _OF_PLANS.search(text)
        or _AMONG.search(text)
    ):
        found.add(Asked.PLAN)
    if any(rule.search(text) for rule in _COUNTS) and not _PLANS_COUNTED.search(text):
        found.add(Asked.COUNT)
    if _FIGURE.search(text):
        found.add(Asked.FIGURE)
    if _DOCUMENT_NAMED.search(text):
        found.add(Asked.DOCUMENT)
    if _BODY_ASKED.search(text):
        found.add(Asked.BODY)
    return frozenset(found)


_NOUNS = tuple(
    (kind, re.compile(names))
    for kind, names in (
        (Asked.BODY, _BODY),
        (Asked.DOCUMENT, _DOCUMENT),
        (Asked.ACTION, _ACTION),
        (Asked.UNIT, _UNIT),
        (Asked.PLAN, _PLAN),
    )
)
