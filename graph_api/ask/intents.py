"""What a question wants: one of the kinds that can be answered, by the words that ask for it.

In: the plain question.  Out: `Intent`, and the next likely one where a second rule fits too.  Relied on: the rules are
tried in their order, the narrower before the wider: "只有哪一份没有写" asks who lacks, not who alone has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Intent(Enum):
    """The kinds of questions, with what a sentence calls them."""

    VALUE = "数值比较"
    BASELINE = "基期成效"
    WHO_HAS = "谁有"
    WHO_LACKS = "谁没有"
    UNIQUE = "只有谁有"
    EXTREME = "谁最高或最低"
    RESPONSIBLE = "由谁负责"
    DEPARTMENT_SCOPE = "部门承担什么"
    COUNT = "有多少"
    ACTIONS = "对应的行动"
    DOCUMENTS = "引用的文件"
    OUTSIDE = "不在本库范围"


PRESENCE = frozenset((Intent.WHO_HAS, Intent.WHO_LACKS, Intent.UNIQUE))
_WHO = r"(?:谁|哪(?:些|几|个|一)?(?:家|份|地|个|处|里|座)?(?:地方|地区|规划|文件|省市?|城市|市|州|方案|地)?)"
_BODY = r"(?:部门|单位|机构|司局|委办局|委局|局|政府|组织)"
_COUNTED = (
    r"专栏|专项行动|行动计划|行动|工程|任务组|任务|保障措施|组织保障|实施保障|保障|指标|章节|章|节|部分|文件|部门|单位"
    r"|条款|量化目标|措施|计划|举措|方面|条|项"
)
RULES: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.ACTIONS,
        re.compile(
            r"(?:行动|工程|试点建设).*(?:对应|相当|叫什么|叫啥|对照|类似|相近|同类|名称|名字|是哪个|是哪一个|哪些行动|什么行动)"
            r"|(?:对应|相当|类似|相近|同类).*(?:行动|工程)|哪(?:一?个|些|几个|项)?(?:专项)?行动(?!.*最)"
        ),
    ),
    (
        Intent.EXTREME,
        re.compile(
            r"最(?:高|低|多|少|大|小|长|短|强|严|宽|早|晚)|(?:谁|哪).*(?:更(?:高|低|多|少|大|小|严)|[定要求得更](?:高|低|大|小|严|多)(?!少)[?？。]*$)"
        ),
    ),
    (
        Intent.WHO_LACKS,
        re.compile(
            r"(?:没有?|未)(?:被)?(?:提|写|列|涉及|安排|设|规定|要求|出现|包含|包括|纳入|搞|做|说|讲)|找不到|缺了?|漏|不提|没有(?:[^,，。?？]{1,20})的(?:是|规划|地方)"
            rf"|{_WHO}.{{0,12}}(?:没有|没|未|不)"
        ),
    ),
    (
        Intent.UNIQUE,
        re.compile(r"只有|唯一|仅有?|独有|独家|独一份|单独.*(?:谁|哪)|(?:谁|哪).*(?:独自|特有)|就(?:谁|哪)一?家"),
    ),
    (
        Intent.DOCUMENTS,
        re.compile(
            r"(?:哪|什么).{0,6}(?:文件|规划|意见|通知).*(?:共同|同时|都|一起|均).*(?:引用|提到|依据|点名)|(?:共同|都|同时|一起|均)(?:引用|提到|依据|点名).*(?:文件|规划|意见|通知)|(?:依据|根据|引用|点名|提到|援引|遵照|按照).*(?:哪|什么).{0,6}(?:文件|规划|法律|法规|意见|通知|政策|份|部)"
            r"|(?:哪|什么).{0,6}(?:文件|法律|法规|政策).{0,8}(?:依据|根据|引用|点名|制定|编制)|(?:文件|依据).*(?:是|有)(?:哪|什么)"
        ),
    ),
    (
        Intent.RESPONSIBLE,
        re.compile(
            rf"由(?:谁|哪|什么)|归(?:谁|哪)|谁的(?:责任|职责|事)|(?:谁|哪(?:些|几|个)?{_BODY}|什么{_BODY}).{{0,14}}(?:负责|牵头|管|承担|组织|落实|制定|建立|实施|来|的事|推动|配合)"
            rf"|(?:责任|牵头|主管|配合|负责)(?:单位|部门|主体)?(?:的)?(?:是|有)?(?:谁|哪|什么)|(?:负责|分工|牵头).*哪(?:几|些)家|哪(?:几|些)家.*(?:负责|牵头|分工)|(?:是|有)哪(?:些|几)(?:个|家)?{_BODY}|哪(?:些|几|个)(?:个)?{_BODY}"
        ),
    ),
    (
        Intent.COUNT,
        re.compile(
            rf"(?:(?<!哪)几|多少)(?:个|项|条|份|类|大|种|章|节|家)?[^,，。?？、的]{{0,3}}的?(?:具体|重点|主要)?(?:{_COUNTED})(?!的)"
            rf"|(?:{_COUNTED})[^,，。?？]{{0,9}}(?:(?<!哪)几|多少)(?:个|项|条|份)[?？。]*$|(?:几|多少)(?:个|大)*(?:块|类|方面)"
            rf"|(?:{_COUNTED})(?:数量?|一共|总共|共)?(?:有|是|分|列|设|包括|包含)*(?:(?<!哪)几|多少)(?:个|项|条|份|类|种)?(?![^,，。?？]*(?:{_COUNTED}))"
        ),
    ),
    (
        Intent.WHO_HAS,
        re.compile(
            rf"{_WHO}.*(?:提|写|要求|有|搞|建|设|做|打算|计划|明确|安排|规定|涉及|引用|承诺|推|把)|{_WHO}[?？。]*$"
        ),
    ),
)
_VALUE = re.compile(
    r"多少|几[^,，。?？]|多[大高长久]|比例|比重|占比|怎么(?:定|写|要求)|什么程度|目标|达到|数值|标准|率|要求|几成|如何规定|怎样规定"
)
# Bounds of a value, in which 不 denies nothing.
_BOUNDS = re.compile(r"不(?:少于|低于|超过|得少于|得超过|高于|小于)")
_AIMS = re.compile(r"要|目标|达到|到20\d\d|应|打算|计划|标准|怎么定|规定")
_STOCK = re.compile(r"(?<![拥应要须具])有多少|多少.{0,12}(?:占|其中)")
_COMMON = re.compile(r"共同|同时|都|一起|均|被")
_HOW_MANY_PLANS = re.compile(
    r"(?<!哪)几(?:份规划|份(?=[有提写没要设])|个地方|个地区|家(?=[有提写没要设])|地(?=[有提写没要设]))"
)
_WHICH_DOCUMENTS = re.compile(r"哪.{0,2}[份部].{0,10}(?:文件|意见|政策|法律|法规|通知)")
_WHICH_PLANS = re.compile(r"哪.{0,2}[份部].{0,4}规划")
_ASKS_WHO = re.compile(
    r"谁|哪里|哪(?:些|几|一)?(?:个|份)?(?:家|份|地(?!点)|座|地方|地区|规划|文件|省|城市|州|市|方案)|哪(?:几|一)个(?![^,，。?？]{0,6}(?:部门|单位|行动|任务|指标))"
)
_PAST = re.compile(
    r"截[至止]|目前|现在|现有|已有|已经|已建|建成了|末(?!.{0,6}(?:要|达到|实现))|(?:此前|过去|之前|以前)|配备了|投了|建了|写成的时候|基础|[期年]间(?:累计|投)|成效|涨了|增(?:加|长)了|当时"
)


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the plans asked: how many are named (0: all are meant), and whether the years precede them."""

    plans: int
    before: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind of a question, and another it could be of."""

    intent: Intent
    other: Intent | None = None


def wanted(text: str, department: str | None, given: Given) -> Wanted:
    """What a plain question wants; `department` is the body it names, if any."""
    text = _BOUNDS.sub("", text)
    found = [intent for intent, rule in RULES if rule.search(text)]
    if department and _carried(text, department):
        found.insert(0, Intent.DEPARTMENT_SCOPE)
    if not found and _asks_who(text):
        found = [Intent.WHO_HAS]
    if _HOW_MANY_PLANS.search(text):
        found.insert(0, Intent.WHO_LACKS if Intent.WHO_LACKS in found else Intent.WHO_HAS)
    which = _WHICH_DOCUMENTS.search(text) or (given.plans == 1 and _WHICH_PLANS.search(text))
    if given.plans and which and Intent.DOCUMENTS not in found:
        found.insert(0, Intent.DOCUMENTS)
    if not given.plans and found[:1] == [Intent.DOCUMENTS] and _asks_who(text) and not _COMMON.search(text):
        found = [*(one for one in found[1:] if one in PRESENCE), Intent.WHO_HAS]
    if (
        found
        and found[0] is Intent.WHO_HAS
        and _VALUE.search(text)
        and not (_asks_who(text) or _HOW_MANY_PLANS.search(text))
    ):
        found.insert(0, Intent.VALUE)
    if not found or (found[0] is Intent.WHO_LACKS and not _asks_who(text) and not _HOW_MANY_PLANS.search(text)):
        found = [*found[1:2], Intent.VALUE] if found and found[1:] else [Intent.VALUE]
    first = Intent.BASELINE if found[0] is Intent.VALUE and (given.before or _past(text)) else found[0]
    return Wanted(first, next((one for one in found[1:] if one is not first), None))


def _past(text: str) -> bool:
    """Whether a question asks of what has been achieved."""
    return _PAST.search(text) is not None or (_STOCK.search(text) is not None and not _AIMS.search(text))


def _asks_who(text: str) -> bool:
    return _ASKS_WHO.search(text) is not None


def _carried(text: str, department: str) -> bool:
    """Whether the body named is what the question is about."""
    rest = text.replace(department, "@")
    asked = r"(?:哪|什么|啥|几|多少|分别)"
    return (
        re.search(
            rf"@.*(?:负责|承担|参与|牵头|管|担|出现|职责|任务|分工|领|揽|列入|名单|挂|责任).*{asked}|@.*{asked}.*(?:负责|承担|参与|牵头|管|担|出现|任务|名单|工作|事|责任)|@.*(?:几|多少)(?:项|条|件|次)",
            rest,
        )
        is not None
        or re.search(rf"{asked}.*(?:归|由|属于|交给)@", rest) is not None
    )
