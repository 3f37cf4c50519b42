"""Which kind a question most likely is of, learned from how people word questions.

In: a question freed of the names of plans, and the body that it names.  Out: the log-likelihood of each kind.  Relied
on: the kind stands in the frame of a question (的是哪几份, 一个字都没提), hardly in its subject; so what is quoted,
numbers and the body are masked, and stretches of one to four letters are counted.  `python -m benchmarks.kinds`
learns the weights from `benchmarks/wordings`.  Example: "想让无人机送药的地方，是哪几处?" is most likely WHO_HAS.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LEARNED = Path(__file__).parent / "kinds.npz"
FACTS = Path(__file__).parent / "kinds.json"
LONGEST = 4  # letters of a stretch
_QUOTED = re.compile(r"[“\"「『‘']([^“”\"「」『』‘’']{1,60})[”\"」』’']")
_TITLE = re.compile(r"《[^《》]*》")
_ACTION = re.compile(r"行动|工程|专项|试点")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNT = re.compile(r"[两三四五六七八九十]+(?=[份家地个项条章节大点方])")
_ENDS = re.compile(r"[?？!！。\s]")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a model was learned from, and how it did on wordings left out: shares of right kinds."""

    wordings: int
    stretches: int
    rules: float  # by the rules of `intents.py` alone
    judge: float  # by this alone
    both: float


class Judge:
    """The weights of stretches, by kind."""

    def __init__(self, kinds: Iterable[str], stretches: Iterable[str], weights: NDArray[np.float64]) -> None:
        """The last row of the weights is what each kind starts with."""
        self._kinds = tuple(kinds)
        self._rows = {stretch: row for row, stretch in enumerate(stretches)}
        self._weights, self._start = weights[:-1], weights[-1]

    @classmethod
    def read(cls, path: Path = LEARNED) -> Judge:
        """The weights of a file."""
        with np.load(path, allow_pickle=False) as kept:
            weights: NDArray[np.float64] = kept["weights"].astype(np.float64)
            return cls(kept["kinds"].tolist(), kept["stretches"].tolist(), weights)

    @property
    def size(self) -> int:
        """How many stretches it weighs."""
        return len(self._rows)

    def write(self, facts: Facts, path: Path = LEARNED, told: Path = FACTS) -> None:
        """Writes the weights, and beside them what they were learned from."""
        weights = np.vstack((self._weights, self._start)).astype(np.float16)
        np.savez_compressed(path, kinds=np.array(self._kinds), stretches=np.array([*self._rows]), weights=weights)
        told.write_text(json.dumps(asdict(facts), indent=1) + "\n", encoding="utf-8")

    def chances(self, text: str, body: str | None = None) -> Mapping[str, float]:
        """The log-likelihood of each kind, body masked; empty where nothing was learned."""
        if not self._kinds:
            return {}
        rows = [self._rows[one] for one in sorted(stretches(text, body)) if one in self._rows]
        odds = self._weights[rows].sum(axis=0) / np.sqrt(max(1, len(rows))) + self._start
        odds = odds - odds.max()
        return dict(zip(self._kinds, (odds - np.log(np.exp(odds).sum())).tolist(), strict=True))


UNLEARNED = Judge((), (), np.zeros((1, 0)))


def stretches(text: str, body: str | None = None) -> frozenset[str]:
    """The stretches of a masked question, its beginning and end among them."""
    letters = f"^{_masked(text, body)}$"
    return frozenset(letters[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(letters) - size + 1))


def _masked(text: str, body: str | None) -> str:
    if body:  # whose 市 may have gone with the name of the plan: 天津市|民政局
        text = text.replace(body, "&").replace(body.removeprefix("市"), "&")
    text = _QUOTED.sub(lambda found: "«行动»" if _ACTION.search(found[1]) else "«»", text)
    return _ENDS.sub("", _COUNT.sub("三", _NUMBER.sub("0", _TITLE.sub("《》", text))))
