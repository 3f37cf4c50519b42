"""Which end of an order a question asks for, and who stands there.

In: a question, and numbers by plan.  Out: whether the least is meant, and the `Answer`.  Relied on: the end is said by
one adjective (最低, 更少, 垫底); of upper bounds the strictest is the least.
Example: "哪个地方定得最保守" asks for the least.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.values import Json
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer, Citation
from graph_api.ask.silence import whom

_LEAST = re.compile(
    r"最(?:低|少|小|短|弱|宽松|宽|松|早|先|保守|轻|薄)|更(?:低|少|小|早|先|短|宽松|保守)|垫底|倒数|居末|末位"
    r"|[得求值比数]要?(?:更|比较|较)?(?:低|少|小|早|先|短|宽松)"
    r"|(?:低|(?<!多)少|小)(?:一?些|一?点)?[?？。]*$"
)
# Of an order the beginning is asked for, unless its end is: "从少到多排,第一位是谁".
_ORDER = re.compile(r"[从由]([多少高低大小早晚])到[多少高低大小早晚]")
_END = re.compile(r"最后|末位|垫底|倒数")
_RANK = re.compile(r"第([二三])(?:多|高|名|位|大|$|的|是|[?？])")
_STRICTEST = re.compile(r"[最更]严|[得求]严")


def least(question: Question, comparators: frozenset[str] = frozenset()) -> bool:
    """Whether the least is asked for; of values that are all upper bounds also where the strictest is."""
    if order := _ORDER.search(question.text):
        return (order[1] in "少低小早") is not (_END.search(question.text) is not None)
    if _STRICTEST.search(question.text):
        return bool(comparators) and comparators <= {"<=", "<"}
    return _LEAST.search(question.text) is not None


def at_edge(
    question: Question, numbers: Mapping[str, float], values: Mapping[str, str], unit: str, *, lowest: bool
) -> Answer:
    """The plan with the least or greatest number, or the plans that share it; the caller adds what is cited."""
    ranked = sorted(set(numbers.values()), reverse=not lowest)
    rank = 2 + "二三".index(asked[1]) if (asked := _RANK.search(question.text)) else 1
    edge = ranked[min(rank, len(ranked)) - 1]
    at = [plan for plan in question.plans if numbers.get(plan.id) == edge]
    fields: dict[str, Json] = {"plan": at[0].id} if len(at) == 1 else {"plans": [plan.id for plan in at]}
    fields |= {"value": values[at[0].id], "number": edge, "unit": unit}
    others = "，".join(
        f"{plan.short}{values[plan.id]}" for plan in question.plans if plan.id in values and plan not in at
    )
    word = ("最低" if lowest else "最高") if rank == 1 else f"排第{rank}"
    return Answer(fields, f"{whom(at)}{word}，为{values[at[0].id]}{f'；{others}' if others else ''}。")


def citing(answer: Answer, cited: tuple[Citation, ...]) -> Answer:
    """The same answer with what it rests on."""
    return Answer(answer.fields, answer.text, cited)
