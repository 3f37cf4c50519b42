r"""Sentences of laws, work reports and planning documents, each with the heading it stands under.

In: `sentences.tsv.xz`, a sample that lies beside this module.  Out: `Sentence`s.  They keep the model to what it knew
of official language, are the wrong answers it learns from, and what is searched when it is measured.
Relied on: official documents are outside copyright (Copyright Law of the PRC, article 5).
Example: `推动养老服务\t新增公办幼儿园托班托额3630个`, heading and sentence with a tab between.
"""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "sentences.tsv.xz"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the heading above it, or an empty one."""

    heading: str
    text: str


def read_sentences(path: Path = FILE) -> tuple[Sentence, ...]:
    """All sentences of the sample, in its order."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return tuple(Sentence(*line.rstrip("\n").split("\t", 1)) for line in file)
