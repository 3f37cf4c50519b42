"""Which documents a plan cites, which several plans cite in common, and which plans cite one.

In: a question read.  Out: an `Answer` with `titles`; of the plans that cite a document, their citations.  Relied on:
the same document has the same id in every plan that cites it; what a plan is made by stands in its preamble.
Example: "通辽的规划依据哪三份文件制定" asks for the three of the preamble.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.values import Json
from graph_api.ask.citing import among, as_many, in_part, made_by, named, same, set_aside, spoken_of
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer, Citation
from graph_api.ask.relevance import flat
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.stated import Cited

_COMMON = re.compile(
    r"共同|都.{0,4}(?:引|提|依据|点|写|用|参|列|落实)|同时|一起|均|不止一|多[份家]|重复|通用|被引"
    r"|[两二三四多几][份家个](?:规划)?(?:及|或|和)?(?:以上|都)|至少[两二三四]|两[家地份](?:共|都|均)"
)
_MOST = re.compile(r"最(?:多|频繁|常|高)")
_BASIS = re.compile(
    r"(?<![字号”\"])开头|开篇|序言|前言|引言|(?:依据|根据|按照|按(?=[^,，。?？照]{0,4}[哪什几])|遵照|参照|参考|对照|遵循)[^。?？;；]*(?:编|制定|制订|文件|规划|而成)"
    r"|(?:编制?|制定|制订|出台)(?:本|这)?[^。?？;；]*(?:依据|根据|按|参照|参考|照)"
)
_ALONE = re.compile(
    r"独自|独家|独有|单独(?!名义|或|[印发颁下制])|别[家处的][^,，。?？]{0,4}没|其[他它余][^,，。?？]{0,6}没"
)
_FIRST_LAST = re.compile(r"最(?P<first>早|先)|最(?:晚|新|后|近)")
_WHEN = re.compile(
    r"(?:哪一?年|什么时候|何时|几几年|哪一?天)[^,，。?？]{0,6}(?:出台|印发|发布|制定|下发|颁布)[^哪什]*$"
)
_YEAR = re.compile(r"20\d\d")
_CITES = re.compile(r"引|依据|根据|点名|书名号|文号|参照|提到|提及|写到|落实|对接|遵照|[《〔]")


def answer_documents(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The titles, each once; not stated where nothing is cited that fits."""
    own = [one for one in knowledge.cited if one.plan_id in question.plan_ids]
    if _WHEN.search(question.rest):
        return _issued_in(question, named(question, own), matcher)
    question, own = set_aside(question, own)
    if _ALONE.search(question.text) and question.scope.named:
        others = [one for one in knowledge.cited if one.plan_id not in question.plan_ids]
        own = [one for one in own if not any(same(one, other) for other in others)]
    if len(question.plans) > 1 and (_COMMON.search(question.text) or _MOST.search(question.text)):
        found = spoken_of(question, _common(question, own), knowledge)
    elif together := among(question, own):
        found = together
    elif parted := in_part(question, own, knowledge):
        found = parted if as_many(question, parted) else spoken_of(question, parted, knowledge, around=False)
    elif _BASIS.search(question.text) and (basis := made_by(question, own, knowledge)):
        found = basis if as_many(question, basis) else spoken_of(question, basis, knowledge, around=False)
    else:
        found = _at_end(question, spoken_of(question, own, knowledge))
    if not found:
        return not_stated(question, matcher, titles=[])
    titles = list({flat(one.title): one.title for one in reversed(found)}.values())[::-1]
    text = f"{whom(question.plans)}引用{len(titles)}份：{'、'.join(f'《{title}》' for title in titles)}。"
    return Answer({"titles": list[Json](titles), "count": len(titles)}, text, tuple(one.citation for one in found))


def _issued_in(question: Question, found: Sequence[Cited], matcher: Matcher) -> Answer:
    """The years that the numbers of named documents tell; not stated where no number, or no such document, is cited."""
    dated = [(one, year[0]) for one in found if (year := _YEAR.search(one.document_number or ""))]
    if not dated:
        return not_stated(question, matcher, titles=[])
    values: dict[str, Json] = {
        one.plan_id: {"value": f"{year}年", "number": int(year), "unit": "年"} for one, year in dated
    }
    titles = list(dict.fromkeys(one.title for one, _ in dated))
    text = "；".join(f"《{one.title}》文号为{one.document_number}" for one, _ in dated)
    return Answer(
        {"values": values, "titles": list[Json](titles)}, f"{text}。", tuple(one.citation for one, _ in dated)
    )


def citing(question: Question, knowledge: Knowledge) -> dict[str, Citation]:
    """The plans asked that cite the document which the question names, each by its first citation."""
    if not _CITES.search(question.rest):
        return {}
    found = named(question, [one for one in knowledge.cited if one.plan_id in question.plan_ids])
    return {one.plan_id: one.citation for one in reversed(found)}


def _at_end(question: Question, found: Sequence[Cited]) -> list[Cited]:
    """The first or last of documents by the years of their numbers, where that one is asked for."""
    asked = _FIRST_LAST.search(question.text)
    years = {one: year[0] for one in found if (year := _YEAR.search(one.document_number or ""))}
    if asked is None or not years:
        return list(found)
    edge = min(years.values()) if asked["first"] else max(years.values())
    return [one for one, year in years.items() if year == edge]


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
