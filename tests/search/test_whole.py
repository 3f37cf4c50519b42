"""Lanes over a few clauses of a whole give each the score that it has among all."""

from __future__ import annotations

import numpy as np
import pytest

from search.concepts import ConceptLane
from search.lexical import LexicalLane
from search.tokens import terms
from search.whole import Whole
from tests.search.test_index import ENTRIES

SOME = [1, 3, 4]
DOCUMENTS = [terms(entry.searched) for entry in ENTRIES]


def whole_of(having: list[list[str]]) -> Whole:
    every = [one for held in having for one in set(held)]
    return Whole(len(having), float(np.mean([len(held) for held in having])), {one: every.count(one) for one in every})


@pytest.mark.parametrize("query", ["灾害信息员", "每个村1名信息员", "80%", "核电站社区", ""])
def test_words_weigh_the_same_among_a_few_clauses_as_among_all(query: str) -> None:
    asked = terms(query)
    among_all = LexicalLane.build([entry.searched for entry in ENTRIES]).score(asked)
    some = LexicalLane.among([DOCUMENTS[row] for row in SOME], asked, whole_of(DOCUMENTS)).score(asked)
    assert some.coverage.tolist() == among_all.coverage[SOME].tolist()
    assert some.bm25 == pytest.approx(among_all.bm25[SOME])


@pytest.mark.parametrize("query", ["灾害", "孩子放学没人管", "社区设施面积", "量子计算机"])
def test_concepts_weigh_the_same_among_a_few_clauses_as_among_all(query: str) -> None:
    lane = ConceptLane.build(ENTRIES)
    held = lane.by_entry()
    some = ConceptLane.among([held[row] for row in SOME], whole_of(held), lane.reader)
    assert some.score(query).tolist() == lane.score(query)[SOME].tolist()
