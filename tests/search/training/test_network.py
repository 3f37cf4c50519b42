"""A small network with weights at random, written as a folder: both ways of running it agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest

from search.encoder.onnx_encoder import OnnxEncoder
from search.training.errors import TrainingError

Weights: TypeAlias = dict[str, np.ndarray]
JsonObject: TypeAlias = dict[str, Any]

pytestmark = pytest.mark.models

WIDTH = 32


@pytest.fixture
def written(tmp_path: Path, small_weights: Weights, small_tokenizer: JsonObject) -> Path:
    from search.training import folder

    folder.write(tmp_path, small_weights, small_tokenizer, {"name": "small", "queryPrefix": "问："})
    return tmp_path


def test_both_ways_of_running_a_written_folder_agree(written: Path) -> None:
    from sentence_transformers import SentenceTransformer

    texts = ["老人吃饭", "看病买菜，孩子上学。", "abc 2030", ""]
    served, library = OnnxEncoder.open(written), SentenceTransformer(str(written))
    clauses = np.asarray(library.encode_document(texts, show_progress_bar=False))
    queries = np.asarray(library.encode_query(texts, show_progress_bar=False))
    assert float((served.encode_clauses(texts) * clauses).sum(axis=1).min()) > 0.99
    assert float((served.encode_queries(texts) * queries).sum(axis=1).min()) > 0.99
    assert float((clauses * queries).sum(axis=1).max()) < 0.95, "the prefix of a query makes a difference"
    assert float((clauses[0] * clauses[1:]).sum(axis=1).max()) < 0.95, "and so do the texts"


def test_with_fixed_ranges_a_text_has_the_same_vector_alone_and_among_others(written: Path) -> None:
    from search.training.ranges import settle

    texts = ["老人吃饭", "看病买菜", "孩子上学", "吃饭看病", "abc", "老人，孩子。"]
    before = OnnxEncoder.open(written)
    settle(written, texts)
    after = OnnxEncoder.open(written)
    together = after.encode_clauses(texts)
    assert np.array_equal(together, np.vstack([after.encode_clauses([text]) for text in texts]))
    assert float((together * before.encode_clauses(texts)).sum(axis=1).min()) > 0.98
    assert after.name != before.name


def test_a_channel_that_stands_out_makes_no_vector_coarse(
    tmp_path: Path, small_weights: Weights, small_tokenizer: JsonObject
) -> None:
    from sentence_transformers import SentenceTransformer

    from search.training import folder
    from search.training.ranges import settle

    for name in ("embeddings.LayerNorm.weight", "encoder.layer.0.attention.output.LayerNorm.weight"):
        small_weights[name][3] *= 30
    folder.write(tmp_path, small_weights, small_tokenizer, {"name": "small", "queryPrefix": "问："})
    texts = ["老人吃饭", "看病买菜", "孩子上学", "吃饭看病", "abc", "老人，孩子。"]
    exact = np.asarray(SentenceTransformer(str(tmp_path)).encode_document(texts, show_progress_bar=False))
    before = (OnnxEncoder.open(tmp_path).encode_clauses(texts) * exact).sum(axis=1)
    settle(tmp_path, texts)
    after = (OnnxEncoder.open(tmp_path).encode_clauses(texts) * exact).sum(axis=1)
    assert float(after.mean()) > float(before.mean())
    assert float(after.min()) > 0.99


def test_a_projection_makes_the_vectors_shorter_in_both_ways(
    written: Path, small_weights: Weights, small_tokenizer: JsonObject
) -> None:
    from sentence_transformers import SentenceTransformer

    from search.training import folder

    turned, _ = np.linalg.qr(np.random.default_rng(2).normal(size=(WIDTH, WIDTH)))
    shorter = np.ascontiguousarray(turned[:8], dtype=np.float32)
    whole = OnnxEncoder.open(written).encode_clauses(["老人吃饭", "看病买菜"]) @ shorter.T
    folder.write(written, small_weights, small_tokenizer, {"name": "small", "queryPrefix": "问："}, shorter)
    served = OnnxEncoder.open(written)
    assert served.dimensions == 8
    vectors = served.encode_clauses(["老人吃饭", "看病买菜"])
    assert vectors == pytest.approx(whole / np.linalg.norm(whole, axis=1, keepdims=True), abs=1e-5)
    library = np.asarray(SentenceTransformer(str(written)).encode_document(["老人吃饭", "看病买菜"]))
    assert float((vectors * library).sum(axis=1).min()) > 0.99


def test_weights_come_back_from_eight_bits_almost_as_they_were(small_weights: Weights) -> None:
    from search.training.quantise import quantise

    name = "encoder.layer.0.output.dense.weight"
    before, after = small_weights[name], quantise(small_weights)
    back = after[name].astype(np.float32) * after[f"{name}_scale"]
    assert after[name].dtype == np.int8
    assert np.abs(back - before).max() <= np.abs(before).max() / 254 + 1e-6


def test_the_cut_vocabulary_keeps_characters_and_numbers_and_drops_unused_pieces(small_tokenizer: JsonObject) -> None:
    from search.training.vocabulary import cut

    vocabulary = small_tokenizer["model"]["vocab"]
    for token in ("##务", "2030", "abcab", "##ab"):
        vocabulary[token] = len(vocabulary)
    smaller, rows = cut(small_tokenizer, ["老人 abcab"])
    kept = smaller["model"]["vocab"]
    assert "##务" not in kept
    assert "##ab" not in kept
    assert {"2030", "abcab", "病", "[MASK]"} <= set(kept)
    assert [vocabulary[token] for token in kept] == rows
    assert list(kept.values()) == list(range(len(kept)))


def test_an_artifact_that_is_not_the_teacher_is_refused(tmp_path: Path) -> None:
    from search.training import teacher

    _, name, version = teacher.ARTIFACT.split(":")
    (tmp_path / f"{name}-{version}.jar").write_bytes(b"not a jar")
    with pytest.raises(TrainingError, match=r"\.jar: found sha256 \w{64}, expected \w{64}$"):
        teacher.Teacher.open(tmp_path)
