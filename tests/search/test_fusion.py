"""Evidence of all lanes made into one: what each adds, and what nothing else outweighs."""

from __future__ import annotations

import numpy as np
import pytest

from search.fusion import Scores, Sureness, Weights

WEIGHTS = Weights(lexical=1.0, concept=0.2, figures=0.5)
SURENESS = Sureness(evidence=2.0, share=4.0, start=-5.0)


def scores(*values: float) -> Scores:
    return np.array(values, dtype=np.float32)


def test_words_count_by_their_square_meaning_and_concepts_as_they_are() -> None:
    found = {"lexical": scores(0.5, 1), "semantic": scores(0.25, 0), "concept": scores(1, 0.5)}
    assert WEIGHTS.evidence(found).tolist() == pytest.approx([0.25 + 0.25 + 0.2, 1 + 0.1])


def test_a_figure_counts_as_far_as_the_clause_is_on_the_matter_by_words_or_by_meaning() -> None:
    found = {"lexical": scores(0.2, 0.8, 0), "semantic": scores(0.6, 0, 0), "figures": scores(1, 1, 1)}
    plain = WEIGHTS.evidence({lane: found[lane] for lane in ("lexical", "semantic")})
    assert (WEIGHTS.evidence(found) - plain).tolist() == pytest.approx([0.3, 0.4, 0])


def test_a_name_to_the_letter_outweighs_all_else() -> None:
    all_else = {lane: scores(1, 0) for lane in ("lexical", "semantic", "concept", "figures")}
    without, with_it = WEIGHTS.evidence(all_else | {"names": scores(0, 1)}).tolist()
    assert with_it > without


def test_evidence_becomes_how_sure_it_is() -> None:
    assert SURENESS.scores(scores(0.5, 0.25)).tolist() == pytest.approx([0.5, 1 / (1 + np.exp(2.5))])


def test_the_same_evidence_is_surer_where_nothing_has_more() -> None:
    alone, behind = SURENESS.scores(scores(0.4)), SURENESS.scores(scores(0.4, 0.8))
    assert alone[0] > behind[0]
    assert behind[1] > alone[0]


def test_of_nothing_nothing_is_sure() -> None:
    assert SURENESS.scores(scores(0, 0)).tolist() == pytest.approx([1 / (1 + np.exp(5))] * 2)
