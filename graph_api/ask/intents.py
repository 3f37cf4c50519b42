"""What a question wants: one of the kinds that can be answered, by what its words mark.

In: the plain question and what is known of the plans asked.  Out: `Wanted`: an intent, and the next likely one where
a second rule or the judge says so.  Relied on: rules are tried in their order, the narrower before the wider:
"只有哪一份没有写" asks who lacks, not who alone has; and where one plan is named, 谁 is a body of it, not a plan.
Where no rule fits, the learned judge decides (`kinds.py`); where it is sure, it overrules one:
"戏曲进校园，忘了写的是谁" asks who lacks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from graph_api.ask.kinds import Judge
from graph_api.ask.possible import possible
from graph_api.ask.slots import LISTED, SET_BY_ANY, Asked, Slots, of_values, read_slots


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


@dataclass(frozen=True, slots=True)
class Given:
    """What is known beside the words."""

    plans: int  # how many are named; 0: all are meant
    before: bool  # whether the time asked of precedes them
    department: str | None = None  # the body named
    bare: bool = False  # whether the question is of nothing besides it


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind of a question, and another it could be of."""

    intent: Intent
    other: Intent | None = None
    aims: bool = True  # whether it asks of what is to be; otherwise also of what has been
    past: bool = False  # whether it asks of what has been


@dataclass(frozen=True, slots=True)
class _Marked:
    """A question as the rules see it."""

    text: str
    slots: Slots
    given: Given


_AHEAD = 3.0  # how much likelier another kind must be (log-odds) than that of the first rule that fits


def wanted(text: str, given: Given, judge: Judge) -> Wanted:
    """What a plain question wants."""
    text = of_values(text)
    slots = read_slots(text)
    fitting = _fitting(_Marked(text, slots, given))
    chances = judge.chances(text, given.department)
    chances = possible(text, slots, given.plans, fitting[0].name if fitting else None, chances)
    first, other = settled(fitting, chances)
    if LISTED.search(text) and first in (Intent.VALUE, Intent.BASELINE) and not slots.asked & {Asked.PLAN, Asked.BODY}:
        first, other = Intent.COUNT, first
    if first is Intent.VALUE and (given.before or slots.past or (slots.stock and not slots.aims)):
        first = Intent.BASELINE
    return Wanted(first, other, slots.aims, first is Intent.BASELINE or (slots.past and not slots.aims))


def ruled(text: str, given: Given) -> list[Intent]:
    """The kinds of the rules that fit, in their order."""
    return _fitting(_Marked(text, read_slots(text), given))


def _fitting(marked: _Marked) -> list[Intent]:
    return [intent for intent, rule in RULES if rule(marked)]


def settled(found: Sequence[Intent], chances: Mapping[str, float]) -> tuple[Intent, Intent | None]:
    """The kind, and the next likely one, by the rules that fit and the log-likelihoods of the judge."""
    first = found[0] if found else Intent.VALUE
    likely = Intent[max(chances, key=chances.__getitem__)] if chances else first
    if chances and chances[likely.name] - chances.get(first.name, -math.inf) > (_AHEAD if found else 0.0):
        first = likely
    return first, next((one for one in (likely, *found) if one is not first), None)


def _department(it: _Marked) -> bool:
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


def _actions(it: _Marked) -> bool:
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


def _common_documents(it: _Marked) -> bool:
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


def _extreme(it: _Marked) -> bool:
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


def _does(it: _Marked) -> bool:
    """A body of a plan is asked for whatever the plan lacks: "没有用房的，由谁负责建"."""
    return it.given.plans > 0 and _BY_WHOM.search(it.text) is not None


_BY_WHOM = re.compile(r"(?:由|归|找)(?:谁|哪)|谁(?:来)?(?:负责|牵头)")


_ALL_OTHERS = re.compile(r"(?:其他|其它|其余|别的|另外)[^,，。?？谁哪]*(?:没|未|不)")


def _lacks(it: _Marked) -> bool:
    if it.slots.alone and _ALL_OTHERS.search(it.text):
        return False
    if it.given.plans == 1 and it.slots.who and not it.slots.yes_no:
        return False
    return it.slots.denied and bool(it.slots.asked & {Asked.PLAN, Asked.DOCUMENT})


def _alone(it: _Marked) -> bool:
    return it.slots.alone and (
        bool(it.slots.asked & {Asked.PLAN, Asked.DOCUMENT}) or it.slots.who or Asked.FIGURE not in it.slots.asked
    )


def _documents(it: _Marked) -> bool:
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


def _responsible(it: _Marked) -> bool:
    if Asked.COUNT in it.slots.asked and not it.slots.who:
        return False
    if Asked.BODY in it.slots.asked or it.slots.does or (it.given.plans and it.slots.leads):
        return True
    return it.given.plans == 1 and it.slots.who and Asked.FIGURE not in it.slots.asked


def _counts(it: _Marked) -> bool:
    if _BODIES_COUNTED.search(it.text) and not _ON_DUTY.search(it.text):
        return False
    return Asked.COUNT in it.slots.asked


_BODIES_COUNTED = re.compile(r"(?:几|多少)个[^,，。?？的]{0,4}(?:单位|机构)")
_ON_DUTY = re.compile(r"责任|分工|负责|牵头|参与|涉及|点名|出现|提到|承担|配合|列|写|名单")


def _has(it: _Marked) -> bool:
    if SET_BY_ANY.search(it.text):
        return False
    if Asked.PLAN in it.slots.asked or (it.given.plans == 0 and Asked.DOCUMENT in it.slots.asked):
        return True
    return it.slots.yes_no and Asked.FIGURE not in it.slots.asked


def _value(it: _Marked) -> bool:
    return Asked.FIGURE in it.slots.asked


RULES: tuple[tuple[Intent, Callable[[_Marked], bool]], ...] = (
    (Intent.DEPARTMENT_SCOPE, _department),
    (Intent.ACTIONS, _actions),
    (Intent.DOCUMENTS, _common_documents),
    (Intent.EXTREME, _extreme),
    (Intent.RESPONSIBLE, _does),
    (Intent.WHO_LACKS, _lacks),
    (Intent.UNIQUE, _alone),
    (Intent.DOCUMENTS, _documents),
    (Intent.RESPONSIBLE, _responsible),
    (Intent.COUNT, _counts),
    (Intent.WHO_HAS, _has),
    (Intent.VALUE, _value),
)
