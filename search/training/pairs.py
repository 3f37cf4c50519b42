"""What people ask, beside the clause that speaks to it: the project's own training data.

In: the files of `pairs/`, one JSON object a line.  Out: `Pair`s, and their split into those to learn from and those
held out.  Relied on: all questions about one clause fall on the same side, so no held-out clause was ever learned from.
Example: `{"query": "冬天暖气费太贵，我家有个残疾娃", "speaker": "farmer", "style": "colloquial",
"clause": "农村残疾人家庭…", "source": "laws", "topic": "disability"}`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from search.training.errors import TrainingError

FOLDER = Path(__file__).parent / "pairs"
_FIELDS = ("query", "clause", "style", "topic")


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a clause that answers it."""

    query: str
    clause: str
    style: str
    topic: str


@dataclass(frozen=True, slots=True)
class Split:
    """Pairs to learn from, and pairs to measure with."""

    learn: tuple[Pair, ...]
    held_out: tuple[Pair, ...]


def read_pairs(folder: Path = FOLDER) -> tuple[Pair, ...]:
    """Every pair of the files in `folder`, once; raises TrainingError for a line that is no pair."""
    pairs: dict[tuple[str, str], Pair] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                said = json.loads(line)
                pair = Pair(*(said[field].strip() for field in _FIELDS))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                expected = ", ".join(_FIELDS)
                raise TrainingError(
                    f"{path.name}:{number}: no pair found, expected an object with {expected}"
                ) from error
            pairs.setdefault((pair.query, pair.clause), pair)
    return tuple(pairs.values())


def split(pairs: Iterable[Pair], share: float = 0.1) -> Split:
    """The pairs in two parts by a hash of their clause, so that the same clause is always on the same side."""
    learn: list[Pair] = []
    held_out: list[Pair] = []
    for pair in pairs:
        place = zlib.crc32(pair.clause.encode()) % 1000
        (held_out if place < share * 1000 else learn).append(pair)
    return Split(tuple(learn), tuple(held_out))
