"""A question in the form that the readers read, and the weighed terms of its subject.

In: the question as it was typed.  Out: `plain` text: simplified letters, half-width digits, no blanks; and the pieces
of it that are content.  Relied on: what a question asks of stands in words that plans use, between words that frame it;
a bigram across two words counts where some plan has it, one inside a word always.
Example: "每个村(社區)都要有災害信息員，誰提了?" has the pieces 村社区, 灾害信息员.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

from graph_api.ask.amounts import in_figures
from graph_api.ask.frames import EVERYDAY, FRAMES, STOP
from graph_api.ask.relevance import Rarity, bigrams, flat
from ontology.plain_text import simplified
from search.tokens import parts_of_speech, tokenize

_BREAK = re.compile(r"[,，。.;；:：、?？!！/\\|…—]+")
# Examples in brackets narrow nothing down: "职业资格(考试、证书)".
_EXAMPLES = re.compile(r"\([^()]*(?:、|比如|例如|等|这些|包括)[^()]*\)")
_QUOTED = re.compile(r"[“\"「『《‘']([^“”\"「」『』《》‘’']{2,40})[”\"」』》’']")
_WORD = "/word"
# Parts of speech that say how, not what: adverbs, pronouns, prepositions, conjunctions and the like.
_FUNCTIONS = frozenset("drpcuyo")
_SIZES = frozenset("大小新")
_ENDINGS = frozenset("能")  # stop words that end a word with a lone letter before: 失能
_DOING = 0.3  # what a verb weighs that no plan has: 待够, 赶上
_ACROSS = 0.5  # what a bigram across two words weighs: 全覆盖残疾人协会 has no 会全
# Each written form stands for itself, so that 老人家食堂 is not read as 老人.
_WRITTEN = {**{written: written for _, written in EVERYDAY}, **dict(EVERYDAY)}
_SAID = re.compile("|".join(sorted(_WRITTEN, key=len, reverse=True)))


def plain(question: str) -> str:
    """The question in simplified, half-width letters without blanks, its measures in the figures of plans."""
    text = unicodedata.normalize("NFKC", simplified(question))
    return in_figures(re.sub(r"\s+", "", text).replace("~", "—"))


def quoted(text: str) -> list[str]:
    """What stands in quotation marks."""
    return [found for found in _QUOTED.findall(text) if not re.fullmatch(r"十.五", found)]


def everyday(text: str) -> str:
    """The text in the words plans write."""
    return _SAID.sub(lambda found: _WRITTEN[found[0]], text)


def content(text: str) -> list[str]:
    """What a plain text quotes, and the pieces of the rest that are neither frame nor stop words, in order."""
    pieces = [flat(phrase) for phrase in quoted(text)]
    text = _EXAMPLES.sub("", text)
    text = _QUOTED.sub(lambda found: "," if found[1] in quoted(text) else found[0], text)
    for part in _BREAK.split(FRAMES.sub(",", everyday(text))):
        piece = ""
        plain_part = flat(part)
        said_how = {word for word, kind in parts_of_speech(plain_part) if kind[:1] in _FUNCTIONS and len(word) > 1}
        before = ""
        for word in _joined(words(plain_part)):
            ends = word in _ENDINGS and len(before) == 1 and piece.endswith(before)
            before = word
            begins = word in _SIZES and not piece.endswith(word) and _before_word(word, plain_part)
            if (
                (word in STOP and not begins and not ends)
                or word in said_how
                or (word.isdigit() and len(word) == 4 and word.startswith("20"))
            ):
                pieces.append(piece)
                piece = ""
            else:
                piece += word
        pieces.append(piece)
    return [piece for piece in pieces if piece]


def _before_word(letter: str, text: str) -> bool:
    """Whether a letter begins a name (大党委), and says no size (多大, 更大)."""
    return re.search(rf"(?<![最更多较要得]){letter}(?=[一-鿿]{{2}})", text) is not None


def _joined(parts: list[str]) -> list[str]:
    """The words with runs of three or more lone letters made one: a name the segmenter does not know (碳达峰)."""
    found: list[str] = []
    for lone, run in groupby(parts, key=lambda word: len(word) == 1):
        letters = list(run)
        kept = [at for at, letter in enumerate(letters) if letter not in STOP]
        first, last = (kept[0], kept[-1] + 1) if lone and kept else (0, 0)
        if last - first < 3:
            found += letters
        else:
            found += [*letters[:first], "".join(letters[first:last]), *letters[last:]]
    return found


def words(text: str) -> list[str]:
    """The words of a text, the longest at each place."""
    spans: dict[int, int] = {}
    for token in tokenize(text):
        if token.term.endswith(_WORD) or token.term.isascii():
            spans[token.start] = max(spans.get(token.start, 0), token.end)
    found: list[str] = []
    at = 0
    while at < len(text):
        end = max(spans.get(at, 0), at + 1)
        found.append(text[at:end])
        at = end
    return found


def weights(pieces: list[str], rarity: Rarity) -> dict[str, float]:
    """The terms of the pieces with their weights."""
    found: dict[str, float] = {}
    for piece in pieces:
        doings = {term for word, kind in parts_of_speech(piece) if kind.startswith("v") for term in bigrams(word)}
        for term, inside in _terms(piece):
            if inside or term in rarity:
                factor = 1.0 if inside else _ACROSS
                if term in doings and term not in rarity:
                    factor = _DOING
                found[term] = max(found.get(term, 0.0), rarity(term) * factor)
    return found


def _terms(piece: str) -> Iterator[tuple[str, bool]]:
    """The terms of a piece, each with whether it stands inside one word."""
    parts = words(piece)
    inside = {word[at : at + 2] for word in parts for at in range(len(word) - 1)}
    # Two lone letters are a word that the segmenter does not know: 助餐.
    inside |= {first + second for first, second in pairwise(parts) if len(first) == len(second) == 1}
    for run in re.finditer(r"[㐀-鿿〇]+|\d*[a-z][a-z0-9]*|\d+(?:\.\d+)?", piece):
        letters = run[0]
        if letters.isascii():
            yield letters, True
        elif len(letters) > 1:
            for at in range(len(letters) - 1):
                yield letters[at : at + 2], letters[at : at + 2] in inside
