"""What tells the kind of a question: one rule a kind, by what its words mark.

In: a question as `Marked`: its plain text, its slots, and what is known beside the words.  Out: whether a rule fits.
Relied on: a kind is asked for in few turns of speech, in whatever order they stand; which of several rules goes first
is told in `intents.py`.  Example: "哪份规划没提托育" asks for a plan and denies, so it asks who lacks something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_api.ask.slots import SET_BY_ANY, Asked, Slots


@dataclass(frozen=True, slots=True)
class Given:
    """What is known beside the words."""

    plans: int  # how many are named; 0: all are meant
    before: bool  # whether the time asked of precedes them
    department: str | None = None  # the body named
    bare: bool = False  # whether the question is of nothing besides it


@dataclass(frozen=True, slots=True)
class Marked:
    """A question as the rules see it."""

    text: str
    slots: Slots
    given: Given


def of_department(it: Marked) -> bool:
    """The body named is what the question is about."""
    body = it.given.department
    if not body or _WITH_WHOM.search(it.text) or (it.slots.cites and Asked.DOCUMENT in it.slots.asked):
        return False
    rest = it.text.replace(body, "@").replace(body.removeprefix("市"), "@")
    if "@" in rest and not _QUESTION.search(rest) and _TOLD.search(rest):
        return True
    if "@" in rest and _UNITS.search(rest):
        return it.given.plans == 1 or Asked.PLAN not in it.slots.asked or _UNITS_FIRST.search(rest) is not None
    if Asked.BODY in it.slots.asked or (it.given.plans != 1 and Asked.PLAN in it.slots.asked):
        return False
    return it.given.bare or any(rule.search(rest) for rule in _CARRIES)


_ASKS = r"(?:哪|什么|啥|几|多少|分别)"
_DOES = r"(?:负责|承担|参与|参加|牵头|管|担|分担|出现|职责|任务|分工|领|揽|列入|名单|挂|责任|做|干|配合|分到|牵涉)"
# Of what a body carries, whatever else is said: "哪些任务是@的活儿", "@是哪几项任务的责任单位", "@名下的全部任务".
_UNITS = re.compile(
    r"(?:哪|什么|啥|几|多少)(?:些|几|两|三|一)?(?:项|条|件|个|类|桩|块|摊)?(?:重点|具体|主要|专项|保障)?"
    r"(?:任务|行动|工程|工作|活儿?|事情?|措施|职责|责任(?![单部主]))"
    r"|(?:几|多少)(?:项|条|件|处|次|回|摊|桩)"
    r"|@[^,，。?？]{0,4}还有[^,，。?？]{0,4}(?:任务|行动|工作|职责|活儿?|差事|事)[吗么没]"
    r"|@[^,，。?？]{0,10}(?:名下|分到|摊到|承担|负责|参与|牵头|参加|认领|所有|全部)[^,，。?？]{0,8}(?:任务|行动|工作|职责|事项|活儿?)[?？。]*$"
)
# Nothing is asked, but told to be told: "把@承担的事项全找出来".
_QUESTION = re.compile(r"谁|哪|什么|啥|几|多少|[吗呢?？]|怎")
_TOLD = re.compile(rf"@[^,，。]{{0,10}}{_DOES}")
_UNITS_FIRST = re.compile(r"^[^@]*(?:任务|行动|工作|措施|职责|事|活儿?)[^@]*@")
_WITH_WHOM = re.compile(
    r"(?:和|跟|与|同|还有|除了?@?[^,，]{0,10})(?:谁|哪些?(?:个|家|几家)?(?:部门|单位|局|委))|哪(?:些|几)个?(?:部门|单位|局)"
)
_CARRIES = (
    re.compile(
        rf"@.*{_DOES}.*{_ASKS}|@.*{_ASKS}.*(?:{_DOES}|工作|事|活)|@.*(?:几|多少)(?:项|条|件|次|个(?!地))"
        r"|@的?(?:任务|职责|责任|工作)(?:清单|分工|范围)?(?:[?？。(]|$)"
    ),
    re.compile(rf"{_ASKS}.*(?:归|由|属于|交给|落到|落在|派给|分给|摊到|摊给|轮到)@"),
)


def of_actions(it: Marked) -> bool:
    """Corresponding actions, or what one is called."""
    if not it.slots.acts or it.slots.most or Asked.BODY in it.slots.asked:
        return False
    if it.slots.denied and (not it.slots.alike or Asked.PLAN in it.slots.asked):
        return False
    if Asked.COUNT in it.slots.asked and ("专栏" in it.text or _NAMED_SO.search(it.text)):
        return False
    return it.slots.alike or (Asked.ACTION in it.slots.asked and Asked.COUNT not in it.slots.asked)


_NAMED_SO = re.compile(
    r"(?:几|多少)(?:个|项|条)[^,，。?？]{0,8}(?:名称|名字|标题)|(?:名称|名字|标题)[^,，。?？]{0,12}(?:几|多少)(?:个|项|条)"
)  # 有几个行动名称带…


def of_common_documents(it: Marked) -> bool:
    """Which documents are cited most, by several plans, first or last; or the one of a number."""
    if _NUMBERED.search(it.text) and _TITLE_ASKED.search(it.text):
        return True
    if Asked.DOCUMENT not in it.slots.asked or Asked.COUNT in it.slots.asked or not it.slots.cites or it.slots.denied:
        return False
    if it.slots.most and it.given.plans == 1:
        return True
    if "被引" in it.text and not _WHOSE.search(it.text):
        return True
    return Asked.PLAN not in it.slots.asked and (it.given.plans > 0 or it.slots.common)


_NUMBERED = re.compile(r"[〔\[(（]?20\d\d[〕\])）]?\d+号|(?:办|党|政|发|民|基|委|函|府)字(?![^,，]{0,3}[名数])")
_TITLE_ASKED = re.compile(r"(?:是|叫|指)(?:哪|什么|啥)|名称|标题|全称|全名|题目")
_WHOSE = re.compile(r"谁|哪(?:一|几|些)?(?:家|个?地|处|个?省|个?城市)")


def of_extreme(it: Marked) -> bool:
    """The highest, lowest, first or last, of plans or of the parts of one."""
    if not it.slots.most:
        return False
    if it.given.plans != 1 or it.slots.asked & {Asked.PLAN, Asked.BODY}:
        return True
    return _PART.search(it.text) is not None


# Of one plan: "哪项任务的责任单位最多", "行动最多的专栏是哪个".
_PART = re.compile(
    r"(?:哪|什么)(?:一|几|些|个|项|条|大)*(?:专栏|章|节|部分|板块|块|方面|任务|工作|专项行动|行动|措施|保障|指标|部门|单位)[^。?？]*最"
    r"|[多少大小高低快慢]的?(?:[一那这]?[个项条章节块])?(?:专栏|章|节|部分|板块|方面|任务|专项行动|行动|措施|指标|部门|单位)(?:是|叫|为|有)?(?:哪|什么)"
)


def of_who_does(it: Marked) -> bool:
    """A body of a plan is asked for whatever the plan lacks: "没有用房的，由谁负责建"."""
    return it.given.plans > 0 and _BY_WHOM.search(it.text) is not None


_BY_WHOM = re.compile(r"(?:由|归|找)(?:谁|哪)|谁(?:来)?(?:负责|牵头)")


_ALL_OTHERS = re.compile(r"(?:其他|其它|其余|别的|另外)[^,，。?？谁哪]*(?:没|未|不)")


def of_who_lacks(it: Marked) -> bool:
    """Plans that have it not."""
    if it.slots.alone and _ALL_OTHERS.search(it.text):
        return False
    if it.given.plans == 1 and it.slots.who and not it.slots.yes_no:
        return False
    return it.slots.denied and bool(it.slots.asked & {Asked.PLAN, Asked.DOCUMENT})


def of_one_alone(it: Marked) -> bool:
    """The plan that alone has it."""
    return it.slots.alone and (
        bool(it.slots.asked & {Asked.PLAN, Asked.DOCUMENT}) or it.slots.who or Asked.FIGURE not in it.slots.asked
    )


def of_documents(it: Marked) -> bool:
    """What one plan, or several that are named, cite."""
    if Asked.COUNT in it.slots.asked or it.slots.denied:
        return False
    if it.given.plans == 1 and _DOCUMENT.search(it.text):
        return True
    if it.given.plans and _SEVERAL.search(it.text) and not _WHOSE.search(it.text):
        return True
    if it.given.plans == 1 and _SO_MANY.search(it.text):
        return True
    if not it.slots.cites:
        return False
    if it.given.plans:
        return Asked.DOCUMENT in it.slots.asked or _CITED_PLAN.search(it.text) is not None
    if it.slots.common:
        return Asked.DOCUMENT in it.slots.asked
    return Asked.DOCUMENT in it.slots.asked and _CITES.search(it.text) is not None and not _WHICH_CITES.search(it.text)


_CITING = r"(?:引|照着|提到|提及|依据|根据|参照|参考|落实|贯彻|按照|遵照|遵循|实施|执行|衔接|对接|点|出台|印发|制定)"
_SORT = r"(?:规划|方案|纲要|文件|意见|通知|决定|办法|条例|法律|法规)"
# Plans are named, and another is asked for: it must be a document that they cite.
_CITED_PLAN = re.compile(
    rf"{_CITING}.{{0,16}}(?:哪.{{0,3}}(?:规划|方案|纲要|份)|哪[一两三几][份部个].{{0,12}}{_SORT}|什么(?:规划|方案|纲要))"
    rf"|{_CITING}(?:了|过|到|着)?的?[^,，。?？]{{0,16}}{_SORT}(?:都|分别|具体|一共)*(?:有|是|叫|为)?(?:哪|什么|啥)"
)
# Several documents are asked for at the end: "广东省的两份规划是什么".
_SEVERAL = re.compile(rf"[一两二三四五六几\d][份部个][^,，。?？]{{0,8}}{_SORT}(?:分别|都)?(?:是|叫|有)(?:哪|什么|啥)")
# So many documents are told of, and then asked for: "实施了两份规划,是哪两份".
_SO_MANY = re.compile(
    rf"(?P<many>[两三四五六])[份个部][^,，。?？]{{0,8}}{_SORT}[,，。](?:都|分别)?(?:是|叫|有)?哪(?P=many)[份个部]"
)
# One plan is named, so that the document asked for is another.
_DOCUMENT = re.compile(
    rf"{_SORT}[^。?？]{{0,8}}(?:全称|全名)|(?:哪(?:些|几|两|三|四|一)?[份个部种]?|什么|啥)(?:上位|上级|政策|制度|规范性|法律)*"
    r"(?:文件|意见|通知|法律|法规|条例)|(?:发|出)的是哪(?:一|两|三|几)?[份个]"
    r"|(?:编|制定|制订|起草|出台)[^。?？]*(?:依据|根据|参照|按照)(?:的)?(?:是)?(?:什么|啥|哪些?)"
    r"|(?:文件|意见|通知|办法|法规)(?:都|分别|一共)?(?:叫(?:什么|啥)|有哪)"
    rf"|[那这]份[^,，。?？]{{0,16}}{_SORT}[^。?？]{{0,12}}(?:叫|名|标题)|{_SORT}(?:名称?|标题|名字|清单)[?？。]*$"
)
_CITES = re.compile(r"引用|援引|点名|依据|根据|书名号|文号|字(?:开头|打头)|参照|参考")
_WHICH_CITES = re.compile(r"谁|哪.{0,4}(?:规划|地方|地区|家|地(?!点)|省|城市)")


def of_responsible(it: Marked) -> bool:
    """Who answers for something."""
    if Asked.COUNT in it.slots.asked and not it.slots.who:
        return False
    if Asked.BODY in it.slots.asked or it.slots.does or (it.given.plans and it.slots.leads):
        return True
    return it.given.plans == 1 and it.slots.who and Asked.FIGURE not in it.slots.asked


def of_count(it: Marked) -> bool:
    """How many parts there are."""
    if _BODIES_COUNTED.search(it.text) and not _ON_DUTY.search(it.text):
        return False
    return Asked.COUNT in it.slots.asked


_BODIES_COUNTED = re.compile(r"(?:几|多少)个[^,，。?？的]{0,4}(?:单位|机构)")
_ON_DUTY = re.compile(r"责任|分工|负责|牵头|参与|涉及|点名|出现|提到|承担|配合|列|写|名单")


def of_who_has(it: Marked) -> bool:
    """Plans that have it."""
    if SET_BY_ANY.search(it.text):
        return False
    if Asked.PLAN in it.slots.asked or (it.given.plans == 0 and Asked.DOCUMENT in it.slots.asked):
        return True
    return it.slots.yes_no and Asked.FIGURE not in it.slots.asked


def of_value(it: Marked) -> bool:
    """How much."""
    return Asked.FIGURE in it.slots.asked
