"""How right a list of facts is: what is right, what is missed, what is too many.

In: counts and what stands behind them.  Out: precision, recall and F1; scores add up over plans.  Relied on:
whitespace, width and closing punctuation are the printer's, so two titles that differ in them only are one.
Example: plain("加强 组织领导。") == "加强组织领导".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_BLANK = re.compile(r"\s+")
_CLOSING = re.compile(r"[。，,；;：:、]+$")


@dataclass(frozen=True, slots=True)
class Score:
    """What is right, missed and too many of one kind; scores add up over plans."""

    right: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # of the right ones: (agreeing, compared)

    @property
    def precision(self) -> float:
        """How much of what was found is right; 1 where nothing was found."""
        return _share(self.right, self.right + len(self.extra))

    @property
    def recall(self) -> float:
        """How much of what there is was found; 1 where there is nothing."""
        return _share(self.right, self.right + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.right, 2 * self.right + len(self.extra) + len(self.missed))

    def __add__(self, other: Score) -> Score:
        names = sorted({*self.fields, *other.fields})
        pairs = {name: (self.fields.get(name, (0, 0)), other.fields.get(name, (0, 0))) for name in names}
        return Score(
            self.right + other.right,
            self.missed + other.missed,
            self.extra + other.extra,
            {name: (one[0] + two[0], one[1] + two[1]) for name, (one, two) in pairs.items()},
        )


def plain(text: object) -> str:
    """A title or name without what counts for nothing: blanks, width, closing punctuation, outer quotation marks."""
    bare = _CLOSING.sub("", _BLANK.sub("", unicodedata.normalize("NFKC", str(text or ""))))
    return bare.strip("“”\"'")


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
