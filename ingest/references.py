"""The documents a plan cites by title, each once, with the number and the issuer that stand beside a citation.

In: the `Outline` and its clauses.  Out: `Reference` facts in order of first citation.  Relied on: a cited title stands
in 《》, also where a line breaks it or another title stands in it; its number follows it, its issuer stands before it
or opens it.  The plan's own title, a bare 《规划》 and a short form that the text introduces (以下简称《意见》) are no
further documents.  Example: "民政部《城乡社区服务体系建设规划（2016—2020年）》" cites one document of 民政部.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.issuers import issuer_before, issuer_within
from ingest.passage import Passage
from ingest.rules import Rule
from ingest.structure import Outline
from ontology.records import Clause, Reference
from ontology.spans import Source, Span

CITED = Rule(
    "reference.cited-title",
    "a document is cited by its title in 《》; a title may hold another",
    re.compile(r"《(?P<title>(?:[^《》。；;]|《[^《》。；;]{1,120}》){2,160})》"),
    examples=(
        "《城 乡社区服务体系建设规划(2016-2020年)》",
        "《国务院办公厅关于印发《“十四五”城乡社区服务体系建设规划》的通知》",
        "《关于加强基层治理\n体系建设的意见》",
    ),
    counter_examples=("“互联网+基层治理”行动", "《关于加强社区治理的意见。全市"),
)
NUMBERED = Rule(
    "reference.document-number",
    "a document's number follows its title, mostly in brackets; the year in it has brackets of its own",
    re.compile(
        r"\A[（(]?(?P<number>[^（()）《》，,。；;、：:]{0,14}"
        r"(?:[〔\[【﹝（(]\d{4}[〕\]】﹞）)]第?\d+号|令第?\d+号))[）)]?"
    ),
    examples=("（国办发〔2021〕56号）和", "国办发〔2021〕56号和", "(通党字[２０１１]８３号)", "（国务院令第743号）"),
    counter_examples=("（2016—2020年）", "精神，全面实施“幸福社区”（国办发〔2021〕56号）"),
)
GENRE = Rule(
    "reference.bare-genre",
    "a title that is the name of a genre stands for a document named before, mostly for the plan itself",
    re.compile(
        r"\A(?:本|该|实施|总体|行动|战略|发展|专项|工作)*"
        r"(?:规划|纲要|意见|通知|方案|办法|条例|决定|计划|规定|细则|措施|报告|清单|目录|指南|标准|规范|规划纲要)\Z"
    ),
    examples=("规划", "实施方案", "行动计划", "规划纲要"),
    counter_examples=("产业结构调整指导目录", "城乡社区协商"),
)
SHORT_FORM = Rule(
    "reference.short-form",
    "a short form is introduced by 简称",
    re.compile(r"(?:以下|下)?(?:统)?(?:简称|称)[为:：]?\Z"),
    examples=("（以下简称", "(下称"),
    counter_examples=("深入实施",),
)
OWN_TITLE = Rule(
    "reference.own-title",
    "a notice or a report passes the plan itself on under its title",
    re.compile(
        r"(?:现将|编制了|制定了|起草了)《[^《》]+(?:《[^《》]*》[^《》]*)*》|》[^，。]{0,30}(?:主要内容|全文)如下"
        r"|》(?:已经?|业经)[^，。]{0,30}(?:同意|通过|审定|批准)[，。,]"
    ),
    examples=("现将《国家环境保护“十二五”规划》印发给你们", "《深圳市“十四五”规划》已经市政府同意。现印发给你们"),
    counter_examples=("根据《关于加强社区治理的意见》要求", "先后印发了《关于加强社区治理的意见》"),
)
RULES = (CITED, NUMBERED, GENRE, SHORT_FORM, OWN_TITLE)

_LOOK_AROUND = 60
_MARKS = re.compile(r"[《》〈〉<>“”\"'‘’\s]")
_DASHES = re.compile(r"[-‐‑–—―－~～]+")
_YEARS = re.compile(r"[（(][^（()）]*\d{4}[^（()）]*[）)]\Z")
_WIDE = str.maketrans("（），：；０１２３４５６７８９", "(),:;0123456789")
# The plan's title is one of the first lines; titles that run over two lines are tried together.
_HEAD_LINES, _LONGEST_TITLE = 60, 90


@dataclass(frozen=True, slots=True)
class _Citation:
    title: str
    number: str | None
    issuer: str | None
    place: tuple[int, int]  # of the title with its marks
    span: tuple[int, int]  # with issuer and number
    refused_by: Rule | None  # that it names the plan itself, or what a short form stands for


def find_references(outline: Outline, clauses: Sequence[Clause]) -> tuple[Reference, ...]:
    """The documents cited, in order of their first citation; the fullest citation of each is the fact."""
    cited: dict[str, list[_Citation]] = {}
    for citation, refusal in _judged(outline.source):
        if refusal is None:
            cited.setdefault(_key(citation.title), []).append(citation)
    places = _Places(clauses)
    return tuple(_reference(outline.source, max(found, key=_fullness), places) for found in cited.values())


def read_refused_citations(source: Source) -> Iterator[tuple[Span, Rule]]:
    """The titles in 《》 that cite no document, each with the rule that says so."""
    return ((source.span(*citation.place), refusal) for citation, refusal in _judged(source) if refusal)


def _judged(source: Source) -> Iterator[tuple[_Citation, Rule | None]]:
    """Every citation in the source, with the rule that is against it here or at another citation of the title."""
    citations = tuple(_citations(source))
    no_documents = dict.fromkeys(_own_titles(source), OWN_TITLE)
    for citation in citations:
        if citation.refused_by:
            no_documents.setdefault(_key(citation.title), citation.refused_by)
    for citation in citations:
        key = _key(citation.title)
        yield citation, citation.refused_by or no_documents.get(key) or no_documents.get(_YEARS.sub("", key))


def _fullness(citation: _Citation) -> int:
    return 2 * (citation.number is not None) + (citation.issuer is not None)


def _citations(source: Source) -> Iterator[_Citation]:
    """Every citation in the source."""
    raw = source.text
    for found in CITED.matches(raw):
        title = Passage.read(source, *found.span("title"))
        before = Passage.read(source, max(0, found.start() - _LOOK_AROUND), found.start())
        after = Passage.read(source, found.end(), min(len(raw), found.end() + _LOOK_AROUND))
        number, issuer = NUMBERED.match(after.text), issuer_before(before.text)
        start = before.offsets[len(before.text) - len(issuer)] if issuer else found.start()
        end = after.offsets[number.end() - 1] + 1 if number else found.end()
        passed_on = f"{before.text[-4:]}《{title.text}》{after.text.partition('《')[0]}"
        yield _Citation(
            title=title.text,
            number=number["number"] if number else None,
            issuer=issuer or issuer_within(title.text),
            place=found.span(),
            span=(start, end),
            refused_by=_refusal(title.text, before.text, passed_on),
        )


def _refusal(title: str, before: str, passed_on: str) -> Rule | None:
    read = ((OWN_TITLE, passed_on), (GENRE, title), (SHORT_FORM, before))
    return next((rule for rule, text in read if rule.match(text)), None)


def _key(title: str) -> str:
    """What two citations of one document have in common."""
    return _DASHES.sub("-", _MARKS.sub("", title.translate(_WIDE)))


def _own_titles(source: Source) -> set[str]:
    """What may be the plan's own title: its first lines, alone and two together, with and without their years."""
    head = source.text[: _HEAD_LINES * _LONGEST_TITLE].split("\n")[:_HEAD_LINES]
    stripped = [line.strip("# *>\u3000\xa0\t") for line in head]
    lines = [_key(line) for line in stripped if line and not line.startswith("《")]
    titles = {*lines, *(first + second for first, second in pairwise(lines))}
    short = {title for title in titles if len(title) <= _LONGEST_TITLE}
    return short | {_YEARS.sub("", title) for title in short}


class _Places:
    """The clauses by their places, to find the one that holds a citation."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = sorted(clauses, key=lambda clause: clause.span.start)
        self._starts = [clause.span.start for clause in self._clauses]
        self._taken: dict[str, int] = {}

    def id_at(self, offset: int, plan_id: str) -> tuple[str, str | None]:
        """A new reference id for a citation at `offset`, and the id of the clause that holds it, if one does."""
        index = bisect.bisect_right(self._starts, offset) - 1
        clause = self._clauses[index] if index >= 0 and offset < self._clauses[index].span.end else None
        holder = clause.id if clause else plan_id
        self._taken[holder] = self._taken.get(holder, 0) + 1
        return f"{holder}/reference-{self._taken[holder]}", clause.id if clause else None


def _reference(source: Source, citation: _Citation, places: _Places) -> Reference:
    fact_id, clause_id = places.id_at(citation.place[0], source.plan_id)
    return Reference(
        id=fact_id,
        span=source.span(*citation.span),
        rule=CITED.name,
        title=citation.title,
        document_number=citation.number,
        issuer=citation.issuer,
        clause_id=clause_id,
    )
