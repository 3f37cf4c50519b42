"""The tokens of a text, each with its place: what the lexical lane indexes and asks for.

In: a clause or a query as it stands.  Out: `Token`s: character bigrams of Chinese runs, the words a segmenter sees in
them (both, because a name the segmenter does not know still shares its bigrams), Latin words and numbers whole.
Relied on: full-width and half-width forms mean the same, and a blank inside a Chinese run is an accident of extraction.
Example: "每百户 30平方米" gives 每百, 百户, 百户/word, 30, 平方, 方米, 平方米/word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

import rjieba

# A Chinese run, a Latin word (letters, then letters or digits: "5g" stays whole by the second form), or a number.
_BLANK = re.compile(r"\s+")
_RUN = re.compile(r"(?P<chinese>[\u3400-\u9fff〇]+)|(?P<latin>\d*[a-z][a-z0-9]*)|(?P<number>\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Token:
    """One term with the stretch of the text it was read from."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OneForm:
    """The text in one form (NFKC, lower case, blanks only between Latin words or numbers) with the way back."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> OneForm:
        """The form of `text`."""
        characters: list[str] = []
        offsets: list[int] = []
        blank = False
        forms = _forms()
        for position, character in enumerate(text):
            for form in forms[ord(character)]:
                if form.isspace():
                    blank = True
                    continue
                if blank and characters and characters[-1].isascii() and form.isascii():
                    characters.append(" ")
                    offsets.append(position)
                blank = False
                characters.append(form)
                offsets.append(position)
        return cls("".join(characters), tuple(offsets))

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text itself that a stretch of the form was read from."""
        return self.offsets[start], self.offsets[end - 1] + 1


def parts_of_speech(text: str) -> list[tuple[str, str]]:
    """The words of a text in its order, each with its part of speech: d an adverb, v a verb, n a noun."""
    return [(str(word), str(kind)) for word, kind in rjieba.tag(text)]


def tokenize(text: str) -> list[Token]:
    """The tokens of `text` in the order they start; offsets are code points into `text`."""
    form = OneForm.of(text)
    parts = (part for run in _RUN.finditer(form.text) for part in _parts(run))
    tokens = [Token(term, *form.stretch(start, end)) for term, start, end in parts]
    return sorted(tokens, key=lambda token: (token.start, token.end, token.term))


def terms(text: str) -> list[str]:
    """The terms of the tokens, as the index counts them, read in less than half the time."""
    runs = _RUN.finditer(one_form(text))
    return [part[0] for run in runs for part in sorted(_parts(run), key=itemgetter(1, 2, 0))]


def one_form(text: str) -> str:
    """The text in one form, without the way back."""
    return _BLANK.sub(_kept, text.translate(_forms()))


class _Forms(dict[int, str]):
    """What each character is in one form, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        form = self[code] = unicodedata.normalize("NFKC", chr(code)).lower()
        return form


@cache
def _forms() -> _Forms:
    return _Forms()


def _kept(blank: re.Match[str]) -> str:
    """A blank between Latin words or numbers parts them; any other is none."""
    text, start, end = blank.string, blank.start(), blank.end()
    return " " if start and end < len(text) and text[start - 1].isascii() and text[end].isascii() else ""


def _parts(run: re.Match[str]) -> list[tuple[str, int, int]]:
    """The terms of a run, each with its place."""
    if run["chinese"]:
        return [*_bigrams(run), *_words(run)]
    return [(run[0], run.start(), run.end())]


def _bigrams(run: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    text, first = run[0], run.start()
    if len(text) == 1:
        yield text, first, first + 1
    for at in range(len(text) - 1):
        yield text[at : at + 2], first + at, first + at + 2


def _words(run: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Words of two characters or more; marked, so that a word never counts as the bigram of the same letters."""
    for word, start, end in rjieba.tokenize(run[0], "search", hmm=False):
        if end - start > 1:
            yield f"{word}/word", run.start() + start, run.start() + end
