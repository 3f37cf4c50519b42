"""Which plans were issued by the bodies that a question names, and when the plan that it names was, with its number.

In: a question read, and the plans.  Out: an `Answer` with `plans`, and `plan` where it is one, or with `values`; None
where the question asks nothing of it or no plan was issued so.  Relied on: a body is called by letters of its whole
name in their order (发展改革委 of 深圳市发展和改革委员会).  Example: "由民政局和发展改革委联合印发的是哪份规划".
"""

from __future__ import annotations

import re

from graph.values import Json
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.silence import whom
from graph_api.ask.stated import Plan

_ISSUED_BY = re.compile(
    r"由(?P<bodies>[^,，。?？由]{2,40}?)(?:这?[两二三四几](?:个|家)?(?:部门|单位|机构|家))?(?:一起|联合|共同|一同)?"
    r"(?:印发|发布|发出|发文|下发|颁布|公布|出台)[^,，。?？]*(?:谁|哪)"
)
# When the plan itself was issued, and its own number: "这份规划是哪年哪月印发的".  A cited document is named.
_ITSELF = r"^[^一-鿿]*(?:[这那该本]?[份个部]|[“”\"]?十.五[“”\"]?(?:时期)?|的|自身|自己|本身|正式|规划|文件|通知)*"
_ISSUED = r"(?:印发|发布|发文|公布|出台|下发|颁布)"
_WHEN = re.compile(
    rf"{_ITSELF}是?(?:在)?(?:(?:哪|什么|几)(?:一|几)?(?:年|月|天|日|时候|时间|号)|何时)+(?:正式|对外|公开)?{_ISSUED}"
    rf"|{_ITSELF}{_ISSUED}的?(?:具体)?(?:时间|日期|年份|年月)"
)
_OWN_NUMBER = re.compile(
    rf"(?:{_ITSELF}|规划(?:自身|自己|本身)的?|印发[这本该]份?规划的通知[,，]?的?)(?:发文)?[文字]号(?:又|则)?(?:是|为|叫)?(?:什么|多少|几号|啥|哪个)"
)
_NUMBER = re.compile(r"[文字]号")
_CITED = re.compile(r"引用?|依据|根据|提到|点名")
_AND = re.compile(r"[、和与及]")
_LEAST = 3  # letters of a body that is told by them


def answer_issued(question: Question) -> Answer | None:
    """The plans that all the bodies named have issued, or what is asked of the issue of those named."""
    if question.scope.named and (_WHEN.search(question.rest) or _OWN_NUMBER.search(question.rest)):
        return _told(question)
    asked = _ISSUED_BY.search(question.text)
    if asked is None or _CITED.search(question.text):
        return None
    bodies = [body for body in _AND.split(asked["bodies"]) if body]
    plans = [plan for plan in question.plans if _issued(plan, bodies)]
    if not plans or max(map(len, bodies)) < _LEAST:
        return None
    fields: dict[str, Json] = {"plans": [plan.id for plan in plans], "count": len(plans)}
    if len(plans) == 1:
        fields["plan"] = plans[0].id
    told = "；".join(f"{plan.short}由{'、'.join(plan.issuers)}印发" for plan in plans)
    return Answer(fields, f"{whom(plans)}：{told}。", tuple(plan.citation for plan in plans))


def _told(question: Question) -> Answer:
    """The dates of issue, and the numbers, as asked; not stated where no plan states any."""
    dated, numbered = _WHEN.search(question.rest) is not None, _NUMBER.search(question.rest) is not None
    found: dict[str, list[Json]] = {
        plan.id: [one for one in (dated and plan.issued, numbered and plan.document_number) if one]
        for plan in question.plans
    }
    values: dict[str, Json] = {plan: (own[0] if len(own) == 1 else own) or None for plan, own in found.items()}
    what = "和".join(name for name, asked in (("印发日期", dated), ("文号", numbered)) if asked)
    if not any(found.values()):
        return Answer.silent(f"{whom(question.plans)}的规划没有写明自己的{what}。", values=values)
    told = "；".join(f"{plan.short}{'、'.join(map(str, found[plan.id])) or '未写明'}" for plan in question.plans)
    return Answer({"values": values}, f"{what}：{told}。", tuple(plan.citation for plan in question.plans))


def _issued(plan: Plan, bodies: list[str]) -> bool:
    return all(any(_calls(body, issuer) for issuer in plan.issuers) for body in bodies)


def _calls(said: str, name: str) -> bool:
    """Whether all letters said stand in a name in that order."""
    letters = iter(name)
    return all(letter in letters for letter in said)
