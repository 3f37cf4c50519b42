"""A question in everyday Chinese, answered: the types of `ask` and of the suggested questions.

In: `Reply` of `graph_api.ask`.  Out: `Answer`, one type with a list for each shape an answer can have; the lists that a
question does not ask for are empty.  Silence is an answer: `notStated`, with the reason and the nearest clauses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import strawberry

from graph_api.ask import record
from graph_api.citation import source_url
from graph_api.context import Info
from graph_api.errors import LimitExceeded

MAX_QUESTION = 100_000  # characters; only the first thousand are read


@strawberry.type(description="对问题的理解 | How the question was read")
class Reading:
    """How a question was read."""

    intent: str = strawberry.field(description="问的是哪一种 | What kind of question it is")
    words: str = strawberry.field(description="用一句话说出的理解 | The reading in a sentence")
    plan_ids: list[strawberry.ID] = strawberry.field(description="所问规划的 id | Ids of the plans asked of")
    subject: str = strawberry.field(description="所问的事项 | What is asked about")
    terms: list[str] = strawberry.field(description="据以查找的词语 | The words that were looked for")
    department: str | None = strawberry.field(description="所问的部门 | The body asked about")
    years: list[str] = strawberry.field(description="所问的年份 | The years asked about")
    otherwise: str | None = strawberry.field(description="另一种可能的理解 | The other thing it could mean")


@strawberry.type(
    description="一份规划写明的一个数值；未写明则 value 为空 | A value a plan states, null where it states none"
)
class AnsweredValue:
    """A value of one plan."""

    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    subject: str | None = strawberry.field(description="数值所指的事项 | What the value is of")
    value: str | None = strawberry.field(description="数值，同原文 | The value in the plan's words")
    number: float | None = strawberry.field(description="数 | The number")
    unit: str | None = strawberry.field(description="单位 | The unit")
    comparator: str | None = strawberry.field(description="比较符号 | The comparator")
    year: str | None = strawberry.field(description="年份 | The year")


@strawberry.type(
    description="一份规划的各个标题；跨规划的文件没有 planId | Titles of one plan, or of several without an id"
)
class AnsweredTitles:
    """Titles by plan."""

    plan_id: strawberry.ID | None = strawberry.field(description="规划的 id | Id of the plan")
    titles: list[str] = strawberry.field(description="标题 | The titles")


@strawberry.type(description="答案的出处 | Where an answer stands")
class AnswerCitation:
    """A place in a plan's text."""

    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    quote: str = strawberry.field(description="原文，一字不改 | The plan's own words, unchanged")
    start: int = strawberry.field(description="在原文中的起点，按字符计 | Where they begin, in characters of the text")
    end: int = strawberry.field(description="在原文中的终点（不含） | Where they end (exclusive)")
    url: str = strawberry.field(description="打开原文并标出这段话的地址 | Address that shows the words marked")


@strawberry.type(description="一个问题的答案 | The answer to a question")
class Answer:
    """An answer."""

    question: str = strawberry.field(description="所提的问题 | The question")
    understood: Reading = strawberry.field(description="对问题的理解 | How it was read")
    text: str = strawberry.field(description="用一句中文说出的答案 | The answer as a Chinese sentence")
    not_stated: bool = strawberry.field(description="规划是否没有写明 | Whether no plan states it")
    reason: str | None = strawberry.field(description="没有写明的原因 | Why there is no answer")
    values: list[AnsweredValue] = strawberry.field(description="逐份规划的数值 | Values, plan by plan")
    base_values: list[AnsweredValue] = strawberry.field(description="逐份规划的基期值 | Base values, plan by plan")
    plan_ids: list[strawberry.ID] = strawberry.field(
        description="作为答案的规划的 id | Ids of plans that are the answer"
    )
    departments: list[str] = strawberry.field(description="负责的部门 | The bodies responsible")
    unit: str | None = strawberry.field(description="所负责的任务、措施或行动 | What they are responsible for")
    role: str | None = strawberry.field(description="责任方式 | How they are responsible")
    units: list[str] = strawberry.field(description="部门承担的事项 | What a body carries")
    count: int | None = strawberry.field(description="数量 | How many")
    titles: list[AnsweredTitles] = strawberry.field(description="行动或文件的名称 | Titles of actions or documents")
    citations: list[AnswerCitation] = strawberry.field(description="出处 | Where it says so")
    nearest: list[AnswerCitation] = strawberry.field(description="最接近的条款 | The nearest clauses")

    @classmethod
    def of(cls, reply: record.Reply, public_url: str) -> Answer:
        """The reply as GraphQL gives it."""
        fields: Mapping[str, Any] = reply.answer.fields
        single = [fields["plan"]] if "plan" in fields else []
        extreme = {"values": {single[0]: fields}} if single and "value" in fields else {}
        return cls(
            question=reply.question,
            understood=_reading(reply.understood),
            text=reply.answer.text,
            not_stated=bool(fields.get("not_stated")),
            reason=fields.get("reason"),
            values=_values(fields.get("values") or extreme.get("values", {})),
            base_values=_values(fields.get("base_values") or {}),
            plan_ids=[strawberry.ID(plan) for plan in (*single, *fields.get("plans", ()))],
            departments=list(fields.get("departments") or ([fields["department"]] if "department" in fields else [])),
            unit=fields.get("unit") if "departments" in fields else None,
            role=fields.get("role"),
            units=list(fields.get("units", ())),
            count=fields.get("count"),
            titles=_titles(fields.get("titles") or {}),
            citations=_citations(reply.answer.citations, public_url),
            nearest=_citations(reply.answer.nearest, public_url),
        )


def _reading(read: record.Understood) -> Reading:
    parameters: Mapping[str, Any] = read.parameters
    return Reading(
        intent=read.intent,
        words=read.words,
        plan_ids=[strawberry.ID(plan) for plan in read.plans],
        subject=read.subject,
        terms=list(parameters.get("contains", ())),
        department=parameters.get("department"),
        years=list(parameters.get("years", ())),
        otherwise=read.otherwise,
    )


def _values(by_plan: Mapping[str, Any]) -> list[AnsweredValue]:
    found = []
    for plan, stated in by_plan.items():
        for one in stated if isinstance(stated, list) else [stated]:
            told = one if isinstance(one, dict) else {"value": one}
            keys = ("subject", "value", "number", "unit", "comparator", "year")
            found.append(AnsweredValue(plan_id=strawberry.ID(plan), **{key: told.get(key) for key in keys}))
    return found


def _titles(titles: Mapping[str, Any] | Sequence[str]) -> list[AnsweredTitles]:
    if isinstance(titles, Mapping):
        return [AnsweredTitles(plan_id=strawberry.ID(plan), titles=list(own)) for plan, own in titles.items()]
    return [AnsweredTitles(plan_id=None, titles=list(titles))]


def _citations(places: Sequence[record.Citation], public_url: str) -> list[AnswerCitation]:
    return [
        AnswerCitation(
            plan_id=strawberry.ID(one.plan_id),
            quote=one.quote,
            start=one.start,
            end=one.end,
            url=source_url(one.plan_id, one.start, one.end, public_url),
        )
        for one in places
    ]


async def ask(
    info: Info,
    question: Annotated[
        str, strawberry.argument(description="中文问题，措辞随意 | A question in Chinese, any wording")
    ],
) -> Answer:
    """The question answered."""
    if len(question) > MAX_QUESTION:
        raise LimitExceeded(f"question: found {len(question)} characters, expected at most {MAX_QUESTION}")
    holdings = info.context.holdings
    asker = await holdings.asking.asker(holdings.store)
    return Answer.of(asker.ask(question), info.context.settings.public_url)


async def suggested_questions(info: Info) -> list[str]:
    """Questions worth asking of what is loaded."""
    holdings = info.context.holdings
    return (await holdings.asking.asker(holdings.store)).suggestions()
