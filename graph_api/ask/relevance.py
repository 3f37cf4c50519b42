"""How much of what is asked a text holds: postings over the bigrams of texts, weighed by how rare each is.

In: texts once, then the weighted terms of a question.  Out: for each text that holds any, the weight it holds.
Relied on: a name keeps its letters whatever the words around it, and brackets, quotation marks and blanks inside it
carry nothing: "村（社区）" is 村社区.  Example: of "灾害信息员", a clause with "1名灾害信息员" holds all.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

_NOTHING = re.compile(r"[\s()“”\"'‘’《》〈〉「」『』\[\]{}]+")
_RUN = re.compile(r"(?P<chinese>[㐀-鿿〇]+)|\d*[a-z][a-z0-9]*|\d+(?:\.\d+)?")


def flat(text: str) -> str:
    """A text without what carries nothing, in one form of letters."""
    return _NOTHING.sub("", unicodedata.normalize("NFKC", text).lower())


@lru_cache(maxsize=1 << 15)  # the same subjects and quotes are looked at by every question
def bigrams(text: str) -> frozenset[str]:
    """The terms of a text: bigrams of its Chinese runs, a lone letter, Latin words and numbers whole."""
    found: set[str] = set()
    for run in _RUN.finditer(flat(text)):
        letters = run[0]
        if not run["chinese"] or len(letters) == 1:
            found.add(letters)
        else:
            found.update(letters[at : at + 2] for at in range(len(letters) - 1))
    return frozenset(found)


class Rarity:
    """How rare each term is in all texts together."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        size = 0
        for text in texts:
            counts.update(bigrams(text))
            size += 1
        self._weights = {term: math.log(1 + size / count) for term, count in counts.items()}
        self.unknown = math.log(1 + max(size, 1))

    def __contains__(self, term: str) -> bool:
        return term in self._weights

    def __call__(self, term: str) -> float:
        """The weight of a term; one that no text has weighs as the rarest."""
        return self._weights.get(term, self.unknown)


class Postings:
    """Texts by the terms they hold."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._rows: dict[str, list[int]] = defaultdict(list)
        for row, text in enumerate(texts):
            for term in bigrams(text):
                self._rows[term].append(row)

    def held(self, weights: Mapping[str, float]) -> dict[int, float]:
        """The share of the weights, 0 to 1, that each text holds; texts that hold nothing are left out."""
        total = sum(weights.values())
        found: dict[int, float] = defaultdict(float)
        for term, weight in weights.items():
            for row in self._rows.get(term, ()):
                found[row] += weight / total
        return found
