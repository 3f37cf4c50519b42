"""Which documents a plan cites, which several plans cite in common, and which plans cite one.

In: a question read.  Out: an `Answer` with `titles`; of the plans that cite a document, their citations.  Relied on:
the same document has the same id in every plan that cites it; what a plan is made by stands in its preamble.
Example: "通辽的规划依据哪三份文件制定" asks for the three of the preamble.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.values import Json
from graph_api.ask.citing import in_preamble, named, same, spoken_of
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer, Citation
from graph_api.ask.relevance import flat
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.stated import Cited

_COMMON = re.compile(r"共同|都.{0,3}(?:引|提|依据|点|写|用|参|列|落实)|同时|一起|均|两份以上|多份|不止一")
_MOST = re.compile(r"最(?:多|频繁|常)")
_BASIS = re.compile(
    r"开头|开篇|序言|前言|(?:依据|根据|按照|遵照).*(?:编|制定|制订|文件|规划)|(?:编制?|制定|制订).*(?:依据|根据|按)"
)
_CITES = re.compile(r"引|依据|根据|点名|书名号|文号|参照|提到|提及|写到|落实|对接|遵照|[《〔]")
_NUMBER = re.compile(r"([一两三四五六七八九十])[份个部](?!规划(?:都|共|均|里|中))")
_NUMBERS = "一两三四五六七八九十"


def answer_documents(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The titles, each once; not stated where nothing is cited that fits."""
    own = [one for one in knowledge.cited if one.plan_id in question.plan_ids]
    if len(question.plans) > 1 and _COMMON.search(question.text):
        found = spoken_of(question, _common(question, own), knowledge)
    elif _BASIS.search(question.text):
        basis = [one for one in own if in_preamble(one, knowledge)]
        found = basis if _as_many(question, basis) else spoken_of(question, basis, knowledge, around=False)
    else:
        found = spoken_of(question, own, knowledge)
    if not found:
        return not_stated(question, matcher, titles=[])
    titles = list({flat(one.title): one.title for one in reversed(found)}.values())[::-1]
    text = f"{whom(question.plans)}引用{len(titles)}份：{'、'.join(f'《{title}》' for title in titles)}。"
    return Answer({"titles": list[Json](titles), "count": len(titles)}, text, tuple(one.citation for one in found))


def citing(question: Question, knowledge: Knowledge) -> dict[str, Citation]:
    """The plans asked that cite the document which the question names, each by its first citation."""
    if not _CITES.search(question.rest):
        return {}
    found = named(question, [one for one in knowledge.cited if one.plan_id in question.plan_ids])
    return {one.plan_id: one.citation for one in reversed(found)}


def _as_many(question: Question, found: Sequence[Cited]) -> bool:
    """Whether the question asks for as many as there are."""
    asked = _NUMBER.search(question.text)
    return asked is not None and len(found) == _NUMBERS.find(asked[1]) + 1


def _common(question: Question, own: Sequence[Cited]) -> list[Cited]:
    """One of each document that all plans asked cite, or, where no plans are named, that more than one cites."""
    groups: list[list[Cited]] = []
    for one in own:
        group = next((group for group in groups if same(group[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    sizes = [len({one.plan_id for one in group}) for group in groups]
    least = len(question.plans) if question.scope.named else 2
    if _MOST.search(question.text):
        least = max(sizes, default=0)
    return [group[0] for group, size in zip(groups, sizes, strict=True) if size >= least]
