"""How much each term of a question counts.

In: the pieces of a question, what the thesaurus knows of them, and its text.  Out: the terms with their weights.
Relied on: what is rare in plans tells most, unless it hardly is of the subject, stands across two words, or is known
to plans by another name.  Example: of 水电费按居民价收 neither 价收 nor 电费 counts as much as its rareness says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_api.ask.relevance import Rarity, bigrams
from graph_api.ask.senses import Sense
from graph_api.ask.subjects import Subjects
from graph_api.ask.wording import everyday, weights

_SURE = 0.6  # from how likely on a term counts as of the subject
_FRAMING, _FRAMING_UNKNOWN = 0.7, 0.2  # what a term weighs that is not: one that plans have, one that none has
_OF_MONEY = bigrams("投入") | bigrams("资金") | bigrams("经费") | bigrams("财政")
_MONEY = 0.4  # what such a word counts where the unit asked for says as much


class Emphasis:
    """Weighs the terms of questions."""

    def __init__(self, rarity: Rarity, subjects: Subjects) -> None:
        self._rarity = rarity
        self._subjects = subjects

    def weights(
        self, pieces: Sequence[str], senses: Sequence[Sense], rest: str, units: Sequence[str]
    ) -> dict[str, float]:
        """The weights of the terms of some pieces; units are those that a value is asked for in."""
        across = {term for term in _across(pieces, senses) if term not in self._rarity}
        chances = self._subjects.pairs(everyday(rest))
        found = {
            term: weight * self._share(term, chances.get(term, 1.0))
            for term, weight in weights(list(pieces), self._rarity).items()
            if term not in across
        }
        found = _settled(found, senses, self._rarity)
        if "money" in units:
            found |= {term: found[term] * _MONEY for term in _OF_MONEY & found.keys()}
        return found

    def _share(self, term: str, chance: float) -> float:
        """What is left of a weight: less where the term hardly is of the subject, the least where no plan has it."""
        least = _FRAMING if term in self._rarity else _FRAMING_UNKNOWN
        return least + (1 - least) * min(1.0, chance / _SURE)


def _settled(found: dict[str, float], senses: Sequence[Sense], rarity: Rarity) -> dict[str, float]:
    """The weights, with a word that no plan has weighing no more than what plans call it: 物业公司 as 物业服务企业."""
    for sense in senses:
        called = [
            max(map(rarity, terms)) for terms in map(bigrams, sense.labels) if all(term in rarity for term in terms)
        ]
        most = min(called, default=rarity.unknown)
        found |= {term: min(found[term], most) for term in sense.terms if term in found and term not in rarity}
    return found


def _across(pieces: Sequence[str], senses: Sequence[Sense]) -> set[str]:
    """The pairs of letters across an end of a phrase that the thesaurus knows: 价收 of 居民价|收."""
    inside = {term for sense in senses for term in sense.terms}
    ends = (
        end
        for piece in pieces
        for sense in senses
        for found in re.finditer(re.escape(sense.phrase), piece)
        for end in (piece[max(0, found.start() - 1) : found.start() + 1], piece[found.end() - 1 : found.end() + 1])
    )
    return {end for end in ends if len(end) == 2} - inside
