"""Draws the sentences that search judges nearness against, once, from the sample of official sentences.

In: the sample, and the folders of plans that searches are judged on.  Out: `search/background.txt`, 2,000 sentences of
middling length, none of which stands in such a plan.
Run: `python -m search.training.background tests/gold/sources ingest/plans`; then `python -m benchmarks.calibrate`.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from search.background import SENTENCES
from search.training.sentences import read_sentences

SEED = 20250601
COUNT = 2000
SHORTEST, LONGEST = 12, 80
_PLAIN = re.compile(r"\W+")


def draw(judged: Iterable[Path]) -> list[str]:
    """The sentences, none of which stands in a text of the folders `judged`."""
    texts = (path.read_text(encoding="utf-8") for folder in judged for path in sorted(folder.glob("*.txt")))
    forbidden = _PLAIN.sub("", "".join(texts))
    fitting = (one.text for one in read_sentences() if SHORTEST <= len(one.text) <= LONGEST)
    sentences = [text for text in dict.fromkeys(fitting) if _PLAIN.sub("", text) not in forbidden]
    return random.Random(SEED).sample(sentences, COUNT)


if __name__ == "__main__":
    SENTENCES.write_text("".join(f"{text}\n" for text in draw(map(Path, sys.argv[1:]))), encoding="utf-8")
