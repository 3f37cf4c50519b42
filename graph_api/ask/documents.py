"""Which documents a plan cites, and which several plans cite in common.

In: a question read.  Out: an `Answer` with `titles`.  Relied on: the same document has the same id in every plan that
cites it; what a plan is made by stands in its preamble.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.values import Json
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.matching import Matcher
from graph_api.ask.reading import Question
from graph_api.ask.record import Answer
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.silence import not_stated, whom
from graph_api.ask.stated import Cited

_COMMON = re.compile(r"共同|都(?:引用|提到|依据|点名|写)|同时|一起|均")
_BASIS = re.compile(
    r"开头|开篇|序言|前言|(?:依据|根据|按照|遵照).*(?:编制|制定|制订|文件|规划)|(?:编制|制定).*(?:依据|根据)"
)
_LEAST = 0.5
_ALIKE = 0.85
_KIND = re.compile(r"[一-鿿]{2,}")  # of a document number, what stands before the year: 国办发〔2021〕56号


def answer_documents(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The titles, each once; not stated where nothing is cited that fits."""
    own = [one for one in knowledge.cited if one.plan_id in question.plan_ids]
    if len(question.plans) > 1 and _COMMON.search(question.text):
        found = _common(question, own, knowledge)
    elif _BASIS.search(question.text):
        found = [one for one in own if one.section.endswith("/0.1") or _zone(one, knowledge) in ("preamble", "front")]
    else:
        found = _about(question, own, knowledge)
    if not found:
        return not_stated(question, matcher, titles=[])
    titles = list({flat(one.title): one.title for one in reversed(found)}.values())[::-1]
    text = f"{whom(question.plans)}引用{len(titles)}份：{'、'.join(f'《{title}》' for title in titles)}。"
    return Answer({"titles": list[Json](titles), "count": len(titles)}, text, tuple(one.citation for one in found))


def _zone(one: Cited, knowledge: Knowledge) -> str | None:
    clause = knowledge.clauses.get(one.clause_id or "")
    return clause.zone if clause else None


def _common(question: Question, own: Sequence[Cited], knowledge: Knowledge) -> list[Cited]:
    """One of each document that all plans asked cite, or, where no plans are named, that more than one cites."""
    least = len(question.plans) if question.scope.named else 2
    groups: list[list[Cited]] = []
    for one in own:
        group = next((group for group in groups if _same(group[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    shared = [group[0] for group in groups if len({one.plan_id for one in group}) >= least]
    return _about(question, shared, knowledge)


def _same(one: Cited, other: Cited) -> bool:
    """Whether two citations are of one document: by its id, or by titles that differ in a word or two."""
    if one.document_id and one.document_id == other.document_id:
        return True
    own, others = bigrams(one.title), bigrams(other.title)
    return len(own & others) >= _ALIKE * len(own | others)


def _about(question: Question, own: Sequence[Cited], knowledge: Knowledge) -> list[Cited]:
    """Those whose clause the question speaks of, where it narrows them down; else all."""
    numbered = [one for one in own if (kind := _KIND.match(one.document_number or "")) and kind[0] in question.text]
    if numbered:
        return numbered
    weights = {
        term: weight
        for term, weight in question.weights.items()
        if term not in ("文件", "引用", "点名", "书名", "名号")
    }
    total = sum(weights.values())
    if not total:
        return list(own)
    shares = []
    for one in own:
        clause = knowledge.clauses.get(one.clause_id or "")
        terms = bigrams(
            f"{clause.title if clause else ''}/{clause.parent if clause else ''}/{one.title}/{one.issuer or ''}"
        )
        shares.append(sum(weight for term, weight in weights.items() if term in terms) / total)
    best = max(shares, default=0.0)
    if best < _LEAST:
        return list(own)
    return [one for one, share in zip(own, shares, strict=True) if share >= 0.8 * best]
