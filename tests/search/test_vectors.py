"""The vectors of an index: made once, kept in 8 bits, taken over where nothing changed, refused where damaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from search.background import sentences
from search.encoder.errors import EncoderUnavailable
from search.encoder.opening import open_encoder
from search.errors import BadQuery, IndexDamaged
from search.held import HeldClauses
from search.index import ClauseIndex
from search.vectors import Vectors
from search.wanted import Wanted
from tests.search.conftest import LetterEncoder
from tests.search.test_index import CLAUSES, ENTRIES

BACKGROUND_SIZE = len(sentences())


def test_eight_bits_lose_next_to_nothing(encoder: LetterEncoder) -> None:
    vectors = Vectors.build(ENTRIES, encoder)
    alone = encoder.encode_clauses(["".join(entry.quote.split()) for entry in ENTRIES])
    both = alone + 0.2 * encoder.encode_clauses([entry.path[-1] for entry in ENTRIES])
    exact = both / np.linalg.norm(both, axis=1, keepdims=True)
    query = encoder.encode_queries(["灾害信息员"])[0]
    assert np.abs(vectors.cosines(query) - exact @ query).max() < 0.01


def test_only_clauses_that_changed_are_encoded_again(encoder: LetterEncoder) -> None:
    known = Vectors.build(ENTRIES, encoder)
    encoder.asked.clear()
    changed = [*ENTRIES[:2], replace(ENTRIES[2], quote="开展老年助餐服务。"), *ENTRIES[3:]]
    vectors = Vectors.build(changed, encoder, known)
    assert encoder.asked == ["开展老年助餐服务。", "儿童关爱行动"]
    assert (vectors.rows[[0, 1, 3, 4, 5]] == known.rows[[0, 1, 3, 4, 5]]).all()


def test_another_model_makes_all_of_them_again(encoder: LetterEncoder) -> None:
    known = Vectors.build(ENTRIES, encoder)
    other = LetterEncoder(name="letters@2")
    assert Vectors.build(ENTRIES, other, known).model == "letters@2"
    headings = {entry.path[-1] for entry in ENTRIES}
    assert len(other.asked) == len(ENTRIES) + len(headings) + BACKGROUND_SIZE


def test_how_far_the_building_is_can_be_followed(encoder: LetterEncoder) -> None:
    seen: list[tuple[int, int]] = []
    Vectors.build(ENTRIES, encoder, progress=lambda done, whole: seen.append((done, whole)))
    assert seen[-1] == (len(CLAUSES), len(CLAUSES))


def test_the_nearest_clause_is_found_by_meaning_alone(encoder: LetterEncoder, tmp_path: Path) -> None:
    HeldClauses.build(ENTRIES, encoder).save(tmp_path / "index")
    index = ClauseIndex.open(tmp_path / "index", lambda: encoder)
    found = index.search("员信息灾害个每村", None, Wanted(mode="semantic"))
    assert found.hits[0].quote == "每个村培育1名灾害信息员。"
    assert found.hits[0].reason == "meaning"


def test_an_index_of_another_model_goes_on_by_words_and_says_so(encoder: LetterEncoder, tmp_path: Path) -> None:
    HeldClauses.build(ENTRIES, encoder).save(tmp_path / "index")
    index = ClauseIndex.open(tmp_path / "index", lambda: LetterEncoder(name="letters@2"))
    result = index.search("灾害信息员")
    assert [hit.clause_id for hit in result.hits] == ["b/1#c3", "a/1#c0"]
    assert result.notes == (
        "searched by words alone: letters@2 is set, but the index was made by letters@1; run `crossplan ingest`",
    )


def test_a_model_that_cannot_be_had_leaves_the_words_and_says_so(encoder: LetterEncoder, tmp_path: Path) -> None:
    HeldClauses.build(ENTRIES, encoder).save(tmp_path / "index")

    def unavailable() -> LetterEncoder:
        raise EncoderUnavailable("model.onnx: damaged")

    result = ClauseIndex.open(tmp_path / "index", unavailable).search("灾害信息员")
    assert len(result.hits) == 2
    assert result.notes == ("searched by words alone: model.onnx: damaged",)


def test_meaning_alone_cannot_be_asked_without_the_model(encoder: LetterEncoder, tmp_path: Path) -> None:
    HeldClauses.build(ENTRIES, encoder).save(tmp_path / "index")

    def unavailable() -> LetterEncoder:
        raise EncoderUnavailable("model.onnx: damaged")

    index = ClauseIndex.open(tmp_path / "index", unavailable)
    with pytest.raises(BadQuery, match=r"^mode: 'semantic' found, but its model cannot be had: model\.onnx: damaged$"):
        index.search("灾害信息员", None, Wanted(mode="semantic"))


@pytest.mark.parametrize("name", ["rows.npy", "scales.npy", "vectors.json"])
def test_damaged_vectors_are_one_clear_line(encoder: LetterEncoder, tmp_path: Path, name: str) -> None:
    HeldClauses.build(ENTRIES, encoder).save(tmp_path / "index")
    path = tmp_path / "index" / "vectors" / name
    path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(IndexDamaged, match="run `crossplan ingest`"):
        ClauseIndex.open(tmp_path / "index", lambda: encoder)


def test_a_background_that_comes_with_the_program_is_not_written_again(encoder: LetterEncoder, tmp_path: Path) -> None:
    for name, made, written in (("shipped", open_encoder(), False), ("other", encoder, True)):
        vectors = Vectors.build(ENTRIES, made)
        vectors.save(tmp_path / name)
        assert (tmp_path / name / "background.npy").is_file() == written
        background = Vectors.open(tmp_path / name).background
        assert background == pytest.approx(vectors.background, abs=0.01), name


def test_leading_dimensions_are_those_that_hold_two_thirds_of_the_length() -> None:
    wide = np.zeros((5, 128), dtype=np.int8)
    wide[:, 0], wide[:, 40], wide[:, 100] = 60, 60, 60
    ones = np.ones(5, dtype=np.float32)
    vectors = Vectors("wide@1", wide, ones, np.arange(5, dtype=np.uint64), np.zeros((1, 128), dtype=np.float32))
    assert vectors.leading.steps.shape == (5, 64)
    assert (vectors.leading.steps == wide[:, :64]).all()


def test_similar_clauses_are_those_of_other_plans_unless_the_own_is_wanted(encoder: LetterEncoder) -> None:
    index = ClauseIndex.build(ENTRIES, encoder)
    assert [hit.clause_id for hit in index.similar("a/1#c0")] == ["b/1#c3"]
    assert "a/1#c0" not in [hit.clause_id for hit in index.similar("a/1#c0", own_plan=True)]
