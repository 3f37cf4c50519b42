"""The concept lane: everyday words find official ones, and the way is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from search.concepts import ConceptLane
from search.errors import IndexDamaged
from search.index import ClauseIndex
from search.wanted import Wanted
from tests.search.test_index import ENTRIES

CLAUSES = [
    replace(ENTRIES[0], quote="开展邻里互助活动。"),
    replace(ENTRIES[1], quote="建设农村公路。"),
    replace(ENTRIES[2], quote="保障供水供电。"),
]


def test_an_everyday_word_finds_the_official_one_and_shows_the_way() -> None:
    result = ClauseIndex.build(CLAUSES).search("街坊", None, Wanted(mode="concept"))
    assert [hit.quote for hit in result.hits] == ["开展邻里互助活动。"]
    (hit,) = result.hits
    assert hit.matched == ("街坊 → 邻里互助",)
    assert [hit.quote[start - hit.start : end - hit.start] for start, end in hit.highlights] == ["邻里互助"]


def test_a_word_of_no_concept_finds_nothing() -> None:
    assert not ConceptLane.build(CLAUSES).score("量子计算机").any()


def test_what_is_saved_scores_as_what_was_built(tmp_path: Path) -> None:
    lane = ConceptLane.build(CLAUSES)
    lane.save(tmp_path / "concepts")
    assert ConceptLane.open(tmp_path / "concepts", len(CLAUSES)).score("街坊").tolist() == lane.score("街坊").tolist()


def test_damaged_concepts_are_one_clear_line(tmp_path: Path) -> None:
    lane = ConceptLane.build(CLAUSES)
    lane.save(tmp_path / "concepts")
    (tmp_path / "concepts" / "steps.npy").write_bytes(b"")
    with pytest.raises(IndexDamaged, match="run `crossplan ingest`"):
        ConceptLane.open(tmp_path / "concepts", len(CLAUSES))


def test_what_is_said_twice_is_asked_for_once() -> None:
    lane = ConceptLane.build([replace(ENTRIES[0], quote="开展反诈骗宣传防范。"), *CLAUSES[1:]])
    twice, once = lane.score("骗子骗了钱"), lane.score("骗子")
    assert twice.tolist() == once.tolist()
    assert twice[0] > 0
