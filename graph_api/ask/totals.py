"""The sums that plans state: of money, and of how many there are of something in all.

In: a question that compares sums or totals.  Out: statements by plan; none where it asks for another value.
Relied on: the total of something is stated of its bare name and its place (全区城乡社区2878个), and villages with
communities are 城乡社区.  Example: "村(社区)总数谁报得最多" is of 全州村（社区）1105个.
"""

from __future__ import annotations

import re

from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.relevance import flat
from graph_api.ask.stated import Statement

_MONEY = re.compile(
    r"投入|资金|经费|数额|金额|财政|预算|总额|总量|规模|累计|投资|[一单这那]笔|最大|砸|晒|钱|[光只单]看|回顾|总结"
)
_TOTAL = re.compile(r"总数|总量|数量|数目|总计|合计|(?:共有|有|多少)[^,，。?？]{0,2}(?:多少|个)|个数|总共")
OF_EACH = re.compile(
    r"每|平均|各(?:个|村|社区)|(?<![哪同])[一单]个(?:[一-鿿]{0,4}社区|村|街道|网格|家庭)|(?:村|社区|街道)里(?:至少|最少|该|要|得|有)*(?:多少|几)"
)
_COUNTED = re.compile(r"^[万亿]?[个家所处座人名位户支]$")
_TOGETHER = re.compile(r"村(?:和|与|及|、)?社区")
_PLACE = re.compile(r"^(?:全[市州区省县旗盟国]|我[市州区省县旗]|本[市州区省县旗])(?:共有|现有|共)?|总[数量]$")
_FRAME = re.compile(
    r"现状|数据|数字|公布|报|交代|合起来|加起来|加在一起|合计|一共|总[数量]|数[量目]|全[市州区省]+|家底|[和、有]"
)
_SAID_BESIDE = 2  # letters that a question of a total may have beside what is counted


def sums(question: Question, knowledge: Knowledge) -> dict[str, list[Statement]]:
    """The greatest sum of each plan, where a question is of sums of money and of nothing besides."""
    told = [piece for piece in question.pieces if not all(piece in plan.title for plan in question.plans)]
    if "money" not in question.units or any(len(_MONEY.sub("", piece)) > 1 for piece in told):
        return {}
    found: dict[str, list[Statement]] = {plan.id: [] for plan in question.plans}
    kinds = ("baseline",) if question.wanted.past else ("baseline", "target")
    for one in knowledge.statements:
        if one.plan_id in found and one.kind in kinds and question.fits_unit(one.unit):
            found[one.plan_id].append(one)
    return {plan: sorted(own, key=lambda one: -(one.number or 0.0)) for plan, own in found.items()}


def totals(question: Question, matcher: Matcher) -> dict[str, list[Statement]]:
    """What each plan states of the bare name of what the question counts in all; none where only one plan does."""
    if not _TOTAL.search(question.rest) or OF_EACH.search(question.rest):
        return {}
    asked = _named("".join(question.pieces))
    found: dict[str, list[Statement]] = {}
    for one in matcher.statements(question, ("baseline", "indicator", "target")):
        name = _named(_PLACE.sub("", one.item.subject))
        beside = _FRAME.sub("", asked.replace(name, "")) if name and name in asked else asked
        if len(beside) <= _SAID_BESIDE < len(name) and _COUNTED.search(one.item.unit):
            found.setdefault(one.item.plan_id, []).append(one.item)
    return found if len(found) > 1 else {}


def _named(text: str) -> str:
    """A name in one form: 村和社区 and 村（社区） are 城乡社区."""
    return _TOGETHER.sub("城乡社区", flat(text))
