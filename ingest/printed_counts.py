"""How a list writes a count: 三, ③, iii, C, 3.

In: a count and the name of a format of the standard (ECMA-376, ST_NumberFormat).  Out: the number as printed; a format
that is not known is printed in digits.  Example: 21 in "chineseCountingThousand" is "二十一".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LARGEST = 9999


def formatted(count: int, form: str) -> str:
    """The count in the format; in digits where the format is unknown or does not reach so far."""
    if form == "none":
        return ""
    write = _FORMATS.get(form)
    return (write(count) if write and 0 <= count <= _LARGEST else "") or str(count)


def _counted(count: int, digits: str = _HAN, units: str = "千百十") -> str:
    """十二, 二十, 一百零五: the numeral as it is read."""
    if count == 0:
        return digits[0]
    written, gap = "", False
    for unit, power in zip((*units, ""), (1000, 100, 10, 1), strict=True):
        digit = count // power % 10
        if digit:
            written += ("零" if gap and written else "") + digits[digit] + unit
        gap = digit == 0
    ten = digits[1] + units[-1]
    return written[1:] if 10 <= count < 20 and written.startswith(ten) and digits is _HAN else written


def _digits(count: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(count))


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (count // value)
        count %= value
    return written


def _letter(count: int) -> str:
    """The letters a to z, then aa, bb, as Word goes on."""
    return "" if count < 1 else chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _within(first: str, last: int) -> Callable[[int], str]:
    """Signs that follow each other from `first`, which stands for 1, up to `last`."""
    return lambda count: chr(ord(first) + count - 1) if 1 <= count <= last else ""


def _circled(count: int) -> str:
    if count <= 20:
        return _within("①", 20)(count)
    return chr(ord("㉑") + count - 21) if count <= 35 else ""


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)] if count else ""


_FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand"), _counted,
    ),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "koreanDigital2"), _digits),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "chineseLegalSimplified": lambda count: _counted(count, _LEGAL, "仟佰拾"),
    "ideographLegalTraditional": lambda count: _counted(count, _LEGAL, "仟佰拾"),
    "decimalEnclosedParen": _within("⑴", 20),
    "decimalEnclosedFullstop": _within("⒈", 20),
    "ideographEnclosedCircle": _within("㊀", 10),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": lambda count: "".join(chr(ord("０") + int(digit)) for digit in str(count)),
}  # fmt: skip
