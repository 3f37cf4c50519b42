"""The page to ask on: the reading of a question, its answer as a sentence and a table, and where it stands.

In: the parameters of the address, `q` being the question.  Out: the values of the template.  Relied on: each kind of
answer fills some of the lists of `Answer`, and what is filled is what is shown; a figure leads to the citation of its
plan that holds it.  Example: /ask?q=每百户设施面积，各地的目标值分别是多少？
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from graph_api.answers import Answer, AnswerCitation, AnsweredValue
from graph_api.context import Context
from graph_api.references import reference
from graph_api.shown_plans import ShownPlan

MAX_SHOWN = 200  # characters of a question in the page's title


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: of which plan (none: of all), what, and where it leads."""

    plan: str
    words: str
    url: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation as the page shows it."""

    plan: str
    quote: str
    url: str
    reference: str


async def ask_values(params: QueryParams, context: Context, plans: Sequence[ShownPlan]) -> dict[str, Any]:
    """What the template shows; without a question only what may be asked."""
    asker = await context.holdings.asking.asker(context.holdings.store)
    question = params.get("q", "").strip()
    values: dict[str, Any] = {"question": question, "suggestions": asker.suggestions(), "answer": None}
    if not question:
        return values
    answer = Answer.of(asker.ask(question), context.settings.public_url)
    by_id = {plan.id: plan for plan in plans}
    return {
        **values,
        "answer": answer,
        "lines": list(answer_lines(answer, by_id)),
        "citations": [_quoted(one, by_id) for one in answer.citations],
        "nearest": [_quoted(one, by_id) for one in answer.nearest],
    }


def answer_lines(answer: Answer, plans: dict[str, ShownPlan]) -> Iterator[Line]:
    """The answer line by line; none where the sentence says all."""
    for value in answer.values:
        yield _value_line(value, "目标值" if answer.base_values else "", answer, plans)
    for value in answer.base_values:
        yield _value_line(value, "基期值", answer, plans)
    if not answer.values:
        for plan in answer.plan_ids:
            yield Line(plans[plan].region_name, plans[plan].title, _leads(answer.citations, plan, None))
    for titles in answer.titles:
        for title in titles.titles:
            name = plans[titles.plan_id].region_name if titles.plan_id else ""
            yield Line(name, title, _leads(answer.citations, titles.plan_id, title))
    for words in (*answer.departments, *answer.units):
        yield Line("", words, _leads(answer.citations, None, words), answer.unit or "" if answer.departments else "")


def _value_line(value: AnsweredValue, note: str, answer: Answer, plans: dict[str, ShownPlan]) -> Line:
    name = plans[value.plan_id].region_name
    if value.value is None:
        return Line(name, "未载明", None, note)
    told = "，".join(part for part in (note, value.subject or "", f"{value.year} 年" if value.year else "") if part)
    return Line(name, value.value, _leads(answer.citations, value.plan_id, value.value), told)


def _leads(citations: Sequence[AnswerCitation], plan: str | None, words: str | None) -> str | None:
    """The address of the citation of that plan that holds the words, else of its first; None without any."""
    own = [one for one in citations if plan is None or one.plan_id == plan]
    holding = (one.url for one in own if words and "".join(words.split()) in "".join(one.quote.split()))
    return next(holding, own[0].url if own and plan is not None else None)


def _quoted(one: AnswerCitation, plans: dict[str, ShownPlan]) -> Quoted:
    shown = plans[one.plan_id]
    return Quoted(shown.region_name, one.quote, one.url, reference(shown.plan, None, one.quote))
