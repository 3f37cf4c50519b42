"""The clauses of a plan: the smallest sentences that can be quoted alone.

In: an `Outline`.  Out: `Clause` facts in the order of the source.  Relied on: a sentence ends in a full stop, a
semicolon, a question or exclamation mark, full-width or ASCII, and not within quotes or brackets.  Example:
"城市社区综合服务设施实现全覆盖,农村社区综合服务设施覆盖率达到80%；乡镇（街道）社会工作服务实现全覆盖。" is two clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.passage import Passage
from ingest.rules import Rule
from ingest.structure import Item, Outline
from ontology.records import Clause

# Behind a point: it stands behind no figure or letter, and before a Chinese word or the end.
_FULL_POINT = r"(?<![0-9A-Za-z]\.)(?=[\u4e00-\u9fff]|$)"
STOP = Rule(
    "clause.stop",
    "a sentence ends in 。；！？ or their ASCII forms, with the quotes and brackets that close there",
    # The first of them is read alone: the search leaps from one such sign to the next.
    re.compile(rf"[。；;！!？?.](?:(?<!\.)|{_FULL_POINT})(?:[。；;！!？?]|\.{_FULL_POINT})*[”’」』）)》】]*"),
    ("到2025年,全市志愿服务站点达到1000个。", "社区服务和管理能力强,社会治理的基础就实。”"),
    ("城市社区综合服务设施实现全覆盖,", "服务能力满意度达99.9%"),
)
RULES = (STOP,)

_OPENING = "“‘「『（(《【"
_CLOSING = "”’」』）)》】"
_PAIR = dict(zip(_CLOSING, _OPENING, strict=True))
_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
# A bracket that is still open after so many characters was left open by the extractor and holds nothing.
_LONGEST_BRACKET = 200
# A paragraph of sentences has a stop among its last characters.
_TAIL = 4
_WORD = re.compile("[0-9A-Za-z\u4e00-\u9fff]")


def split_clauses(outline: Outline) -> tuple[Clause, ...]:
    """The clauses of all items but tables, in the order of the source; ids count within their item."""
    found: list[tuple[Item, int, Passage]] = []
    for item in outline.items:
        if item.role == "table":
            continue
        sentences = (sentence for paragraph in _text(item) for sentence in split_sentences(paragraph))
        found.extend((item, count, sentence) for count, sentence in enumerate(sentences, 1))
    found.sort(key=lambda clause: clause[2].offsets[0])
    return tuple(
        Clause(
            id=f"{item.id}#c{count}",
            span=sentence.span(),
            rule=STOP.name,
            text=sentence.text,
            ordinal=ordinal,
            section_id=item.section_id,
            unit_id=item.unit_id if item.role != "front" else None,
            zone=item.zone,
        )
        for ordinal, (item, count, sentence) in enumerate(found, 1)
    )


def _text(item: Item) -> Iterator[Passage]:
    """The paragraphs that hold sentences: the lines of a notice that are titles, addresses and dates hold none."""
    return (p for p in item.paragraphs if item.zone != "front" or STOP.match(p.text[-_TAIL:]))


def split_sentences(paragraph: Passage) -> Iterator[Passage]:
    """The sentences of one paragraph, each with its closing punctuation; none is without a word."""
    text = paragraph.text
    inside: bytearray | None = None
    start = 0
    for stop in STOP.matches(text):
        inside = inside or _bracketed(text)
        if inside[stop.start()] and not (stop.end() - stop.start() > 1 and not inside[stop.end() - 1]):
            continue
        if _WORD.search(text, start, stop.start()):
            yield _trimmed(paragraph, start, stop.end())
            start = stop.end()
    if _WORD.search(text, start):
        yield _trimmed(paragraph, start, len(text))


def _trimmed(paragraph: Passage, start: int, end: int) -> Passage:
    while paragraph.text[start] == " ":
        start += 1
    return paragraph.cut(start, end)


def _bracketed(text: str) -> bytearray:
    """For each character, 1 where it stands within a closed pair of quotes or brackets."""
    inside = bytearray(len(text))
    last: dict[str, int] = {}
    for mark in _BRACKET.finditer(text):
        character = mark.group()
        opening = _PAIR.get(character)
        if opening is None:
            last.setdefault(character, mark.start())
            if mark.start() - last[character] > _LONGEST_BRACKET:
                last[character] = mark.start()
        elif opening in last:
            start = last.pop(opening)
            if mark.start() - start <= _LONGEST_BRACKET:
                inside[start : mark.start()] = b"\x01" * (mark.start() - start)
    return inside
