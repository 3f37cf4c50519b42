"""Which cited documents a question speaks of: by title, number, year, period, issuer, kind or the citing clause.

In: a question read, and citations.  Out: those it speaks of.  Relied on: a document number begins with its issuer's
short form and holds the year (国办发〔2021〕56号); a title says whose and of which period a document is.
Example: "省里的哪份文件" is of those whose title or issuer has 省.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph_api.ask.headings import placed
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.reading import Question
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.stated import Cited
from ontology.numerals import read_chinese

_LEAST = 0.5  # the share of what is asked that a title, or the clause around it, has to hold
_NAMED = 0.7  # the share of a title that a question has to have to mean that document
_OF_BEST = 0.9
_MORE_WORDS = 2  # letters by which two titles of one document may differ
_LONG = 10
_BESIDES = re.compile(r"除了?(?P<said>[^,，。?？]{2,24}?)(?:[之以]外[,，]?|[,，])")
_EXAMPLE = re.compile(r"《([^》]+)》等")
_NUMBERED = re.compile(r"(?:带|有|附|标).{0,4}(?:文号|字号)|(?:文号|字号)的")
_KIND = re.compile(r"[一-鿿]{2,}")  # of a document number, what stands before the year: 国办发〔2021〕56号
_YEAR = re.compile(r"(20\d\d)(?=年)")
_BEFORE = re.compile(r"上一?个五年|过去五年|前五年|前一个五年|上一(?:轮|期|阶段)|此前五年")
_AHEAD = re.compile(r"形势|挑战")
_PERIOD = re.compile(r"十[一二三四五六七八九]五")
_SORT = re.compile(r"(?:哪|什么|几|那)[^,，。?？]{0,4}(法律|条例|意见|纲要|办法|决定|通知|实施方案)")
_BRACKETS = re.compile(r"[〔〕\[\]()（）\s]")
_NUMBER = re.compile(r"([一两三四五六七八九])[份个部](?!规划(?:都|共|均|里|中))")
# Parts of a plan as a question calls them, and as their titles or zones do.
_PARTS = (
    (re.compile(r"成效|成绩|成就|发展基础|发展状况|发展环境"), re.compile(r"成效|基础|状况|环境")),
    (re.compile(r"形势|挑战"), re.compile(r"形势|挑战")),
    (re.compile(r"(?:主要|重点)任务"), re.compile(r"tasks")),
    (re.compile(r"保障(?:措施|部分)|组织保障|实施保障"), re.compile(r"safeguards")),
    (re.compile(r"指导思想|总体要求"), re.compile(r"ideas")),
)
# Words of a question that say it is of documents, and nothing of which.
_FRAME = re.compile(
    r"共同|同时|一起|[援被]?引用?|点名?|提到|书名号|文件|规划|意见|通知|名称|全称|依据|编制?|制定|参照|落实|按照|带"
    r"|(?:发文)?字号|文号|[上各]?级|层面|制度|出台|叫|称呼|沾边|文件名|有关|相关|关于|两份|三份|先后|印发|实施|参考|遵照|上位|点到|提及|写到|对接|衔接"
    r"|成效|成绩|成就|面临形势|形势|总结|开头|开篇|部分|一节|全文|正文|主要任务|重点任务"
)
# Whose a document is, as a question says it, and as its title or issuer does.
_LEVELS = (
    (re.compile(r"国办|国务院办公厅"), re.compile(r"国务院办公厅|国办")),
    (re.compile(r"(?:党中央|中央)(?!.{0,2}国务院)"), re.compile(r"中共中央|中办|党中央")),
    (re.compile(r"国务院(?!办公厅)|国家级?(?!治理|制度)"), re.compile(r"国务院|中共中央|国办|民政部")),
    (re.compile(r"民政部"), re.compile(r"民政部")),
    (re.compile(r"自治区(?:级|里|政府|发|出|印|党委|那|的)"), re.compile(r"自治区")),
    (re.compile(r"(?<![一-鿿])省(?:级|里|政府|委|的)|省级|省里|自治区级"), re.compile(r"省|自治区")),
    (re.compile(r"州级|州里"), re.compile(r"州")),
    (re.compile(r"市级|市里|本市|全市"), re.compile(r"市")),
)


def spoken_of(question: Question, own: Sequence[Cited], knowledge: Knowledge, *, around: bool = True) -> list[Cited]:
    """Those that the question speaks of; all where it says nothing of which, or nothing that fits any."""
    numbered = _of_number(question, own)
    if numbered:
        return list(_of_year(question, numbered))
    if _NUMBERED.search(question.text):
        own = [one for one in own if one.document_number]
    near = [_around(one, knowledge) for one in own] if around else []
    levelled = _of_level(question, own)
    narrowed = _narrowed(question, own, [] if levelled else near)
    found = [one for one in narrowed if one in levelled] or narrowed or levelled or list(own)
    found = list(_of_year(question, _of_sort(question, _of_period(question, found, knowledge))))
    asked = _asked_for(question)
    if asked < 2 or asked == _different(found):
        return found
    return _nearest(question, _of_year(question, levelled or own), asked) or found


def _of_number(question: Question, own: Sequence[Cited]) -> list[Cited]:
    """Those whose number the question has, else those whose number begins as it has: 通民基字."""
    text = _BRACKETS.sub("", question.text)
    whole = [one for one in own if one.document_number and _BRACKETS.sub("", one.document_number) in text]
    return whole or [one for one in own if (kind := _KIND.match(one.document_number or "")) and kind[0] in text]


def as_many(question: Question, found: Sequence[Cited]) -> bool:
    """Whether the question asks for as many as there are: 哪两份."""
    return _asked_for(question) == _different(found)


def _asked_for(question: Question) -> int:
    """How many documents are asked for; 0 where the question does not say."""
    asked = _NUMBER.search(question.text)
    return int(read_chinese(asked[1].replace("两", "二"))) if asked else 0


def _different(found: Sequence[Cited]) -> int:
    return len({flat(one.title) for one in found})


def _nearest(question: Question, own: Sequence[Cited], asked: int) -> list[Cited]:
    """As many as asked for, those whose titles have most of the question; none where fewer have something of it."""
    weights = _telling(question)
    shares = dict(zip(own, _shares(weights, [bigrams(one.title) for one in own]), strict=True))
    ranked = sorted((one for one in own if shares[one]), key=lambda one: -shares[one])
    return [one for one in own if one in ranked[:asked]] if len(ranked) >= asked else []


def set_aside(question: Question, own: Sequence[Cited]) -> tuple[Question, list[Cited]]:
    """The question without what it sets aside, and the documents without that: "除了国办的通知,还依据了哪些"."""
    said = _BESIDES.search(question.rest)
    if said is None:
        return question, list(own)
    marks = [names for called, names in _LEVELS if called.search(said[1])]
    terms = bigrams(said[1])
    apart = [one for one in own if any(mark.search(f"{one.issuer or ''}{one.title}") for mark in marks)]
    apart = apart or [one for one in own if terms and len(terms & bigrams(one.title)) >= _LEAST * len(terms)]
    weights = {term: weight for term, weight in question.weights.items() if term not in terms}
    rest = question.rest.replace(said[0], "")
    asked = replace(question, rest=rest, text=question.text.replace(said[0], ""), weights=weights)
    return asked, [one for one in own if one not in apart]


def among(question: Question, own: Sequence[Cited]) -> list[Cited]:
    """Those cited together with the one that the question gives as an example: 《小微权力清单制度》等."""
    example = _EXAMPLE.search(question.typed)
    clauses = {one.clause_id for one in own if example and flat(one.title) == flat(example[1])}
    return [one for one in own if one.clause_id in clauses]


def in_part(question: Question, own: Sequence[Cited], knowledge: Knowledge) -> list[Cited]:
    """Those cited in the part of the plan that the question names: 第一章, 面临形势一节, 在总结成效时."""
    place = placed(question, [one for one in knowledge.things["section"] if one.plan_id in question.plan_ids])
    if place:
        return [one for one in own if f"{one.section}.".startswith(f"{place.id}.")]
    parts = [words for asked, words in _PARTS if asked.search(question.rest)]
    clauses = {one: knowledge.clauses.get(one.clause_id or "") for one in own}
    return [
        one
        for one, clause in clauses.items()
        if clause and any(words.search(f"{clause.parent}/{clause.zone}") for words in parts)
    ]


def named(question: Question, cited: Sequence[Cited]) -> list[Cited]:
    """The citations of the document that the question calls by its title, or by most of it."""
    asked = bigrams(question.text)
    shares = [len(own & asked) / len(own) if (own := bigrams(one.title)) else 0.0 for one in cited]
    best = max(shares, default=0.0)
    if best < _NAMED:
        return []
    firm = [one for one, share in zip(cited, shares, strict=True) if share >= _OF_BEST * best]
    return [one for one in cited if any(same(one, other) for other in firm)]


def in_preamble(one: Cited, knowledge: Knowledge) -> bool:
    """Whether a document is cited before the first chapter, where a plan says what it is made by."""
    clause = knowledge.clauses.get(one.clause_id or "")
    return one.section.endswith("/0.1") or (clause is not None and clause.zone in ("preamble", "front"))


def same(one: Cited, other: Cited) -> bool:
    """Whether two citations are of one document: by its id, or by titles of which one only has a word more."""
    if one.document_id and one.document_id == other.document_id:
        return True
    short, long = sorted((flat(one.title), flat(other.title)), key=len)
    if len(short) < _LONG or len(long) - len(short) > _MORE_WORDS:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _of_period(question: Question, own: Sequence[Cited], knowledge: Knowledge) -> Sequence[Cited]:
    """Those of a period that is not the plan's, by their titles or by the clause that cites them."""
    others = {
        period for period in _PERIOD.findall(question.text) if period not in {one.period for one in question.plans}
    }
    clauses = {one: knowledge.clauses.get(one.clause_id or "") for one in own}
    if not others and _BEFORE.search(question.text):
        told = [(one, clause.parent) for one, clause in clauses.items() if clause and clause.zone == "background"]
        return [one for one, parent in told if not _AHEAD.search(parent)] or own
    texts = {
        one: f"{one.title}{clause.title}{clause.parent}" if clause else one.title for one, clause in clauses.items()
    }
    return [one for one in own if any(period in texts[one] for period in others)] or own


def _of_year(question: Question, own: Sequence[Cited]) -> Sequence[Cited]:
    years = _YEAR.findall(question.text)
    return [one for one in own if any(year in f"{one.document_number}{one.title}" for year in years)] or own


def _of_sort(question: Question, own: Sequence[Cited]) -> Sequence[Cited]:
    sort = _SORT.search(question.text)
    word = "法" if sort and sort[1] == "法律" else sort[1] if sort else ""
    return [one for one in own if word in one.title] or own


def _narrowed(question: Question, own: Sequence[Cited], around: Sequence[frozenset[str]]) -> list[Cited]:
    """Those whose title or issuer has what is asked, else those whose surroundings have; none where nothing has."""
    weights = _telling(question)
    if not weights:
        return []
    for texts in ([bigrams(f"{one.title}/{one.issuer or ''}") for one in own], around):
        shares = _shares(weights, texts)
        if (best := max(shares, default=0.0)) >= _LEAST:
            return [one for one, share in zip(own, shares, strict=True) if share >= 0.8 * best]
    return []


def _telling(question: Question) -> dict[str, float]:
    """The weighted terms that say which document is meant."""
    said = {word for names, _ in _LEVELS for word in names.findall(question.rest)}
    framed = {term for word in (*_FRAME.findall(question.text), *said) for term in bigrams(word)}
    return {term: weight for term, weight in question.weights.items() if term not in framed}


def _shares(weights: Mapping[str, float], texts: Sequence[frozenset[str]]) -> list[float]:
    """The share of some weights that each of some texts holds."""
    total = sum(weights.values()) or 1.0
    return [sum(weight for term, weight in weights.items() if term in text) / total for text in texts]


def _around(one: Cited, knowledge: Knowledge) -> frozenset[str]:
    """The terms of the clause that cites a document, of the titles above it, and of the document's own."""
    clause = knowledge.clauses.get(one.clause_id or "")
    around = f"{clause.title}/{clause.parent}" if clause else ""
    return bigrams(f"{around}/{one.title}/{one.issuer or ''}")


def _of_level(question: Question, own: Sequence[Cited]) -> list[Cited]:
    """Those of the bodies whose documents the question asks for, where it says whose; else none."""
    marks = [re.compile(re.sub(r"省$|自治区$", "", place)) for place in question.scope.missing]
    marks += [names for said, names in _LEVELS if said.search(question.rest)]
    return [one for one in own if any(mark.search(f"{one.issuer or ''}{one.title}") for mark in marks)]
