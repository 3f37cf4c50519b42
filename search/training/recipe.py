"""Every number that decides what the model becomes, in one place; docs/encoder.md says how they were chosen.

In: nothing.  Out: `Recipe`, written whole into the manifest of the model.
Example: `Recipe(rounds=(Round(epochs=1),))` is a quick try.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One pass of training: the first learns from pairs against each other, later ones also from its mistakes."""

    epochs: int
    learning_rate: float = 1e-4
    negatives: int = 0  # clauses that look right and are not, for every pair, found by the model of the round before


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """One pass of following: so many steps, each of some texts and some pairs."""

    steps: int
    learning_rate: float
    texts: int
    pairs: int
    right: float = 0.0  # what it counts that a question finds its own clause, beside one that only looks right


@dataclass(frozen=True, slots=True, kw_only=True)
class Smaller:
    """What is kept of the trained network, and how it learns to do the same (`following.py`)."""

    layers: tuple[int, ...] = (0, 2, 3)
    units: int = 1_536  # of each feed-forward layer
    passes: tuple[Pass, ...] = (
        Pass(steps=1_150, learning_rate=2e-4, texts=48, pairs=32),
        Pass(steps=510, learning_rate=1.5e-4, texts=32, pairs=48),
        Pass(steps=180, learning_rate=8e-5, texts=24, pairs=48, right=0.3),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Seed, data and optimisation of one training."""

    seed: int = 20250601
    rounds: tuple[Round, ...] = (Round(epochs=2), Round(epochs=1, learning_rate=6e-5, negatives=1))
    shares: tuple[float, ...] = (0.2, 0.4, 0.4)  # of the teacher and of each round, in the average that ships
    smaller: Smaller = Smaller()
    prefix: str = "问："  # before a query; the teacher's own takes 20 tokens of every query
    batch: int = 96
    longest: int = 64  # tokens of a text while training
    temperature: float = 0.05
    dimensions: tuple[int, ...] = (512, 256)  # the first of these are trained to stand alone
    shipped: int = 256  # dimensions after the projection (projection.py)
    titles: int = 500  # headings with a sentence under them
    keywords: int = 500  # words of a sentence with it
    everyday: int = 1_500  # words of the thesaurus with a sentence that says the same officially
    remembered: int = 1_000  # official sentences whose vectors are held to the teacher's
    remember_weight: float = 5.0
    distractors: int = 3_000  # official sentences that are searched beside the clauses when the model is measured
