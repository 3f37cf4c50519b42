"""Which cited documents a question speaks of: by title, number, year, period, issuer, kind or the citing clause.

In: a question read, and citations.  Out: those it speaks of.  Relied on: a document number begins with its issuer's
short form and holds the year (国办发〔2021〕56号); a title says whose and of which period a document is.
Example: "省里的哪份文件" is of those whose title or issuer has 省.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph_api.ask.citing_acts import Places, before_named, of_act, places
from graph_api.ask.document_numbers import beginnings, numbered, of_number
from graph_api.ask.headings import placed
from graph_api.ask.issuers import issued_by, issuers_said
from graph_api.ask.knowledge import Knowledge
from graph_api.ask.reading import Question
from graph_api.ask.relevance import bigrams, flat
from graph_api.ask.stated import Cited, Thing
from ontology.numerals import read_chinese

_LEAST = 0.5  # the share of what is asked that a title, or the clause around it, has to hold
_NAMED = 0.7  # the share of a title that a question has to have to mean that document
_OF_BEST = 0.9
_CLEARLY = 1.2  # how much more of what is asked a clause of the plan has to hold than its preamble
_MORE_WORDS = 2  # letters by which two titles of one document may differ
_LONG = 10
_BESIDES = re.compile(r"除了?(?P<said>[^,，。?？]{2,24}?)(?:[之以]?外[,，]?|[,，]|(?=还|也|另))")
_EXAMPLE = re.compile(r"《([^》]+)》等")
_YEAR = re.compile(r"(20\d\d)(?=年)")
_MADE = re.compile(r"编|制定|制订|起草|开头|开篇|序言|前言|引言")
_BEFORE = re.compile(r"上一?个五年|过去五年|前五年|前一个五年|上一(?:轮|期|阶段)|此前五年")
_AHEAD = re.compile(r"形势|挑战")
_PERIOD = re.compile(r"十[一二三四五六七八九]五")
_LAW = re.compile(r"(?:哪|什么|几|那)[^,，。?？]{0,4}(?:法律|法规|条例)|国务院令|主席令")
_IS_LAW = re.compile(r"(?<!办)法$|条例$")
_SORTS = r"(意见|纲要|办法|决定|通知|实施方案)"
_SORT = re.compile(rf"(?:哪|什么|几|那)[^,，。?？]{{0,4}}{_SORTS}|{_SORTS}(?:都|分别)?(?:是|叫|有)(?:哪|什么|啥)")
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


def spoken_of(question: Question, own: Sequence[Cited], knowledge: Knowledge, *, around: bool = True) -> list[Cited]:
    """Those that the question speaks of; all where it says nothing of which, or nothing that fits any."""
    numbers = of_number(question.text, own)
    if numbers:
        return list(_of_year(question, numbers))
    own = numbered(question.text, own)
    cited_in = places(own, knowledge)
    if found := before_named(question.typed, own, cited_in):
        return found
    levelled = issued_by(question.rest, own, question.scope.missing)
    narrowed = _narrowed(question, own, cited_in if around and not levelled else {})
    found = [one for one in narrowed if one in levelled] or narrowed or levelled or list(own)
    found = list(_of_year(question, _of_sort(question, _of_period(question, found, knowledge))))
    found = found if levelled else of_act(question.text, found, cited_in)
    asked = _asked_for(question) if found else 0
    if asked < 2 or asked == _different(found):
        return found
    return _nearest(question, _of_year(question, levelled or own), asked) or found


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
    weights = _telling(question, own)
    shares = {one: _share(weights, bigrams(one.title)) for one in own}
    ranked = sorted((one for one in own if shares[one]), key=lambda one: -shares[one])
    return [one for one in own if one in ranked[:asked]] if len(ranked) >= asked else []


def set_aside(question: Question, own: Sequence[Cited]) -> tuple[Question, list[Cited]]:
    """The question without what it sets aside, and the documents without that: "除了国办的通知,还依据了哪些"."""
    said = _BESIDES.search(question.rest)
    if said is None:
        return question, list(own)
    terms = bigrams(said[1])
    apart = issued_by(said[1], own)
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
    if not parts:
        return []
    return [
        one
        for one, clauses in places(own, knowledge).items()
        if any(words.search(f"{clause.parent}/{clause.zone}") for clause in clauses for words in parts)
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


def made_by(question: Question, own: Sequence[Cited], knowledge: Knowledge) -> list[Cited]:
    """Those that the plan is made by; none where the question asks by what something else is, said where one is cited.

    "到2020年试点过半，是按照哪个文件的要求提出来的" is of a clause of the tasks, not of the preamble.
    """
    basis = [one for one in own if in_preamble(one, knowledge)]
    if _MADE.search(question.text):
        return basis
    weights = _telling(question, own)
    shares = {one: _cited_beside(weights, clauses) for one, clauses in places(own, knowledge).items()}
    inside = max((shares[one] for one in basis), default=0.0)
    return [] if max(shares.values(), default=0.0) >= max(_LEAST, _CLEARLY * inside) else basis


def _cited_beside(weights: Mapping[str, float], clauses: Sequence[Thing]) -> float:
    return max((_share(weights, bigrams(clause.title)) for clause in clauses), default=0.0)


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
    """Those of the sort asked for; of laws none where none is cited, while other sorts are loosely called."""
    if _LAW.search(question.text):
        return [one for one in own if _IS_LAW.search(one.title)]
    sort = _SORT.search(question.text)
    return [one for one in own if sort and (sort[1] or sort[2]) in one.title] or own


def _narrowed(question: Question, own: Sequence[Cited], cited_in: Places) -> list[Cited]:
    """Those whose title or issuer has what is asked, else those whose surroundings have; none where nothing has."""
    weights = _telling(question, own)
    if not weights:
        return []
    titles = [_share(weights, bigrams(f"{one.title}/{one.issuer or ''}")) for one in own]
    around = [
        max((_share(weights, _around(one, clause)) for clause in cited_in.get(one, ())), default=0.0) for one in own
    ]
    for shares in (titles, around):
        if (best := max(shares, default=0.0)) >= _LEAST:
            return [one for one, share in zip(own, shares, strict=True) if share >= 0.8 * best]
    return []


def _telling(question: Question, own: Sequence[Cited]) -> dict[str, float]:
    """The weighted terms that say which document is meant."""
    said = (*issuers_said(question.rest), *beginnings(question.text, own))
    framed = {term for word in (*_FRAME.findall(question.text), *said) for term in bigrams(word)}
    return {term: weight for term, weight in question.weights.items() if term not in framed}


def _share(weights: Mapping[str, float], text: frozenset[str]) -> float:
    """The share of some weights that a text holds."""
    return sum(weight for term, weight in weights.items() if term in text) / (sum(weights.values()) or 1.0)


def _around(one: Cited, clause: Thing) -> frozenset[str]:
    """The terms of a clause that cites a document, of the titles above it, and of the document's own."""
    return bigrams(f"{clause.title}/{clause.parent}/{one.title}/{one.issuer or ''}")
