"""Who issued a cited document, where the text says so beside its title.

In: the text before a title, or the title.  Out: the issuer as printed, None where none stands there.  Relied on: the
names of public bodies end in few words (部, 委员会, 办公厅), and what stands before them is a verb (根据, 落实) or
punctuation; bodies that issue together are joined by 、.  Example: "按照中共中央、国务院《" gives 中共中央、国务院.
"""

from __future__ import annotations

import re

from ingest.rules import Rule

_ENDING = (
    r"办公厅|办公室|委员会|人民政府|政府|党委|工委|党组|[省市区县州盟旗]委|[部局厅署院委办]|总工会|妇联|残联|科协|团委|联合会|基金会|协会|学会|法院"
    r"|检察院|人大(?:常委会)?|常委会|军委"
)
_TOGETHER = r"(?:等(?:[一二三四五六七八九十\d]+)?(?:个)?(?:部门|部委|单位))?"
_BODY = rf"(?:中共中央|党中央|中央|国务院|[一-鿿]{{1,22}}?(?:{_ENDING})){{1,4}}{_TOGETHER}"
BODY = Rule(
    "reference.issuer",
    "a public body's name ends in one of few words",
    re.compile(rf"\A{_BODY}\Z"),
    examples=("民政部", "中共中央", "自治区人民政府办公厅", "农业农村委等六部门", "国家发展和改革委员会"),
    counter_examples=("楚雄州", "市里出台", "先后制定出台", "全面贯彻执行"),
)
TITLE_ISSUER = Rule(
    "reference.issuer-in-title",
    "a full title opens with who issued it and goes on with 关于",
    re.compile(rf"\A(?P<issuer>{_BODY})(?=关于|印发|转发|贯彻)"),
    examples=("国务院办公厅关于印发“十四五”城乡社区服务体系建设规划的通知", "中共中央国务院关于实施乡村振兴战略的意见"),
    counter_examples=("楚雄州关于加强和完善城乡社区治理的实施方案", "关于加强社区治理的意见"),
)
LEAD_IN = Rule(
    "reference.lead-in",
    "before a body's name stands a verb or a conjunction",
    re.compile(
        r"根据|依据|按照|遵照|参照|依照|对照|贯彻|落实|执行|实施|学习|围绕|结合|衔接|转发|印发|出台|发布|下发|颁布|制定|审议|通过|修订"
        r"|按|由|经|以及|及|(?<!发展)(?<!工业)(?<!住房)(?<!文化)(?<!资源)(?<!卫生)和|与|现将|对|将|为|了|的"
    ),
    examples=("贯彻落实农业农村部", "和市农业农村委等六部门"),
    counter_examples=("国家发展和改革委员会", "民政部"),
)
RULES = (BODY, TITLE_ISSUER, LEAD_IN)

_GENERIC = re.compile(r"\A(?:有关|相关|各|我|本|该|上级|全部)")
_BREAK = re.compile(r"[^一-鿿]")


def issuer_before(text: str) -> str | None:
    """The issuer with which `text`, all that stands before a title, ends."""
    names: list[str] = []
    rest = text
    while rest and _BREAK.search(rest[-1]) is None:
        segment = _BREAK.split(rest)[-1]
        leads = list(LEAD_IN.matches(segment))
        name = segment[leads[-1].end() :] if leads else segment
        if not BODY.match(name) or _GENERIC.match(name):
            break
        names.append(name)
        rest = rest[: len(rest) - len(segment)]
        if leads or not rest.endswith("、"):
            break
        rest = rest[:-1]
    return "、".join(reversed(names)) or None


def issuer_within(title: str) -> str | None:
    """The issuer with which a title opens."""
    found = TITLE_ISSUER.match(title)
    return None if found is None or _GENERIC.match(found["issuer"]) else found["issuer"]
