"""Which letters of a question are of its subject, learned from how people word questions.

In: a question freed of the names of plans.  Out: how likely each letter, and each pair of letters, is what plans are
searched for.  Relied on: a subject stands between turns of speech that are the same whatever is asked, so the letters
around a letter, and the word it is in, tell which it is of.  `python -m benchmarks.subjects` learns the weights from
`benchmarks/wordings/marked`.  Example: of "连区块链都用上了的，是哪几家" only 区块链 is likely.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np

from graph_api.ask.relevance import flat
from search.tokens import parts_of_speech

LEARNED = Path(__file__).parent / "subjects.npz"
_AROUND = 3  # letters before and behind that are looked at
_LONGEST = 4  # letters of a stretch
_QUOTED = re.compile(r"[“\"「『《‘'][^“”\"「」『』《》‘’']+[”\"」』》’']")


class Subjects:
    """The weights of what stands around a letter."""

    def __init__(self, weights: Mapping[str, float], start: float) -> None:
        """`start` is the log-odds of a letter of which nothing is known."""
        self._weights = weights
        self._start = start

    @classmethod
    def read(cls, path: Path = LEARNED) -> Subjects:
        """The weights of a file."""
        with np.load(path, allow_pickle=False) as kept:
            return cls(dict(zip(kept["traits"].tolist(), kept["weights"].tolist(), strict=True)), float(kept["start"]))

    def write(self, path: Path = LEARNED) -> None:
        """Writes the weights."""
        traits, weights = np.array([*self._weights]), np.array([*self._weights.values()], np.float16)
        np.savez_compressed(path, traits=traits, weights=weights, start=np.float64(self._start))

    def chances(self, text: str) -> list[float]:
        """How likely each letter is of the subject, 0 to 1."""
        odds = [self._start + sum(self._weights.get(trait, 0.0) for trait in those) for those in traits(text)]
        return [1 / (1 + math.exp(-one)) for one in odds]

    def pairs(self, text: str) -> dict[str, float]:
        """How likely each letter and each pair of letters is of the subject, where it is likeliest; quotations are."""
        chances = self.chances(text)
        for quotation in _QUOTED.finditer(text):
            chances[quotation.start() : quotation.end()] = [1.0] * len(quotation[0])
        letters = [(letter, chance) for letter, chance in zip(text, chances, strict=True) if flat(letter)]
        found: dict[str, float] = {}
        for letter, chance in letters:
            found[letter] = max(found.get(letter, 0.0), chance)
        for (first, chance), (second, other) in pairwise(letters):
            found[first + second] = max(found.get(first + second, 0.0), min(chance, other))
        return found


def traits(text: str) -> Iterator[list[str]]:
    """What tells of each letter: the stretches that it stands in or beside, and the words there with their kinds."""
    padded = "^" * _AROUND + text + "$" * _AROUND
    words = parts_of_speech(text)
    places = [(place, min(2, at)) for place, (word, _) in enumerate(words) for at in range(len(word))]
    for letter, (place, within) in enumerate(places):
        middle = letter + _AROUND
        found = [
            f"{start}{padded[middle + start : middle + start + size]}"
            for size in range(1, _LONGEST + 1)
            for start in range(-_AROUND, _AROUND - size + 2)
        ]
        for beside in (-1, 0, 1):
            word, kind = words[place + beside] if 0 <= place + beside < len(words) else ("", "")
            found += [f"w{beside}{word}", f"k{beside}{kind}"]
        found.append(f"p{within}{words[place][1]}")
        yield found
