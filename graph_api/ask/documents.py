"""Which documents a plan cites, and which several plans cite in common.

In: a question read.  Out: an `Answer` with `titles`.  Relied on: the same document has the same id in every plan that
cites it; what a plan is made by stands in its preamble.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
_NUMBER = re.compile(r"([一两三四五六七八九十])[份个部](?!规划(?:都|共|均|里|中))")
_MORE_WORDS = 2  # letters by which two titles of one document may differ
_LONG = 10
_NUMBERED = re.compile(r"(?:带|有|附|标).{0,4}(?:文号|字号)|(?:文号|字号)的")
# Words of a question that say it is of documents, and nothing of which.
_FRAME = re.compile(
    r"共同|同时|一起|[援被]?引用?|点名?|提到|书名号|文件|规划|意见|通知|名称|依据|编制|制定|参照|落实|按照|带|(?:发文)?字号|文号|[上各]?级|层面|制度|出台|叫"
)
# Whose a document is, as a question says it, and as its title or issuer does.
_LEVELS = (
    (re.compile(r"国办|国务院办公厅"), re.compile(r"国务院办公厅|国办")),
    (re.compile(r"国务院(?!办公厅)|中央|国家级?|党中央"), re.compile(r"国务院|中共中央|国办|中央")),
    (re.compile(r"民政部"), re.compile(r"民政部")),
    (re.compile(r"(?<![一-鿿])省(?:级|里|政府|委)|省级|省里|自治区"), re.compile(r"省|自治区")),
    (re.compile(r"州级|州里"), re.compile(r"州")),
    (re.compile(r"市级|市里|本市|全市"), re.compile(r"市")),
)
_KIND = re.compile(r"[一-鿿]{2,}")  # of a document number, what stands before the year: 国办发〔2021〕56号


def answer_documents(question: Question, matcher: Matcher, knowledge: Knowledge) -> Answer:
    """The titles, each once; not stated where nothing is cited that fits."""
    own = [one for one in knowledge.cited if one.plan_id in question.plan_ids]
    if len(question.plans) > 1 and _COMMON.search(question.text):
        found = _common(question, own, knowledge)
    elif _BASIS.search(question.text):
        basis = [one for one in own if one.section.endswith("/0.1") or _zone(one, knowledge) in ("preamble", "front")]
        found = _narrowed(question, basis, []) or _of_level(question, basis)
        if (asked := _NUMBER.search(question.text)) and len(basis) == "一两三四五六七八九十".find(asked[1]) + 1:
            found = basis
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
    """Whether two citations are of one document: by its id, or by titles of which one only has a word more."""
    if one.document_id and one.document_id == other.document_id:
        return True
    short, long = sorted((flat(one.title), flat(other.title)), key=len)
    if len(short) < _LONG or len(long) - len(short) > _MORE_WORDS:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _about(question: Question, own: Sequence[Cited], knowledge: Knowledge) -> list[Cited]:
    """Those whose clause the question speaks of, where it narrows them down; else all."""
    numbered = [one for one in own if (kind := _KIND.match(one.document_number or "")) and kind[0] in question.text]
    if numbered:
        return numbered
    if _NUMBERED.search(question.text):
        return [one for one in own if one.document_number]
    around = [_around(one, knowledge) for one in own]
    return _narrowed(question, own, around) or _of_level(question, own)


def _narrowed(question: Question, own: Sequence[Cited], around: Sequence[frozenset[str]]) -> list[Cited]:
    """Those whose title or issuer has what is asked, else those whose surroundings have; none where nothing has."""
    framed = {term for word in _FRAME.findall(question.text) for term in bigrams(word)}
    weights = {term: weight for term, weight in question.weights.items() if term not in framed}
    if not weights:
        return []
    for texts in ([bigrams(f"{one.title}/{one.issuer or ''}") for one in own], around):
        shares = _shares(weights, texts)
        if (best := max(shares, default=0.0)) >= _LEAST:
            return [one for one, share in zip(own, shares, strict=True) if share >= 0.8 * best]
    return []


def _shares(weights: Mapping[str, float], texts: Sequence[frozenset[str]]) -> list[float]:
    """The share of some weights that each of some texts holds."""
    total = sum(weights.values())
    return [sum(weight for term, weight in weights.items() if term in text) / total for text in texts]


def _around(one: Cited, knowledge: Knowledge) -> frozenset[str]:
    """The terms of the clause that cites a document, of the titles above it, and of the document's own."""
    clause = knowledge.clauses.get(one.clause_id or "")
    around = f"{clause.title}/{clause.parent}" if clause else ""
    return bigrams(f"{around}/{one.title}/{one.issuer or ''}")


def _of_level(question: Question, own: Sequence[Cited]) -> list[Cited]:
    """Those of the bodies whose documents the question asks for, where it says whose; else all."""
    marks = [re.compile(re.sub(r"省$|自治区$", "", place)) for place in question.scope.missing]
    marks += [names for said, names in _LEVELS if said.search(question.rest)]
    fitting = [one for one in own if any(mark.search(f"{one.issuer or ''}{one.title}") for mark in marks)]
    return fitting or list(own)
