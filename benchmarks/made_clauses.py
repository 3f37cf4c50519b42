"""Many clauses for measuring search by, and the encoder that goes with them.

In: how many.  Out: `MadeClauses`, a sequence whose entries are made when they are looked at, and `MadeEncoder`.  A
clause is the first half of one sentence of `search/training/sentences.tsv.xz` and the second half of another, so that
words stay as frequent as they are; a thousand make a plan, ten in a row stand under one heading and have its themes.
Its vector is one of some thousand sentences', leaning to that of another, with noise: encoding a million would take an
hour, and its speed is `benchmarks.encoder`'s matter.  Queries are encoded as ever.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from search.encoder.encoder import Encoder
from search.entries import EntriesByRow, Entry
from search.rows import Floats
from search.training.sentences import Sentence, read_sentences

PLAN, UNDER_ONE_HEADING = 1000, 10
KINDS = ("task", "task", "task", "safeguard", "special_action", "section")
LEVELS = ("national", "province", "prefecture", "city", "district")
THEMES = 120
ENCODED = 4000  # sentences whose vectors all others are made of
LEANING, NOISE = 0.5, 0.02


@dataclass(frozen=True)
class MadeClauses(EntriesByRow):
    """So many clauses; the same number is the same clause each time."""

    size: int
    sentences: Sequence[Sentence] = field(repr=False)

    @classmethod
    def of(cls, size: int) -> MadeClauses:
        sentences = [one for one in read_sentences() if "，" in one.text and len(one.text) <= 150]
        return cls(size, sentences)

    def at(self, row: int) -> Entry:
        """The clause of a row, made anew each time it is asked for."""
        chance = random.Random(row)
        first, second = chance.choice(self.sentences), chance.choice(self.sentences)
        quote = f"{first.text.partition('，')[0]}，{second.text.rpartition('，')[2]}"
        under = random.Random(-1 - row // UNDER_ONE_HEADING)
        title = under.choice(self.sentences)
        plan, start = row // PLAN, chance.randrange(50_000)
        return Entry(
            clause_id=f"plan{plan:04}/{row % PLAN // UNDER_ONE_HEADING}#c{row % UNDER_ONE_HEADING}",
            plan_id=f"plan{plan:04}",
            start=start,
            end=start + len(quote),
            quote=quote,
            path=("主要任务", title.heading or title.text[:12]),
            kind=under.choice(KINDS),
            region=f"{100000 + plan % 400}",
            period=("十三五", "十四五")[plan % 2],
            level=LEVELS[plan % 5],
            start_year=(2016, 2021)[plan % 2],
            end_year=(2020, 2025)[plan % 2],
            themes=tuple(sorted({f"theme/{under.randrange(THEMES)}" for _ in range(2)})),
        )


@dataclass
class MadeEncoder:
    """Queries as the real encoder has them; clauses as mixtures of some of its own vectors with noise."""

    real: Encoder
    pool: Floats
    chance: np.random.Generator = field(default_factory=lambda: np.random.default_rng(1))

    @classmethod
    def over(cls, clauses: MadeClauses, real: Encoder) -> MadeEncoder:
        every = max(1, len(clauses.sentences) // ENCODED)
        return cls(real, real.encode_clauses([one.text for one in clauses.sentences[::every]]))

    @property
    def name(self) -> str:
        return self.real.name

    @property
    def dimensions(self) -> int:
        return self.real.dimensions

    def encode_queries(self, texts: Sequence[str]) -> Floats:
        return self.real.encode_queries(texts)

    def encode_clauses(
        self,
        texts: Sequence[str],
        progress: Callable[[int, int], None] | None = None,  # noqa: ARG002
    ) -> Floats:
        first, second = (self.pool[self.chance.integers(0, len(self.pool), len(texts))] for _ in range(2))
        noise = self.chance.normal(0, NOISE, first.shape).astype(np.float32)
        mixed = first + np.float32(LEANING) * second + noise
        vectors: Floats = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
        return vectors
