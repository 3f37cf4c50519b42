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
from typing import Protocol

# What other words for a phrase count, the phrase being 1, where plans also have it themselves, and where none has.
_OTHERWISE, _ONLY_OTHERWISE = 0.6, 0.85
_NOTHING = re.compile(r"[\s()“”\"'‘’《》〈〉「」『』\[\]{}]+")
# Lone letters in a list are one word (水、电、气、热 is 水电气热).
_LONE = re.compile(r"、(?=[一-鿿]、)|(?<=、[一-鿿])、")
_RUN = re.compile(r"(?P<chinese>[㐀-鿿〇]+)|\d*[a-z][a-z0-9]*|\d+(?:\.\d+)?")


@lru_cache(maxsize=1 << 14)  # the same clauses are looked at by every question
def flat(text: str) -> str:
    """A text without what carries nothing, in one form of letters."""
    return _LONE.sub("", _NOTHING.sub("", unicodedata.normalize("NFKC", text).lower()))


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


class Meaning(Protocol):
    """A phrase, its terms, and other words for it."""

    @property
    def phrase(self) -> str: ...  # noqa: D102

    @property
    def terms(self) -> frozenset[str]: ...  # noqa: D102

    @property
    def labels(self) -> tuple[str, ...]: ...  # noqa: D102


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
        self._rows: dict[str, set[int]] = defaultdict(set)
        self._flat = [flat(text) for text in texts]
        self._said: dict[str, frozenset[int]] = {}  # what phrases were looked up; no more than there are labels
        for row, text in enumerate(texts):
            for term in bigrams(text):
                self._rows[term].add(row)

    def held(self, weights: Mapping[str, float], senses: Iterable[Meaning] = ()) -> dict[int, float]:
        """The share of the weights, 0 to 1, that each text holds; texts that hold nothing are left out.

        A text that says a phrase in other words holds a part of the phrase: more where no text has the phrase itself.
        """
        total = sum(weights.values())
        found: dict[int, float] = defaultdict(float)
        for term, weight in weights.items():
            for row in self._rows.get(term, ()):
                found[row] += weight / total
        for sense in senses:
            worth = {term: weights[term] / total for term in sense.terms if term in weights}
            if worth:
                part = _OTHERWISE if self.saying(sense.phrase) else _ONLY_OTHERWISE
                for row in frozenset[int]().union(*map(self.saying, sense.labels)):
                    found[row] += part * sum(share for term, share in worth.items() if row not in self._rows[term])
        return found

    def saying(self, phrase: str) -> frozenset[int]:
        """The texts that have a phrase, letter by letter."""
        if phrase not in self._said:
            terms = bigrams(phrase)
            rows = [self._rows[term] for term in terms if term in self._rows]
            near = min(rows, key=len).intersection(*rows) if rows and len(rows) == len(terms) else set[int]()
            self._said[phrase] = frozenset(row for row in near if phrase in self._flat[row])
        return self._said[phrase]
