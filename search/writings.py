"""How else a figure may be written, by one term each: what brings up the clauses that print it.

In: a figure.  Out: terms of the lexical lane.  Relied on: the first two letters of a Chinese numeral with its unit tell
it well enough from others, as every clause that is brought up is read.
Example: 80 % is printed as 80, as 八成, as 8成 and as 百分之八十, whose term is 之八; 90 minutes as 90, 1.5 and 个半.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import isfinite

from search.figures import Figure
from search.tokens import terms
from search.units import SHARE, words_of

_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_SCALES = (1, 10_000, 100_000_000)
_SHORT = 7  # characters; nobody prints more of them
_NAMED_PARTS = (3, 4)  # of a whole: 三分之一, 1/4
_SPOKEN = ("刻钟", "钟头", "个钟")  # behind Chinese numerals alone


def numerals(figure: Figure) -> list[str]:
    """The terms, that of the figure as it stands first, none twice."""
    return list(dict.fromkeys((*terms(figure.shown)[:1], *_others(figure))))


def _others(figure: Figure) -> Iterator[str]:
    if not isfinite(figure.value):
        return  # hundreds of digits, which nobody writes otherwise
    if figure.unit == SHARE:
        yield from _shares(figure.value)
    for word, size in (words_of(figure.unit) or {"": 1.0}).items():
        amount = round(figure.value / size, 6)
        if figure.unit == SHARE and size < 1 <= figure.value:
            continue  # nobody says 800‰ for 80%
        if word not in _SPOKEN:
            yield from _arabic(amount)
        if word and amount % 1 == 0.5:
            yield f"半{word[0]}" if amount < 1 else f"{word[-1]}半" if word in ("年", "天") else "个半"
        elif word and amount == int(amount) and amount:
            yield from _begun(int(amount), word)


def _shares(value: float) -> Iterator[str]:
    if value == 50:
        yield from ("一半", "半数")
    if value == 100:
        yield from ("分百", "之百")
    share = Fraction(value / 100).limit_denominator(9)
    if share.denominator in _NAMED_PARTS and round(float(100 * share), 6) == value:
        yield from (f"{_DIGITS[share.denominator]}分", str(share.denominator))
    if value % 10 == 0 and 10 <= value < 100:
        yield from (f"{digit}成" for digit in _digits(int(value) // 10))
        yield str(int(value) // 10)
    part = round(value if value >= 1 else 10 * value, 6)
    if part == int(part) and part:
        yield from (f"之{numeral[0]}" for numeral in _begun(int(part), ""))


def _arabic(amount: float) -> Iterator[str]:
    """As many, as so many 万, and as so many 亿; what is grouped by commas begins a term of its own."""
    for scale in _SCALES:
        printed = f"{amount / scale:.6f}".rstrip("0").rstrip(".")
        if len(printed) <= _SHORT and amount / scale >= 0.1:
            yield printed
    if amount == int(amount) and amount >= 1000:
        yield f"{int(amount):,}".split(",")[0]


def _begun(amount: int, word: str) -> Iterator[str]:
    """The first two letters of a Chinese numeral with its unit."""
    for scale, name in ((_SCALES[2], "亿"), (_SCALES[1], "万")):
        if amount >= scale:
            yield from _begun(amount // scale, name)
            return
    for place, name in _PLACES:
        if amount >= place:
            first, left = divmod(amount, place)
            if place == 10 and first == 1:
                yield f"十{_DIGITS[left] if left else word[:1]}"
            else:
                yield from (f"{digit}{name}" for digit in _digits(first))
            return
    yield from (f"{digit}{word[:1]}" for digit in _digits(amount))


def _digits(digit: int) -> tuple[str, ...]:
    return ("二", "两") if digit == 2 else (_DIGITS[digit],)
