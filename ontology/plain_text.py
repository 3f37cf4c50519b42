"""A text in the one form in which labels are compared, with the way back to its own places.

In: any text.  Out: `PlainText`: simplified, half-width, lower-case letters without blanks.  Relied on: traditional
letters, full-width digits and the blanks that extraction leaves inside words change nothing of what a text says.
Example: "樓 上１２Ｈ" is "楼上12h", and its 上 is the third letter of the text.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import opencc


@dataclass(frozen=True, slots=True)
class PlainText:
    """The plain letters, each with the place of the letter that it was read from."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> PlainText:
        """The plain form of a text."""
        if text.isascii() or unicodedata.is_normalized("NFKC", text):
            forms = [(at, letter) for at, letter in enumerate(text.lower()) if not letter.isspace()]
        else:
            forms = [
                (at, form)
                for at, letter in enumerate(text)
                for form in unicodedata.normalize("NFKC", letter).lower()
                if not form.isspace()
            ]
        letters = "".join(form for _, form in forms)
        return cls(_as_many(letters), tuple(at for at, _ in forms))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the text that was read."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def is_whole(self, start: int, end: int) -> bool:
        """Whether neither end of `text[start:end]` cuts a number or a Latin word: 119 is not in 1190."""
        return not (self._joined(start) or self._joined(end))

    def _joined(self, at: int) -> bool:
        around = self.text[at - 1 : at + 1] if at else ""
        return len(around) == 2 and around.isascii() and around.isalnum()


def simplified(text: str) -> str:
    """The text in simplified characters; what has none stays as it is."""
    converted: str = _converter().convert(text)
    return converted


def _as_many(letters: str) -> str:
    """The letters in simplified characters, as many as there were."""
    converted = simplified(letters)
    return converted if len(converted) == len(letters) else "".join(map(simplified, letters))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
