"""How well a model finds the clause that a question was written for.

In: held-out pairs, sentences to search among, a model.  Out: nDCG@10, MRR@10 and recall@10, whole and by style.
Relied on: a question has the clauses it was written for as its only right answers, so a second clause that says the
same counts as wrong: the figures are too low, and alike for all models.
Example: `Scores(ndcg=0.61, mrr=0.55, recall=0.80, queries=490)`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from search.encoder.encoder import Encoder, Vectors
from search.training.pairs import Pair

TOP = 10


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over the questions."""

    ndcg: float
    mrr: float
    recall: float
    queries: int

    def line(self) -> str:
        """The figures in one line."""
        return " ".join(
            f"{name} {value:.3f}" if name != "queries" else f"({value})" for name, value in asdict(self).items()
        )


def measure(
    model: Encoder, pairs: Sequence[Pair], others: Sequence[str], dimensions: Sequence[int]
) -> dict[int, dict[str, Scores]]:
    """For each number of dimensions, of which only the first count, the scores by style, and under `all` of all."""
    right: defaultdict[str, set[str]] = defaultdict(set)
    styles = {pair.query: pair.style for pair in pairs}
    for pair in pairs:
        right[pair.query].add(pair.clause)
    asked, corpus = list(right), list(dict.fromkeys([*(pair.clause for pair in pairs), *others]))
    queries, clauses = model.encode_queries(asked), model.encode_clauses(corpus)
    ideal = np.array([min(len(right[query]), TOP) for query in asked])
    names = np.array([styles[query] for query in asked])
    found: dict[int, dict[str, Scores]] = {}
    for count in dimensions:
        best = np.argsort(-(_cut(queries, count) @ _cut(clauses, count).T), axis=1, kind="stable")[:, :TOP]
        gains = np.array([[corpus[at] in right[query] for at in row] for query, row in zip(asked, best, strict=True)])
        found[count] = {"all": _scores(gains, ideal)}
        for style in sorted(set(names)):
            found[count][style] = _scores(gains[names == style], ideal[names == style])
    return found


def _cut(vectors: Vectors, dimensions: int) -> Vectors:
    part = vectors[:, :dimensions]
    cut: Vectors = part / np.linalg.norm(part, axis=1, keepdims=True)
    return cut


def _scores(gains: npt.NDArray[np.bool_], ideal: npt.NDArray[np.int64]) -> Scores:
    discounts = 1 / np.log2(np.arange(gains.shape[1]) + 2)
    best = np.array([discounts[:count].sum() for count in ideal])
    first = np.where(gains.any(axis=1), 1 / (gains.argmax(axis=1) + 1), 0.0)
    return Scores(
        ndcg=float((gains @ discounts / best).mean()),
        mrr=float(first.mean()),
        recall=float((gains.sum(axis=1) / ideal).mean()),
        queries=len(gains),
    )
