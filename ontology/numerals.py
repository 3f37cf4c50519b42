"""Numerals as plans print them, read as exact numbers.

In: the characters of one numeral.  Out: a `Decimal`, so that 3.48亿 is 348000000 and nothing near it.
Relied on: Arabic numerals may be full-width and grouped by commas or blanks; Chinese numerals are either read by places
(三十五) or digit by digit (二〇二五).  Example: "１,２１９" and "一千二百一十九" are both 1219.
"""

from __future__ import annotations

from decimal import Decimal

_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}

ARABIC = r"(?:[0-9０-９]{1,3}(?:[, ][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
SCALE = r"(?:万亿|千万|百万|十万|亿|万|千(?![米克瓦伏卡帕赫])|百)"
# A Chinese numeral begins with a digit: 百 and 万 alone are words (百姓, 万家).
CHINESE = r"[一二两三四五六七八九十](?:[〇零一二两三四五六七八九十百千万亿]{0,11}[〇零一二三四五六七八九十百千万亿])?"


def read_arabic(numeral: str) -> Decimal:
    """The number that `ARABIC` matched: "2,878" is 2878, "19．26" is 19.26."""
    return Decimal(numeral.translate(_WIDE).replace(",", "").replace(" ", ""))


def read_scale(scale: str) -> int:
    """The factor of a scale word: 万 is 10000, 千万 is 10000000; 1 where there is none."""
    factor = 1
    for character in scale:
        factor *= _PLACES.get(character) or _SCALES[character]
    return factor


def read_chinese(numeral: str) -> Decimal:
    """The number that `CHINESE` matched: 三十五 is 35, 两万五千 is 25000, 二〇三五 is 2035."""
    if not any(character in _PLACES or character in _SCALES for character in numeral):
        return Decimal("".join(str(_DIGITS[character]) for character in numeral))
    total = section = digit = 0
    for character in numeral:
        if character in _SCALES:
            total = (total + section + digit or 1) * _SCALES[character]
            section = digit = 0
        elif character in _PLACES:
            section += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return Decimal(total + section + digit)
