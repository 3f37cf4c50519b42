"""The words that make a figure a floor or a ceiling, and those that only lead to it.

In: a text in one form and the place of a numeral with its unit in it.  Out: which bound it is, and the stretches of
the words that say so.  Relied on: 不低于 and 超过 stand before the figure, a few letters may stand between
(不少于每天8小时); 以上 and 以内 stand behind it.  Example: in "不得超过20小时" 20小时 is at most.
"""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["=", ">=", "<="]
Stretch = tuple[int, int]

_PLAIN = r"(?<!不)(?<!不[得应能])"
_GAP = r"[^，。；、,;:0-9]{0,5}\Z"
_AT_LEAST = re.compile(
    rf"(?P<said>不[得应能]?(?:低于|少于|小于)|至少|最少|最低|{_PLAIN}(?:超过|高于|大于|多于)|突破|[≥>]=?){_GAP}"
)
_AT_MOST = re.compile(
    rf"(?P<said>不[得应能]?(?:超过|高于|大于|多于|超出)|至多|最多|最高|{_PLAIN}(?:低于|少于|小于)|不足|不到|[≤<]=?){_GAP}"
)
_LEADING = re.compile(r"(?P<said>达到|达|大约|约|将近|接近|共有|共计|共)\Z")
_INCLUDED = r"[^，。；、,;0-9(]{0,3}?(?:\(含[^)]{0,4}\))?"
_OR_MORE = re.compile(rf"{_INCLUDED}(?P<said>及?以上|起(?![草来点步到诉义码飞]))")
_OR_LESS = re.compile(rf"{_INCLUDED}(?P<said>及?以[下内](?!简称)|之内)")
_ABOUT = re.compile(r"(?P<said>左右|上下)")
_LOOK_BACK = 12


def bound_of(text: str, start: int, end: int, since: int) -> tuple[Bound, tuple[Stretch, ...]]:
    """The bound of the figure at `text[start:end]`, with the words that say it; words before `since` are another's.

    Words behind a figure are heard before words in front of it: 约80%以上 is a floor.
    """
    window = max(since, start - _LOOK_BACK)
    before = text[window:start]
    floor, ceiling = _AT_LEAST.search(before), _AT_MOST.search(before)
    leading = floor or ceiling or _LEADING.search(before)
    more, less = _OR_MORE.match(text, end), _OR_LESS.match(text, end)
    behind = more or less or _ABOUT.match(text, end)
    words = [(window + leading.start("said"), window + leading.end("said"))] if leading else []
    words += [behind.span("said")] if behind else []
    if more or (floor and not less):
        return ">=", tuple(words)
    return "<=" if less or ceiling else "=", tuple(words)
