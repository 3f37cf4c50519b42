"""Places called by one letter of their name, written out.

In: the short names of the loaded places, then questions.  Out: the question with such letters in full.  Relied on: a
letter that only one loaded place has stands for it in a list of places, and by itself before what only a plan has;
it is a word there, and no letter of one (宁夏与深化改革 names one place).
Example: "宁夏和津有没有同类的" is of 宁夏 and 天津, "津规划最后那条" of 天津.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph_api.ask.wording import words

_AND = "[、和与跟及]"
# Where a list of places called by one letter each can begin and end: "把宁、楚、深三地的数字列出来".
_BEGINS = r"(?:^|(?<=[,，。:：;；()（）把将在看对从比问请给拿按说让替]))"
_ENDS = r"(?=[两二三四五六七八几各这那都分里中哪谁地的均也,，。:：;；?？()（）]|$)"
_COUNTED = r"(?=[两二三四五六七八几各](?:地|家|份|个地))"
# What can stand behind one by itself: "津规划最后那条", "津那边", "津呢".
_ALONE = r"(?=[市州省区]?(?:的?(?:[那这]份)?规划|[那这](?:边|里|份|儿)|方面|呢))"


class Letters:
    """The letters that only one of some places has."""

    def __init__(self, shorts: Sequence[str], names: Iterable[str]) -> None:
        """By the short names of the places; `names` are all names that places may be listed by."""
        letters = {letter: short for short in shorts for letter in short}
        self._places = {letter: one for letter, one in letters.items() if sum(letter in short for short in shorts) == 1}
        self._names = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))

    def in_full(self, text: str) -> str:
        """The text with the letters that stand for places written out: 宁夏、楚雄、津三家, 宁楚两地, 津规划."""
        if not self._places:
            return text
        letter = f"[{''.join(self._places)}]"
        one = rf"(?:{self._names}|{_BEGINS}{letter}|(?<={_AND}){letter})"
        listed = rf"{one}(?:{_AND}{one})+{_ENDS}|{_BEGINS}{letter}{{2,}}{_COUNTED}"
        text = re.sub(listed, lambda found: self._spelled(found[0]), text)
        text = re.sub(f"{_BEGINS}{letter}{_ALONE}", lambda found: self._places[found[0]], text)
        return self._beside_names(text)

    def _beside_names(self, text: str) -> str:
        """The text with the letters written out that are words beside the name of a place: 宁夏和津有没有."""
        parts = words(text) if re.search(f"(?:{self._names}){_AND}|{_AND}(?:{self._names})", text) else [text]
        for at, part in enumerate(parts):
            before, behind = "".join(parts[:at]), "".join(parts[at + 1 :])
            listed = re.search(f"(?:{self._names}){_AND}$", before) or re.match(f"{_AND}(?:{self._names})", behind)
            if part in self._places and listed:
                parts[at] = self._places[part]
        return "".join(parts)

    def _spelled(self, listed: str) -> str:
        """A list of places with those called by one letter in full."""
        said = re.split(f"({_AND})", listed)
        if len(said) == 1:
            return "、".join(self._places[letter] for letter in listed)
        return "".join(self._places.get(one, one) for one in said)
